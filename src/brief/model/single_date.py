"""One date of EDTF: year, month and day with masks, marks of doubt and parts of a period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from brief.model.calendar import day_serial, month_length, month_serial
from brief.model.date_hints import suggest_date
from brief.model.masks import Mask, Reach, find_days, match_mask, match_years
from brief.model.periods import PERIODS, Component, Part, Precision, name_years, take_third

MAX_YEAR = 10**9

_COARSE = (Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.SPREAD)


@dataclass(frozen=True, slots=True)
class Date:
    """One date: every day from `first` up to, but without, `after` may be meant (day serials).

    `year` is astronomical (0 is 1 BCE), and the estimate where only some digits are
    `significant`; `month` and `day` are 0 where the precision has none; `code` is the EDTF
    number of a season, quarter, third or half (21 to 41). `approximate_in` and `uncertain_in`
    name the components that are in doubt. `mask` says what is known of a SPREAD.
    """

    precision: Precision
    first: int
    after: int
    year: int
    month: int = 0
    day: int = 0
    code: int = 0
    approximate_in: tuple[Component, ...] = ()
    uncertain_in: tuple[Component, ...] = ()
    part: Part | None = None
    mask: Mask | None = None
    significant: int = 0

    @property
    def approximate(self) -> bool:
        """Tell whether the source gives the date as approximate, in whole or in part."""
        return bool(self.approximate_in)

    @property
    def uncertain(self) -> bool:
        """Tell whether the source is in doubt about the date, in whole or in part."""
        return bool(self.uncertain_in)

    @property
    def is_exact(self) -> bool:
        """Tell whether the source is sure of the date, however coarse it is."""
        doubted = self.approximate or self.uncertain or self.part is not None
        return not doubted and self.precision not in _COARSE

    @property
    def circa(self) -> Precision | None:
        """Give the precision in which the date is approximate: the finest of its components."""
        if not self.approximate_in:
            return None
        finest = self.approximate_in[-1]
        return self.precision if finest is self.components[-1] else Precision(finest.value)

    @property
    def components(self) -> tuple[Component, ...]:
        """Give the components that the date is written with."""
        months = (self.mask.months.high if self.mask else self.month) or self.code
        days = self.mask.days.high if self.mask else self.day
        return _COMPONENTS[: 1 + bool(months or days) + bool(days)]


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
_TWO_MARKS = re.compile(r"[?~%]([?~%])")
_DATE = re.compile(
    r"([?~%])?(?:(?P<year>-?[0-9X]{4})|Y(?P<far>-?[1-9][0-9]*)(?:E(?P<zeros>[0-9]{1,2}))?)"
    r"(?:S(?P<digits>[1-9][0-9]?))?([?~%])?"
    r"(?:-([?~%])?(?P<month>[0-9X]{2})([?~%])?(?:-([?~%])?(?P<day>[0-9X]{2})([?~%])?)?)?\Z"
)
_COMPONENTS = tuple(Component)
_MARK_GROUPS = ((1, 6), (7, 9), (10, 12))  # before and behind each component


def read_date(text: str) -> Date:
    """Read one date without blanks around it; a text that is none raises `DateError`."""
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :] if prefix else text
    at = len(text) - len(rest)
    found = _DATE.match(rest)
    if found is None:
        raise _explain(text, rest, at)
    date = _read_far(found, at) if found["far"] or found["digits"] else _read_near(found, at)
    if prefix is not None:
        date = _take_part(date, Part(prefix[1]))
    return _qualify(date, found) if _MARKS.search(rest) else date


def _explain(text: str, rest: str, at: int) -> DateError:
    if found := _TWO_MARKS.search(rest):
        message = "two marks of doubt stand together"
        return DateError(message, at + found.start(1), "write `%` for doubtful and approximate")
    shown = f"`{text}` is not a date" if text else "a date is missing"
    return DateError(shown, 0, suggest_date(text))


def _read_far(found: re.Match[str], at: int) -> Date:
    """Read a year by itself: one beyond four digits, or of which some digits are known."""
    year = _read_far_year(found, at) if found["far"] else _read_plain_year(found, at)
    if found["month"]:
        what = "a year with `S`" if found["digits"] else "a year with `Y`"
        raise DateError(f"{what} has no months", at + found.start("month"), "leave them out")
    unit = 10 ** max(0, len(str(abs(year))) - int(found["digits"] or 99))
    if unit == 1:
        return Date(Precision.YEAR, day_serial(year), day_serial(year + 1), year)
    low = abs(year) // unit * unit
    years = Reach(low, low + unit - 1) if year > 0 else Reach(1 - low - unit, -low)
    first, after = day_serial(years.low), day_serial(years.high + 1)
    digits = int(found["digits"])
    return Date(Precision.SPREAD, first, after, year, mask=Mask(years), significant=digits)


def _read_far_year(found: re.Match[str], at: int) -> int:
    year: int = int(found["far"]) * 10 ** int(found["zeros"] or 0)
    if abs(year) > MAX_YEAR:
        raise DateError("the year is more than 10⁹ years away", at, "give a year nearer to us")
    if abs(year) < 10000:
        hint = f"write `{'-' if year < 0 else ''}{abs(year):04}`"
        raise DateError("`Y` stands before years of more than four digits", at, hint)
    return year


def _read_plain_year(found: re.Match[str], at: int) -> int:
    if "X" in found["year"]:
        message = "a year has either unspecified or significant digits"
        raise DateError(message, at + found["year"].index("X"), "leave out `X`, or `S`")
    return _read_years(found, at).low


def _read_years(found: re.Match[str], at: int) -> Reach:
    written = found["year"]
    if written == "-0000":
        raise DateError("there is no year -0000", at, "write 1 BCE as `0000`")
    return match_years(written)


def _read_near(found: re.Match[str], at: int) -> Date:
    years = _read_years(found, at)
    month, day = found["month"], found["day"]
    if month is None or (month == "XX" and day in (None, "XX")):
        precision = name_years(*years)
        mask = Mask(years) if precision is Precision.SPREAD else None
        first, after = day_serial(years.low), day_serial(years.high + 1)
        return Date(precision, first, after, years.low, mask=mask)
    if "X" not in month and int(month) in PERIODS:
        return _read_period(found, years, at)
    months = match_mask(month, 1, 12)
    if months is None:
        hint = suggest_date(found[0])
        raise DateError(f"there is no month `{month}`", at + found.start("month"), hint)
    if day is not None and day != "XX":
        return _read_day(found, years, months, at)
    first, after = month_serial(years.low, months.low), month_serial(years.high, months.high + 1)
    if years.is_known and months.is_known:
        return Date(Precision.MONTH, first, after, years.low, months.low)
    return Date(Precision.SPREAD, first, after, years.low, mask=Mask(years, months))


def _read_period(found: re.Match[str], years: Reach, at: int) -> Date:
    code = int(found["month"])
    if found["day"]:
        raise DateError(
            f"the period `{code}` has no days", at + found.start("day"), "leave out the day"
        )
    period = PERIODS[code]
    first = month_serial(years.low, period.month)
    after = month_serial(years.high, period.month + period.months)
    if years.is_known:
        return Date(period.precision, first, after, years.low, code=code)
    return Date(Precision.SPREAD, first, after, years.low, code=code, mask=Mask(years))


def _read_day(found: re.Match[str], years: Reach, months: Reach, at: int) -> Date:
    year, month, day = found["year"], found["month"], found["day"]
    if years.is_known and months.is_known and "X" not in day:
        number = int(day)
        if 1 <= number <= month_length(years.low, months.low):
            first = day_serial(years.low, months.low, number)
            return Date(Precision.DAY, first, first + 1, years.low, months.low, number)
    fits = find_days(year, month, day)
    if fits is None:
        message = f"there is no day `{day}` in this month"
        raise DateError(message, at + found.start("day"), suggest_date(found[0]))
    days = match_mask(day, 1, 31)
    assert days is not None  # a day of the mask was found
    if months.is_known:
        days = Reach(days.low, min(days.high, _longest(years, months.low)))
    mask = Mask(years, months, days)
    return Date(Precision.SPREAD, fits.low, fits.high + 1, years.low, mask=mask)


def _longest(years: Reach, month: int) -> int:
    return month_length(years.low if years.is_known else 2000, month)


def _take_part(date: Date, part: Part) -> Date:
    third = take_third(date.precision, date.first, date.after, part)
    if third is None:
        what = "a stretch" if date.precision is Precision.SPREAD else f"a {date.precision.value}"
        message = f"{what} has no `{part.value}` part"
        raise DateError(message, 0, f"leave out `{part.value}`")
    return replace(date, first=third[0], after=third[1], part=part)


def _qualify(date: Date, found: re.Match[str]) -> Date:
    """Note which components the marks doubt: behind one, a mark also holds for all before it."""
    approximate: set[Component] = set()
    uncertain: set[Component] = set()
    for place, component in enumerate(_COMPONENTS):
        before, behind = (found[group] for group in _MARK_GROUPS[place])
        for mark, doubted in ((before, (component,)), (behind, _COMPONENTS[: place + 1])):
            if mark:
                approximate.update(doubted if mark != "?" else ())
                uncertain.update(doubted if mark != "~" else ())
    if approximate and date.part is not None:
        message = f"`{date.part.value}` is approximate already"
        raise DateError(message, 0, "leave out `~` or `%`")
    return replace(
        date, approximate_in=_clip(date, approximate), uncertain_in=_clip(date, uncertain)
    )


def _clip(date: Date, doubted: set[Component]) -> tuple[Component, ...]:
    """Let a doubt about an unspecified month or day, `2004-XX~`, hold for what is stated."""
    if not doubted:
        return ()
    stated = date.components
    return tuple(component for component in stated if component in doubted) or stated[-1:]
