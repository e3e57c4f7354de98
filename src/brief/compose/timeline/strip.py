"""The strip: a timeline of one line for the head of a page, at most 14 mm high.

Every event is a stroke at its date, with a marker where there is room; the strokes of the most
important rise to their short titles. Bars of spans have no room for the shape of a category, and
so they have no colour of one. Words that are not drawn are in the alternative text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.compose.timeline import baseline
from brief.compose.timeline.axis import AxisWords, list_ticks
from brief.compose.timeline.horizontal import END, START, Plan
from brief.compose.timeline.markers import draw_marker
from brief.compose.timeline.scale import Scale, make_scale
from brief.compose.timeline.scene import Area, Line, Mark, Scene, Words, rectangle
from brief.compose.timeline.statements import Moment, Statements, Stretch
from brief.compose.timeline.style import MILLIMETRE, Style

HIGHEST = 14 * MILLIMETRE
_RADIUS, _REACH = 3.6, 4.2
_STROKE = 1.2
_TICK = 4.0
_BAR, _PITCH = 2.4, 3.4
_MOST_BARS = 3
_GAP = 6.0
_PAD = 4.0  # between the stroke of an event and its title


@dataclass(frozen=True, slots=True)
class _Flag:
    """The title of an event beside its stroke, on the side where it has room."""

    moment: Moment
    left: float
    width: float
    align: str


def plan_strip(statements: Statements, style: Style, axis: AxisWords) -> Plan | None:
    """Lay out a strip; None if it would have lanes, or more than three spans at a time."""
    scale = make_scale(statements.first, statements.after, START, style.width - END)
    rows = _pack(statements.spans, scale)
    if statements.is_parted or rows is None:
        return None
    chosen = tuple(_choose_flags(statements.moments, scale, style))
    for flags in (chosen, ()):
        scene = _compose(statements, scale, rows, flags, style, axis)
        if scene.height <= HIGHEST:
            return Plan(scene, 0.0, 0.0, scale)
    return None


def _compose(
    statements: Statements,
    scale: Scale,
    rows: Sequence[int],
    flags: Sequence[_Flag],
    style: Style,
    axis: AxisWords,
) -> Scene:
    line = 2 * _REACH + 1 + (style.small_leading if flags else 0)
    below = line + (1 + max(rows, default=-1)) * _PITCH
    ticks = [tick for tick in list_ticks(scale, style.width, axis) if tick.label]
    words = baseline.write_ticks(ticks, below - _TICK, axis, style)
    marks: tuple[Mark, ...] = (
        Line((0, line), (style.width, line), style.ink, 1.467, "axis"),
        *_draw_ticks([tick.place for tick in ticks], line, below, style),
        *_draw_bars(statements.spans, rows, scale, line, style),
        *_draw_poles(flags, scale, line),
        *_draw_events(statements.moments, scale, line, style),
    )
    height = below - _TICK + baseline.measure_labels(ticks) - 2
    return Scene(style.width, height, marks, (*_write_titles(flags, style), *words))


def _choose_flags(moments: Sequence[Moment], scale: Scale, style: Style) -> Iterator[_Flag]:
    """Give the titles of the most important events, as many as stand beside each other."""
    taken: list[tuple[float, float]] = []
    for moment in moments:
        width = style.text.width(moment.words.short, style.legend)
        place = scale.place(moment.centre)
        sides = (place + _PAD, "start"), (place - _PAD - width, "end")
        for left, align in sides if moment.rank == 0 else ():
            low, high = min(left, place - _STROKE), max(left + width, place + _STROKE)
            free = all(high + _GAP <= a or b + _GAP <= low for a, b in taken)
            if free and left >= 0 and left + width <= style.width:
                taken.append((low, high))
                yield _Flag(moment, left, width, align)
                break


def _write_titles(flags: Sequence[_Flag], style: Style) -> Iterator[Words]:
    for flag in flags:
        words = flag.moment.words
        yield Words(flag.left, 0, flag.width, (words.short,), "strip", style.ink,
                    style.small_leading, "label", baseline.AXIS, flag.align,
                    words.language)  # fmt: skip


def _draw_poles(flags: Sequence[_Flag], scale: Scale, line: float) -> Iterator[Line]:
    """Let the strokes of events reach their titles."""
    for flag in flags:
        place, moment = scale.place(flag.moment.centre), flag.moment
        yield Line((place, line), (place, 2), moment.look.colour, _STROKE, "pole", moment.anchor)


def _pack(spans: Sequence[Stretch], scale: Scale) -> list[int] | None:
    """Give each span the first row that is free; None if there are too many at a time."""
    ends: list[float] = []
    rows = []
    for span in spans:
        left, right = _reach(span, scale)
        row = next((r for r, end in enumerate(ends) if end + 1 <= left), len(ends))
        if row >= _MOST_BARS:
            return None
        ends[row : row + 1] = [right]
        rows.append(row)
    return rows


def _reach(span: Stretch, scale: Scale) -> tuple[float, float]:
    left = scale.place(span.outer_first)
    return left, max(scale.place(span.outer_after), left + 2)


def _draw_bars(
    spans: Sequence[Stretch], rows: Sequence[int], scale: Scale, line: float, style: Style
) -> Iterator[Area]:
    for span, row in zip(spans, rows, strict=True):
        left, right = _reach(span, scale)
        top = line + 2.2 + row * _PITCH
        ring = rectangle(left, top, right, top + _BAR)
        yield Area((ring,), style.muted, "bar", span.anchor)


def _draw_ticks(places: Sequence[float], line: float, below: float, style: Style) -> Iterator[Line]:
    for place in places:
        yield Line((place, line), (place, below + 2.0), style.ink, 0.6, "tick")


def _draw_events(
    moments: Sequence[Moment], scale: Scale, line: float, style: Style
) -> Iterator[Mark]:
    """Draw a stroke for every event, and the markers that touch no other, by importance."""
    for moment in moments:
        for centre in (moment.centre, *moment.others):
            place = scale.place(centre)
            ends = (place, line - 2 * _REACH), (place, line)
            yield Line(*ends, moment.look.colour, _STROKE, "stroke", moment.anchor)
    taken: list[float] = []
    for moment in sorted(moments, key=lambda each: each.rank):
        place = scale.place(moment.centre)
        if all(abs(place - other) > 2 * _REACH + 1 for other in taken):
            taken.append(place)
            hollow = moment.vague or moment.doubted
            yield draw_marker(moment.look, (place, line - _REACH), _RADIUS, style, role="marker",
                              ref=moment.anchor, hollow=hollow)  # fmt: skip
