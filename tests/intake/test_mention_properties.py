"""What holds for mentions of any text, however odd, and how long the search may take."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.intake.mentions import find_mentions
from brief.intake.titles import MAX_WIDTH, make_candidates
from brief.localise.date_mentions import load_date_phrases
from brief.model.calendar import CivilDay
from brief.model.dates import parse_when
from tests.intake.scoring import LANGUAGES, SPLITS, read_cases, read_long_texts

PAGES_100 = 250_000
HOSTILE_SIGNS = 60_000  # enough to tell: what grows with the square would take minutes
MOST_SECONDS = 3.0  # on a busy machine; a quiet one takes a tenth of it
PIECES = {
    language: sorted(
        {
            piece
            for split in SPLITS
            for case in read_cases(language, split)
            for piece in case.text.replace("\n", " \n ").split(" ")
        }
    )
    for language in LANGUAGES
}


def texts() -> st.SearchStrategy[tuple[str, str]]:
    """Draw a language, and a text of its words in any order with other characters between."""
    signs = st.text(st.characters(exclude_categories=("Cs",)), max_size=4)
    digits = st.text("0123456789١٩٢٠一九〇年月日-–./ ", max_size=8)

    def mix(language: str) -> st.SearchStrategy[tuple[str, str]]:
        pieces = st.one_of(st.sampled_from(PIECES[language]), digits, signs)
        joints = st.sampled_from([" ", "", "\n", ", "])
        lists = st.lists(st.tuples(pieces, joints), max_size=40)
        return lists.map(lambda parts: (language, "".join(a + b for a, b in parts)))

    return st.sampled_from(LANGUAGES).flatmap(mix)


@settings(max_examples=300, deadline=None)
@given(texts(), st.booleans())
def test_mentions_are_in_order_and_true_to_the_text(drawn: tuple[str, str], dated: bool) -> None:
    """Offsets lead to the words, nothing overlaps, every date is one of ours."""
    language, text = drawn
    phrases = load_date_phrases(language)
    mentions = find_mentions(text, phrases, CivilDay(2024, 2, 29) if dated else None)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quoted
        assert mention.quoted == mention.quoted.strip()
        assert mention.when or not mention.derived
        if mention.when:
            parse_when(mention.when)
        end = mention.end
    for candidate in make_candidates(text, mentions, phrases):
        assert len(candidate.title) <= MAX_WIDTH
        assert set(candidate.title.lower()) <= set(text.lower() + " …")


HOSTILE = {
    "digits": "1" * HOSTILE_SIGNS,
    "years": "1950 " * (HOSTILE_SIGNS // 5),
    "years in a row": "1950-" * (HOSTILE_SIGNS // 5),
    "days": "18." * (HOSTILE_SIGNS // 3),
    "blanks": " " * HOSTILE_SIGNS,
    "lines": "1950\n" * (HOSTILE_SIGNS // 5),
    "brackets": "(" * HOSTILE_SIGNS,
    "commas": ", 1950" * (HOSTILE_SIGNS // 6),
    "one word": "seit" * (HOSTILE_SIGNS // 4),
    "and": "1950 and " * (HOSTILE_SIGNS // 9),
    "han": "一九" * (HOSTILE_SIGNS // 2),
    "addresses": "http://" * (HOSTILE_SIGNS // 7),
    "roman": "XVI" * (HOSTILE_SIGNS // 3),
    "from": "from " * (HOSTILE_SIGNS // 5),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_takes_long(language: str, name: str) -> None:
    """Time grows with the length of the text, whatever stands in it."""
    phrases = load_date_phrases(language)
    find_mentions("1950", phrases)
    began = time.process_time()
    find_mentions(HOSTILE[name], phrases)
    assert time.process_time() - began < MOST_SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hundred_pages_take_a_moment(language: str) -> None:
    """A text of 100 pages, dense with dates, is searched and titled at once."""
    phrases = load_date_phrases(language)
    text = read_long_texts(language) + "\n\n"
    text = (text * (PAGES_100 // len(text) + 1))[:PAGES_100]
    began = time.process_time()
    mentions = find_mentions(text, phrases)
    assert time.process_time() - began < MOST_SECONDS
    make_candidates(text, mentions, phrases)
    assert time.process_time() - began < 2 * MOST_SECONDS
