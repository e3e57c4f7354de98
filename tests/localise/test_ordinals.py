"""Ordinals of dates beside ICU's rules for numbers, for the languages that write them."""

from __future__ import annotations

from typing import Any

import pytest

from brief.localise.date_words import load_words
from brief.localise.ordinals import write_roman

icu: Any = pytest.importorskip("icu", reason="ICU is not installed (pyicu-wheels)")


def spell(number: int, language: str, rules: str, *, words: bool = False) -> str:
    """Write an ordinal with the rules of ICU, in figures or in words."""
    kind = icu.URBNFRuleSetTag.SPELLOUT if words else icu.URBNFRuleSetTag.ORDINAL
    formatter = icu.RuleBasedNumberFormat(kind, icu.Locale(language))
    formatter.setDefaultRuleSet(rules)
    return " ".join(str(formatter.format(number)).split())


def test_english() -> None:
    """19th, 21st, 112th: figures with their letters."""
    ordinals = load_words("en").ordinals
    for number in range(1, 1000):
        assert ordinals.write(number) == spell(number, "en", "%digits-ordinal")


def test_french() -> None:
    """Roman figures have the letters that ICU has behind Arabic ones: XIXe, Ier."""
    ordinals = load_words("fr").ordinals
    for number in range(1, 100):
        letters = spell(number, "fr", "%digits-ordinal-masculine").lstrip("0123456789")
        assert ordinals.write(number) == write_roman(number) + letters


def test_arabic() -> None:
    """Centuries are counted in words."""
    ordinals = load_words("ar").ordinals
    for number in range(1, 26):
        assert ordinals.write(number) == spell(
            number, "ar", "%spellout-ordinal-masculine", words=True
        )


def test_roman() -> None:
    """Roman figures are those of ICU."""
    formatter = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.NUMBERING_SYSTEM, icu.Locale("en"))
    formatter.setDefaultRuleSet("%roman-upper")
    for number in range(1, 3000):
        assert write_roman(number) == formatter.format(number)


@pytest.mark.parametrize(("language", "century"), [("de", "19. Jahrhundert"), ("zh", "19世纪")])
def test_bare_figures(language: str, century: str) -> None:
    """Where ICU has a point behind the figure, or nothing, so has the century."""
    words = load_words(language)
    assert f"{words.word('century', n=19, o=words.ordinals.write(19))}" == century
