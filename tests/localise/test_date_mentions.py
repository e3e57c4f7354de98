"""The data on how languages speak of times."""

from __future__ import annotations

import re

import pytest

from brief.intake.patterns import compile_patterns
from brief.intake.stretches import compile_surroundings
from brief.localise.date_mentions import load_date_phrases
from brief.localise.date_words import FOLDER

LANGUAGES = sorted(path.stem.split(".")[1] for path in FOLDER.glob("mentions.*.toml"))
SAYINGS = {"about", "perhaps", "since", "until", "before", "after"}
UNITS = {"day", "week", "month", "year", "decade", "weekday"}


def test_the_languages() -> None:
    """The eight languages of briefings have their patterns."""
    assert LANGUAGES == ["ar", "de", "en", "es", "fr", "ko", "ru", "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_can_be_used(language: str) -> None:
    """Every pattern compiles, and every word for a kind is known."""
    phrases = load_date_phrases(language)
    compile_patterns(phrases)
    compile_surroundings(phrases)
    assert {relation.says for relation in phrases.relations} == SAYINGS
    assert {pair.says for pair in phrases.pairs} == {"range", "between", "or"}
    assert {relative.unit for relative in phrases.relatives} <= UNITS
    assert {relative.base for relative in phrases.relatives} == {"text", "document"}
    assert all(relation.before or relation.behind for relation in phrases.relations)
    words = phrases.clauses
    for pattern in (words.sentence, words.clause, words.soft, words.lead, words.closing):
        re.compile(pattern)


def test_months_come_from_cldr() -> None:
    """Names in every form, shortened ones with a full stop and without; data add the rest."""
    german = load_date_phrases("de-AT").tables["month"]
    assert german["Jänner"] == german["Jän."] == "1"
    assert german["Dez."] == german["Dez"] == "12"
    assert "Mai." not in german
    russian = load_date_phrases("ru").tables["month"]
    assert russian["июня"] == russian["июнь"] == russian["июне"] == "6"
    assert load_date_phrases("en").tables["weekday"]["Sunday"] == "6"
    assert not any(
        sign.isdigit() for word in load_date_phrases("ko").tables["month"] for sign in word
    )
