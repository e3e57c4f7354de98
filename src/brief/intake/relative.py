"""Dates that count from another one: two years later, last month, a day without its year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brief.intake.moments import Moment
from brief.model.calendar import civil_day, day_serial, month_length

_DAYS = {"day": 1, "week": 7}
_MONTHS_IN_YEAR = 12
_YEARS_IN_DECADE = 10


@dataclass(frozen=True, slots=True)
class Base:
    """A date to count from; month and day are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, moment: Moment) -> Base | None:
        """Give the base that a date is; a decade, a century or an unknown year is none."""
        if not moment.year.isdigit():
            return None
        month = int(moment.inner or 0)
        if month > _MONTHS_IN_YEAR:
            return cls(int(moment.year))
        return cls(int(moment.year), month, int(moment.day or 0))


def count_from(base: Base, unit: str, steps: int) -> Moment | None:
    """Go some steps from a date; None where the date is too coarse for the unit.

    The result is as coarse as the unit, and a decade on is about that year.
    """
    if unit in ("year", "decade"):
        size, mark = (_YEARS_IN_DECADE, "~") if unit == "decade" else (1, "")
        year = base.year + size * steps
        return Moment(f"{year:04}", mark=mark) if 0 <= year <= 9999 else None
    if not base.month:
        return None
    if unit == "month":
        year, month = divmod(base.year * _MONTHS_IN_YEAR + base.month - 1 + steps, _MONTHS_IN_YEAR)
        return Moment(f"{year:04}", f"{month + 1:02}") if 0 <= year <= 9999 else None
    if not base.day:
        return None
    day = day_serial(base.year, base.month, base.day) + _DAYS[unit] * steps
    return _write_day(day, "~" if unit == "week" else "")


def find_weekday(base: Base, weekday: int) -> Moment | None:
    """Give the last such day up to a date, 0 being Monday; that a text means it is not sure."""
    if not base.day:
        return None
    day = day_serial(base.year, base.month, base.day)
    return _write_day(day - (day + 3 - weekday) % 7, "?")  # 1970-01-01 was a Thursday


def supply_year(moment: Moment, near: Base | None, far: Base | None) -> Moment | None:
    """Give a date without a year that of the date before it in the paragraph.

    Without one it gets the year in which it is nearest to the date of the document.
    """
    if near is not None:
        return replace(moment, year=f"{near.year:04}")
    if far is None:
        return None
    if not far.month or not moment.inner.isdigit() or int(moment.inner) > _MONTHS_IN_YEAR:
        return replace(moment, year=f"{far.year:04}")
    here = day_serial(far.year, far.month, far.day or 15)
    years = [far.year, far.year - 1, far.year + 1]
    year = min(years, key=lambda year: abs(_serial(moment, year) - here))
    return replace(moment, year=f"{year:04}")


def _serial(moment: Moment, year: int) -> int:
    month = int(moment.inner)
    day = min(int(moment.day or 15), month_length(year, month))
    return day_serial(year, month, day)


def _write_day(serial: int, mark: str) -> Moment | None:
    day = civil_day(serial)
    if not 0 <= day.year <= 9999:
        return None
    return Moment(f"{day.year:04}", f"{day.month:02}", f"{day.day:02}", mark=mark)
