"""Word one date: its period, then the era, then how surely it is known.

A date comes in, a `Phrase` goes out that reads rightly in every place of a sentence. Intervals
and sets are left to `dates`.
"""

from __future__ import annotations

from brief.localise.date_patterns import (
    name_quarter,
    puts_year_first,
    write_day,
    write_day_of_year,
    write_interval,
    write_month,
    write_quarter,
)
from brief.localise.date_voice import Voice, count_from_era
from brief.localise.date_words import SEASONS, Phrase, Value
from brief.localise.lists import find_lists
from brief.model.calendar import civil_day
from brief.model.masks import Mask, Reach
from brief.model.periods import PERIODS, Component, Precision, Season, name_years
from brief.model.single_date import Date

_NUMBERED = {Precision.CENTURY: 100, Precision.MILLENNIUM: 1000}
_OWN_CIRCA = (Precision.DAY, Precision.YEAR)
FIRST_BARE_YEAR = 100  # years of two digits would be taken for those of another century


def word_date(date: Date, voice: Voice, *, with_era: bool = False) -> Phrase:
    """Word a date; `with_era` also names our era, beside a date of the other."""
    phrase = word_certain(date, voice, with_era=with_era)
    approximate, uncertain = date.approximate_in, date.uncertain_in
    whole = date.components
    is_circa = approximate in (whole, whole[-1:])
    if is_circa and not date.significant:  # an estimate is about a year already
        own = f"circa-{date.precision.value}"
        form = own if date.precision in _OWN_CIRCA else "circa"
        phrase = voice.words.word(form, d=phrase)
    elif approximate and not is_circa:
        phrase = voice.words.word("approximate-in", d=phrase, p=_name(approximate, date, voice))
    if uncertain == whole:
        return voice.words.word("probably" if is_circa else "uncertain", d=phrase)
    if uncertain:
        return voice.words.word("uncertain-in", d=phrase, p=_name(uncertain, date, voice))
    return phrase


def _name(components: tuple[Component, ...], date: Date, voice: Voice) -> str:
    forms = [
        "component-period" if date.code and c is Component.MONTH else f"component-{c.value}"
        for c in components
    ]
    names = [f"{voice.words.word(form)}" for form in forms]
    return find_lists(str(voice.locale)).join(names)


def word_certain(date: Date, voice: Voice, *, with_era: bool = False) -> Phrase:
    """Word what a date says, without the doubts about it."""
    if date.precision is Precision.SPREAD:
        return _word_spread(date, voice)
    if date.precision is Precision.DECADE and date.year < FIRST_BARE_YEAR:
        return _word_stretch(_years(Reach(date.year, date.year + 9)), voice)
    if date.precision is Precision.THIRD:
        return _word_third(date, voice)
    return add_era(_word_period(date, voice), date, voice, with_era=with_era)


def add_era(phrase: Phrase, date: Date, voice: Voice, *, with_era: bool = False) -> Phrase:
    """Name the era of a date before Christ, of one soon after, on demand of any."""
    if is_before_christ(date):
        return voice.words.word("before-christ", d=phrase)
    early = date.year < FIRST_BARE_YEAR and date.precision not in _NUMBERED
    return voice.words.word("after-christ", d=phrase) if with_era or early else phrase


def is_before_christ(date: Date) -> bool:
    """Tell whether a date is counted before Christ; the first century has the year 0 too."""
    return date.year < (0 if date.precision in _NUMBERED else 1)


def cross_eras(start: Date, end: Date) -> bool:
    """Tell whether one date is before Christ and the other is not."""
    return is_before_christ(start) and not is_before_christ(end)


def word_between(ends: tuple[Date, Date], voice: Voice) -> Phrase:
    """Word some time between two certain dates."""
    start, end = ends
    era = cross_eras(start, end)
    both_years = Precision.YEAR is start.precision is end.precision
    if both_years and start.is_exact and end.is_exact and not era:
        years = {name: voice.write_year(d.year) for name, d in (("a", start), ("b", end))}
        return add_era(voice.words.word("between-years", **years), end, voice)
    dates = {"a": word_date(start, voice), "b": word_date(end, voice, with_era=era)}
    if start.is_exact and end.is_exact and start.year == end.year > 0:
        shorter, date = ("b", end) if puts_year_first(voice) else ("a", start)
        if date.precision in (Precision.DAY, Precision.MONTH):
            dates[shorter] = _word_without_year(date, voice)
    return voice.words.word("between", **dates)


def word_range(start: Date, end: Date, voice: Voice) -> Phrase:
    """Word the whole time between two dates that differ."""
    era = cross_eras(start, end)
    if start.is_exact and end.is_exact and start.precision is end.precision and not era:
        if start.precision is Precision.YEAR:
            return add_era(_word_years(start.year, end.year, voice), end, voice)
        if start.precision in (Precision.DAY, Precision.MONTH):
            text = write_interval(start, end, voice)
            if text is not None:
                return add_era(_quote_stretch(text, voice), end, voice)
    dates = {"a": word_date(start, voice), "b": word_date(end, voice, with_era=era)}
    decades = Precision.DECADE is start.precision is end.precision
    if decades and start.year >= FIRST_BARE_YEAR and not (start.approximate or start.uncertain):
        same = start.year // 100 == end.year // 100
        return voice.words.word("range-decades" if same else "range-decades-apart", **dates)
    return voice.words.word("range", **dates)


def _word_years(first: int, last: int, voice: Voice) -> Phrase:
    numbers = [voice.write_number(count_from_era(year)) for year in (first, last)]
    last_marked = numbers[1] + voice.mark_years(first, last)
    return voice.words.word("range-years", a=numbers[0], b=last_marked)


def _word_period(date: Date, voice: Voice) -> Phrase:
    if date.code:
        return _word_code(date.code, date.year, voice)
    form = f"{date.part.value}-{date.precision.value}" if date.part else date.precision.value
    values: dict[str, Value] = {}
    match date.precision:
        case Precision.DAY:
            values = {"d": write_day(date, voice)}
        case Precision.MONTH:
            inflected = write_month(date, voice, inflected=True)
            values = {"d": write_month(date, voice), "g": inflected}
        case Precision.YEAR:
            values = {"d": voice.write_year(date.year)}
        case Precision.DECADE:
            values = _decade_values(date.year, voice)
        case _:
            number = max(date.year, -date.year) // _NUMBERED[date.precision] + 1
            values = _ordinal_values(number, voice)
    return voice.words.word(form, **values)


def _decade_values(year: int, voice: Voice) -> dict[str, Value]:
    values: dict[str, Value] = {"d": year, **_ordinal_values(year // 100 + 1, voice)}
    tens, short = voice.words.tens, voice.words.short_tens
    if not tens:
        return values
    place = year % 100 // 10
    return {**values, "t": tens[place].format(**values), "s": short[place].format(**values)}


def _ordinal_values(number: int, voice: Voice) -> dict[str, Value]:
    ordinals = voice.words.ordinals
    return {"n": number, "o": ordinals.write(number), "q": ordinals.write_oblique(number)}


def _word_code(code: int, year: int, voice: Voice) -> Phrase:
    """Word a season, quarter or half of a year."""
    period = PERIODS[code]
    written = voice.write_year(year)
    if period.season is not None:
        if period.month == 12 and year != 0:
            written = _word_two_years(year, voice)
        season = voice.words.word(SEASONS[tuple(Season).index(period.season)], d=written)
        return voice.words.word("southern", d=season) if period.southern else season
    if period.precision is Precision.HALF:
        return voice.words.word(f"half-{period.number}", d=written)
    texts = {"d": write_quarter(period.number, year, voice), "y": written}
    name = name_quarter(period.number, voice)
    return voice.words.word("quarter", **texts, b=name, n=period.number)


def _word_two_years(year: int, voice: Voice) -> str:
    """Write the years of a season that runs over New Year."""
    first, last = count_from_era(year), count_from_era(year + 1)
    short = f"{last % 100:02}" if year > 0 else str(last)
    numbers = {"d": voice.write_number(first), "e": short, "f": voice.write_number(last)}
    return f"{voice.words.word('over-new-year', **numbers)}{voice.mark_years(year, year + 1)}"


def _word_third(date: Date, voice: Voice) -> Phrase:
    first, last = civil_day(date.first), civil_day(date.after - 1)
    ends = (_month(date.year, first.month), _month(date.year, last.month))
    return word_range(*ends, voice)


def _word_spread(date: Date, voice: Voice) -> Phrase:
    """Word a stretch in which the day lies: by what is known of it, or by its ends."""
    mask = date.mask
    assert mask is not None  # every spread has one
    if date.significant:
        around = word_between(_years(mask.years), voice)
        year = word_certain(Date(Precision.YEAR, 0, 1, date.year), voice)
        return voice.words.word("estimate", y=year, s=around)
    if not mask.months.high and not date.code:
        if mask.is_any_year:
            return voice.words.word("unknown-year")
        return _word_stretch(_years(mask.years), voice)
    if mask.days.is_known and mask.days.high and not mask.months.is_known:
        return _word_nth(mask, voice)
    if mask.years.is_known:
        return _word_stretch(_find_ends(date), voice)
    return _put_in_years(_word_in_a_year(date, mask, voice), mask, voice)


def _word_stretch(ends: tuple[Date, Date], voice: Voice) -> Phrase:
    """Word an unknown time between two dates; behind a preposition it is the whole stretch."""
    if ends[0] == ends[1]:
        return word_date(ends[0], voice)
    return voice.words.choose(word_between(ends, voice), word_range(*ends, voice))


def _quote_stretch(text: str, voice: Voice) -> Phrase:
    """Make a phrase of a range in words, which is called a period behind a preposition."""
    return voice.words.word("stretch", d=text)


def _word_nth(mask: Mask, voice: Voice) -> Phrase:
    """Word a known day of a month that is not known."""
    day = mask.days.low
    months = (mask.months.low, mask.months.high)
    if mask.years.is_known and months != (1, 12):
        start, end = (_month(mask.years.low, month) for month in months)
        time = word_range(start, end, voice)
    else:
        time = _word_year_mask(mask, voice)
    return voice.words.word("nth-of-a-month", n=day, o=voice.words.ordinals.write(day), y=time)


def _word_without_year(date: Date, voice: Voice) -> Phrase:
    inflected = write_day_of_year(date, voice, inflected=True)
    return voice.words.word(date.precision.value, d=write_day_of_year(date, voice), g=inflected)


def _word_in_a_year(date: Date, mask: Mask, voice: Voice) -> Phrase:
    """Word the season, month or day of an unknown year, without the year."""
    if date.code:
        return _quote_stretch(f"{_word_code(date.code, 1, voice):bare}", voice)
    precision = Precision.DAY if mask.days.high and mask.months.is_known else Precision.MONTH
    ends = [
        Date(precision, 0, 1, 1, month, day if precision is Precision.DAY else 0)
        for month, day in zip(mask.months, mask.days, strict=True)
    ]
    if ends[0] == ends[1]:
        return _word_without_year(ends[0], voice)
    text = write_interval(ends[0], ends[1], voice, with_year=False)
    assert text is not None  # every locale has these patterns
    return _quote_stretch(text, voice)


def _put_in_years(phrase: Phrase, mask: Mask, voice: Voice) -> Phrase:
    if mask.is_any_year:
        return voice.words.word("in-unknown-year", d=phrase)
    return voice.words.word("in-years", d=phrase, y=_word_year_mask(mask, voice))


def _word_year_mask(mask: Mask, voice: Voice) -> Phrase:
    if mask.is_any_year:
        return voice.words.word("unknown-year")
    precision = name_years(*mask.years)
    if precision is Precision.SPREAD:
        return word_range(*_years(mask.years), voice)
    return word_certain(Date(precision, 0, 1, mask.years.low), voice)


def _find_ends(date: Date) -> tuple[Date, Date]:
    """Give the ends of a stretch within a year in months, or in days where it has parts of them."""
    first, last, after = civil_day(date.first), civil_day(date.after - 1), civil_day(date.after)
    if (first.day, after.day) == (1, 1):
        return _month(first.year, first.month), _month(last.year, last.month)
    return Date(Precision.DAY, 0, 1, *first), Date(Precision.DAY, 0, 1, *last)


def _years(years: Reach) -> tuple[Date, Date]:
    return Date(Precision.YEAR, 0, 1, years.low), Date(Precision.YEAR, 0, 1, years.high)


def _month(year: int, month: int) -> Date:
    return Date(Precision.MONTH, 0, 1, year, month)
