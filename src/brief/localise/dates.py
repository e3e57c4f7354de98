"""Word dates in a locale: CLDR through Babel where it has the form, own tables where not.

Every kind, precision and doubt has its wording; nothing is rounded to fit one. Days, months,
quarters, intervals and lists come from Babel, the rest from the tables of `date_words`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from brief.localise.date_phrases import (
    FIRST_BARE_YEAR,
    is_before_christ,
    word_between,
    word_date,
    word_range,
)
from brief.localise.date_voice import Voice, find_voice
from brief.localise.date_words import Phrase
from brief.localise.lists import Style, find_lists
from brief.model.dates import Bound, Edge, Kind, Range, When
from brief.model.periods import Precision
from brief.model.second_calendar import SecondCalendar
from brief.model.single_date import Date

_LISTS: dict[Kind, Style] = {Kind.ONE_OF: "or", Kind.ALL_OF: "standard"}
_YEARS = {Kind.ONE_OF: "chosen-years", Kind.ALL_OF: "listed-years"}


@lru_cache(maxsize=4096)
def word_when(when: When, tag: str, calendar: SecondCalendar | None = None) -> str:
    """Word a date in the locale `tag` as it stands by itself, say in a label or a table.

    The years of a second calendar follow in parentheses.
    """
    voice = find_voice(tag, calendar)
    return voice.finish(_word_when(when, voice))


def word_day(day: datetime.date, tag: str) -> str:
    """Word a day of the calendar in the locale `tag`."""
    date = Date(Precision.DAY, 0, 1, day.year, day.month, day.day)
    voice = find_voice(tag)
    return voice.finish(f"{word_date(date, voice)}")


def _word_when(when: When, voice: Voice) -> str:
    if when.kind is Kind.DATE:
        assert isinstance(when.start, Date)  # only intervals have open and unknown ends
        return f"{word_date(when.start, voice)}"
    if when.kind is Kind.INTERVAL:
        return f"{_word_interval(when.start, when.end, voice)}"
    if when.kind is Kind.ONE_OF and len(when.members) == 1:
        return f"{_word_somewhere(when.members[0], voice)}"
    return _word_set(when, voice)


def _word_set(when: When, voice: Voice) -> str:
    lists = find_lists(str(voice.locale), _LISTS[when.kind])
    dates = [member.start for member in when.members if member.start == member.end]
    if len(dates) == len(when.members) and all(_is_plain_year(date) for date in dates):
        listed = [f"{_word_edge(date, voice):listed}" for date in dates]
        text = lists.join(listed)
        return f"{voice.words.word(_YEARS[when.kind], d=text)}"
    era = _crosses_eras(when)
    listed = [f"{_word_member(member, when.kind, voice, era)}" for member in when.members]
    return lists.join(listed)


def _is_plain_year(edge: Edge) -> bool:
    is_year = isinstance(edge, Date) and edge.precision is Precision.YEAR
    return is_year and isinstance(edge, Date) and edge.is_exact and edge.year >= FIRST_BARE_YEAR


def _crosses_eras(when: When) -> bool:
    edges = [edge for member in when.members for edge in (member.start, member.end)]
    return len({is_before_christ(edge) for edge in edges if isinstance(edge, Date)}) > 1


def _word_member(member: Range, kind: Kind, voice: Voice, era: bool) -> Phrase:
    if member.start == member.end:
        return _word_edge(member.start, voice, with_era=era)
    is_open = isinstance(member.start, Bound) or isinstance(member.end, Bound)
    if kind is Kind.ONE_OF and is_open:
        return _word_somewhere(member, voice)
    return _word_interval(member.start, member.end, voice)


def _word_somewhere(member: Range, voice: Voice) -> Phrase:
    """Word one date that is earlier, later or between."""
    if isinstance(member.start, Bound):
        return voice.words.word("or-earlier", d=_word_edge(member.end, voice))
    if isinstance(member.end, Bound):
        return voice.words.word("or-later", d=_word_edge(member.start, voice))
    if member.start == member.end:
        return word_date(member.start, voice)
    return word_between((member.start, member.end), voice)


def _word_interval(start: Edge, end: Edge, voice: Voice) -> Phrase:
    if isinstance(end, Bound):
        form = "since" if end is Bound.OPEN else "end-unknown"
        return voice.words.word(form, d=_word_edge(start, voice))
    if isinstance(start, Bound):
        form = "until" if start is Bound.OPEN else "start-unknown"
        return voice.words.word(form, d=_word_edge(end, voice))
    return word_date(start, voice) if start == end else word_range(start, end, voice)


def _word_edge(edge: Edge, voice: Voice, *, with_era: bool = False) -> Phrase:
    assert isinstance(edge, Date)  # callers have dealt with open and unknown ends
    return word_date(edge, voice, with_era=with_era)
