"""Where the lines of a legend end: at its categories if that does, and no entry is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

GAP = 15.0  # between entries, in pixels
SIGN_GAP = 5.0  # between the sign of an entry and its meaning
_SLACK = 4.0  # less than any entry needs, more than measures of text differ by
_MOST = 16  # entries; more are taken as they come

Line = tuple[int, int]  # the first entry, and the one after the last


def space_entries(widths: Sequence[float], measure: float, categories: int) -> tuple[float, ...]:
    """Give the space after each entry, in pixels, that makes lines end where they should.

    `widths` are those of the entries, of which the first `categories` belong together; `measure`
    is the width of a line. There are as few lines as possible.
    """
    spaces = [GAP] * len(widths)
    for start, end in _choose_lines(widths, measure, categories)[:-1]:
        spaces[end - 1] = max(0.0, measure - _SLACK - _width(widths, (start, end)))
    return tuple(spaces)


def _choose_lines(widths: Sequence[float], measure: float, categories: int) -> tuple[Line, ...]:
    """Choose the best of all ways to fill the least number of lines."""
    count = len(_fill(widths, measure))
    if count < 2 or len(widths) > _MOST:
        return _fill(widths, measure)

    def rate(lines: tuple[Line, ...]) -> tuple[int, bool, float]:
        alone = sum(end - start == 1 for start, end in lines)
        shown = [_width(widths, line) for line in lines]
        return alone, all(start != categories for start, _ in lines), max(shown) - min(shown)

    ways = [way for way in _list_ways(len(widths), count) if _fits(way, widths, measure)]
    return min(ways, key=rate, default=_fill(widths, measure))


def _list_ways(entries: int, count: int) -> Iterator[tuple[Line, ...]]:
    """List all ways to put entries into `count` lines in their order."""
    for breaks in combinations(range(1, entries), count - 1):
        yield tuple(pairwise((0, *breaks, entries)))


def _fits(lines: tuple[Line, ...], widths: Sequence[float], measure: float) -> bool:
    return all(_width(widths, line) + GAP <= measure - _SLACK for line in lines)


def _fill(widths: Sequence[float], measure: float) -> tuple[Line, ...]:
    """Fill line after line, as the page does; the space after an entry counts."""
    lines: list[Line] = []
    start = 0
    for number in range(1, len(widths) + 1):
        full = number == len(widths) or _width(widths, (start, number + 1)) + GAP > measure - _SLACK
        if full:
            lines.append((start, number))
            start = number
    return tuple(lines)


def _width(widths: Sequence[float], line: Line) -> float:
    start, end = line
    return sum(widths[start:end]) + GAP * (end - start - 1)
