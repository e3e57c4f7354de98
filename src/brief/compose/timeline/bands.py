"""Bands: the events and spans of one lane, above and below its line of time.

A figure has one band, or one for each lane; all share the scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.compose.fonts import TextStyle
from brief.compose.timeline.axis import AxisWords
from brief.compose.timeline.events import (
    Event,
    draw_marks,
    draw_periods,
    draw_pole,
)
from brief.compose.timeline.labels import list_labels
from brief.compose.timeline.markers import REACH
from brief.compose.timeline.poles import Pole, measure_foot, measure_row, plant_poles
from brief.compose.timeline.scale import Scale
from brief.compose.timeline.scene import Mark
from brief.compose.timeline.spans import Bar, make_bar
from brief.compose.timeline.staircase import Flag, Label, place_flags
from brief.compose.timeline.statements import Moment, Statements, Stretch
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

_BASE = 9.0  # from the markers to the lowest label


@dataclass(frozen=True, slots=True)
class Wrappers:
    """What breaks each kind of words into lines."""

    title: Wrapper
    date: Wrapper
    span_date: Wrapper
    era: Wrapper
    era_date: Wrapper


@dataclass(frozen=True, slots=True)
class Content:
    """What a band holds, and every way to set the labels of its events."""

    moments: tuple[Moment, ...]
    spans: tuple[Stretch, ...]
    labels: tuple[tuple[Label, ...], ...]

    def side(self, number: int, sides: int) -> Content:
        """Give every second moment, or all if there is one side alone."""
        chosen = slice(number, None, sides)
        return Content(self.moments[chosen], (), self.labels[chosen])


@dataclass(frozen=True, slots=True)
class Band:
    """A laid-out band: events stand on its line or hang from it, and bars lie below all.

    Markers may be `foot` away from the line.
    """

    events: tuple[Event, ...]
    hanging: tuple[Event, ...]
    bars: tuple[Bar, ...]
    foot: float

    @property
    def above(self) -> float:
        """How far the band reaches above its line."""
        least = REACH + (_BASE if self.events else 0)
        return max((event.top for event in self.events), default=least)

    @property
    def below(self) -> float:
        """How far labels hang below its line."""
        return max((event.top for event in self.hanging), default=0.0)

    @property
    def shift(self) -> float:
        """How far the pole that moved most stands from its date."""
        return max((event.pole.shift for event in (*self.events, *self.hanging)), default=0.0)

    @property
    def leader(self) -> float:
        """How far the label that is farthest from the line stands off."""
        return max((event.placed.bottom for event in (*self.events, *self.hanging)), default=0.0)


@lru_cache(maxsize=4)
def make_wrappers(style: Style, axis: AxisWords) -> Wrappers:
    """Make what breaks words into lines, in the typefaces of a style.

    A figure that is laid out several times breaks its words once.
    """

    def wrapper(face: TextStyle) -> Wrapper:
        return Wrapper(style, face, style.language, axis.weak)

    return Wrappers(
        wrapper(style.title), wrapper(style.date), wrapper(style.span_date),
        wrapper(style.era), wrapper(style.era_date),
    )  # fmt: skip


def list_contents(statements: Statements, words: Wrappers, style: Style) -> tuple[Content, ...]:
    """Give what each lane holds."""
    found = []
    for lane in range(len(statements.lanes)):
        moments = tuple(m for m in statements.moments if m.lane == lane)
        spans = tuple(span for span in statements.spans if span.lane == lane)
        labels = tuple(list_labels(m, words.date, words.title, style) for m in moments)
        found.append(Content(moments, spans, labels))
    return tuple(found)


def stand_band(
    content: Content,
    scale: Scale,
    edges: tuple[float, ...],
    words: Wrappers,
    style: Style,
    sides: int = 1,
    effort: float = 1.0,
) -> Band | None:
    """Lay out a band on a scale; None if its labels do not fit beside each other.

    `edges` are rules that labels should not cross. With two `sides`, every second event hangs
    below the line. `effort` is the share of the usual search.
    """
    events: list[tuple[Event, ...]] = []
    poles = [_plant(content.side(number, sides), scale, style) for number in range(sides)]
    foot = max(measure_foot(side) for side in poles)
    for number, up in zip(range(sides), (1, -1), strict=False):
        side = content.side(number, sides)
        flags = (Flag(p.at, ways) for p, ways in zip(poles[number], side.labels, strict=True))
        placed = place_flags(tuple(flags), style.width, foot + REACH + _BASE, edges, effort)
        if placed is None:
            return None
        found = zip(side.moments, poles[number], placed, strict=True)
        events.append(tuple(Event(moment, pole, flag, up) for moment, pole, flag in found))
    bars = tuple(
        make_bar(span, scale, style.width, words.span_date, words.title) for span in content.spans
    )
    return Band(events[0], events[1] if sides > 1 else (), bars, foot)


def _plant(content: Content, scale: Scale, style: Style) -> tuple[Pole, ...]:
    places = [scale.place(moment.centre) for moment in content.moments]
    right = max(scale.right + REACH, measure_row(len(places)))
    return plant_poles(places, min(right, style.width))


def draw_events(
    events: Sequence[Event], scale: Scale, line: float, foot: float, style: Style
) -> Iterator[Mark]:
    """Draw what stands on a line or hangs from it: periods, poles, then markers over them."""
    yield from draw_periods(events, scale, line)
    for event in events:
        yield from draw_pole(event, line, foot)
    for event in events:
        yield from draw_marks(event, scale, line, foot, style)


def needs_more_room(contents: Sequence[Content], width: float, sides: int) -> bool:
    """Tell whether a lane has more events than poles can stand beside each other."""
    return any(measure_row(len(each.side(0, sides).moments)) > width for each in contents)
