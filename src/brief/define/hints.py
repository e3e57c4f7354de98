"""Guess what an author meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

_MAX_LISTED = 12


def suggest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the hint “did you mean” for the closest of the known words, or no hint."""
    found = closest(word, known)
    return () if found is None else (f"did you mean `{found}`?",)


def suggest_or_list(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """Give the hint “did you mean”, or else list what is known."""
    if hint := suggest(word, known):
        return hint
    if not known:
        return ()
    listed = ", ".join(f"`{item}`" for item in known[:_MAX_LISTED])
    return (f"known here: {listed}{' and more' if len(known) > _MAX_LISTED else ''}",)


def closest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is closest in spelling, upper and lower case being the same."""
    by_form = {_form(item): item for item in known}
    found = difflib.get_close_matches(_form(word), by_form, 1, 0.6)
    return by_form[found[0]] if found else None


def _form(word: str) -> str:
    return word[:80].lower().replace("_", "-").replace(" ", "-")
