"""Passages: characters of an author together with the place of each of them.

A passage is a whole file, a scalar of YAML or a part of either. However it was cut and joined,
it can say where in the file any of its characters stands.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from brief.diag.diagnostic import Place

_FAR = 1 << 40
Run = tuple[int, int, int]  # an offset, and the line and column at which its character stands


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with its places; from the offset of each run to the next, columns count on."""

    text: str
    file: str
    runs: tuple[Run, ...] = ((0, 1, 1),)

    def locate(self, offset: int) -> tuple[int, int]:
        """Give line and column of a character, both from 1."""
        start, line, column = self.runs[self._run_at(offset)]
        return line, column + offset - start

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Give the place of the characters from `start` up to, but without, `end`."""
        end = len(self.text) if end is None else min(end, len(self.text))
        line, column = self.locate(start)
        if end <= start:
            return Place(self.file, line, column, line, column + 1)
        end_line, end_column = self.locate(end - 1)
        return Place(self.file, line, column, end_line, end_column + 1)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Give a part of the passage."""
        end = len(self.text) if end is None else end
        inside = self.runs[self._run_at(start) + 1 : self._run_at(max(start, end - 1)) + 1]
        later = [(offset - start, line, column) for offset, line, column in inside]
        return Passage(self.text[start:end], self.file, ((0, *self.locate(start)), *later))

    def lines(self) -> list[Passage]:
        """Give the lines, without what ends them."""
        made = []
        start = 0
        for line in self.text.split("\n"):
            made.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return made

    def strip(self) -> Passage:
        """Give the passage without blanks at its ends."""
        stripped = self.text.strip()
        start = self.text.find(stripped) if stripped else 0
        return self.cut(start, start + len(stripped))

    def _run_at(self, offset: int) -> int:
        return max(0, bisect_right(self.runs, (offset, _FAR, 0)) - 1)


def whole_file(text: str, file: str) -> Passage:
    """Give the text of a file as a passage."""
    runs: list[Run] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), start=1):
        runs.append((offset, number, 1))
        offset += len(line) + 1
    return Passage(text, file, tuple(runs))


def join_passages(parts: Sequence[Passage], glues: Sequence[str]) -> Passage:
    """Join passages of one file; `glues` stand between them, one fewer than parts."""
    runs: list[Run] = []
    text: list[str] = []
    offset = 0
    for part, glue in zip(parts, (*glues, ""), strict=True):
        runs += [(offset + start, line, column) for start, line, column in part.runs]
        text += (part.text, glue)
        offset += len(part.text) + len(glue)
    return Passage("".join(text), parts[0].file, tuple(runs))


def join_lines(lines: Sequence[Passage]) -> Passage:
    """Join the lines of a paragraph: with a space, but without one between Chinese characters."""
    kept = [stripped for stripped in (line.strip() for line in lines) if stripped.text]
    if not kept:
        return lines[0].cut(0, 0)
    glues = [
        "" if _is_ideographic(left.text[-1]) and _is_ideographic(right.text[0]) else " "
        for left, right in pairwise(kept)
    ]
    return join_passages(kept, glues)


def _is_ideographic(char: str) -> bool:
    """Tell whether a character belongs to a script that has no spaces (not Hangul)."""
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
