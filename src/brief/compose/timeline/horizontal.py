"""The horizontal form: flags above a linear axis, spans below it, eras behind.

Statements come in, a scene goes out: numbers alone, with the words in the order of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brief.compose.timeline import eras as ground
from brief.compose.timeline.axis import AxisWords, Scale, Tick, list_ticks, make_scale
from brief.compose.timeline.markers import (
    RADIUS,
    RADIUS_MAJOR,
    draw_bracket,
    draw_dot,
    draw_marker,
    draw_question,
    draw_swelling_comb,
)
from brief.compose.timeline.scene import Area, Line, Mark, Scene, Words, rectangle
from brief.compose.timeline.spans import arrange_bars, draw_rows, make_bar
from brief.compose.timeline.staircase import (
    PAD,
    Flag,
    Label,
    Placed,
    place_flags,
    spread_poles,
)
from brief.compose.timeline.statements import Moment, Statements
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

_MEASURES = (72.0, 88.0, 106.0, 128.0, 156.0, 196.0)
_DATE_MEASURE = 96.0
_MOST_LINES = 5
_BASE = 20.0  # from the axis to the lowest label
_FOOT = 13.0  # height of the oblique foot of a moved pole
_START, _END = 26.0, 18.0  # from the edges of the figure to the first and last day
_MOVED = 0.8
_WIDE = 7.0  # a period that is drawn wider than this is drawn as a period
_TICKS = 24.0  # room for the labels of the axis


@dataclass(frozen=True, slots=True)
class Plan:
    """A laid-out figure; `shift` is how far the pole that moved most stands from its date."""

    scene: Scene
    shift: float


@dataclass(frozen=True, slots=True)
class _Standing:
    """An event with its place on the axis, its pole and its placed label."""

    moment: Moment
    place: float
    pole: float
    placed: Placed


class _Words:
    """The wrappers for each kind of words."""

    def __init__(self, style: Style, language: str) -> None:
        self.title = Wrapper(style, style.title, language)
        self.date = Wrapper(style, style.date, language)
        self.span_date = Wrapper(style, style.span_date, language)
        self.era = Wrapper(style, style.era, language)
        self.era_date = Wrapper(style, style.era_date, language)


def plan_horizontal(statements: Statements, style: Style, axis: AxisWords) -> Plan:
    """Lay out a figure of the width of the style; it never fails, but it may be very high."""
    words = _Words(style, style.language)
    labels = [_list_labels(moment, words, style) for moment in statements.moments]
    scale = make_scale(statements.first, statements.after, _START, style.width - _END)
    standing = _stand(statements, scale, labels, style, words)
    if standing is None:
        # On a shorter axis every flag fits on the reading side, and a staircase always exists.
        widest = max(option.width for options in labels for option in options[:1])
        right = style.width - widest - PAD - RADIUS_MAJOR - 1
        labels = [options[:1] for options in labels]
        scale = make_scale(statements.first, statements.after, _START, max(right, _START + 90))
        standing = _stand(statements, scale, labels, style, words)
    assert standing is not None  # a staircase of narrow labels to one side exists
    return _compose(statements, scale, standing, words, style, axis)


def _list_labels(moment: Moment, words: _Words, style: Style) -> tuple[Label, ...]:
    """List the ways to set a label, the narrowest first, each looking different."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Label] = {}
    for measure in _MEASURES:
        date = words.date.wrap(moment.words.date, max(measure, _DATE_MEASURE))
        title = words.title.wrap(moment.words.title, measure)
        if len(title.lines) > _MOST_LINES:
            title = words.title.wrap(moment.words.short, measure)
        height = (len(date.lines) + len(title.lines)) * style.title_leading
        label = Label(date.lines, title.lines, max(date.width, title.width), height)
        found.setdefault((date.lines, title.lines), label)
    fitting = [label for label in found.values() if len(label.title) <= _MOST_LINES]
    return tuple(fitting or list(found.values())[-1:])


def _stand(
    statements: Statements,
    scale: Scale,
    labels: Sequence[tuple[Label, ...]],
    style: Style,
    words: _Words,
) -> tuple[_Standing, ...] | None:
    places = [scale.place(moment.centre) for moment in statements.moments]
    poles = spread_poles(places, RADIUS_MAJOR + 1, scale.right + RADIUS_MAJOR)
    placed_eras = ground.arrange_eras(
        statements.eras, scale, style.width, words.era, words.era_date
    )
    edges = ground.list_edges(placed_eras, style.width)
    flags = [Flag(pole, options) for pole, options in zip(poles, labels, strict=True)]
    placed = place_flags(flags, style.width, _BASE, edges)
    if placed is None:
        return None
    return tuple(
        _Standing(*found) for found in zip(statements.moments, places, poles, placed, strict=True)
    )


def _compose(
    statements: Statements,
    scale: Scale,
    standing: tuple[_Standing, ...],
    words: _Words,
    style: Style,
    axis: AxisWords,
) -> Plan:
    eras = ground.arrange_eras(statements.eras, scale, style.width, words.era, words.era_date)
    head = ground.count_rows(eras) * ground.ROW + 6
    tallest = max((s.placed.bottom + s.placed.label.height for s in standing), default=_BASE)
    line = head + tallest
    bars = [make_bar(s, scale, style.width, words.span_date, words.title) for s in statements.spans]
    span_marks, span_words, bottom = draw_rows(arrange_bars(bars), line + _TICKS + 6, style)
    bottom = max(bottom, line + _TICKS)
    flag_words = [word for found in standing for word in _write_flag(found, line, style)]
    ticks = list_ticks(scale, style.width, axis)
    tick_words = [_write_tick(tick, line, axis, style) for tick in ticks if tick.label]
    names = list(ground.write_names(eras, style))
    every = [*names, *flag_words, *span_words, *tick_words]
    edges = ground.list_edges(eras, style.width)
    marks: list[Mark] = [
        *ground.draw_tints(eras, bottom, style),
        *ground.draw_edges(edges, bottom, every, style),
        *_draw_axis(ticks, line, style),
        *span_marks,
        *(mark for found in standing for mark in _draw_period(found, scale, line, style)),
        *(mark for found in standing for mark in _draw_pole(found, line)),
        *(mark for found in standing for mark in _draw_marks(found, scale, line, style)),
    ]
    ordered = _order_words(statements, every)
    scene = Scene(
        style.width, round(bottom + 0.5), tuple(marks), tuple(_clear(ordered, eras, style))
    )
    return Plan(scene, max((abs(s.pole - s.place) for s in standing), default=0.0))


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


def _write_flag(found: _Standing, line: float, style: Style) -> Iterator[Words]:
    moment, placed, label = found.moment, found.placed, found.placed.label
    top = line - placed.bottom - label.height
    left = found.pole + PAD if placed.side > 0 else found.pole - PAD - label.width
    align = "start" if placed.side > 0 else "end"
    yield Words(left, top, label.width, label.date, "date", moment.look.colour,
                style.title_leading, "event-date", moment.anchor, align)  # fmt: skip
    top += len(label.date) * style.title_leading
    yield Words(left, top, label.width, label.title, "title", style.ink, style.title_leading,
                "event", moment.anchor, align, moment.words.language)  # fmt: skip


def _write_tick(tick: Tick, line: float, axis: AxisWords, style: Style) -> Words:
    width = axis.width(tick.label) + 1
    return Words(tick.place - width / 2, line + 8, width, (tick.label,), "tick", style.ink,
                 style.small_leading, "tick", align="centre")  # fmt: skip


def _draw_axis(ticks: Sequence[Tick], line: float, style: Style) -> Iterator[Mark]:
    yield Line((0, line), (style.width, line), style.ink, 1.467, "axis")
    for tick in ticks:
        length, stroke = (6.667, 0.933) if tick.label else (4.0, 0.6)
        yield Line((tick.place, line), (tick.place, line + length), style.ink, stroke, "tick")


def _draw_period(found: _Standing, scale: Scale, line: float, style: Style) -> Iterator[Mark]:
    """Draw the time in which an event lies, where it is wide enough to be seen."""
    moment, colour = found.moment, found.moment.look.colour
    left, right = scale.place(moment.first), scale.place(moment.after)
    if right - left < _WIDE:
        return
    if moment.choice:
        for x, inward in ((left, 1.0), (right, -1.0)):
            yield draw_bracket(
                x, line - 6, line + 6, inward, colour, role="range", ref=moment.anchor
            )
        return
    if moment.vague:
        comb = draw_swelling_comb(
            left, right, line - 3.4, line + 3.4, colour, role="range", ref=moment.anchor
        )
        if comb is not None:
            yield comb
        return
    ring = rectangle(left, line - 2, right, line + 2)
    yield Area((ring,), colour, "range", moment.anchor)


def _draw_pole(found: _Standing, line: float) -> Iterator[Mark]:
    moment, placed = found.moment, found.placed
    width = 1.467 if moment.rank == 0 else 0.8
    colour = moment.look.colour
    foot = line - _FOOT if _is_moved(found) else line
    if _is_moved(found):
        yield Line(
            (found.place, line - 1), (found.pole, foot), colour, width, "foot", moment.anchor
        )
    top = line - placed.bottom - placed.label.height + 2
    yield Line((found.pole, foot), (found.pole, top), colour, width, "pole", moment.anchor)


def _draw_marks(found: _Standing, scale: Scale, line: float, style: Style) -> Iterator[Mark]:
    moment = found.moment
    moved = _is_moved(found)
    at = (found.pole, line - _FOOT if moved else line)
    radius = RADIUS_MAJOR if moment.rank == 0 else RADIUS
    if moved:
        yield draw_dot((found.place, line), 1.8, moment.look.colour, ref=moment.anchor)
    for other in moment.others:
        yield draw_dot((scale.place(other), line), 2.6, moment.look.colour, ref=moment.anchor)
    hollow = moment.vague or moment.doubted
    yield draw_marker(
        moment.look, at, radius, style, role="marker", ref=moment.anchor, hollow=hollow
    )
    if moment.doubted:
        yield from draw_question(at, radius * 1.25, moment.look.colour, ref=moment.anchor)


def _is_moved(found: _Standing) -> bool:
    return abs(found.pole - found.place) > _MOVED
