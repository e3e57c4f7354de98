"""The ticks of the time axis, from days to millennia, without a year 0."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from brief.compose.timeline.scale import Scale, Segment
from brief.model.calendar import civil_day, day_serial, month_serial

YEAR = 365.2425
MONTH = YEAR / 12
_YEAR_STEPS = tuple(m * 10**e for e in range(9) for m in (1, 2, 5))
_MONTH_STEPS = (1, 2, 3, 6)
_DAY_STEPS = (1, 2, 5, 10)
_ROOM = 9.0  # between two labels
_FINE = 4.0  # between two ticks
_AT = 0.01  # what is as near as this is at the same place


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; a minor one has no label.

    `context` stands below the label where a new year or month begins: days need their month,
    months their year. A tick that `starts` a stretch of the scale stands at its break.
    """

    place: float
    label: str = ""
    context: str = ""
    starts: bool = False


@dataclass(frozen=True, slots=True)
class AxisWords:
    """What labels need: their width, the names of the months, years before Christ in words.

    `number` writes a year or day, `month_of_year` names a month with its year, `rate` says how many
    units a centimetre means; `weak` words do not like the end of a line.
    """

    width: Callable[[str], float]
    months: tuple[str, ...]
    before_christ: Callable[[int], str]
    month_of_year: Callable[[str, str], str]
    rate: Callable[[str, int], str] = lambda unit, number: f"1 cm = {number} {unit}"
    number: Callable[[int], str] = str
    weak: frozenset[str] = frozenset()


def list_ticks(scale: Scale, width: float, words: AxisWords) -> tuple[Tick, ...]:
    """List the ticks of an axis that runs from 0 to `width`, in order, no label over another.

    Each stretch of the scale has its own unit and step, and its beginning is always labelled.
    """
    found: list[Tick] = []
    edges = (0.0, *scale.breaks, width)
    for number, segment in enumerate(scale.segments):
        window = _Window(segment, edges[number], edges[number + 1], begins=number > 0)
        found += _list_segment(window, words)
    starts = {tick.place: tick for tick in found if tick.starts and tick.label}
    others = [tick for tick in found if tick.place not in scale.breaks]
    ordered = sorted((*others, *starts.values()), key=lambda tick: tick.place)
    return tuple(_keep_contexts(_drop_crowded(ordered, width, words), words))


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of the axis that a segment fills; `begins` tells that the rate changes there."""

    segment: Segment
    low: float
    high: float
    begins: bool

    @property
    def first(self) -> int:
        return math.floor(self.segment.day(self.low))

    @property
    def last(self) -> int:
        return math.ceil(self.segment.day(self.high))

    def mark(self, serial: int, label: str = "", context: str = "") -> Iterator[Tick]:
        """Yield a tick at a day, if it is in the window."""
        place = self.segment.place(serial)
        if self.begins and abs(place - self.low) < _AT:
            yield Tick(self.low, label, context, starts=True)
        elif self.low <= place <= self.high:
            yield Tick(place, label, context)

    def is_start(self, serial: int) -> bool:
        """Tell whether a day begins a segment, which needs its label."""
        return self.begins and abs(self.segment.place(serial) - self.low) < _AT


def _list_segment(window: _Window, words: AxisWords) -> Iterator[Tick]:
    a_day = window.segment.pixels_a_day
    if a_day * YEAR < 3 * (words.width(words.number(2000)) + _ROOM) or not words.months:
        yield from _list_years(window, words)
    elif _day_step(a_day, words):
        yield from _list_days(window, words)
    else:
        yield from _list_months(window, words)


def _list_years(window: _Window, words: AxisWords) -> Iterator[Tick]:
    first, last = civil_day(window.first).year, civil_day(window.last).year + 1
    a_year = window.segment.pixels_a_day * YEAR
    ends = (first, last) if first < 1 else (last,)
    widest = max(words.width(_year_label(year, words)) for year in ends)
    step = next(s for s in _YEAR_STEPS if s * a_year >= widest + _ROOM)
    minor = next(s for s in _YEAR_STEPS if s * a_year >= _FINE and (step % s == 0 or s > step))
    for year in range(_floor(first, minor), last + 1, min(minor, step)):
        # Before Christ the round years are 100 BCE, 200 BCE, …, which are -99, -199, …
        shown = year + 1 if year <= 0 else year
        yield from window.mark(
            day_serial(shown), _year_label(shown, words) if year % step == 0 else ""
        )
    if window.begins:
        yield from _label_start(window, words)


def _label_start(window: _Window, words: AxisWords) -> Iterator[Tick]:
    """Label the beginning of a segment of years with its year, or with month and year."""
    year, month, day = civil_day(round(window.segment.first))
    label = _year_label(year, words)
    if (month, day) == (1, 1):
        yield from window.mark(day_serial(year), label)
    elif day == 1 and words.months:
        name = words.month_of_year(words.months[month - 1], label)
        yield from window.mark(day_serial(year, month), name)


def _list_months(window: _Window, words: AxisWords) -> Iterator[Tick]:
    """List months above their years, with days as minor ticks where there is room."""
    start, end = civil_day(window.first), civil_day(window.last + 1)
    a_month = window.segment.pixels_a_day * MONTH
    widest = max(words.width(name) for name in words.months)
    step = next((s for s in _MONTH_STEPS if s * a_month >= widest + _ROOM), 12)
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month + 1):
        year, month = divmod(number, 12)
        serial = month_serial(year, month + 1)
        if month % step == 0 or window.is_start(serial):
            yield from window.mark(serial, words.months[month], _year_label(year, words))
        elif a_month >= _FINE:
            yield from window.mark(serial)
    if window.segment.pixels_a_day >= _FINE:
        yield from (replace(tick, label="", context="") for tick in _list_days(window, words))


def _list_days(window: _Window, words: AxisWords) -> Iterator[Tick]:
    """List days above their months."""
    step = _day_step(window.segment.pixels_a_day, words) or 1
    for serial in range(window.first, window.last + 2):
        year, month, day = civil_day(serial)
        labelled = (day - 1) % step == 0 and (step == 1 or day < 30)
        if labelled or window.is_start(serial):
            name = words.month_of_year(words.months[month - 1], _year_label(year, words))
            yield from window.mark(serial, words.number(day), name)
        else:
            yield from window.mark(serial)


def _day_step(pixels_a_day: float, words: AxisWords) -> int:
    """Give the step between days with a label, 0 where days are too narrow for any."""
    needed = words.width(words.number(28)) + _ROOM
    return next((step for step in _DAY_STEPS if step * pixels_a_day >= needed), 0)


def _year_label(year: int, words: AxisWords) -> str:
    return words.number(year) if year > 0 else words.before_christ(1 - year)


def _drop_crowded(ticks: list[Tick], width: float, words: AxisWords) -> list[Tick]:
    """Leave out labels that would touch another or run out of the figure; starts come first."""
    kept: dict[int, tuple[float, float]] = {}
    order = sorted(range(len(ticks)), key=lambda i: (not ticks[i].starts, ticks[i].place))
    for number in order:
        tick = ticks[number]
        if not tick.label:
            continue
        half = words.width(tick.label) / 2 + 0.5
        low, high = tick.place - half, tick.place + half
        free = all(high + _ROOM / 2 <= left or right + _ROOM / 2 <= low
                   for left, right in kept.values())  # fmt: skip
        if low >= 0 and high <= width and free:
            kept[number] = (low, high)
    return [
        tick if number in kept else replace(tick, label="", context="")
        for number, tick in enumerate(ticks)
    ]


def _keep_contexts(ticks: list[Tick], words: AxisWords) -> Iterator[Tick]:
    """Keep a context only where it changes, and only if the next is far enough."""
    last = ""
    changes: list[tuple[float, str]] = []
    for tick in ticks:
        if tick.context and tick.context != last:
            changes.append((tick.place, tick.context))
        last = tick.context or ("" if tick.label else last)
    kept = dict(changes)
    for (place, text), (after, other) in pairwise(changes):
        if after - place < (words.width(text) + words.width(other)) / 2 + _ROOM:
            kept.pop(place)
    yield from (replace(tick, context=kept.get(tick.place, "")) for tick in ticks)


def _floor(year: int, step: int) -> int:
    return year // step * step
