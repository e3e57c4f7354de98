"""The time axis: a linear scale and its ticks, from days to millennia, without a year 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from brief.model.calendar import civil_day, day_serial, month_serial

YEAR = 365.2425
MONTH = YEAR / 12
SHORTEST = 10.0  # days that an axis shows at the least
_YEAR_STEPS = tuple(m * 10**e for e in range(9) for m in (1, 2, 5))
_MONTH_STEPS = (1, 2, 3, 6)
_DAY_STEPS = (1, 2, 5, 10)
_ROOM = 9.0  # between two labels
_FINE = 4.0  # between two ticks


@dataclass(frozen=True, slots=True)
class Scale:
    """Days on a line: `first` stands at `left` and `after` at `right` (pixels)."""

    first: float
    after: float
    left: float
    right: float

    @property
    def pixels_a_day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / (self.after - self.first)

    def place(self, day: float) -> float:
        """Give the place of a day serial."""
        return self.left + (day - self.first) * self.pixels_a_day

    def day(self, place: float) -> float:
        """Give the day serial at a place."""
        return self.first + (place - self.left) / self.pixels_a_day


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; a minor one has no label.

    `context` stands below the label where a new year or month begins: days need their month,
    months their year.
    """

    place: float
    label: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class AxisWords:
    """What labels need: their width, the names of the months, years before Christ in words.

    `month_of_year` names a month with its year; `weak` words do not like the end of a line.
    """

    width: Callable[[str], float]
    months: tuple[str, ...]
    before_christ: Callable[[int], str]
    month_of_year: Callable[[str, str], str]
    weak: frozenset[str] = frozenset()


def make_scale(first: float, after: float, left: float, right: float) -> Scale:
    """Make a scale over a stretch of time, which is widened when it is very short."""
    lacking = max(0.0, SHORTEST - (after - first)) / 2
    return Scale(first - lacking, after + lacking, left, right)


def list_ticks(scale: Scale, width: float, words: AxisWords) -> tuple[Tick, ...]:
    """List the ticks of an axis that runs from 0 to `width`, in order, no label over another."""
    if scale.pixels_a_day * YEAR < 3 * (words.width("2000") + _ROOM) or not words.months:
        ticks = _list_years(scale, width, words)
    elif _day_step(scale, words):
        ticks = _list_days(scale, width, words)
    else:
        ticks = _list_months(scale, width, words)
    ordered = sorted(ticks, key=lambda tick: tick.place)
    return tuple(_keep_contexts(list(_drop_crowded(ordered, width, words)), words))


def _list_years(scale: Scale, width: float, words: AxisWords) -> Iterator[Tick]:
    first, last = civil_day(int(scale.day(0))).year, civil_day(int(scale.day(width))).year + 1
    a_year = scale.pixels_a_day * YEAR
    ends = (first, last) if first < 1 else (last,)
    widest = max(words.width(_year_label(year, words)) for year in ends)
    step = next(s for s in _YEAR_STEPS if s * a_year >= widest + _ROOM)
    minor = next(s for s in _YEAR_STEPS if s * a_year >= _FINE and (step % s == 0 or s > step))
    for year in range(_floor(first, minor), last + 1, min(minor, step)):
        # Before Christ the round years are 100 BCE, 200 BCE, …, which are -99, -199, …
        shown = year + 1 if year <= 0 else year
        place = scale.place(day_serial(shown))
        if 0 <= place <= width:
            yield Tick(place, _year_label(shown, words) if year % step == 0 else "")


def _list_months(scale: Scale, width: float, words: AxisWords) -> Iterator[Tick]:
    """List months above their years, with days as minor ticks where there is room."""
    start, end = civil_day(int(scale.day(0))), civil_day(int(scale.day(width)) + 1)
    a_month = scale.pixels_a_day * MONTH
    widest = max(words.width(name) for name in words.months)
    step = next((s for s in _MONTH_STEPS if s * a_month >= widest + _ROOM), 12)
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month + 1):
        year, month = divmod(number, 12)
        place = scale.place(month_serial(year, month + 1))
        if 0 <= place <= width and (a_month >= _FINE or month % step == 0):
            labelled = month % step == 0
            name, context = words.months[month], _year_label(year, words)
            yield Tick(place, name, context) if labelled else Tick(place)
    if scale.pixels_a_day >= _FINE:
        yield from (replace(tick, label="", context="") for tick in _list_days(scale, width, words))


def _list_days(scale: Scale, width: float, words: AxisWords) -> Iterator[Tick]:
    """List days above their months."""
    step = _day_step(scale, words) or 1
    for serial in range(int(scale.day(0)), int(scale.day(width)) + 2):
        year, month, day = civil_day(serial)
        place = scale.place(serial)
        if 0 <= place <= width:
            labelled = (day - 1) % step == 0 and (step == 1 or day < 30)
            name = words.month_of_year(words.months[month - 1], _year_label(year, words))
            yield Tick(place, str(day), name) if labelled else Tick(place)


def _day_step(scale: Scale, words: AxisWords) -> int:
    """Give the step between days with a label, 0 where days are too narrow for any."""
    needed = words.width("28") + _ROOM
    return next((step for step in _DAY_STEPS if step * scale.pixels_a_day >= needed), 0)


def _year_label(year: int, words: AxisWords) -> str:
    return str(year) if year > 0 else words.before_christ(1 - year)


def _drop_crowded(ticks: list[Tick], width: float, words: AxisWords) -> Iterator[Tick]:
    """Leave out labels that would touch the one before or run out of the figure."""
    edge = 0.0
    for tick in ticks:
        half = words.width(tick.label) / 2 + 0.5
        if tick.label and (tick.place - half < edge or tick.place + half > width):
            yield Tick(tick.place)
            continue
        if tick.label:
            edge = tick.place + half + _ROOM / 2
        yield tick


def _keep_contexts(ticks: list[Tick], words: AxisWords) -> Iterator[Tick]:
    """Keep a context only where it changes, and the first only if the next is far enough."""
    last = ""
    changes: list[tuple[float, str]] = []
    for tick in ticks:
        if tick.context and tick.context != last:
            changes.append((tick.place, tick.context))
            last = tick.context
    if len(changes) > 1:
        (first, text), (second, other) = changes[:2]
        if second - first < (words.width(text) + words.width(other)) / 2 + _ROOM:
            del changes[0]
    kept = dict(changes)
    yield from (replace(tick, context=kept.get(tick.place, "")) for tick in ticks)


def _floor(year: int, step: int) -> int:
    return year // step * step
