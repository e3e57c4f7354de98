"""Periods of the calendar: how exactly dates are stated, seasons and quarters, thirds."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from brief.model.calendar import civil_day, day_serial, month_serial


class Precision(Enum):
    """How exactly a date is stated; SPREAD is any other stretch in which its day lies."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    SPREAD = "spread"


class Component(Enum):
    """A component of a date; a season, quarter, third or half stands in the place of the month."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Part(Enum):
    """The third of a period that a source names."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class Season(Enum):
    """A season of the year; winter and the southern summer run over New Year."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Period(NamedTuple):
    """A period within a year: `number` counts quarters, thirds and halves from 1."""

    precision: Precision
    month: int
    months: int
    number: int = 0
    season: Season | None = None
    southern: bool = False


def _tabulate_periods() -> dict[int, Period]:
    periods: dict[int, Period] = {}
    for base, months in ((21, (3, 6, 9, 12)), (25, (3, 6, 9, 12)), (29, (9, 12, 3, 6))):
        for i, (month, season) in enumerate(zip(months, Season, strict=True)):
            periods[base + i] = Period(Precision.SEASON, month, 3, 0, season, base == 29)
    for base, precision, months_each in (
        (33, Precision.QUARTER, 3),
        (37, Precision.THIRD, 4),
        (40, Precision.HALF, 6),
    ):
        for i in range(12 // months_each):
            month = 1 + months_each * i
            periods[base + i] = Period(precision, month, months_each, i + 1)
    return periods


PERIODS = _tabulate_periods()  # by the number that EDTF gives to a period, 21 to 41

_NAMED_YEARS = {  # by the remainder of the first year and the number of years
    (0, 1): Precision.YEAR,
    (0, 10): Precision.DECADE,
    (0, 100): Precision.CENTURY,
    (0, 1000): Precision.MILLENNIUM,
}

_YEAR_THIRDS = {  # where early, mid and late begin, in years
    Precision.DECADE: (0, 4, 7, 10),
    Precision.CENTURY: (0, 34, 67, 100),
    Precision.MILLENNIUM: (0, 334, 667, 1000),
}


def name_years(low: int, high: int) -> Precision:
    """Name a stretch of years: `19XX` is a century, and so is `-01XX`, the second before Christ.

    Decades before Christ have no name, since no digit that they share is written.
    """
    if low >= 0:
        return _NAMED_YEARS.get((low % (high - low + 1), high - low + 1), Precision.SPREAD)
    size = high - low + 1 + (high == -1)
    if size == 10 or -high % size != (high == -1):
        return Precision.SPREAD
    return _NAMED_YEARS.get((0, size), Precision.SPREAD)


def take_third(precision: Precision, first: int, after: int, part: Part) -> tuple[int, int] | None:
    """Give the first day and the day after the named third; None if the period has no thirds."""
    place = tuple(Part).index(part)
    year = civil_day(first).year
    if precision in _YEAR_THIRDS:
        years = _YEAR_THIRDS[precision]
        end = day_serial(year + years[place + 1])
        return day_serial(year + years[place]), min(end, after)
    if precision is Precision.YEAR:
        return month_serial(year, 1 + 4 * place), month_serial(year, 5 + 4 * place)
    if precision is Precision.MONTH:
        starts = (first, first + 10, first + 20, after)
        return starts[place], starts[place + 1]
    return None
