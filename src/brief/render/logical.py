"""The order of reading in the structure tree, for text that is written from right to left.

A page is painted from left to right, so the content of a Hebrew or Arabic line stands in the order
of its glyphs, the last letter first. Whoever goes by the places of glyphs turns it around; whoever
goes by the structure tree (a screen reader) would hear it backwards. There such a text is held by
an element that says its words itself, by `ActualText` (ISO 32000-1, 14.9.4), over as many lines
as it has.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from brief.render.structure import Node

_UNSEEN = str.maketrans("", "", "\u00ad\u2060\u2066\u2067\u2068\u2069")
_NO_SPACE_AFTER = "-\u2010\u05be/"  # lines may end behind these without a space


class Words:
    """Hold the words of lines; knows on which line each element has its last ones."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._lines: dict[int, tuple[int, float]] = {}

    def hold(self, box: Any, page: int, holder: Node) -> Node:
        """Give the element that takes the content of a text box, with its words if it needs them.

        Text that goes on behind the last words of `holder` goes on in the same element.
        """
        text = box.text.translate(_UNSEEN)
        if not _runs_left(text):
            return holder
        last = holder.kids[-1] if holder.kids else None
        node = last if isinstance(last, Node) and last.words else holder.add("Span")
        line = (page, round(box.position_y + box.baseline, 1))
        same = self._lines.get(id(node)) == line
        node.words = node.words + text if same else _join(node.words, text)
        self._lines[id(node)] = line
        return node


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _join(before: str, text: str) -> str:
    """Join the words of a line to those before it, parted by the space that ended that line."""
    parted = not before or before[-1].isspace() or before[-1] in _NO_SPACE_AFTER
    return before + text if parted or text[:1].isspace() else f"{before} {text}"
