"""Periods of the calendar: how exactly dates are stated, seasons and quarters, thirds, masks."""

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

MASKED_YEARS = {10: Precision.DECADE, 100: Precision.CENTURY, 1000: Precision.MILLENNIUM}

_YEAR_THIRDS = {  # where early, mid and late begin, in years
    Precision.DECADE: (0, 4, 7, 10),
    Precision.CENTURY: (0, 34, 67, 100),
    Precision.MILLENNIUM: (0, 334, 667, 1000),
}


def take_third(precision: Precision, first: int, after: int, part: Part) -> tuple[int, int] | None:
    """Give the first day and the day after the named third; None if the period has no thirds."""
    place = tuple(Part).index(part)
    year = civil_day(first).year
    if precision in _YEAR_THIRDS:
        years = _YEAR_THIRDS[precision]
        return day_serial(year + years[place]), day_serial(year + years[place + 1])
    if precision is Precision.YEAR:
        return month_serial(year, 1 + 4 * place), month_serial(year, 5 + 4 * place)
    if precision is Precision.MONTH:
        starts = (first, first + 10, first + 20, after)
        return starts[place], starts[place + 1]
    return None


def match_mask(mask: str, lowest: int, highest: int) -> tuple[int, int] | None:
    """Give the smallest and largest number that a mask such as `1X` admits, None if none."""
    if "X" not in mask:
        number = int(mask)
        return (number, number) if lowest <= number <= highest else None
    fits = [
        number
        for number in range(lowest, highest + 1)
        if all(want in ("X", got) for want, got in zip(mask, f"{number:02}", strict=True))
    ]
    return (fits[0], fits[-1]) if fits else None
