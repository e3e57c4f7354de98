"""The horizontal form: flags above a linear axis, spans below it, eras behind.

Statements come in, a scene goes out: numbers alone, with the words in the order of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brief.compose.fonts import TextStyle
from brief.compose.timeline import eras as ground
from brief.compose.timeline.axis import AxisWords, Scale, Tick, list_ticks, make_scale
from brief.compose.timeline.events import (
    Event,
    draw_marks,
    draw_periods,
    draw_pole,
    write_label,
)
from brief.compose.timeline.labels import list_labels
from brief.compose.timeline.markers import REACH
from brief.compose.timeline.poles import Pole, measure_foot, measure_row, plant_poles
from brief.compose.timeline.scene import Line, Mark, Scene, Words
from brief.compose.timeline.spans import draw_bars, make_bar
from brief.compose.timeline.staircase import PAD, Flag, Label, place_flags
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

_START, _END = 26.0, 18.0  # from the edges of the figure to the first and last day
_SHORTEST = 90.0  # no axis is shorter
_BASE = 9.0  # from the markers to the lowest label
_TICKS = 24.0  # room for the labels of the axis
_CONTEXT = 14.0  # from one row of them to the next


@dataclass(frozen=True, slots=True)
class Plan:
    """A laid-out figure; `shift` is how far the pole that moved most stands from its date."""

    scene: Scene
    shift: float


@dataclass(frozen=True, slots=True)
class _Wrappers:
    """What breaks each kind of words into lines."""

    title: Wrapper
    date: Wrapper
    span_date: Wrapper
    era: Wrapper
    era_date: Wrapper


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that is settled by the scale alone."""

    scale: Scale
    poles: tuple[Pole, ...]
    foot: float
    eras: list[ground.Era]
    edges: tuple[float, ...]


def plan_horizontal(statements: Statements, style: Style, axis: AxisWords) -> Plan | None:
    """Lay out a figure of the width of the style; it may be very high.

    Gives None only if there are more events than poles can stand beside each other.
    """
    if measure_row(len(statements.moments)) > style.width:
        return None
    words = _make_wrappers(style, axis)
    labels = [list_labels(moment, words.date, words.title, style) for moment in statements.moments]
    under = _lay_ground(statements, style.width, style.width - _END, words)
    events = _stand(statements, under, labels, style.width)
    if events is None:
        # On a shorter axis every flag fits on the reading side, and a staircase always exists.
        labels = [options[:1] for options in labels]
        widest = max(options[0].width for options in labels)
        right = max(style.width - widest - PAD - REACH - 1, _START + _SHORTEST)
        under = _lay_ground(statements, style.width, right, words)
        events = _stand(statements, under, labels, style.width)
    if events is None:
        return None
    scene = _compose(statements, under, events, words, style, axis)
    return Plan(scene, max((pole.shift for pole in under.poles), default=0.0))


def _make_wrappers(style: Style, axis: AxisWords) -> _Wrappers:
    def wrapper(face: TextStyle) -> Wrapper:
        return Wrapper(style, face, style.language, axis.weak)

    return _Wrappers(
        wrapper(style.title), wrapper(style.date), wrapper(style.span_date),
        wrapper(style.era), wrapper(style.era_date),
    )  # fmt: skip


def _lay_ground(statements: Statements, width: float, right: float, words: _Wrappers) -> _Ground:
    """Settle scale, poles and eras; `right` is where the last day ends."""
    scale = make_scale(statements.first, statements.after, _START, right)
    places = [scale.place(moment.centre) for moment in statements.moments]
    eras = ground.arrange_eras(statements.eras, scale, width, places, words.era, words.era_date)
    poles = plant_poles(places, max(right + REACH, measure_row(len(places))))
    edges = ground.list_edges(eras, width)
    return _Ground(scale, poles, measure_foot(poles), eras, edges)


def _stand(
    statements: Statements,
    under: _Ground,
    labels: Sequence[tuple[Label, ...]],
    width: float,
) -> tuple[Event, ...] | None:
    flags = (Flag(pole.at, options) for pole, options in zip(under.poles, labels, strict=True))
    placed = place_flags(tuple(flags), width, under.foot + REACH + _BASE, under.edges)
    if placed is None:
        return None
    found = zip(statements.moments, under.poles, placed, strict=True)
    return tuple(Event(moment, pole, flag) for moment, pole, flag in found)


def _compose(
    statements: Statements,
    under: _Ground,
    events: tuple[Event, ...],
    words: _Wrappers,
    style: Style,
    axis: AxisWords,
) -> Scene:
    line = _find_axis(under, events)
    bars = [
        make_bar(span, under.scale, style.width, words.span_date, words.title)
        for span in statements.spans
    ]
    ticks = list_ticks(under.scale, style.width, axis)
    below = line + _TICKS + 6 + (_CONTEXT if any(tick.context for tick in ticks) else 0)
    span_marks, span_words, bottom = draw_bars(bars, below, style)
    every = [
        *ground.write_names(under.eras, style),
        *(word for event in events for word in write_label(event, line, style)),
        *span_words,
        *(word for tick in ticks for word in _write_tick(tick, line, axis, style)),
    ]
    marks: list[Mark] = [
        *ground.draw_tints(under.eras, bottom, style),
        *ground.draw_edges(under.edges, bottom, every, style),
        *_draw_axis(ticks, line, style),
        *span_marks,
        *_draw_events(events, under, line, style),
    ]
    ordered = tuple(_clear(_order_words(statements, every), under.eras, style))
    return Scene(style.width, round(bottom + 0.5), tuple(marks), ordered)


def _find_axis(under: _Ground, events: Sequence[Event]) -> float:
    """Give the height of the axis below the names of the eras and the tallest flag."""
    head = ground.count_rows(under.eras) * ground.ROW + 6
    return head + max((event.top for event in events), default=REACH + _BASE)


def _draw_events(
    events: Sequence[Event], under: _Ground, line: float, style: Style
) -> Iterator[Mark]:
    yield from draw_periods(events, under.scale, line)
    for event in events:
        yield from draw_pole(event, line, under.foot)
    for event in events:
        yield from draw_marks(event, under.scale, line, under.foot, style)


def _order_words(statements: Statements, words: list[Words]) -> list[Words]:
    """Sort words by the time of their statements; those of the axis come last."""
    entries = statements.in_time(with_eras=True)
    order = {entry.anchor: number for number, entry in enumerate(entries)}
    return sorted(words, key=lambda word: order.get(word.ref, len(order)))


def _clear(words: Sequence[Words], eras: Sequence[ground.Era], style: Style) -> Iterator[Words]:
    """Tell every word the colour that it stands on."""
    for word in words:
        middle = (word.left + word.right) / 2
        tinted = any(era.tinted and era.left <= middle <= era.right for era in eras)
        yield replace(word, ground=style.tint if tinted else style.paper)


def _write_tick(tick: Tick, line: float, axis: AxisWords, style: Style) -> Iterator[Words]:
    texts = ((tick.label, 8.0, style.ink), (tick.context, 8.0 + _CONTEXT, style.muted))
    for text, below, colour in texts:
        width = axis.width(text) + 1
        left = min(max(tick.place - width / 2, 0.0), style.width - width)
        if text:
            yield Words(left, line + below, width, (text,), "tick", colour,
                        style.small_leading, "tick", align="centre")  # fmt: skip


def _draw_axis(ticks: Sequence[Tick], line: float, style: Style) -> Iterator[Mark]:
    yield Line((0, line), (style.width, line), style.ink, 1.467, "axis")
    for tick in ticks:
        length, stroke = (6.667, 0.933) if tick.label else (4.0, 0.6)
        yield Line((tick.place, line), (tick.place, line + length), style.ink, stroke, "tick")
