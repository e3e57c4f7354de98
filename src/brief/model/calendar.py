"""The proleptic Gregorian calendar for any year, counted in days.

A day serial is the number of days since 1970-01-01. Years are astronomical: 0 is 1 BCE and
-99 is 100 BCE, so that the arithmetic has no gap; only wording leaves out the year 0.
"""

from __future__ import annotations

from typing import NamedTuple

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_400_YEARS = 146097
_SHIFT = 719468  # days from 0000-03-01 to 1970-01-01


class CivilDay(NamedTuple):
    """A day by its year, month and day of the month."""

    year: int
    month: int
    day: int


def day_serial(year: int, month: int = 1, day: int = 1) -> int:
    """Count the days from 1970-01-01 to a day; years begin in March for the count."""
    shifted = year - (month <= 2)
    cycle, year_of_cycle = divmod(shifted, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    day_of_cycle = year_of_cycle * 365 + year_of_cycle // 4 - year_of_cycle // 100 + day_of_year
    return cycle * _DAYS_IN_400_YEARS + day_of_cycle - _SHIFT


def civil_day(serial: int) -> CivilDay:
    """Give the day that a serial stands for."""
    cycle, rest = divmod(serial + _SHIFT, _DAYS_IN_400_YEARS)
    year_of_cycle = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day_of_year = rest - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    return CivilDay(year_of_cycle + cycle * 400 + (month <= 2), month, day)


def is_leap(year: int) -> bool:
    """Tell whether February has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Count the days of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def month_serial(year: int, month: int) -> int:
    """Give the serial of the first day of a month; month 13 is January of the next year."""
    return day_serial(year + (month - 1) // 12, (month - 1) % 12 + 1)
