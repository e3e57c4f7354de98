"""The patterns of CLDR for days, months, quarters and intervals, filled for any year.

Babel formats the years 1 to 9999; here the year is a text of ours, so that years before Christ
and far ones fit, and marks may stand in it.
"""

from __future__ import annotations

import datetime
from typing import TypeAlias

from babel import Locale
from babel.dates import get_quarter_names, parse_pattern, tokenize_pattern, untokenize_pattern

from brief.localise.date_voice import Voice
from brief.model.periods import Precision
from brief.model.single_date import Date

_LEAP_YEAR = 2000  # stands in for any year, whose text is ours
_INTERVALS = {Precision.DAY: ("yMMMMd", "yMMMd"), Precision.MONTH: ("yMMMM",)}
_INTERVALS_IN_A_YEAR = {Precision.DAY: ("MMMMd", "MMMd"), Precision.MONTH: ("MMMM", "MMM")}

Token: TypeAlias = tuple[str, str | tuple[str, int]]


def write_day(date: Date, voice: Voice) -> str:
    """Write a day as the locale writes it in full."""
    pattern = voice.locale.date_formats["long"].pattern
    return _fill(tokenize_pattern(pattern), date, voice.write_year(date.year), voice.locale)


def write_month(date: Date, voice: Voice, *, inflected: bool = False) -> str:
    """Write a month with its year; inflected as beside a day, in languages that tell the two."""
    tokens = tokenize_pattern(voice.locale.datetime_skeletons["yMMMM"].pattern)
    if inflected:
        tokens = [_inflect(token) for token in tokens]
    return _fill(tokens, date, voice.write_year(date.year), voice.locale)


def write_day_of_year(date: Date, voice: Voice, *, inflected: bool = False) -> str:
    """Write a day or a month without its year."""
    known = voice.locale.datetime_skeletons.get("MMMMd") if date.day else None
    month = "LLL" if _numbers_months(voice.locale) else "MMMM" if inflected else "LLLL"
    pattern = known.pattern if known else month
    return _fill(tokenize_pattern(pattern), date, "", voice.locale)


def _numbers_months(locale: Locale) -> bool:
    """Tell whether months have numbers beside a year: their full names are another style then."""
    return ("field", ("M", 1)) in tokenize_pattern(locale.datetime_skeletons["yMMMM"].pattern)


def puts_year_first(voice: Voice) -> bool:
    """Tell whether the year stands before the month."""
    first: str = voice.locale.datetime_skeletons["yMMMM"].pattern[0]
    return first == "y"


def write_quarter(number: int, year: int, voice: Voice) -> str:
    """Write a quarter with its year."""
    pattern = voice.locale.datetime_skeletons["yQQQQ"].pattern
    date = Date(Precision.MONTH, 0, 1, year, 3 * number)
    return _fill(tokenize_pattern(pattern), date, voice.write_year(year), voice.locale)


def name_quarter(number: int, voice: Voice) -> str:
    """Write a quarter without its year."""
    return str(get_quarter_names("wide", "stand-alone", voice.locale)[number])


def write_interval(start: Date, end: Date, voice: Voice, *, with_year: bool = True) -> str | None:
    """Write two days or two months as one interval, None where the locale has no pattern."""
    numbered = _numbers_months(voice.locale)
    skeletons = (_INTERVALS if with_year else _INTERVALS_IN_A_YEAR)[start.precision]
    if numbered and not with_year:
        skeletons = skeletons[-1:]
    known = [voice.locale.interval_formats.get(skeleton) for skeleton in skeletons]
    differ = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    found = next((patterns.get(differ) for patterns in known if patterns), None)
    if not found:
        return None
    tokens = tokenize_pattern("".join(found))
    tokens = tokens if numbered else [_widen(token) for token in tokens]
    halves = _split(tokens)
    years = [voice.write_year(date.year) for date in (start, end)]
    dates = zip(halves, (start, end), years, strict=True)
    return "".join(_fill(half, date, year, voice.locale) for half, date, year in dates)


def _widen(token: Token) -> Token:
    """Write out a short month: CLDR makes intervals of long dates from those of short ones."""
    kind, value = token
    return (kind, (value[0], 4)) if kind == "field" and value in (("M", 3), ("L", 3)) else token


def _inflect(token: Token) -> Token:
    kind, value = token
    return (kind, ("M", 4)) if kind == "field" and value == ("L", 4) else token


def _split(tokens: list[Token]) -> list[list[Token]]:
    """Split where a field comes again; `L` and `M` are both the month."""
    halves: list[list[Token]] = [[]]
    seen: set[str] = set()
    for kind, value in tokens:
        if kind == "field":
            field = "M" if value[0] == "L" else value[0]
            if field in seen and len(halves) == 1:
                halves.append([])
            seen.add(field)
        halves[-1].append((kind, value))
    return halves


def _fill(tokens: list[Token], date: Date, year: str, locale: Locale) -> str:
    """Fill a pattern, with the year as it is given."""
    written = [
        ("chars", year) if kind == "field" and value[0] == "y" else (kind, value)
        for kind, value in tokens
    ]
    stand_in = datetime.date(_LEAP_YEAR, date.month or 1, date.day or 1)
    return parse_pattern(untokenize_pattern(written)).apply(stand_in, locale)
