"""Take the lines of a PDF off its pages, and put them into the order in which they are read.

What comes again at the edges of pages is left out, notes at the foot of pages go to the end, and
a heading beside its text goes before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

LARGER = 1.12  # of the usual type: headings
_SMALLER = 0.88  # of the usual type: notes
_APART = 1.5  # of the usual distance of lines: what runs along the edge of pages stands apart
_EDGE = 3  # lines that may do so, above and below
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_BREAKS = re.compile(r"\r\n|\n|\r|(?<=\ufffe)")  # PDFium drops the break after a divided word


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its place in points from below, and the size of its type."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, those of its notes, and what was left out, each text once."""

    text: list[Line]
    notes: list[Line]
    left_out: list[str]
    usual: float


def read_lines(pdf: Any) -> Lines:
    """Read the lines of all pages."""
    pages = [list(_list_lines(pdf[number], number)) for number in range(len(pdf))]
    usual = find_usual([line for page in pages for line in page])
    running = _find_running(pages)
    text: list[Line] = []
    notes: list[Line] = []
    for page in pages:
        kept = [line for line in page if id(line) not in running]
        small = _find_notes(kept, usual)
        text += _bring_up([line for line in kept if id(line) not in small], usual)
        notes += [line for line in kept if id(line) in small]
    said = [line.text.strip() for page in pages for line in page if id(line) in running]
    first = {_NUMBERS.sub("0", each): each for each in reversed(said)}
    return Lines(text, notes, list(reversed(first.values())), usual)


def find_usual(lines: Sequence[Line]) -> float:
    """Give the size of type that most letters have."""
    letters = Counter[float]()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0


def find_leading(lines: Sequence[Line], usual: float) -> float:
    """Give the usual distance of lines in a paragraph: small, but not the smallest."""
    gaps = sorted(
        above.bottom - line.bottom
        for above, line in pairwise(lines)
        if above.page == line.page and 0.5 * usual < above.bottom - line.bottom < 4 * usual
    )
    return gaps[len(gaps) // 4] if gaps else usual * 1.3


def _list_lines(page: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of its content."""
    text = page.get_textpage()
    try:
        whole = text.get_text_range()
        start = 0
        for found in _BREAKS.finditer(whole):
            yield from _place(text, number, whole[start : found.start()], start)
            start = found.end()
        yield from _place(text, number, whole[start:], start)
    finally:
        text.close()
        page.close()


def _place(text: Any, page: int, piece: str, start: int) -> Iterator[Line]:
    boxes = []
    for at in range(start, min(start + len(piece), text.count_chars())):
        box = text.get_charbox(at, loose=True)
        if box[2] > box[0]:
            boxes.append(box)
    if not boxes or not piece.strip():
        return
    size = median(box[3] - box[1] for box in boxes)
    yield Line(
        page, piece, min(box[0] for box in boxes), max(box[2] for box in boxes),
        median(box[1] for box in boxes), size,
    )  # fmt: skip


def _find_running(pages: Sequence[Sequence[Line]]) -> set[int]:
    """Find the lines that come again at the edge of pages, numbers aside, and page numbers.

    Lines of a text are none of them, even if they differ in figures alone: what runs along the
    edge stands apart from the text.
    """
    if len(pages) < 2:
        return set()
    edges = [_list_edges(page) for page in pages]
    keys = Counter(key for page in edges for key in {_key(line) for line in page})
    numbered = sum(any(_is_number(line) for line in page) for page in edges)
    least = max(2, len(pages) // 3)
    return {
        id(line)
        for page in edges
        for line in page
        if keys[_key(line)] >= least or (_is_number(line) and numbered >= least)
    }


def _list_edges(page: Sequence[Line]) -> list[Line]:
    """List the few lines above and below a page that stand apart from its text."""
    falling = sorted(page, key=lambda line: -line.bottom)
    leading = find_leading(falling, find_usual(falling))
    edges: list[Line] = []
    for order in (falling, falling[::-1]):
        gaps = [
            at for at, (line, inner) in enumerate(pairwise(order[: _EDGE + 1]), 1)
            if abs(line.bottom - inner.bottom) > _APART * leading
        ]  # fmt: skip
        edges += order[: max(gaps, default=0)]
    return edges


def _is_number(line: Line) -> bool:
    return _NUMBERS.fullmatch(line.text.strip()) is not None


def _key(line: Line) -> tuple[str, int]:
    return _NUMBERS.sub("0", line.text.strip()), round(line.bottom / 4)


def _find_notes(page: Sequence[Line], usual: float) -> set[int]:
    """Find the lines in small type below all others of a page."""
    large = [line.bottom for line in page if line.size >= _SMALLER * usual]
    if not large:
        return set()
    return {id(line) for line in page if line.bottom < min(large) - 0.1 * usual}


def _bring_up(page: Sequence[Line], usual: float) -> list[Line]:
    """Put headings that stand in the margin before the text beside which they stand."""
    ordered: list[Line] = []
    for line in page:
        place = len(ordered)
        if line.size > LARGER * usual and ordered and ordered[-1].bottom < line.bottom:
            beside = (
                at for at, other in enumerate(ordered)
                if other.bottom <= line.bottom + line.size / 2
                and (other.left >= line.right or other.right <= line.left)
            )  # fmt: skip
            place = next(beside, place)
        ordered.insert(place, line)
    return ordered
