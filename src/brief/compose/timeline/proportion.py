"""The foot of a figure whose scale breaks: what a centimetre means, and all of it to true scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from brief.compose.timeline.axis import MONTH, YEAR, AxisWords
from brief.compose.timeline.baseline import AXIS
from brief.compose.timeline.scale import Scale, Segment, make_scale
from brief.compose.timeline.scene import Area, Line, Mark, Words, rectangle
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import MILLIMETRE, Style

_ABOVE = 10.0  # from the figure to the labels
_ROW = 14.0
_BRACKET = 5.0  # from the labels to the brackets below them
_WEDGE = 14.0
_STRIP = 9.0
_GAP = 8.0  # between two labels
_EXACT = 0.04  # a rate is not rounded by more than this
_INSET = 1.5


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below the figure, and where it ends."""

    marks: tuple[Mark, ...] = ()
    words: tuple[Words, ...] = ()
    bottom: float = 0.0


def draw_proportion(
    statements: Statements, scale: Scale, top: float, axis: AxisWords, style: Style
) -> Foot:
    """Draw the rate of every stretch, and below it the whole to true scale, joined by wedges."""
    if not scale.breaks:
        return Foot(bottom=top)
    labels = _place_labels(scale.segments, axis)
    rows = 1 + max(row for _, _, row in labels)
    high = top + _ABOVE
    line = high + rows * _ROW + _BRACKET - 2
    words = tuple(
        Words(left, high + row * _ROW, axis.width(text) + 1, (text,), "tick", style.muted,
              style.small_leading, "scale", AXIS, align="centre")
        for left, text, row in labels
    )  # fmt: skip
    marks = (
        *_draw_brackets(scale, line, style),
        *_draw_wedges(scale, line, style),
        *_draw_strip(statements, scale, line + _WEDGE, style),
    )
    return Foot(marks, words, line + _WEDGE + _STRIP + 1)


def name_rate(segment: Segment, name: Callable[[str, int], str]) -> str:
    """Say what a centimetre of a segment means, in the largest unit that is exact enough."""
    days = 10 * MILLIMETRE / segment.pixels_a_day
    for unit, length in (("year", YEAR), ("month", MONTH), ("day", 1.0)):
        number = max(1, round(days / length))
        if abs(number * length - days) <= _EXACT * days:
            return name(unit, number)
    return name("hour", max(1, round(days * 24)))


def _place_labels(segments: Sequence[Segment], axis: AxisWords) -> list[tuple[float, str, int]]:
    """Give left edge, text and row of each label; one that is too wide takes a further row."""
    placed: list[tuple[float, str, int]] = []
    ends: list[float] = []
    for segment in segments:
        text = name_rate(segment, axis.rate)
        width = axis.width(text) + 1
        left = max(0.0, (segment.left + segment.right - width) / 2)
        row = next((r for r, end in enumerate(ends) if end + _GAP <= left), len(ends))
        ends[row : row + 1] = [left + width]
        placed.append((left, text, row))
    return placed


def _draw_brackets(scale: Scale, line: float, style: Style) -> Iterator[Line]:
    for segment in scale.segments:
        left, right = segment.left + _INSET, segment.right - _INSET
        if right > left:
            yield Line((left, line), (right, line), style.muted, 1.467, "rate")


def _draw_wedges(scale: Scale, line: float, style: Style) -> Iterator[Line]:
    true = _straighten(scale)
    for segment in scale.segments:
        for day, place, inset in (
            (segment.first, segment.left, _INSET), (segment.after, segment.right, -_INSET),
        ):  # fmt: skip
            ends = (place + inset, line), (true.place(day), line + _WEDGE)
            yield Line(*ends, style.hair, 0.667, "wedge")


def _draw_strip(statements: Statements, scale: Scale, top: float, style: Style) -> Iterator[Mark]:
    true, bottom = _straighten(scale), top + _STRIP
    ring = rectangle(scale.left, top, scale.right, bottom)
    yield Area((ring,), style.paper, "strip", "", style.muted, 0.667)
    for segment in scale.segments[1:]:
        place = true.place(segment.first)
        yield Line((place, top), (place, bottom), style.muted, 0.667, "strip")
    for moment in statements.moments:
        for centre in (moment.centre, *moment.others):
            place = true.place(centre)
            yield Line((place, top), (place, bottom), moment.look.colour, 1.2, "true",
                       moment.anchor)  # fmt: skip


def _straighten(scale: Scale) -> Scale:
    """Give the same stretch of time at one rate."""
    first, after = scale.segments[0].first, scale.segments[-1].after
    return make_scale(first, after, scale.left, scale.right)
