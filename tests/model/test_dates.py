"""The date language: what is read, what it may mean, what is refused and how."""

from __future__ import annotations

import pytest

from brief.model.calendar import civil_day, day_serial
from brief.model.dates import Bound, Kind, WhenError, parse_when
from brief.model.periods import Part, Precision
from brief.model.single_date import Date


def _days(text: str) -> tuple[str, str]:
    when = parse_when(text)
    return _iso(when.first), _iso(None if when.after is None else when.after - 1)


def _iso(serial: int | None) -> str:
    if serial is None:
        return ".."
    year, month, day = civil_day(serial)
    return f"{year}-{month:02}-{day:02}"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1991", "1991-01-01", "1991-12-31"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-06-18", "2024-06-18", "2024-06-18"),
        (" 2024-06-18 ", "2024-06-18", "2024-06-18"),
        ("2024-06-18/2024-06-19", "2024-06-18", "2024-06-19"),
        ("1945 / 1991", "1945-01-01", "1991-12-31"),
        ("194X", "1940-01-01", "1949-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("1XXX", "1000-01-01", "1999-12-31"),
        ("late 194X", "1947-01-01", "1949-12-31"),
        ("mid-199X", "1994-01-01", "1996-12-31"),
        ("early 2024", "2024-01-01", "2024-04-30"),
        ("late 2024", "2024-09-01", "2024-12-31"),
        ("mid 2024-05", "2024-05-11", "2024-05-20"),
        ("late 2024-02", "2024-02-21", "2024-02-29"),
        ("late 18XX", "1867-01-01", "1899-12-31"),
        ("1945~", "1945-01-01", "1945-12-31"),
        ("2000/..", "2000-01-01", ".."),
        ("2000/", "2000-01-01", ".."),
        ("../1985", "..", "1985-12-31"),
        ("/1985", "..", "1985-12-31"),
        ("[1946..1949]", "1946-01-01", "1949-12-31"),
        ("[1667, 1668, 1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..1760-12-03]", "..", "1760-12-03"),
        ("[1760-12..]", "1760-12-01", ".."),
        ("{1994,2003,2018}", "1994-01-01", "2018-12-31"),
        ("{..1984}", "..", "1984-12-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-30", "2024-12-01", "2025-02-28"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-39", "2024-09-01", "2024-12-31"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("-0099", "-99-01-01", "-99-12-31"),
        ("0000", "0-01-01", "0-12-31"),
        ("-019X", "-199-01-01", "-190-12-31"),
        ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
        ("Y171010000S3", "171000000-01-01", "171999999-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("-1950S2", "-1999-01-01", "-1900-12-31"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("2004-0X-31", "2004-01-31", "2004-08-31"),
        ("200X-02-29", "2000-02-29", "2008-02-29"),
        ("190X-02-29", "1904-02-29", "1908-02-29"),
        ("-000X", "-9-01-01", "-1-12-31"),
        ("-01XX", "-199-01-01", "-100-12-31"),
        ("19X4-07", "1904-07-01", "1994-07-31"),
        ("00X1/000X", "1-01-01", "9-12-31"),
        ("2024-24/2024", "2024-12-01", "2024-12-31"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("XXXX-12-XX", "0-12-01", "9999-12-31"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
        ("1985/1985", "1985-01-01", "1985-12-31"),
    ],
)
def test_a_date_means_these_days(text: str, first: str, last: str) -> None:
    """The first and the last day that a text may mean are those of the standard."""
    assert _days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1991", Precision.YEAR),
        ("2024-06", Precision.MONTH),
        ("2024-06-XX", Precision.MONTH),
        ("2024-06-18", Precision.DAY),
        ("2024-22", Precision.SEASON),
        ("2024-36", Precision.QUARTER),
        ("2024-38", Precision.THIRD),
        ("2024-40", Precision.HALF),
        ("194X", Precision.DECADE),
        ("18XX", Precision.CENTURY),
        ("1XXX", Precision.MILLENNIUM),
        ("2004-XX-XX", Precision.YEAR),
        ("1984-1X", Precision.SPREAD),
        ("156X-12-25", Precision.SPREAD),
        ("-019X", Precision.SPREAD),
        ("-01XX", Precision.CENTURY),
        ("-00XX", Precision.CENTURY),
        ("-1XXX", Precision.MILLENNIUM),
        ("X945", Precision.SPREAD),
        ("19XX-21", Precision.SPREAD),
        ("1950S2", Precision.SPREAD),
    ],
)
def test_the_precision_is_kept(text: str, precision: Precision) -> None:
    """A date stays as coarse as its source states it."""
    start = parse_when(text).start
    assert isinstance(start, Date)
    assert start.precision is precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984", False, False),
        ("1984~", True, False),
        ("1984?", False, True),
        ("1984%", True, True),
        ("?2004-06-~11", True, True),
        ("2004-06~-11", True, False),
        ("2004?-06-11", False, True),
    ],
)
def test_marks_of_doubt_hold_for_the_whole_date(
    text: str, approximate: bool, uncertain: bool
) -> None:
    """A mark on any component makes the date approximate or uncertain."""
    start = parse_when(text).start
    assert isinstance(start, Date)
    assert (start.approximate, start.uncertain) == (approximate, uncertain)


def test_kinds_and_bounds_are_told_apart() -> None:
    """Open and unknown ends, and the two kinds of sets, mean different things."""
    assert parse_when("2000/..").end is Bound.OPEN
    assert parse_when("2000/").end is Bound.UNKNOWN
    assert parse_when("[1948,1949]").kind is Kind.ONE_OF
    assert parse_when("{1948,1949}").kind is Kind.ALL_OF
    assert len(parse_when("[1667,1668,1670..1672]").members) == 3


def test_parts_are_kept_with_their_period() -> None:
    """`late 194X` stays a decade with its part, so that it can be worded as such."""
    start = parse_when("late 194X").start
    assert isinstance(start, Date)
    assert (start.part, start.year, start.is_exact) == (Part.LATE, 1940, False)


@pytest.mark.parametrize("text", ["2024-06-18", "-0043-03-15"])
def test_one_certain_day_is_a_day(text: str) -> None:
    """`is_day` holds for one day without doubt."""
    assert parse_when(text).is_day


@pytest.mark.parametrize("text", ["2024-06", "2024-06-18?", "2024-06-18/2024-06-19", "2024-06/.."])
def test_anything_else_is_no_day(text: str) -> None:
    """`is_day` does not hold for months, doubted days and intervals."""
    assert not parse_when(text).is_day


@pytest.mark.parametrize(
    ("text", "message", "offset", "hint"),
    [
        ("", "the date is empty", 0, "such as `1991`"),
        ("x" * 61, "a date has at most 60 characters, this one has 61", 60, "such as"),
        ("18.06.2024", "`18.06.2024` is not a date", 0, "`2024-06-18`"),
        ("2024-6-18", "`2024-6-18` is not a date", 0, "`2024-06-18`"),
        ("20240618", "`20240618` is not a date", 0, "`2024-06-18`"),
        ("6/2024", "`6` is not a date", 0, "`2024-06`"),
        ("1945-1991", "`1945-1991` is not a date", 0, "`1945/1991`"),
        ("1945–1991", "`1945–1991` is not a date", 0, "`1945/1991`"),
        ("1950-53", "there is no month `53`", 5, "`1950/1953`"),
        ("1990s", "`1990s` is not a date", 0, "`199X`"),
        ("ca. 1945", "`ca. 1945` is not a date", 0, "`1945~`"),
        ("seit 2000", "`seit 2000` is not a date", 0, "`2000/..`"),
        ("44 BC", "`44 BC` is not a date", 0, "`-0043`"),
        ("Late 194X", "`Late 194X` is not a date", 0, "`late 194X`"),
        ("12", "`12` is not a date", 0, "`0012`"),
        ("2024-06-18T10:00", "`2024-06-18T10:00` is not a date", 0, "time of day"),
        ("now", "`now` is not a date", 0, "the day itself"),
        ("1985-13", "there is no month `13`", 5, "`01` to `12`"),
        ("1985-02-30", "there is no day `30` in this month", 8, "calendar"),
        ("2001-02-29", "there is no day `29` in this month", 8, "calendar"),
        ("2024-21-03", "the period `21` has no days", 8, "leave out"),
        ("Y2021", "`Y` stands before years of more than four digits", 0, "`2021`"),
        ("Y1E99", "the year is more than 10⁹ years away", 0, "nearer"),
        ("-0000", "there is no year -0000", 0, "`0000`"),
        ("1964/1945", "the end comes before the beginning", 0, "`1945/1964`"),
        ("1945 / 19x1", "`19x1` is not a date", 7, "`19X1`"),
        ("../..", "the interval has no date", 0, "`2000/..`"),
        ("/", "the interval has no date", 0, "`2000/..`"),
        ("1991/1992/1993", "an interval has one slash only", 9, "such as"),
        ("[1945", "the set is not closed by `]`", 5, "close"),
        ("{1945]", "the set is not closed by `}`", 6, "close"),
        ("{}", "a date is missing", 1, "such as"),
        ("[1946,,1948]", "a date is missing", 6, "such as"),
        ("[1946, 19x8]", "`19x8` is not a date", 7, "`19X8`"),
        ("[..]", "the range has no date", 1, "`1946..`"),
        ("{1999..1990}", "the end comes before the beginning", 1, "`1990..1999`"),
        ("early 2024-06-18", "a day has no `early` part", 0, "leave out `early`"),
        ("late 2024-21", "a season has no `late` part", 0, "leave out `late`"),
        ("early 2024-06-1X", "a stretch has no `early` part", 0, "leave out `early`"),
        ("2004?~", "two marks of doubt stand together", 5, "`%`"),
        ("19X1-02-29", "there is no day `29` in this month", 8, "calendar"),
        ("1950S2-06", "a year with `S` has no months", 7, "leave them out"),
        ("Y170000-06", "a year with `Y` has no months", 8, "leave them out"),
        ("19XXS2", "a year has either unspecified or significant digits", 2, "leave out `X`"),
        ("-0000-05", "there is no year -0000", 0, "`0000`"),
        ("[1950,..1960]", "only the first date of a set begins with `..`", 6, "put it first"),
        ("[1950..,1960]", "only the last date of a set ends with `..`", 5, "put it last"),
        ("1985/open", "`open` is not a date", 5, "`1985/..`"),
        ("unknown/1985", "`unknown` is not a date", 0, "`/1985`"),
        ("open/1985", "`open` is not a date", 0, "`../1985`"),
        ("1985/unknown", "`unknown` is not a date", 5, "`1985/`"),
        ("19uu-12", "`19uu-12` is not a date", 0, "`19XX-12`"),
        ("1950s2", "`1950s2` is not a date", 0, "`1950S2`"),
        ("y170000002", "`y170000002` is not a date", 0, "`Y170000002`"),
        ("17E7", "`17E7` is not a date", 0, "`Y17E7`"),
        ("1984 ?", "`1984 ?` is not a date", 0, "`1984?`"),
        ("2024-W25", "`2024-W25` is not a date", 0, "the days of the week"),
        ("1985..1990", "`1985..1990` is not a date", 0, "`1985/1990`"),
        ("early 1945~", "`early` is approximate already", 0, "leave out `~`"),
    ],
)
def test_mistakes_are_named_with_place_and_remedy(
    text: str, message: str, offset: int, hint: str
) -> None:
    """What is no date is refused with what is wrong, where, and what to write."""
    with pytest.raises(WhenError) as caught:
        parse_when(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert hint in caught.value.hint


def test_serials_are_days_without_gaps() -> None:
    """Days count on over centuries, leap years and the year 0, and lead back to themselves."""
    assert day_serial(1970) == 0
    assert day_serial(0, 3, 1) - day_serial(0, 2, 28) == 2
    for serial in range(day_serial(-4), day_serial(4)):
        assert day_serial(*civil_day(serial)) == serial
    assert day_serial(10**9 + 1) - day_serial(10**9) == 366
