"""Scripts other than Latin, from the characters to the glyphs and back."""

from __future__ import annotations

import io
import itertools
import unicodedata

import pypdfium2
import pytest

from tests.render.compositions import compose, render_well
from tests.render.test_layout import find_lines

ARABIC = [
    "لكن الكورية ذلك", "طويلاً سراً مستقبلاً", "الإصدار الأصل الاتحاد خلاف",
    "بيونغ يانغ حتى إلى على", "المعاهدة الشمالية وكوريا",
]  # fmt: skip


def extract(body: str, css: str = "", language: str = "ar") -> str:
    """Render and give the text that pdfium extracts, with ligatures taken apart."""
    data = render_well(compose(body, css, language=language)).data
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("family", ["Brief Naskh", "Brief Sans Arabic"])
@pytest.mark.parametrize("text", ARABIC)
def test_arabic_is_read_as_it_was_written(text: str, family: str) -> None:
    """Strokes that lengthen a letter and marks above it add and hide nothing."""
    css = f'html {{ direction: rtl; font-family: "{family}" }}'
    shown = extract(f"<h1>{text}</h1>", css)
    # The reader takes the offset of a mark for a gap between words.
    assert shown.replace("\u064b", "").split() == text.replace("\u064b", "").split()
    assert shown.count("\u064b") == text.count("\u064b")


def test_other_typefaces_do_not_move_lines() -> None:
    """Lines with a Cyrillic, Korean or Chinese name stand as far apart as all others."""
    css = 'p { width: 330px; font-family: "Brief Serif", "Brief Hangul", "Brief Naskh" }'
    names = ("평양", "Пхеньян", "بيونغ")
    body = "<h1 style='font-size:12px'>A</h1>" + "".join(
        f"<p>Vor {name} und danach</p><p>Zeile {number}</p>" for number, name in enumerate(names)
    )
    (lines,) = find_lines(body, css)
    edges = [edge for text, edge in lines if text.startswith("Zeile")]
    assert [round(b - a) for a, b in itertools.pairwise(edges)] == [36, 36]


def test_latin_sources_stand_beside_their_head_on_arabic_pages() -> None:
    """A float of the page's direction does not push away text of the other one."""
    css = (
        "html { direction: rtl } main { margin-right: 100px } "
        ".head { float: right; width: 80px; margin-right: -100px }"
    )
    body = "<main><h1 class='head'>A</h1><div dir='ltr'>Library</div></main>"
    (lines,) = find_lines(body, css)
    assert abs(lines[0][1] - lines[1][1]) < 4, lines


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_first_lines_are_indented_where_they_begin(direction: str) -> None:
    """The indent stands at the right of a paragraph that is written from the right."""
    text = "وفضلاً عما تقدم فلن يكون هناك أي تمييز أساسه الوضع السياسي أو القانوني لبلد أو البقعة"
    css = f'html {{ direction: {direction}; font-family: "Brief Naskh" }} p {{ text-indent: 40px }}'
    body = f"<p>{text}</p>" if direction == "rtl" else f"<p>{'Haus am Fluss ' * 9}</p>"
    data = render_well(compose(body, css, language="ar" if direction == "rtl" else "de")).data
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        page = pdf[0].get_textpage()
        edges = [page.get_rect(number) for number in range(page.count_rects())]
    first, second = edges[0], edges[1]
    begin = 0 if direction == "ltr" else 2
    assert abs(abs(first[begin] - second[begin]) - 30) < 1.5
