"""The digits that a definition chooses for a locale, and what keeps its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.build.pipeline import localise, read_briefing
from brief.diag.collector import Collector
from brief.localise.dates import word_when
from brief.localise.numbering import read_system
from brief.localise.typography import find_conventions, list_shipped
from brief.model.dates import parse_when
from brief.model.localised import LocalisedBriefing
from brief.model.text import plain_text
from tests.projects import open_project

DEFINITION = """\
id: case
language: de
title: Titel
date: 2024-06-19
locales: [{tag: en, digits: deva, missing: source}, fr]
sections:
  - id: one
    title: Eins
    text: |
      {#current}
      Resolution 1718, [1234.5]{number} Tonnen.

      {#missing}
      Es waren [99.5]{number} Tonnen.
timelines:
  ties:
    title: Linie
    events:
      - {id: day, when: 1948-10-12, title: Tag}
      - {id: worded, when: 1950, title: Wort, date_text: um 1950}
sources: [{id: report, title: Bericht 7, date: 1961-07, accessed: 2024-06-01}]
"""
CATALOGUE = """\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "case/one/current"
msgid "Resolution 1718, [1234.5]{number} Tonnen."
msgstr "Resolution 1718, [1234.5]{number} tonnes."
"""


def read_copy(root: Path, tag: str) -> LocalisedBriefing:
    """Give the definition above in a locale."""
    folder = root / "briefings" / "case"
    (folder / "locale").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(DEFINITION, encoding="utf-8")
    for name in ("en", "fr"):
        catalogue = CATALOGUE.replace("Language: en", f"Language: {name}")
        (folder / "locale" / f"{name}.po").write_text(catalogue, encoding="utf-8")
    collector = Collector()
    briefing = read_briefing(open_project(root), "case", collector)
    assert briefing is not None, collector.diagnostics
    made = localise(briefing, tag, collector)
    assert made is not None
    return made


def read_paragraphs(made: LocalisedBriefing) -> list[str]:
    """Give the paragraphs of the only section, with plain spaces."""
    texts = [block.text for block in made.briefing.sections[0].blocks]  # type: ignore[union-attr]
    return [plain_text(text.spans).replace("\u00a0", " ") for text in texts]


def test_numbers_of_ours_follow_and_words_of_others_stay(tmp_path: Path) -> None:
    """Quantities and dates have the digits; typed figures and a German text have not."""
    made = read_copy(tmp_path, "en")
    assert made.digits.figures == "०१२३४५६७८९"
    assert read_paragraphs(made) == ["Resolution 1718, १,२३४.५ tonnes.", "Es waren 99,5 Tonnen."]
    assert made.dates["date"] == "१९\u00a0June २०२४"
    assert made.dates["ties/day"] == "१२\u00a0October १९४८"
    assert made.dates["source/report"] == "July १९६१"
    assert made.dates["ties/worded"] == "um 1950"
    assert made.briefing.sources[0].title == "Bericht 7"


@pytest.mark.parametrize("tag", ["de", "fr"])
def test_other_locales_stay_latin(tag: str, tmp_path: Path) -> None:
    """The choice is that of one locale alone."""
    made = read_copy(tmp_path, tag)
    assert made.digits.figures == "0123456789"
    assert made.dates["source/report"].endswith("1961")


@pytest.mark.parametrize(
    ("tag", "system"),
    [
        ("ar", "latn"), ("ar-u-nu-arab", "arab"), ("ar-EG-u-ca-gregory-nu-arabext", "arabext"),
        ("en-x-nu-arab", "latn"), ("nu-NU", "latn"), ("de-u-co-phonebk", "latn"),
    ],
)  # fmt: skip
def test_tags(tag: str, system: str) -> None:
    """A system is chosen by the key `nu` of the extension `u` (BCP 47, UTS #35)."""
    assert read_system(tag) == system


@pytest.mark.parametrize("tag", list_shipped())
def test_what_is_shipped_is_latin(tag: str) -> None:
    """Without a choice, all languages have Latin digits."""
    assert read_system(find_conventions(tag)) == "latn"
    assert read_system(find_conventions(tag, {tag: "arab", "xx": "deva"})) == "arab"


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("1950/1953", "١٩٥٠–\u2060١٩٥٣"),
        ("-0043", "٤٤\u00a0ق.م"),
        ("Y-12000", "١٢٬٠٠١\u00a0ق.م"),
    ],
)
def test_dates_in_arabic_digits(text: str, worded: str) -> None:
    """What binds a date binds it in any digits; long years have the signs of the system."""
    assert word_when(parse_when(text), "ar-u-nu-arab") == worded
