"""Draw events: the mark on the axis, the pole, and the label flush to it.

What is sure looks solid: a filled marker for an exact date, a hollow one for any other, a comb
where the event lies somewhere in a period, brackets where one day of a period is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.compose.timeline.markers import (
    RADIUS,
    RADIUS_MAJOR,
    draw_bracket,
    draw_dot,
    draw_marker,
    draw_question,
    draw_swelling_comb,
)
from brief.compose.timeline.poles import Pole
from brief.compose.timeline.scale import Scale
from brief.compose.timeline.scene import Area, Line, Mark, Words, rectangle
from brief.compose.timeline.staircase import PAD, Placed
from brief.compose.timeline.statements import Moment
from brief.compose.timeline.style import Style

_WIDE = 7.0  # a period that is drawn wider than this is drawn as a period
_COMB = 3.4  # half the height of a comb
_LEVELS = ((-3.4, 0.0), (-7.8, -4.4))  # where two combs share their time
_BRACKET = 6.0
_PERIOD = 2.0
_POLE, _POLE_MAJOR = 0.8, 1.467
AGAIN = 3.2  # radius of the marks at which an event came again
_DOT = 1.8


@dataclass(frozen=True, slots=True)
class Event:
    """An event on the page: its pole and its placed label.

    `up` is 1 where the pole stands on the axis and -1 where it hangs below it.
    """

    moment: Moment
    pole: Pole
    placed: Placed
    up: int = 1

    @property
    def top(self) -> float:
        """How far the label reaches from the axis."""
        return self.placed.bottom + self.placed.label.height

    @property
    def stroke(self) -> float:
        """How thick the pole is."""
        return _POLE_MAJOR if self.moment.rank == 0 else _POLE


def write_label(event: Event, line: float, style: Style) -> Iterator[Words]:
    """Write date and title; `line` is the height of the axis."""
    moment, placed, label = event.moment, event.placed, event.placed.label
    top = line - event.top if event.up > 0 else line + placed.bottom
    left = event.pole.at + PAD if placed.side > 0 else event.pole.at - PAD - label.width
    align = "start" if placed.side > 0 else "end"
    yield Words(left, top, label.width, label.date, "date", moment.look.colour,
                style.title_leading, "event-date", moment.anchor, align)  # fmt: skip
    top += len(label.date) * style.title_leading
    yield Words(left, top, label.width, label.title, "title", style.ink, style.title_leading,
                "event", moment.anchor, align, moment.words.language)  # fmt: skip


def draw_periods(events: Sequence[Event], scale: Scale, line: float) -> Iterator[Mark]:
    """Draw the time in which each event lies, where it is wide enough to be seen.

    Where two combs meet, one lies on the axis and the other above it.
    """
    combs: list[tuple[float, float, Moment]] = []
    for event in events:
        moment = event.moment
        left, right = scale.place(moment.first), scale.place(moment.after)
        if right - left < _WIDE:
            continue
        if moment.choice:
            yield from _draw_brackets(moment, left, right, line)
        elif moment.vague:
            combs.append((left, right, moment))
        else:
            ring = rectangle(left, line - _PERIOD, right, line + _PERIOD)
            yield Area((ring,), moment.look.colour, "range", moment.anchor)
    yield from _draw_combs(combs, line)


def draw_pole(event: Event, line: float, foot: float) -> Iterator[Line]:
    """Draw the pole, and the foot from its raised marker to its date; feet are `foot` high."""
    moment, pole = event.moment, event.pole
    low = line - event.up * foot if pole.raised else line
    if pole.raised:
        ends = (pole.place, line), (pole.at, low)
        yield Line(*ends, moment.look.colour, event.stroke, "foot", moment.anchor)
    ends = (pole.at, low), (pole.at, line - event.up * (event.top - 2))
    yield Line(*ends, moment.look.colour, event.stroke, "pole", moment.anchor)


def draw_marks(
    event: Event, scale: Scale, line: float, foot: float, style: Style
) -> Iterator[Mark]:
    """Draw the marker of an event, and dots at its date and at every time it came again."""
    moment, pole = event.moment, event.pole
    colour, ref = moment.look.colour, moment.anchor
    at = (pole.at, line - event.up * foot if pole.raised else line)
    if pole.raised:
        yield draw_dot((pole.place, line), _DOT, colour, ref=ref)
    large = moment.rank == 0 or moment.doubted
    hollow = moment.vague or moment.doubted
    for other in moment.others:
        place = (scale.place(other), line)
        yield draw_marker(moment.look, place, AGAIN, style, role="again", ref=ref, hollow=hollow)
    radius = RADIUS_MAJOR if large else RADIUS
    yield draw_marker(moment.look, at, radius, style, role="marker", ref=ref, hollow=hollow)
    if moment.doubted:
        yield from draw_question(at, radius * 1.25, colour, ref=ref)


def _draw_brackets(moment: Moment, left: float, right: float, line: float) -> Iterator[Area]:
    for x, inward in ((left, 1.0), (right, -1.0)):
        yield draw_bracket(x, line - _BRACKET, line + _BRACKET, inward, moment.look.colour,
                           role="range", ref=moment.anchor)  # fmt: skip


def _draw_combs(combs: list[tuple[float, float, Moment]], line: float) -> Iterator[Area]:
    combs = sorted(combs, key=lambda comb: comb[:2])
    level = 1
    for number, (left, right, moment) in enumerate(combs):
        near = combs[max(0, number - 1) : number] + combs[number + 1 : number + 2]
        meets = any(left < other[1] and other[0] < right for other in near)
        level = 1 - level if meets else 1
        top, bottom = _LEVELS[level] if meets else (-_COMB, _COMB)
        comb = draw_swelling_comb(
            left, right, line + top, line + bottom, moment.look.colour,
            role="range", ref=moment.anchor,
        )  # fmt: skip
        if comb is not None:
            yield comb
