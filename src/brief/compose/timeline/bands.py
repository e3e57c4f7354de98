"""Bands: the events and spans of one lane, above and below its line of time.

A figure has one band, or one for each lane; all share the scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from brief.compose.timeline.poles import measure_foot, measure_row, plant_poles
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


@dataclass(frozen=True, slots=True)
class Band:
    """A laid-out band: events stand on its line, bars hang below; markers may stand `foot` high."""

    events: tuple[Event, ...]
    bars: tuple[Bar, ...]
    foot: float

    @property
    def above(self) -> float:
        """How far the band reaches above its line."""
        least = REACH + (_BASE if self.events else 0)
        return max((event.top for event in self.events), default=least)

    @property
    def shift(self) -> float:
        """How far the pole that moved most stands from its date."""
        return max((event.pole.shift for event in self.events), default=0.0)


def make_wrappers(style: Style, axis: AxisWords) -> Wrappers:
    """Make what breaks words into lines, in the typefaces of a style."""

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
    effort: float = 1.0,
) -> Band | None:
    """Lay out a band on a scale; None if its labels do not fit beside each other.

    `edges` are rules that labels should not cross; `effort` is the share of the usual search.
    """
    places = [scale.place(moment.centre) for moment in content.moments]
    right = max(scale.right + REACH, measure_row(len(places)))
    poles = plant_poles(places, min(right, style.width))
    foot = measure_foot(poles)
    flags = (Flag(pole.at, ways) for pole, ways in zip(poles, content.labels, strict=True))
    placed = place_flags(tuple(flags), style.width, foot + REACH + _BASE, edges, effort)
    if placed is None:
        return None
    found = zip(content.moments, poles, placed, strict=True)
    events = tuple(Event(moment, pole, flag) for moment, pole, flag in found)
    bars = tuple(
        make_bar(span, scale, style.width, words.span_date, words.title) for span in content.spans
    )
    return Band(events, bars, foot)


def draw_events(band: Band, scale: Scale, line: float, style: Style) -> Iterator[Mark]:
    """Draw what stands on the line of a band: periods, poles, then markers over them."""
    yield from draw_periods(band.events, scale, line)
    for event in band.events:
        yield from draw_pole(event, line, band.foot)
    for event in band.events:
        yield from draw_marks(event, scale, line, band.foot, style)


def needs_more_room(contents: Sequence[Content], width: float) -> bool:
    """Tell whether a lane has more events than poles can stand beside each other."""
    return any(measure_row(len(content.moments)) > width for content in contents)
