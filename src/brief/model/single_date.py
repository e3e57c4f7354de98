"""One date of EDTF: year, month and day with masks, marks of doubt and parts of a period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from brief.model.calendar import day_serial, month_length, month_serial
from brief.model.date_hints import suggest_date
from brief.model.periods import MASKED_YEARS, PERIODS, Part, Precision, match_mask, take_third

MAX_YEAR = 10**9


@dataclass(frozen=True, slots=True)
class Date:
    """One date: every day from `first` up to, but without, `after` may be meant (day serials).

    `year` is astronomical (0 is 1 BCE); `month` and `day` are 0 where the precision has none;
    `code` is the EDTF number of a season, quarter, third or half (21 to 41).
    """

    precision: Precision
    first: int
    after: int
    year: int
    month: int = 0
    day: int = 0
    code: int = 0
    approximate: bool = False
    uncertain: bool = False
    part: Part | None = None

    @property
    def is_exact(self) -> bool:
        """Tell whether the source is sure of the date, however coarse it is."""
        coarse = (Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.SPREAD)
        doubted = self.approximate or self.uncertain or self.part is not None
        return not doubted and self.precision not in coarse


class DateError(ValueError):
    """A text that is no date; `offset` counts its characters from 0."""

    def __init__(self, message: str, offset: int, hint: str) -> None:
        """Keep the three parts apart for diagnostics."""
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


_PREFIX = re.compile(r"(early|mid|late)[ -]")
_MARKS = re.compile(r"[?~%]")
_DATE = re.compile(
    r"[?~%]?(?:(?P<year>-?[0-9X]{4})|Y(?P<far>-?[1-9][0-9]*)(?:E(?P<zeros>[0-9]{1,2}))?)"
    r"(?:S(?P<digits>[1-9][0-9]?))?[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})[?~%]?(?:-[?~%]?(?P<day>[0-9X]{2})[?~%]?)?)?\Z"
)


def read_date(text: str) -> Date:
    """Read one date without blanks around it; a text that is none raises `DateError`."""
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :] if prefix else text
    found = _DATE.match(rest)
    if found is None:
        shown = f"`{text}` is not a date" if text else "a date is missing"
        raise DateError(shown, 0, suggest_date(text))
    at = len(text) - len(rest)
    low, high = _read_years(found, at)
    date = _read_date(found, low, high, at)
    marks = set(_MARKS.findall(rest))
    if prefix is None and not marks:
        return date
    return _qualify(date, Part(prefix[1]) if prefix else None, marks)


def _read_years(found: re.Match[str], at: int) -> tuple[int, int]:
    if found["far"]:
        low = high = _read_far_year(found, at)
    else:
        digits = found["year"].lstrip("-")
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        if found["year"][0] == "-":
            low, high = -high, -low
            if digits == "0000":
                raise DateError("there is no year -0000", at, "write 1 BCE as `0000`")
    if found["digits"]:
        unit = 10 ** max(0, len(str(abs(low))) - int(found["digits"]))
        low = low // unit * unit
        high = low + unit - 1
    return low, high


def _read_far_year(found: re.Match[str], at: int) -> int:
    year: int = int(found["far"]) * 10 ** int(found["zeros"] or 0)
    if abs(year) > MAX_YEAR:
        raise DateError("the year is more than 10⁹ years away", at, "give a year nearer to us")
    if abs(year) < 10000:
        hint = f"write `{'-' if year < 0 else ''}{abs(year):04}`"
        raise DateError("`Y` stands before years of more than four digits", at, hint)
    return year


def _read_date(found: re.Match[str], low: int, high: int, at: int) -> Date:
    month, day = found["month"], found["day"]
    if month is None or (month == "XX" and day in (None, "XX")):
        precision = Precision.YEAR if low == high else _name_years(low, high)
        return Date(precision, day_serial(low), day_serial(high + 1), low)
    if "X" not in month and int(month) in PERIODS:
        return _read_period(found, low, high, at)
    months = match_mask(month, 1, 12)
    if months is None:
        hint = suggest_date(found[0])
        raise DateError(f"there is no month `{month}`", at + found.start("month"), hint)
    known = low == high and months[0] == months[1]
    number = months[0] if known else 0
    if day in (None, "XX"):
        first, after = month_serial(low, months[0]), month_serial(high, months[1] + 1)
        return Date(Precision.MONTH if known else Precision.SPREAD, first, after, low, number)
    return _read_day(found, (low, high), months, at)


def _name_years(low: int, high: int) -> Precision:
    size = high - low + 1
    return MASKED_YEARS.get(size, Precision.SPREAD) if low % size == 0 else Precision.SPREAD


def _read_period(found: re.Match[str], low: int, high: int, at: int) -> Date:
    code = int(found["month"])
    if found["day"]:
        raise DateError(
            f"the period `{code}` has no days", at + found.start("day"), "leave out the day"
        )
    period = PERIODS[code]
    first = month_serial(low, period.month)
    after = month_serial(high, period.month + period.months)
    if low != high:
        return Date(Precision.SPREAD, first, after, low)
    return Date(period.precision, first, after, low, code=code)


def _read_day(
    found: re.Match[str], years: tuple[int, int], months: tuple[int, int], at: int
) -> Date:
    known = years[0] == years[1] and months[0] == months[1]
    longest = 31
    if months[0] == months[1]:
        longest = month_length(years[0] if known else 2000, months[0])
    days = match_mask(found["day"], 1, longest)
    if days is None:
        message = f"there is no day `{found['day']}` in this month"
        raise DateError(message, at + found.start("day"), suggest_date(found[0]))
    first = day_serial(years[0], months[0], min(days[0], month_length(years[0], months[0])))
    last = day_serial(years[1], months[1], min(days[1], month_length(years[1], months[1])))
    if known and days[0] == days[1]:
        return Date(Precision.DAY, first, last + 1, years[0], months[0], days[0])
    return Date(Precision.SPREAD, first, last + 1, years[0])


def _qualify(date: Date, part: Part | None, marks: set[str]) -> Date:
    approximate, uncertain = bool(marks & {"~", "%"}), bool(marks & {"?", "%"})
    first, after = date.first, date.after
    if part is not None:
        third = take_third(date.precision, first, after, part)
        if third is None:
            message = f"a {date.precision.value} has no `{part.value}` part"
            raise DateError(message, 0, f"leave out `{part.value}`")
        if approximate:
            message = f"`{part.value}` is approximate already"
            raise DateError(message, 0, "leave out `~` or `%`")
        first, after = third
    return replace(
        date, first=first, after=after, approximate=approximate, uncertain=uncertain, part=part
    )
