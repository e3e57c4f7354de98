"""Eras behind everything: tints with their names at the top, rules where one ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from brief.compose.timeline.scale import Scale
from brief.compose.timeline.scene import Area, Line, Words, rectangle
from brief.compose.timeline.statements import Border, Stretch
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

ROW = 20.0
_PAD = 5.0
_GAP = 8.0
_DASH = (2.6, 2.6)
_NEAR = 12.0  # an era that begins so near to the first date fills the figure to its side


@dataclass(frozen=True, slots=True)
class Era:
    """An era on the page: its edges, its row of names, and its words."""

    span: Stretch
    left: float
    right: float
    row: int
    name_left: float
    name: tuple[str, ...]
    name_width: float
    date: str
    date_width: float
    tinted: bool


def arrange_eras(
    eras: Sequence[Stretch],
    scale: Scale,
    width: float,
    events: Sequence[float],
    name: Wrapper,
    date: Wrapper,
) -> list[Era]:
    """Place eras and their names; a name that is wider than its era takes a further row.

    Where it would not fit, the short name stands for the long one, and the date is left out.
    Eras that share a year meet at the event of that year; `events` are the places of all.
    """
    placed: list[Era] = []
    ends: list[float] = []
    edges = [
        _find_edges(span, scale, width, first=number == 0, last=number == len(eras) - 1)
        for number, span in enumerate(eras)
    ]
    for number, (span, (left, right)) in enumerate(zip(eras, _join(edges, events), strict=True)):
        lines, name_width = _set_name(span, right - left, width, name)
        date_width = date.width(span.words.date)
        taken = name_width + _GAP + date_width
        dated = taken + 2 * _PAD <= right - left
        taken = taken if dated else name_width
        name_left = max(_PAD, min(left + _PAD, width - _PAD - taken))
        row = _find_row(ends, name_left, len(lines))
        ends += [0.0] * (row + len(lines) - len(ends))
        ends[row : row + len(lines)] = [name_left + taken] * len(lines)
        placed.append(
            Era(span, left, right, row, name_left, lines, name_width,
                span.words.date if dated else "", date_width, number % 2 == 0)
        )  # fmt: skip
    return placed


def _set_name(
    span: Stretch, own: float, width: float, name: Wrapper
) -> tuple[tuple[str, ...], float]:
    """Give the name in one line, or in more if it is wider than the whole figure."""
    text, short = span.words.title, span.words.short
    if short and name.width(text) + 2 * _PAD > own:
        text = short
    lines = name.wrap(text, width - 2 * _PAD)
    return lines.lines, lines.width


def _find_row(ends: Sequence[float], left: float, count: int) -> int:
    """Give the first of so many rows that are free from `left` on."""
    row = 0
    while any(end + _PAD > left for end in ends[row : row + count]):
        row += 1
    return row


def draw_tints(eras: Iterable[Era], top: float, bottom: float, style: Style) -> Iterator[Area]:
    """Draw the grounds; they alternate, so that a rule and a change of tone mark the edge."""
    for era in eras:
        fill = style.tint if era.tinted else style.paper
        ring = rectangle(era.left, top, era.right, bottom)
        yield Area((ring,), fill, "era", era.span.anchor)


def list_edges(eras: Iterable[Era], width: float) -> tuple[float, ...]:
    """Give the places where an era begins or ends inside the figure."""
    found = {edge for era in eras for edge in (era.left, era.right)}
    return tuple(sorted(edge for edge in found if 1 < edge < width - 1))


def draw_edges(
    edges: Iterable[float], top: float, bottom: float, words: Sequence[Words], style: Style
) -> Iterator[Line]:
    """Draw a dashed rule at every edge, cut where words are."""
    for edge in edges:
        for low, high in cut_rule(edge, top, bottom, words):
            yield Line((edge, low), (edge, high), style.hair, 0.667, "era-edge", "", _DASH)


def cut_rule(
    place: float, top: float, bottom: float, words: Sequence[Words]
) -> Iterator[tuple[float, float]]:
    """Give the pieces of an upright rule that pass no words."""
    for low, high in _list_gaps(place, words):
        if min(low, bottom) > top + 1:
            yield top, min(low, bottom)
        top = max(top, high)
    if bottom > top + 1:
        yield top, bottom


def tell_grounds(words: Iterable[Words], eras: Sequence[Era], style: Style) -> Iterator[Words]:
    """Tell every word the colour that it stands on."""
    for word in words:
        middle = (word.left + word.right) / 2
        tinted = any(era.tinted and era.left <= middle <= era.right for era in eras)
        yield replace(word, ground=style.tint if tinted else style.paper)


def write_names(eras: Iterable[Era], top: float, style: Style) -> Iterator[Words]:
    """Write the names at the top, with their dates where there is room."""
    for era in eras:
        high = top + 3 + era.row * ROW
        yield Words(era.name_left, high, era.name_width, era.name, "era", style.muted,
                    style.small_leading, "era", era.span.anchor,
                    language=era.span.words.language)  # fmt: skip
        if era.date:
            left = era.name_left + era.name_width + _GAP
            yield Words(left, high, era.date_width, (era.date,), "era-date", style.muted,
                        style.small_leading, "era-date", era.span.anchor)  # fmt: skip


def count_rows(eras: Iterable[Era]) -> int:
    """Count the rows that names take."""
    return max((era.row + len(era.name) for era in eras), default=0)


def _find_edges(
    span: Stretch, scale: Scale, width: float, *, first: bool, last: bool
) -> tuple[float, float]:
    """Give the edges; an era that begins before the figure or goes on fills it to the side.

    So do the first and the last of all if they end near the side.
    """
    left = 0.0 if span.start is Border.OPEN else scale.place(span.inner_first)
    right = width if span.end is Border.OPEN else scale.place(span.inner_after)
    if first and scale.place(span.outer_first) <= scale.left + _NEAR:
        left = 0.0
    if last and scale.place(span.outer_after) >= scale.right - _NEAR:
        right = width
    left = min(max(left, 0.0), width)
    return left, min(max(right, left), width)


def _join(edges: list[tuple[float, float]], events: Sequence[float]) -> list[tuple[float, float]]:
    """Let two eras that overlap meet: at the event that parts them, or half-way."""
    joined = list(edges)
    for number in range(1, len(joined)):
        (left, before), (begin, right) = joined[number - 1], joined[number]
        if left < begin < before < right:
            between = [place for place in events if begin <= place <= before]
            edge = between[-1] if between else (begin + before) / 2
            joined[number - 1], joined[number] = (left, edge), (edge, right)
    return joined


def _list_gaps(edge: float, words: Sequence[Words]) -> list[tuple[float, float]]:
    gaps = [
        (word.top - 1, word.bottom + 1) for word in words if word.left - 3 < edge < word.right + 3
    ]
    return sorted(gaps)
