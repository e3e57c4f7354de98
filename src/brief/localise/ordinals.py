"""Ordinal numbers as `19th`, in languages whose wording of centuries needs them."""

from __future__ import annotations

_ENGLISH = {1: "st", 2: "nd", 3: "rd"}


def word_ordinal(number: int, language: str) -> str:
    """Write an ordinal number in figures; languages without endings give the bare number."""
    if language != "en":
        return str(number)
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else _ENGLISH.get(number % 10, 'th')}"
