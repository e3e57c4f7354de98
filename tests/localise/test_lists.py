"""Lists in words, beside ICU, which has the same patterns of CLDR and own code for euphony.

What ICU prints is what we print, but for words that begin with an accented vowel in Spanish.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from brief.localise.lists import Style, find_lists

TAGS = (
    *("de", "en-GB", "en", "fr", "es", "ru", "ar", "zh-Hans", "zh-Hant", "ko", "ja", "it", "pt"),
    *("pt-PT", "uk", "tr", "he", "hi", "pl", "nl", "sv", "da", "fi", "nb", "cs", "hu", "bg", "el"),
    *("ro", "fa", "vi", "id", "th", "de-CH", "fr-CH", "es-MX", "es-419", "sr", "hr", "sk", "lt"),
    *("lv", "et", "sl", "ca", "ur", "bn", "mr", "my", "ka", "hy", "mn", "kk", "az", "ms", "sw"),
)
# What conjunctions listen to: vowels, an h before them, figures, letters of another script.
WORDS = (
    *("Italia", "India", "hijos", "hielo", "hiato", "Hiroshima", "hi", "inglés", "yodo", "Oslo"),
    *("otoño", "hora", "hotel", "8", "80", "8 de mayo", "11", "11 de mayo", "110", "h", "H", "i"),
    *("o", "Rusia", "Korea", "רוסיה", "ישראל", "ירושלים", "NATO", "Россия", "中国", "مصر", "2024"),
    *("{0}", "a b", "Île", "“Ida”", "ho", "hola", "hie", "HI", "HO", "hia"),
)
LISTS = 200


def draw_lists(tag: str) -> list[list[str]]:
    """Draw lists of one to six words, always the same for a tag."""
    chance = random.Random(tag)
    return [chance.choices(WORDS, k=chance.randint(1, 6)) for _ in range(LISTS)]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("style", ["standard", "or"])
def test_as_icu(tag: str, style: Style) -> None:
    """Every list reads as ICU has it, in any language and both kinds."""
    icu: Any = pytest.importorskip("icu", reason="ICU is not installed (pyicu-wheels)")
    kind = icu.UListFormatterType.OR if style == "or" else icu.UListFormatterType.AND
    formatter = icu.ListFormatter.createInstance(
        icu.Locale.forLanguageTag(tag), kind, icu.UListFormatterWidth.WIDE
    )
    lists = find_lists(tag, style)
    pairs = [(lists.join(words), formatter.format(words)) for words in draw_lists(tag)]
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("style", "items", "wanted"),
    [
        ("standard", ["Rusia", "Índia"], "Rusia e Índia"),
        ("standard", ["Rusia", "China", "Irán"], "Rusia, China e Irán"),
        ("standard", ["fuego", "hielo"], "fuego y hielo"),
        ("standard", ["Irán", "Rusia"], "Irán y Rusia"),
        ("or", ["Roma", "Óbidos"], "Roma u Óbidos"),
        ("or", ["7", "8"], "7 u 8"),
        ("or", ["10", "110"], "10 o 110"),
    ],
)
def test_spanish(style: Style, items: list[str], wanted: str) -> None:
    """`y` and `o` give way to `e` and `u` before their own sound, accented or not."""
    assert find_lists("es", style).join(items) == wanted


def test_short_lists() -> None:
    """No item, one and two have no comma; the patterns of two and of more may differ."""
    lists = find_lists("en-GB")
    made = [lists.join(list("abcd")[:count]) for count in range(5)]
    assert made == ["", "a", "a and b", "a, b and c", "a, b, c and d"]
    assert find_lists("en").join(list("abc")) == "a, b, and c"
