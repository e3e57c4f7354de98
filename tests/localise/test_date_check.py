"""Dates of translations beside those of their sources."""

from __future__ import annotations

import re

import pytest

from brief.build.pipeline import list_locales, read_briefing
from brief.build.project import find_project
from brief.define.markdown import parse_inline
from brief.diag.collector import Collector
from brief.localise.catalogue import read_catalogue
from brief.localise.date_check import find_lost_dates
from brief.localise.dates import word_when
from brief.localise.typography import find_conventions, list_shipped
from brief.model.dates import parse_when
from brief.model.text import plain_text
from brief.model.walk import iterate_texts
from tests.projects import FLAGSHIP, ROOT

DAYS = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 3, 14, 28)]


def word(text: str, tag: str) -> str:
    """Word a date as a sentence of a language has it."""
    return word_when(parse_when(text), find_conventions(tag))


@pytest.mark.parametrize("tag", list_shipped())
def test_what_we_word_ourselves_is_found(tag: str) -> None:
    """Every day and month is found as each language writes it, and no other is taken for it."""
    for text in DAYS:
        assert find_lost_dates(word(text, "en"), "en", word(text, tag), tag) == ()
        assert find_lost_dates(word(text, tag), tag, word(text, "en"), "en") == ()
        other = f"{text[:-2]}{int(text[-2:]) + 1:02}"
        assert find_lost_dates(word(text, "en"), "en", word(other, tag), tag), (text, tag)
    for month in range(1, 13):
        said, next_month = f"2024-{month:02}", f"2024-{month % 12 + 1:02}"
        assert find_lost_dates(word(said, "en"), "en", word(said, tag), tag) == ()
        assert find_lost_dates(word(said, "en"), "en", word(next_month, tag), tag)


@pytest.mark.parametrize("tag", list_shipped())
def test_both_ends_of_a_range_are_found(tag: str) -> None:
    """A range within a month names the month once."""
    text = word("2024-06-18/2024-06-19", tag)
    assert find_lost_dates("18 and 19 June 2024", "en", text, tag) == ()
    assert find_lost_dates("17 and 19 June 2024", "en", text, tag)
    assert find_lost_dates("18 to 20 June 2024", "en", text, tag)


def test_a_changed_day_is_found_in_every_translation_of_ours() -> None:
    """In all copies of the flagship, each day of each date is noticed when it becomes another."""
    collector = Collector()
    briefing = read_briefing(find_project(ROOT), FLAGSHIP, collector)
    assert briefing is not None
    changed = 0
    for tag in list_locales(briefing)[1:]:
        catalogue = read_catalogue(briefing, tag, collector)
        assert catalogue is not None
        for text in iterate_texts(briefing):
            entry = catalogue.entries.get(text.key)
            if entry is None:
                continue
            source, target = plain_text(text.spans), plain_text(parse_inline(entry.target))
            assert find_lost_dates(source, text.language, target, tag) == ()
            for found in re.finditer(r"(?<![\d.,])(\d{1,2})\. [A-ZÄ][a-zä]+ \d{4}", source):
                wrong = re.sub(rf"(?<!\d){found[1]}(?!\d)", "31", target)
                assert find_lost_dates(source, text.language, wrong, tag), (tag, text.key)
                changed += 1
    assert changed > 50


@pytest.mark.parametrize(
    "words",
    [
        "They march 12 kilometres and may 5 times turn back.",
        "Article 19 of Juniper’s law, 3 Junes ago.",
        "Resolution 2397 (2017), 1.2.3, 12:30, 38th parallel",
    ],
)
def test_what_is_no_date_is_none(words: str) -> None:
    """Words that look like months, and figures that stand for something else, are left alone."""
    assert find_lost_dates(words, "en", "", "de") == ()
