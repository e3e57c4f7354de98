"""Scripts other than Latin, from the characters to the glyphs and back."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.judges import extract_text
from tests.render.compositions import compose, render_well
from tests.render.test_layout import find_lines

HEBREW = ["הואיל והכרה בכבוד הטבעי", "צה״ל וה־19 ביוני"]
ARABIC = [
    "لكن الكورية ذلك", "طويلاً سراً مستقبلاً", "الإصدار الأصل الاتحاد خلاف",
    "بيونغ يانغ حتى إلى على", "المعاهدة الشمالية وكوريا",
]  # fmt: skip


_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069\f]")  # what poppler writes besides


def extract(body: str, css: str = "", language: str = "ar") -> str:
    """Render and give the text that pdfium extracts, with ligatures taken apart."""
    data = render_well(compose(body, css, language=language)).data
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("family", ["Brief Naskh", "Brief Sans Arabic"])
@pytest.mark.parametrize("text", ARABIC)
def test_arabic_is_read_as_it_was_written(text: str, family: str) -> None:
    """Strokes that lengthen a letter and marks above it add and hide nothing.

    Only a raised mark of a head stands apart from its word, where PDFium looks for another line.
    """
    css = f'html {{ direction: rtl; font-family: "{family}" }}'
    shown = extract(f"<h1>{text}</h1>", css)
    assert shown.replace("\u064b", "").split() == text.replace("\u064b", "").split()
    assert shown.count("\u064b") == text.count("\u064b")


MARKED = [
    "طويلاً سراً مستقبلاً", "قوات برية سراً أمراً", "قسّم المنتصرون", "نصّبته أم اكتفت سراً",
]  # fmt: skip


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("text", MARKED)
def test_vowel_marks_of_running_text_stand_where_they_were_written(
    text: str, weight: int, tmp_path: Path
) -> None:
    """Two engines read every mark, raised or not, behind its letter, and part no word there."""
    css = f'p {{ direction: rtl; font: {weight} 15.33px "Brief Naskh" }}'
    assert extract(f"<p>{text}</p>", css).split() == text.split()
    path = tmp_path / "marks.pdf"
    path.write_bytes(render_well(compose(f"<p>{text}</p>", css, language="ar")).data)
    assert _DIRECTIONS.sub("", extract_text(path)).split() == text.split()


@pytest.mark.parametrize("family", ["Brief Hebrew", "Brief Sans Hebrew"])
@pytest.mark.parametrize("text", HEBREW)
def test_hebrew_is_read_as_it_was_written(text: str, family: str) -> None:
    """Letters, prefixes and acronyms come out in their order."""
    shown = extract(f"<h1>{text}</h1>", f'html {{ direction: rtl; font-family: "{family}" }}', "he")
    assert shown.split() == text.split()


def test_what_a_screen_reader_says_of_arabic_is_in_order() -> None:
    """The structure tree holds the words from the first letter to the last, line after line."""
    text = "وفضلاً عما تقدم فلن يكون هناك أي تمييز أساسه الوضع السياسي أو القانوني (2024) لبلد"
    css = 'html { direction: rtl; font-family: "Brief Naskh" } p { width: 200px }'
    data = render_well(compose(f"<p>{text}</p>", css, language="ar")).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = [str(item.ActualText) for item in pdf.objects if is_word_holder(item)]
    assert said == [text]


def is_word_holder(item: pikepdf.Object) -> bool:
    """Tell whether an object is a structure element with words of its own."""
    return isinstance(item, pikepdf.Dictionary) and "/ActualText" in item and "/S" in item


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
    middle = (max(top for *_, top in edges) + min(bottom for _, bottom, _, _ in edges)) / 2
    lines = [
        [edge for edge in edges if (edge[1] + edge[3] > 2 * middle) == above]
        for above in (True, False)
    ]
    if direction == "ltr":
        first, second = (min(left for left, *_ in line) for line in lines)
    else:
        first, second = (max(right for _, _, right, _ in line) for line in lines)
    assert abs(abs(first - second) - 30) < 1.5
