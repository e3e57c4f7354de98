"""Every example of a date in the specification of EDTF, levels 0 to 2, with what it states.

The examples are those of the page of the Library of Congress of February 2019; dates with a time
of day are none of ours. Its third example of significant digits says 171010000 to 171010999 for
three digits of 171010000, against the rule above it; the rule is followed here.
"""

from __future__ import annotations

import pytest

from brief.model.calendar import civil_day
from brief.model.dates import Bound, Kind, parse_when
from brief.model.periods import Component, Precision
from brief.model.single_date import Date

OPEN, UNKNOWN = "open", "unknown"
LEVEL_0 = (
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
)
LEVEL_1 = (
    ("Y170000002", "170000002-01-01", "170000002-12-31"),
    ("Y-170000002", "-170000002-01-01", "-170000002-12-31"),
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-12/..", "1985-04-12", OPEN),
    ("1985-04/..", "1985-04-01", OPEN),
    ("1985/..", "1985-01-01", OPEN),
    ("../1985-04-12", OPEN, "1985-04-12"),
    ("../1985-04", OPEN, "1985-04-30"),
    ("../1985", OPEN, "1985-12-31"),
    ("1985-04-12/", "1985-04-12", UNKNOWN),
    ("1985-04/", "1985-04-01", UNKNOWN),
    ("1985/", "1985-01-01", UNKNOWN),
    ("/1985-04-12", UNKNOWN, "1985-04-12"),
    ("/1985-04", UNKNOWN, "1985-04-30"),
    ("/1985", UNKNOWN, "1985-12-31"),
    ("-1985", "-1985-01-01", "-1985-12-31"),
)
LEVEL_2 = (
    ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y171010000S3", "171000000-01-01", "171999999-12-31"),
    ("Y3388E2S3", "338000-01-01", "338999-12-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", OPEN, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", OPEN),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", OPEN),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("[..1984]", OPEN, "1984-12-31"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", OPEN, "1984-12-31"),
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("XXXX-12-XX", "0-12-01", "9999-12-31"),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
)
_BOUNDS = {Bound.OPEN: OPEN, Bound.UNKNOWN: UNKNOWN}
_YEAR, _MONTH, _DAY = Component


def _iso(serial: int) -> str:
    year, month, day = civil_day(serial)
    return f"{year}-{month:02}-{day:02}"


@pytest.mark.parametrize(("text", "first", "last"), LEVEL_0 + LEVEL_1 + LEVEL_2)
def test_an_example_of_the_standard_means_these_days(text: str, first: str, last: str) -> None:
    """The first and last day are those of the standard; open and unknown ends stay apart."""
    when = parse_when(text)
    start, end = when.start, when.end
    assert (_BOUNDS[start] if isinstance(start, Bound) else _iso(start.first)) == first
    assert (_BOUNDS[end] if isinstance(end, Bound) else _iso(end.after - 1)) == last


@pytest.mark.parametrize("code", range(21, 42))
def test_every_period_of_a_year_is_read(code: int) -> None:
    """The codes 21 to 41 are seasons, quarters, thirds and halves; no other code is a period."""
    date = parse_when(f"2001-{code}").start
    assert isinstance(date, Date)
    precisions = (
        (32, Precision.SEASON),
        (36, Precision.QUARTER),
        (39, Precision.THIRD),
        (41, Precision.HALF),
    )
    assert date.precision is next(precision for last, precision in precisions if code <= last)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2004-06-11%", (_YEAR, _MONTH, _DAY), (_YEAR, _MONTH, _DAY)),
        ("2004-06~-11", (_YEAR, _MONTH), ()),
        ("2004?-06-11", (), (_YEAR,)),
        ("?2004-06-~11", (_DAY,), (_YEAR,)),
        ("2004-%06-11", (_MONTH,), (_MONTH,)),
        ("2004-06~", (_YEAR, _MONTH), ()),
        ("1984?", (), (_YEAR,)),
        ("2004?-06~-11", (_YEAR, _MONTH), (_YEAR,)),
        ("2001-21~", (_YEAR, _MONTH), ()),
        ("2004-XX~", (_YEAR,), ()),
        ("2004-~XX", (_YEAR,), ()),
        ("156X-12?-25", (), (_YEAR, _MONTH)),
        ("1950S2?", (), (_YEAR,)),
    ],
)
def test_a_mark_doubts_what_it_stands_at(
    text: str, approximate: tuple[Component, ...], uncertain: tuple[Component, ...]
) -> None:
    """A mark before a component holds for it alone, one behind it for all before it too."""
    date = parse_when(text).start
    assert isinstance(date, Date)
    assert (date.approximate_in, date.uncertain_in) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "circa"),
    [
        ("2004-06-11", None),
        ("2004-06-11~", Precision.DAY),
        ("2004-06-~11", Precision.DAY),
        ("2004-06~-11", Precision.MONTH),
        ("~2004-06-11", Precision.YEAR),
        ("2004-~06", Precision.MONTH),
        ("2004-22~", Precision.SEASON),
        ("194X~", Precision.DECADE),
    ],
)
def test_a_date_is_approximate_in_its_finest_doubted_component(
    text: str, circa: Precision | None
) -> None:
    """About June 2004 is months wide, about the 11th of June days."""
    date = parse_when(text).start
    assert isinstance(date, Date)
    assert date.circa is circa


def test_a_set_keeps_its_members() -> None:
    """Sets know whether one or all are meant, and which members are ranges."""
    one, many = parse_when("[1667,1668,1670..1672]"), parse_when("{1960,1961-12}")
    assert (one.kind, many.kind) == (Kind.ONE_OF, Kind.ALL_OF)
    assert [m.start == m.end for m in one.members] == [True, True, False]
    assert len(many.members) == 2


def test_an_estimate_is_kept_with_its_significant_digits() -> None:
    """`1950S2` is some year of 1900 to 1999, estimated to be 1950."""
    date = parse_when("1950S2").start
    assert isinstance(date, Date)
    assert (date.year, date.significant, date.mask and date.mask.years) == (1950, 2, (1900, 1999))
    exact = parse_when("1950S4").start
    assert isinstance(exact, Date)
    assert (exact.precision, exact.significant) == (Precision.YEAR, 0)
