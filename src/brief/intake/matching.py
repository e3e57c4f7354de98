"""Find the blocks of an earlier version in a newer one, so that they keep their ids."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[\w’']+|[\u3040-\u9fff]")
_LEAST = 0.5  # likeness of words from which a block is the same one, reworded
_SHARED = 0.3  # of its words, below which likeness is not looked at


@dataclass(frozen=True, slots=True)
class Known:
    """A block of the earlier version: its id, its Markdown, and the section that it stands in."""

    id: str
    text: str
    section: str = ""


def match_blocks(known: Sequence[Known], texts: Sequence[str]) -> list[Known | None]:
    """Give for every text the earlier block that it is, or None if it is a new one.

    Equal words come first, in order; what is left is paired by likeness, the closest pairs first
    and, among equals, those that stand closest to where they stood.
    """
    words = [_words(block.text) for block in known]
    wanted = [_words(text) for text in texts]
    found: list[Known | None] = [None] * len(texts)
    free = dict(enumerate(words))
    by_words: dict[tuple[str, ...], list[int]] = {}
    for at, one in free.items():
        by_words.setdefault(one, []).append(at)
    for at, one in enumerate(wanted):
        if places := by_words.get(one):
            place = places.pop(0)
            found[at] = known[place]
            del free[place]
    kinds = {one: frozenset(one) for one in (*wanted, *free.values())}
    pairs = [
        (likeness, -abs(at / max(1, len(texts)) - place / max(1, len(known))), at, place)
        for at, one in enumerate(wanted)
        if found[at] is None
        for place, other in free.items()
        if _share_words(kinds[one], kinds[other])
        if (likeness := _compare(one, other)) >= _LEAST
    ]
    for _, _, at, place in sorted(pairs, reverse=True):
        if found[at] is None and place in free:
            found[at] = known[place]
            del free[place]
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _share_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts have enough words in common for a closer look."""
    return bool(one) and len(one & other) >= _SHARED * max(len(one), len(other))


def _compare(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Give how alike two texts are, 0 to 1, by the words that they share in order."""
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
