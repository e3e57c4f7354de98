"""The tables of words: complete, consistent, and enough for every date that there is."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings

from brief.localise.date_words import FOLDER, DateWords, WordingError, load_words
from brief.localise.dates import word_when
from brief.model.dates import WhenError, parse_when
from brief.model.second_calendar import SecondCalendar
from tests.localise.golden import TAGS
from tests.model.edtf_expressions import EXPRESSIONS

LANGUAGES = sorted(path.name.split(".")[1] for path in FOLDER.glob("dates.*.toml"))
ASKED_BY_CODE = {"plain", "bare", "listed"}
CALENDARS = (None, *SecondCalendar)


def _fields(words: DateWords) -> list[tuple[str, str]]:
    templates = [text for form in words.forms.values() for text in form.values()]
    parsed = [part for text in templates for part in string.Formatter().parse(text)]
    return [(name, place or "plain") for _, name, place, _ in parsed if name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_that_are_asked_for_exist(language: str) -> None:
    """No template asks for a place that no form of the language has, and none is in vain."""
    words = load_words(language)
    had = {place for form in words.forms.values() for place in form}
    asked = {place for _, place in _fields(words)} | ASKED_BY_CODE
    assert asked - had <= {"listed", "range"}
    assert had <= asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_has_ordinary_no_break_characters_in_disguise(language: str) -> None:
    """Words have visible spaces; no-break characters come from the rules or stand as escapes."""
    text = (FOLDER / f"dates.{language}.toml").read_text(encoding="utf-8")
    assert not re.search("[\u00a0\u202f\u2060\u200e\u200f]", text)


@pytest.mark.parametrize("tag", ["zh-Latn", "sr-Latn", "fi"])
def test_no_date_is_worded_in_other_words_than_its_own(tag: str) -> None:
    """A language without a table is refused, and so is one in a script that has none."""
    with pytest.raises(WordingError, match="no words for dates"):
        word_when(parse_when("late 194X"), tag)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        *(("zh", "20世纪40年代后期"), ("zh-CN", "20世纪40年代后期")),
        *(("zh-Hant", "1940年代末期"), ("zh-TW", "1940年代末期"), ("zh-HK", "1940年代末期")),
        *(("ko-KP", "1940년대 후반"), ("pt-PT", "fim da década\u00a0de\u00a01940")),
    ],
)
def test_a_language_is_found_under_its_other_tags(tag: str, words: str) -> None:
    """Regions lead to the table of their language in the script that is written there."""
    assert word_when(parse_when("late 194X"), tag) == words


@settings(max_examples=150, derandomize=True, deadline=None)
@given(EXPRESSIONS)
def test_every_date_that_is_read_has_words(text: str) -> None:
    """Whatever the parser takes is worded in all languages, without gaps and leftovers."""
    try:
        when = parse_when(text)
    except WhenError:
        return
    for tag in TAGS:
        for calendar in CALENDARS:
            words = word_when(when, tag, calendar)
            assert words and words == words.strip(), (text, tag)
            assert not re.search("[{}\ue000\ue001]|  |None", words), (text, tag, words)
