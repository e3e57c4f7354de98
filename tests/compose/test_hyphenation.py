"""Dividing words."""

from __future__ import annotations

import random

import pyphen
import pytest

from brief.compose.hyphenation import JOINT, find_divisions
from brief.compose.patterns import LazyPatterns


@pytest.mark.parametrize(
    ("word", "joint"),
    [
        ("Sowjetunion", "Sowjet-union"),
        ("Sicherheitsrat,", "Sicherheits-rat,"),
        ("Raketenabwehr", "Raketen-abwehr"),
        ("„Besatzungsmächten“", "„Besatzungs-mächten“"),
        ("Wirtschaftshilfe.", "Wirtschafts-hilfe."),
    ],
)
def test_compounds_part_at_their_joints(word: str, joint: str) -> None:
    """The joint of a compound is the best place to divide it, and punctuation stays."""
    good = [place for place, penalty in find_divisions(word, "de") if penalty == JOINT]
    assert joint.index("-") in good


@pytest.mark.parametrize("word", ["Russlands", "Nordkorea", "Rat", "UNCTAD", "S/RES/1718"])
def test_names_short_words_and_numbers_stay_whole(word: str) -> None:
    """Names of states, short words, capitals and document numbers are never divided."""
    assert find_divisions(word, "de") == ()


def test_pieces_are_long_enough_to_read() -> None:
    """At least four letters stand before and after a division, three at a joint."""
    for place, penalty in find_divisions("Zusammenarbeit", "de"):
        least = 3 if penalty == JOINT else 4
        assert least <= place <= len("Zusammenarbeit") - least


@pytest.mark.slow
@pytest.mark.parametrize("code", ["de_DE", "en_GB", "en_US", "fr", "es", "ru_RU", "it_IT", "hu_HU"])
def test_patterns_are_those_of_pyphen(code: str) -> None:
    """Read on demand, the patterns divide every word as pyphen itself divides it."""
    path = pyphen.LANGUAGES[code]
    ours, theirs = LazyPatterns(path), pyphen.HyphDict(path)
    letters = sorted({char for key in theirs.patterns for char in key if char.isalpha()})
    chance = random.Random(code)
    words = ["".join(chance.choices(letters, k=chance.randint(2, 18))) for _ in range(2000)]
    words += "Sicherheitsrat Zusammenarbeit partnership gouvernement соглашение cooperación".split()
    for word in words:
        assert ours.positions(word) == theirs.positions(word), word


def test_a_language_without_patterns_is_not_divided() -> None:
    """Where there are no patterns, there are no divisions."""
    assert find_divisions("대한민국정부수립", "ko") == ()
