"""Calendars that a timeline can show beside ours; both number the years from 1912 as 1."""

from __future__ import annotations

from enum import Enum

_YEAR_BEFORE_FIRST = 1911


class SecondCalendar(Enum):
    """The Juche era of North Korea, or the Republic era of China and Taiwan."""

    JUCHE = "juche"
    MINGUO = "minguo"


def count_year(year: int) -> int | None:
    """Give the year in a second calendar, None before its first."""
    return year - _YEAR_BEFORE_FIRST if year > _YEAR_BEFORE_FIRST else None
