"""Titles and notes for mentions, made of the words of the text."""

from __future__ import annotations

import time

import pytest

from brief.intake.mentions import find_mentions
from brief.intake.titles import MAX_REACH, make_candidates
from brief.localise.date_mentions import load_date_phrases
from brief.model.mention import Candidate


def make(text: str, language: str = "en") -> list[Candidate]:
    """Find the candidates of a text."""
    phrases = load_date_phrases(language)
    return list(make_candidates(text, find_mentions(text, phrases), phrases))


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        ("en", "In December 1991 the government set up a zone.", ["The government set up a zone"]),
        ("en", "The collapse in 1991 changed everything.", ["The collapse changed everything"]),
        (
            "en",
            "A pact was signed in 1961; two years later, it was forgotten.",
            ["A pact was signed", "It was forgotten"],
        ),
        ("en", "The Korean War (1950–1953) cost lives.", ["The Korean War"]),
        ("en", "Talks began, when in 1994 a crisis broke out.", ["A crisis broke out"]),
        ("en", "A train ran on the opening day, September 22, 2013.", None),
        ("de", "Der Zerfall im Jahr 1991 war ein Schock.", ["Der Zerfall war ein Schock"]),
        (
            "de",
            "Es half, dass Moskau Anfang 2024 ein Veto einlegte.",
            ["Moskau ein Veto einlegte"],
        ),
        ("fr", "Après le test vint, en 2016, la résolution.", ["Après le test vint la résolution"]),
        ("fr", "Ce n’est qu’en 2022 que les trains roulèrent.", None),
        ("es", "A principios de 2020 se cerró la frontera.", ["Se cerró la frontera"]),
        ("ru", "В начале 2020 года закрыли границу.", ["Закрыли границу"]),
        ("ar", "في ديسمبر 1991 أنشأتها الحكومة.", ["أنشأتها الحكومة"]),
        ("zh", "1991年12月，政府正式建立了它。", ["政府正式建立了它"]),
        ("ko", "2022년 가을에야 화물차가 다시 움직였다.", ["화물차가 다시 움직였다"]),
    ],
)
def test_titles(language: str, text: str, titles: list[str] | None) -> None:
    """The date and what leads to it are left out; nothing is put in."""
    found = make(text, language)
    if titles is not None:
        assert [candidate.title for candidate in found] == titles
    for candidate in found:
        assert candidate.note == text
        assert candidate.mention.quoted not in candidate.title
        assert candidate.title[0] == candidate.title[0].upper()


def test_undated_words_stay_in_their_title() -> None:
    """`in recent years` says something that the date does not, so it is kept."""
    (candidate,) = make("In recent years traffic has stopped.")
    assert candidate.title == "In recent years traffic has stopped"


def test_a_long_clause_is_cut_at_a_clause_that_holds_the_date() -> None:
    """What is cut away is never the part that the date stands in."""
    text = (
        "Despite all of the many challenges of that long and cold decade, not least the harsh "
        "veto of 1994 against a resolution on the monitoring of the embargo, both went on."
    )
    (candidate,) = make(text)
    assert candidate.title == "Not least the harsh veto against a resolution on the monitoring…"
    assert candidate.note == text


def test_a_title_is_cut_between_words_and_says_so() -> None:
    """A cut that is none of a clause shows an ellipsis, and no preposition hangs before it."""
    (candidate,) = make(f"In 1991 {'everybody everywhere spoke of the ' * 4}end.")
    assert candidate.title.endswith("…")
    assert not candidate.title.endswith((" of…", " the…"))
    assert len(candidate.title) <= 70


def test_wide_signs_count_twice() -> None:
    """A Chinese title has at most 35 signs."""
    (candidate,) = make(f"1991年{'政府正式建立了自由贸易区' * 5}。", "zh")
    assert len(candidate.title) == 35


def test_a_heading_is_a_sentence() -> None:
    """An empty line ends a sentence, so a heading does not run into its paragraph."""
    first, second = make("Pyongyang in 1948\n\nIn 1949 an accord was reached.")
    assert first.note == "Pyongyang in 1948"
    assert second.title == "An accord was reached"


def test_a_list_without_full_stops_is_no_sentence() -> None:
    """A note is of a length to be read, and time grows with the text alone."""
    text = "it was so in 1991 and again " * 4000
    began = time.process_time()
    found = make(text)
    assert time.process_time() - began < 10
    assert len(found) == 4000
    assert max(len(candidate.note) for candidate in found) <= 2 * MAX_REACH + 10
