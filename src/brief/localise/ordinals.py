"""Ordinal numbers of centuries and days, as the table of a language asks for them.

`style = "english"` gives `19th`, `"roman"` XIX with a `suffix` that is another for the first
(`XIXe`, `Ier`), `"words"` the words of the table, and no style the bare figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ENGLISH = {1: "st", 2: "nd", 3: "rd"}
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


@dataclass(frozen=True, slots=True)
class Ordinals:
    """How a language writes ordinals; `oblique` words follow prepositions."""

    style: str = ""
    suffix: str = ""
    first: str = ""
    words: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()

    def write(self, number: int) -> str:
        """Write an ordinal by itself; beyond its words a language has figures."""
        if self.style == "english":
            teens = number % 100 in (11, 12, 13)
            return f"{number}{'th' if teens else _ENGLISH.get(number % 10, 'th')}"
        if self.style == "roman":
            return write_roman(number) + (self.first if number == 1 else self.suffix)
        return _pick(self.words, number)

    def write_oblique(self, number: int) -> str:
        """Write an ordinal behind a preposition or a noun."""
        return _pick(self.oblique, number) if self.oblique else self.write(number)


def read_ordinals(table: Mapping[str, Any]) -> Ordinals:
    """Take the ordinals out of the table of a language."""
    words, oblique = tuple(table.get("words", ())), tuple(table.get("oblique", ()))
    texts = {name: str(table.get(name, "")) for name in ("style", "suffix", "first")}
    return Ordinals(**texts, words=words, oblique=oblique)


def write_roman(number: int) -> str:
    """Write a number in Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _pick(words: tuple[str, ...], number: int) -> str:
    return words[number - 1] if number <= len(words) else str(number)
