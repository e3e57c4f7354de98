"""Unspecified digits: which years, months and days a mask such as `19XX-1X-3X` admits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from brief.model.calendar import day_serial, month_length


class Reach(NamedTuple):
    """The smallest and the largest number that something may be; both are 0 for nothing."""

    low: int
    high: int

    @property
    def is_known(self) -> bool:
        """Tell whether one number only is possible."""
        return self.low == self.high


class Mask(NamedTuple):
    """What is known of a masked date; `months` and `days` are 0 where none are stated."""

    years: Reach
    months: Reach = Reach(0, 0)
    days: Reach = Reach(0, 0)

    @property
    def is_any_year(self) -> bool:
        """Tell whether nothing at all is known of the year."""
        return self.years == (0, 9999)


def match_mask(mask: str, lowest: int, highest: int) -> Reach | None:
    """Give the smallest and largest number that a mask such as `1X` admits, None if none."""
    if "X" not in mask:
        number = int(mask)
        return Reach(number, number) if lowest <= number <= highest else None
    fits = _list_fits(mask, lowest, highest)
    return Reach(fits[0], fits[-1]) if fits else None


def match_years(mask: str) -> Reach:
    """Give the first and last year of four digits that a mask admits; there is no year -0000."""
    digits = mask.removeprefix("-")
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return Reach(-high, -max(low, 1)) if mask[0] == "-" else Reach(low, high)


def find_days(year: str, month: str, day: str) -> Reach | None:
    """Give the serials of the first and the last day that fit a mask, None if no day does."""
    first = _first_day(_Years(year), _list_fits(month, 1, 12), _list_fits(day, 1, 31))
    if first is None:
        return None
    years = reversed(_Years(year))
    last = _first_day(years, _list_fits(month, 1, 12)[::-1], _list_fits(day, 1, 31)[::-1])
    assert last is not None  # a first day is a last day too
    return Reach(first, last)


def _first_day(years: Iterable[int], months: Iterable[int], days: Iterable[int]) -> int | None:
    """Give the first day in the order given: a short month may have no day that fits."""
    for year in years:
        for month in months:
            longest = month_length(year, month)
            for day in days:
                if day <= longest:
                    return day_serial(year, month, day)
    return None


@lru_cache(maxsize=512)
def _list_fits(mask: str, lowest: int, highest: int) -> tuple[int, ...]:
    fits = re.compile(mask.replace("X", "[0-9]"))
    return tuple(n for n in range(lowest, highest + 1) if fits.fullmatch(f"{n:02}"))


class _Years:
    """The years of a mask in order, found as they are asked for."""

    def __init__(self, mask: str) -> None:
        self._reach = match_years(mask)
        self._fits = re.compile(mask.removeprefix("-").replace("X", "[0-9]")).fullmatch

    def __iter__(self) -> Iterator[int]:
        numbers = range(self._reach.low, self._reach.high + 1)
        return (n for n in numbers if self._fits(f"{abs(n):04}"))

    def __reversed__(self) -> Iterator[int]:
        numbers = range(self._reach.high, self._reach.low - 1, -1)
        return (n for n in numbers if self._fits(f"{abs(n):04}"))
