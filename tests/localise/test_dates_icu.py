"""Dates beside ICU, which words them from the same CLDR data with code of its own.

Compared is what ICU has: days, months and years, quarters, intervals, lists. Where we write
otherwise on purpose, `RULES` says how ICU's text becomes ours, and why; no-break characters are
compared as what they look like.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from brief.localise.dates import word_when
from brief.model.dates import parse_when
from tests.localise.golden import TAGS

icu: Any = pytest.importorskip("icu", reason="ICU is not installed (pyicu-wheels)")


class Rule(NamedTuple):
    """How a text of ICU becomes ours in one language."""

    tag: str
    pattern: str
    replacement: str
    reason: str


RULES = (
    Rule("ar", r"^(الربع \S+) (\d{4})$", r"\1 من عام \2", "a quarter is one of a year"),
    Rule("fr", r"(?<!\d)1(?= [a-zéû]|–\d)", "1er", "the first of a month is an ordinal"),
    Rule("he", r"^(רבעון \d) (\d{4})$", r"\1 של \2", "a quarter is one of a year"),
    Rule("he", r"-(?=\d)", "־", "a prefix is joined to figures by a maqaf"),
    Rule("he", r"(\d) (?=[א-ת])(?![בו])", r"\1 ב", "a month has its preposition, as in one day"),
    Rule("hi", r"^(\S+ तिमाही) (\d{4})$", r"\2 की \1", "a quarter is one of a year"),
    Rule("it", r"\b0(?=\d )", "", "days have no leading zero, as in one day"),
    Rule("it", r"(?<!\d)1(?= [a-z]|–\d)", "1º", "the first of a month is an ordinal"),
    Rule("ja", r"^(\d{4})年～(\d{4}年)$", r"\1～\2", "the unit stands once"),
    Rule("ko", r"제 (\d)/4분기", r"\1분기", "the new way of counting quarters"),
    Rule("ko", r"^(\d{4})년 ~ (\d{4}년)$", r"\1~\2", "the unit stands once"),
    Rule("ko", r" ~ ", "~", "a wave dash stands without spaces"),
    Rule("pt", r"(?<!\d)1(?= de )", "1º", "the first of a month is an ordinal in Brazil"),
    Rule("pt", r"^(\d{4}) – (\d{4})$", r"\1–\2", "single words take a closed dash"),
    Rule("ru", r"^(\d{4})$", r"\1 г.", "a year has its unit, as in longer dates"),
    Rule("ru", r"^(\d{4}–\d{4})$", r"\1 гг.", "years have their unit"),
    Rule("uk", r"^(\d{4})$", r"\1 р.", "a year has its unit, as in longer dates"),
    Rule("uk", r"^(\d{4}–\d{4})$", r"\1 рр.", "years have their unit"),
    Rule("zh-Hant", r"^(\d{4})至(\d{4})$", r"\1–\2年", "years have their unit, as in one date"),
)
DAYS = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 8, 11, 28)]
MONTHS = [f"2024-{month:02}" for month in range(1, 13)]
DAY_INTERVALS = (
    *("2024-06-18/2024-06-19", "2024-01-01/2024-01-31", "2024-02-28/2024-03-01"),
    *("2023-12-30/2024-01-02", "1950-06-25/1953-07-27"),
)
MONTH_INTERVALS = ("2024-04/2024-06", "2024-08/2024-10", "2003-08/2009-04")
YEAR_INTERVALS = ("1950/1953", "1999/2001")
LISTS = (
    *("2003-06,2004-08", "2003-06,2004-08,2005-10", "2003-10-08,2004-10-11"),
    *("2003-10-09,2004-10-08", "2024-09,2024-10", "2003-06-01,2004-08-18,2005-10-28"),
)


def _pairs(tag: str) -> Iterator[tuple[str, str]]:
    """Give dates with what ICU makes of them."""
    locale = icu.Locale.forLanguageTag(tag)
    long_date = icu.DateFormat.createDateInstance(icu.DateFormat.LONG, locale)
    yield from ((text, long_date.format(_moment(text))) for text in DAYS)
    yield from ((text, _skeleton(locale, "yMMMM", text)) for text in MONTHS)
    yield from ((text, _skeleton(locale, "y", text)) for text in ("1945", "2024"))
    for quarter in range(4):
        month = f"2024-{1 + 3 * quarter:02}"
        yield f"2024-{33 + quarter}", _skeleton(locale, "yQQQQ", month)
    yield from ((text, _interval(locale, "yMMMMd", text)) for text in DAY_INTERVALS)
    yield from ((text, _interval(locale, "yMMMM", text)) for text in MONTH_INTERVALS)
    yield from ((text, _interval(locale, "y", text)) for text in YEAR_INTERVALS)
    for brackets, kind in (("{}", "AND"), ("[]", "OR")):
        for text in LISTS:
            members = [_plain(word_when(parse_when(part), tag)) for part in text.split(",")]
            yield brackets[0] + text + brackets[1], _list(locale, kind, members)


def _moment(text: str) -> datetime.datetime:
    year, month, day = (int(part) for part in f"{text}-01-01".split("-")[:3])
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


def _skeleton(locale: Any, skeleton: str, text: str) -> str:
    pattern = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(skeleton)
    return str(icu.SimpleDateFormat(pattern, locale).format(_moment(text)))


def _interval(locale: Any, skeleton: str, text: str) -> str:
    ends = [_moment(part).timestamp() for part in text.split("/")]
    format_interval = icu.DateIntervalFormat.createInstance(skeleton, locale).format
    return str(format_interval(icu.DateInterval(*ends)))


def _list(locale: Any, kind: str, members: list[str]) -> str:
    kinds, wide = icu.UListFormatterType, icu.UListFormatterWidth.WIDE
    return str(icu.ListFormatter.createInstance(locale, getattr(kinds, kind), wide).format(members))


def _plain(text: str) -> str:
    """Show spaces of all kinds as one, and leave out what is not seen."""
    return re.sub("[\u2060\u200e\u200f]", "", re.sub("[\u00a0\u202f\u2009]", " ", text))


@pytest.mark.parametrize("tag", TAGS)
def test_dates_read_as_in_icu(tag: str) -> None:
    """Each date that ICU can word reads as ICU words it, but for the listed rules."""
    icu.TimeZone.setDefault(icu.TimeZone.createTimeZone("UTC"))
    used: set[Rule] = set()
    for text, theirs in _pairs(tag):
        ours, theirs = _plain(word_when(parse_when(text), tag)), _plain(theirs)
        for rule in RULES:
            if rule.tag == tag and ours != theirs:
                changed = re.sub(rule.pattern, rule.replacement, theirs)
                used |= {rule} if changed != theirs else set()
                theirs = changed
        assert ours == theirs, text
    assert used == {rule for rule in RULES if rule.tag == tag}, "a rule is of no use any more"
