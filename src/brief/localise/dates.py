"""Word dates in a locale: CLDR through Babel where it has the form, own tables where not.

Every kind, precision and doubt has its wording; nothing is rounded to fit one. Days, months,
quarters, intervals and lists come from Babel, the rest from `date_words`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel import Locale
from babel.dates import parse_pattern, tokenize_pattern, untokenize_pattern
from babel.lists import format_list
from babel.numbers import format_decimal

from brief.localise.cldr import load_locale
from brief.localise.date_words import PLAIN, DateWords, Phrase, load_words
from brief.localise.ordinals import word_ordinal
from brief.model.calendar import CivilDay, civil_day, day_serial
from brief.model.dates import Bound, Edge, Kind, Range, When
from brief.model.periods import PERIODS, Precision
from brief.model.single_date import Date

_STAND_IN_YEAR = 2000  # a leap year for patterns whose year is written by us
_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_INTERVALS = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMMM", Precision.YEAR: "y"}


@lru_cache(maxsize=4096)
def word_when(when: When, tag: str) -> str:
    """Word a date in the locale `tag` as it stands by itself, say in a label or a table."""
    return load_words(_language(tag)).bind(_word_when(when, tag))


def word_day(day: datetime.date, tag: str) -> str:
    """Word a day of the calendar in the locale `tag`."""
    words = load_words(_language(tag))
    date = Date(Precision.DAY, 0, 1, day.year, day.month, day.day)
    return words.bind(f"{_word_exact(date, tag)}")


def _language(tag: str) -> str:
    return load_locale(tag).language


def _word_when(when: When, tag: str) -> str:
    if when.kind is Kind.DATE:
        return f"{_word_edge(when.start, tag)}"
    if when.kind is Kind.INTERVAL:
        return f"{_word_interval(when.start, when.end, tag)}"
    if when.kind is Kind.ONE_OF and len(when.members) == 1:
        return f"{_word_somewhere(when.members[0], tag)}"
    listed = [f"{_word_member(member, tag)}" for member in when.members]
    if when.kind is Kind.ONE_OF:
        return format_list(listed, style="or", locale=load_locale(tag))
    return format_list(listed, style="standard", locale=load_locale(tag))


def _word_member(member: Range, tag: str) -> Phrase:
    if member.start == member.end:
        return _word_edge(member.start, tag)
    return _word_interval(member.start, member.end, tag)


def _word_somewhere(member: Range, tag: str) -> Phrase:
    words = load_words(_language(tag))
    if isinstance(member.start, Bound):
        return words.word("or-earlier", d=_word_edge(member.end, tag))
    if isinstance(member.end, Bound):
        return words.word("or-later", d=_word_edge(member.start, tag))
    if member.start == member.end:
        return _word_date(member.start, tag)
    return words.word("between", a=_word_date(member.start, tag), b=_word_date(member.end, tag))


def _word_interval(start: Edge, end: Edge, tag: str) -> Phrase:
    words = load_words(_language(tag))
    if isinstance(end, Bound):
        form = "since" if end is Bound.OPEN else "end-unknown"
        return words.word(form, d=_word_edge(start, tag))
    if isinstance(start, Bound):
        form = "until" if start is Bound.OPEN else "start-unknown"
        return words.word(form, d=_word_edge(end, tag))
    if start == end:
        return _word_date(start, tag)
    if _is_plain(start) and _is_plain(end) and start.precision is end.precision:
        return _word_plain_interval(start, end, tag)
    decades = Precision.DECADE is start.precision is end.precision
    doubted = start.approximate or start.uncertain
    form = "range-decades" if decades and not doubted else "range"
    return words.word(form, a=_word_date(start, tag), b=_word_date(end, tag))


def _is_plain(date: Date) -> bool:
    return date.is_exact and date.precision in _EXACT


def _word_plain_interval(start: Date, end: Date, tag: str) -> Phrase:
    words = load_words(_language(tag))
    if start.precision is Precision.YEAR:
        return _word_years(start.year, end.year, tag)
    if start.year < 1 or end.year > datetime.MAXYEAR:
        return words.word("range", a=_word_date(start, tag), b=_word_date(end, tag))
    pattern = _interval_pattern(start, end, load_locale(tag))
    if pattern is None:
        return words.word("range", a=_word_date(start, tag), b=_word_date(end, tag))
    days = (_calendar_date(start), _calendar_date(end))
    return Phrase({PLAIN: _apply_halves(pattern, days, load_locale(tag))})


def _word_years(first: int, last: int, tag: str) -> Phrase:
    words = load_words(_language(tag))
    if first > 0:
        return words.word("range-years", a=_write_year(first, tag), b=_write_year(last, tag))
    if last < 1:
        counts = (_write_count(1 - first, tag), _write_count(1 - last, tag))
        years = words.word("range-years", a=counts[0], b=counts[1])
        return words.word("before-christ", d=years)
    after = words.word("after-christ", d=_write_count(last, tag))
    return words.word("range", a=_write_year(first, tag), b=after)


def _interval_pattern(start: Date, end: Date, locale: Locale) -> str | None:
    """Find the pattern for two dates; CLDR widens months of a shorter pattern by this rule."""
    patterns = locale.interval_formats.get(_INTERVALS[start.precision])
    if start.precision is Precision.DAY:
        patterns = locale.interval_formats.get("yMMMMd") or patterns
    differ = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    found = (patterns or {}).get(differ)
    return _widen_months("".join(found)) if found else None


def _widen_months(pattern: str) -> str:
    tokens = tokenize_pattern(pattern)
    wide = [
        (kind, (value[0], 4) if kind == "field" and value in (("M", 3), ("L", 3)) else value)
        for kind, value in tokens
    ]
    return untokenize_pattern(wide)


def _apply_halves(pattern: str, days: tuple[datetime.date, datetime.date], locale: Locale) -> str:
    """Split where a field comes again (`L` and `M` are both the month) and fill both halves."""
    halves: list[list[tuple[str, str | tuple[str, int]]]] = [[]]
    seen: set[str] = set()
    for kind, value in tokenize_pattern(pattern):
        if kind == "field":
            field = "M" if value[0] == "L" else value[0]
            if field in seen and len(halves) == 1:
                halves.append([])
            seen.add(field)
        halves[-1].append((kind, value))
    texts = [parse_pattern(untokenize_pattern(half)) for half in halves]
    return "".join(text.apply(day, locale) for text, day in zip(texts, days, strict=True))


def _calendar_date(date: Date) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


def _word_edge(edge: Edge, tag: str) -> Phrase:
    assert isinstance(edge, Date)  # callers have dealt with open and unknown ends
    return _word_date(edge, tag)


def _word_date(date: Date, tag: str) -> Phrase:
    words = load_words(_language(tag))
    phrase = _word_period(date, tag, words)
    if date.approximate:
        own = f"circa-{date.precision.value}"
        known = date.precision in (Precision.DAY, Precision.YEAR)
        phrase = words.word(own if known else "circa", d=phrase)
        return words.word("probably", d=phrase) if date.uncertain else phrase
    return words.word("uncertain", d=phrase) if date.uncertain else phrase


def _word_period(date: Date, tag: str, words: DateWords) -> Phrase:
    precision = date.precision
    if precision is Precision.SPREAD or (date.year < 10 and precision is Precision.DECADE):
        return _word_spread(date, tag, words)
    if date.code:
        return _word_code(date, tag, words)
    form = f"{date.part.value}-{precision.value}" if date.part else precision.value
    if precision in _EXACT:
        return words.word(form, d=_word_exact(date, tag))
    size = 100 if precision is Precision.CENTURY else 1000
    number = date.year // size + 1
    return words.word(form, d=date.year, n=number, o=word_ordinal(number, words.language))


def _word_exact(date: Date, tag: str) -> str:
    year = _write_year(date.year, tag)
    if date.precision is Precision.YEAR:
        return year
    locale = load_locale(tag)
    if date.precision is Precision.DAY:
        pattern = locale.date_formats["long"].pattern
    else:
        pattern = locale.datetime_skeletons["yMMMM"].pattern
    return _fill(pattern, date.month, date.day or 1, year, locale)


def _fill(pattern: str, month: int, day: int, year: str, locale: Locale) -> str:
    """Fill a pattern whose year is given as text: Babel knows the years 1 to 9999 only."""
    tokens = [
        ("chars", year) if kind == "field" and value[0] == "y" else (kind, value)
        for kind, value in tokenize_pattern(pattern)
    ]
    stand_in = datetime.date(_STAND_IN_YEAR, month, day)
    return parse_pattern(untokenize_pattern(tokens)).apply(stand_in, locale)


def _write_year(year: int, tag: str) -> str:
    if year > 0:
        return _write_count(year, tag)
    words = load_words(_language(tag))
    return f"{words.word('before-christ', d=_write_count(1 - year, tag))}"


def _write_count(number: int, tag: str) -> str:
    return str(number) if number < 10000 else format_decimal(number, locale=load_locale(tag))


def _word_code(date: Date, tag: str, words: DateWords) -> Phrase:
    period = PERIODS[date.code]
    year = _write_year(date.year, tag)
    if period.season:
        return _word_season(date, year, words)
    if period.precision is Precision.QUARTER:
        pattern = load_locale(tag).datetime_skeletons["yQQQQ"].pattern
        text = _fill(pattern, period.month, 1, year, load_locale(tag))
        return words.word("quarter", d=text)
    if period.precision is Precision.HALF:
        return words.word(f"half-{period.number}", d=year)
    start, end = civil_day(date.first), civil_day(date.after - 1)
    return _word_interval(_month(start), _month(end), tag)


def _word_season(date: Date, year: str, words: DateWords) -> Phrase:
    period = PERIODS[date.code]
    assert period.season is not None
    if period.month == 12 and date.year > 0:
        year = f"{words.word('over-new-year', d=year, e=f'{(date.year + 1) % 100:02}')}"
    phrase = words.word(period.season.value, d=year)
    return words.word("southern", d=phrase) if period.southern else phrase


def _word_spread(date: Date, tag: str, words: DateWords) -> Phrase:
    """Word any other stretch by its ends, in years, months or days as they fall."""
    first, last, after = civil_day(date.first), civil_day(date.after - 1), civil_day(date.after)
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        ends = [Date(Precision.YEAR, 0, 1, day.year) for day in (first, last)]
    elif (first.day, after.day) == (1, 1):
        ends = [_month(first), _month(last)]
    else:
        ends = [Date(Precision.DAY, 0, 1, *day) for day in (first, last)]
    between = words.word("between", a=_word_date(ends[0], tag), b=_word_date(ends[1], tag))
    ranged = f"{_word_interval(ends[0], ends[1], tag)}"
    places = {place for form in words.forms.values() for place in form}
    return Phrase({**dict.fromkeys(places, ranged), PLAIN: between.places[PLAIN]})


def _month(day: CivilDay) -> Date:
    return Date(Precision.MONTH, day_serial(day.year, day.month), 0, day.year, day.month)
