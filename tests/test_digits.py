"""A briefing in other digits than Latin ones: every number that is not an author's own has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from brief.model.variant import Status
from tests.judges import extract_text, validate
from tests.projects import build, draw_picture, open_project

pytestmark = pytest.mark.slow

FRONT = """\
id: harbour
language: ar
digits: arab
title: زيارة الميناء
date: 2024-06-19
edition: 12
series: {name: تحليل موجز, number: "7"}
summary: الزيارة قصيرة.
key_points: [النقطة, النقطة, النقطة]
sections:
"""
SECTION = """\
  - id: part-{n}
    title: القسم
    text: |
      بلغت [1234567.5]{{number}} طن و[40]{{percent}} [@report, p. 34].[^{n}] [](#ports).

      1. الأول
      2. الثاني

      [^{n}]: الحاشية [@other, art. 5].

      ## عنوان

      {text}
"""
EXTRAS = """\
  - id: table-part
    title: الجدول
    text: |
      {#ports columns="text, number, unit=kilometer" caption="الموانئ"}
      | الميناء | السفن | المسافة |
      |---|---|---|
      | الأول | 12345 | 2.5 |
      | الثاني | 67 | 890 |

      ![](#harbour-view)
  - {id: chronology, title: التسلسل, timeline: years}
  - {id: days, title: الأيام, timeline: weeks}
  - {id: list, title: القائمة, timeline: gaps}
timelines:
  years:
    title: السنوات
    form: horizontal
    spans: [{id: war, when: 1950/1953, title: الحرب}]
    events:
      - {id: one, when: 1948-10-12, title: الاعتراف}
      - {id: two, when: late 197X, title: التعاون}
      - {id: three, when: 2024-06-19, title: القمة}
  weeks:
    title: الأيام
    form: horizontal
    events:
      - {id: one, when: 2024-06-01, title: الوصول}
      - {id: two, when: 2024-06-09, title: المغادرة}
  gaps:
    title: القائمة
    form: vertical
    events:
      - {id: one, when: 1900, title: الأول}
      - {id: two, when: 2024-05, title: الثاني}
figures:
  harbour-view: {file: view.png, alt: ميناء, caption: الميناء}
sources:
  - {id: report, title: تقرير, publisher: الوزارة, date: 2024-06-17, accessed: 2024-06-18}
  - {id: other, title: تقرير آخر, date: 1961, url: "https://example.org/a", accessed: 2024-06-18}
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the copy of a briefing that has everything that is numbered, on pages with contents."""
    root = tmp_path_factory.mktemp("digits")
    folder = root / "briefings" / "harbour"
    folder.mkdir(parents=True)
    text = "ترسو السفن في الميناء وتغادره في المساء. " * 60
    sections = "".join(SECTION.format(n=n, text=text) for n in range(5))
    (folder / "briefing.yaml").write_text(FRONT + sections + EXTRAS, encoding="utf-8")
    (folder / "view.png").write_bytes(draw_picture())
    project = open_project(root)
    (artefact,) = build(project).artefacts
    assert artefact.status is Status.BUILT, artefact.diagnostics
    return project.output / artefact.path


def test_no_latin_digit_is_printed(copy: Path) -> None:
    """Text has the digits of the definition, as two readers extract it."""
    with pypdfium2.PdfDocument(copy) as pdf:
        ours = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    for text in (ours, extract_text(copy)):
        assert re.findall("[0-9]+", text) == []


@pytest.mark.parametrize(
    "number",
    [
        "١٢٣٤٥٦٧٫٥", "٤٠", "٪", "١٢٣٤٥", "٢٫٥", "٣٤", "١٩", "٢٠٢٤", "١٢",
        "١٩٥٠", "١٩٨٠", "١٩٦١",
    ],
)  # fmt: skip
def test_numbers_are_there(copy: Path, number: str) -> None:
    """Quantities, locators, dates, the edition and years of an axis can be found in the text."""
    text = re.sub(r"[٬\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", extract_text(copy))
    assert number in text or number[::-1] in text


def test_pages_are_numbered(copy: Path) -> None:
    """The foot of every page has its number and that of all pages."""
    with pypdfium2.PdfDocument(copy) as pdf:
        count, feet = len(pdf), [page.get_textpage().get_text_bounded() for page in pdf]
    figures = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    assert count >= 6
    for number, text in enumerate(feet, start=1):
        wanted = {str(number).translate(figures), str(count).translate(figures)}
        last = [set(re.findall("[٠-٩]+", line)) for line in text.splitlines() if "صفحة" in line]
        assert any(wanted <= found for found in last), text[-200:]


def test_the_copy_conforms(copy: Path) -> None:
    """PDF/A and PDF/UA have nothing against such digits."""
    assert validate([copy]) == []


@pytest.mark.parametrize(
    ("language", "digits", "sections"),
    [
        ("zh-Hans", "hanidec", 3),
        ("zh-Hans", "hanidec", 12),
        ("zh-Hans", "latn", 12),
        ("de", "latn", 12),
    ],
)
def test_numbers_stand_clear_of_titles(
    tmp_path: Path, language: str, digits: str, sections: int
) -> None:
    """The number of a section ends well before its title, whatever digits it has."""
    folder = tmp_path / "briefings" / "heads"
    folder.mkdir(parents=True)
    parts = "".join(
        f"  - {{id: part-{n}, title: 节, text: 文。}}\n" for n in range(1, sections + 1)
    )
    head = f"id: heads\nlanguage: {language}\ndigits: {digits}\ntitle: 标题\ndate: 2024-06-19\n"
    (folder / "briefing.yaml").write_text(f"{head}sections:\n{parts}", encoding="utf-8")
    project = open_project(tmp_path)
    (artefact,) = build(project, ("heads",)).artefacts
    assert artefact.status is Status.BUILT, artefact.diagnostics
    gaps = list(_find_gaps(project.output / artefact.path))
    assert len(gaps) == sections
    assert min(gaps) >= 3  # points


def _find_gaps(path: Path) -> Iterator[float]:
    """Measure from the number to the title of each section, as they are drawn."""
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            characters = text.get_text_range()
            for at in (found.start() for found in re.finditer("节", characters)):
                title = text.get_charbox(at)
                before = [text.get_charbox(i) for i in range(max(0, at - 4), at)]
                numbers = [box for box in before if abs(box[1] - title[1]) < 9 and box[2] > box[0]]
                if title[3] - title[1] > 8 and numbers:
                    yield title[0] - max(box[2] for box in numbers)
