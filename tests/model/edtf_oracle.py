"""The library `edtf` asked what a date means, and every way in which we knowingly differ from it.

A difference has the outcome that it explains, the reason, a pattern of dates that it holds for,
and an example that has to differ still: an explanation that explains nothing fails a test.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from brief.model.calendar import civil_day
from brief.model.dates import WhenError, parse_when

Day: TypeAlias = tuple[int, int, int] | None
Bounds: TypeAlias = tuple[Day, Day]

WE_REFUSE = "we refuse"
THEY_REFUSE = "they refuse"
BOUNDS = "other bounds"


@dataclass(frozen=True, slots=True)
class Difference:
    """A class of dates about which the two differ: what happens, why, which dates, one of them."""

    outcome: str
    reason: str
    covers: Callable[[str], bool]
    example: str


def our_bounds(text: str) -> Bounds | None:
    """Give the first and the last day that we read, None if we refuse the text."""
    try:
        when = parse_when(text)
    except WhenError:
        return None
    last = None if when.after is None else when.after - 1
    return _day(when.first), _day(last)


def their_bounds(text: str) -> Bounds | None:
    """Give the strict bounds of the library, None if it refuses the text or breaks on it."""
    from edtf import parse_edtf

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it breaks on
            parsed = parse_edtf(text)
            return _their_day(parsed.lower_strict()), _their_day(parsed.upper_strict())
    except Exception:  # it raises whatever comes
        return None


def compare(text: str) -> str | None:
    """Name the outcome of a comparison, None if both say the same."""
    ours, theirs = our_bounds(text), their_bounds(text)
    if ours == theirs:
        return None
    if ours is None:
        return WE_REFUSE
    return THEY_REFUSE if theirs is None else BOUNDS


def explain(text: str, outcome: str) -> list[Difference]:
    """List the known differences that cover a date with an outcome."""
    return [d for d in DIFFERENCES if d.outcome == outcome and d.covers(text)]


def _day(serial: int | None) -> Day:
    return None if serial is None else tuple(civil_day(serial))


def _their_day(value: Any) -> Day:
    return None if isinstance(value, float) else tuple(value[:3])


def _dates(text: str) -> list[str]:
    return [part for part in re.split(r"[\[\]{},/]|\.\.", text) if part]


def _in_a_date(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern)
    return lambda text: any(found.search(date) for date in _dates(text))


def _whole(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern)
    return lambda text: found.search(text) is not None


def _is_reversed(text: str) -> bool:
    """Tell whether the first date of an interval or a range begins after the second ends."""
    for part in re.split(r"[\[\]{},]", text):
        ends = re.split(r"/|\.\.", part)
        if len(ends) == 2 and all(ends):
            (first, _), (_, last) = (our_bounds(end) or (None, None) for end in ends)
            if first is not None and last is not None and first > last:
                return True
    return False


_SIMPLE = r"-?\d{4}(-\d\d){0,2}[?~%]?"  # what the library knows beside an open or unknown end
_PLAIN = r"-?\d{4}(-\d\d){0,2}"

DIFFERENCES = (
    Difference(WE_REFUSE, "an interval without any date says nothing",
               _whole(r"^(\.\.)?/(\.\.)?$"), "../.."),
    Difference(WE_REFUSE, "an interval or a range runs forward in time", _is_reversed, "1985/1964"),
    Difference(WE_REFUSE, "`Y` stands before years of more than four digits, however written",
               _in_a_date(r"^Y-?\d\d?E[0-2]$"), "Y17E2"),
    Difference(WE_REFUSE, "significant digits are those of a year that stands by itself",
               _in_a_date(r"^-?\d{4}S\d-"), "1950S2-06"),
    Difference(WE_REFUSE, "a month has as many days as the calendar says",
               _in_a_date(r"-[?~%]?02[?~%]?-[?~%]?(29|3\d)|(04|06|09|11)[?~%]?-[?~%]?31"),
               "1900-02-29"),

    Difference(BOUNDS, "the library takes ten years for an unknown end; we invent none",
               _whole(r"^/|/$"), "1985/"),
    Difference(BOUNDS, "some digits being significant, the others may be any",
               _in_a_date(r"S\d"), "1950S2"),
    Difference(BOUNDS, "winter runs over New Year",
               _in_a_date(r"-[?~%]?(24|30)[?~%]?$"), "2001-24"),
    Difference(BOUNDS, "before the year 0 the library takes December for the first month, "
               "the last day of a month for its first",
               _in_a_date(r"^-\d{4}-(XX|\d\d-XX)"), "-2004-XX"),
    Difference(BOUNDS, "29 February is a day of leap years only",
               _in_a_date(r"X.*-[?~%]?02[?~%]?-[?~%]?29"), "190X-02-29"),
    Difference(BOUNDS, "in sets the library takes a masked year before the year 0 for its last",
               lambda t: t[0] in "[{" and _in_a_date(r"^-\d*X")(t), "[-004X,2004]"),
    Difference(BOUNDS, "there is no year -0000, so `-000X` ends with -0001",
               _in_a_date(r"^-0[0X]{2}X"), "-0XXX"),

    Difference(THEY_REFUSE, "the library breaks on digits unspecified inside a month or a day",
               _in_a_date(r"[0-9X]{4}[?~%]?-[?~%]?((\d\d|XX)[?~%]?-[?~%]?)?(\dX|X\d)"), "1984-1X"),
    Difference(THEY_REFUSE, "the library knows masked years before the year 0 by themselves only, "
               "and from the right",
               _in_a_date(r"^[?~%]?-(?=[0-9X]*X)([0-9X]{4}.|X|\dX*\d|\d\dX\d)"), "-156X-12"),
    Difference(THEY_REFUSE, "the library knows seasons and quarters of a known year only, "
               "and without doubt",
               _in_a_date(r"X.*-[?~%]?[2-4]\d[?~%]?$|^[?~%].*-[2-4]\d$|"
                          r"[?~%]-[?~%]?[2-4]\d$|-[?~%][2-4]\d$|^-?\d{4}-[2-4]\d[?~%]$"),
               "2001-21?"),
    Difference(THEY_REFUSE, "the library knows no hemispheres, quarters, thirds and halves "
               "in intervals",
               lambda t: "/" in t and _in_a_date(r"-(2[5-9]|3\d|4[01])[?~%]?$")(t), "2001-33/2003"),
    Difference(THEY_REFUSE, "the library knows no seasons and quarters in sets",
               lambda t: t[0] in "[{" and _in_a_date(r"-[2-4]\d[?~%]?$")(t), "[2001-21,2003]"),
    Difference(THEY_REFUSE, "the library knows a mark beside unspecified digits only at the end "
               "of level 1",
               _in_a_date(r"[?~%].*X|X.*[?~%]"), "156X-12-25~"),
    Difference(THEY_REFUSE, "the library does not know a mark behind a component together with "
               "another mark",
               _in_a_date(r"[?~%].+[?~%]"), "2004?-06~-11"),
    Difference(THEY_REFUSE, "the library knows years with `Y` only by themselves, without doubt",
               lambda t: "Y" in t and re.fullmatch(r"Y-?\d+(E\d+)?(S\d)?", t) is None, "Y17000?"),
    Difference(THEY_REFUSE, "the library does not know a mark before a year with `S`",
               _in_a_date(r"^[?~%]-?\d{4}S"), "?1950S2"),
    Difference(THEY_REFUSE, "the library knows dates of level 1 only beside an open or unknown "
               "end of an interval",
               lambda t: bool(re.search(r"^(\.\.)?/|/(\.\.)?$", t))
               and not re.fullmatch(_SIMPLE, _dates(t)[0]), "156X-12-25/.."),
    Difference(THEY_REFUSE, "the library breaks on an unspecified month inside an interval or set",
               lambda t: (t[0] in "[{" or "/" in t)
               and _in_a_date(r"-XX[?~%]?$")(t), "1985-XX/2004"),
    Difference(THEY_REFUSE, "the library breaks on `..` at an end of several dates that all hold",
               _whole(r"^\{\.\..*,|,.*\.\.\}$"), "{1960,1961..}"),
    Difference(THEY_REFUSE, "the library wants two members in a set, or a range",
               _whole(r"^.[^,.]*.$"), "{1985}"),
    Difference(THEY_REFUSE, "the library knows ranges in sets between plain dates only, "
               "of one precision",
               lambda t: any(not (re.fullmatch(_PLAIN, a) and re.fullmatch(_PLAIN, b))
                             or a.lstrip("-").count("-") != b.lstrip("-").count("-")
                             for a, b in re.findall(r"([^\[{,.]+)\.\.([^,.\]}]+)", t)),
               "[1760-01..1761]"),
    Difference(THEY_REFUSE, "the library knows plain dates only beside `..` in a set",
               lambda t: any(not re.fullmatch(_PLAIN, end) for pair in re.findall(
                   r"[\[{]\.\.([^,\]}]+)|[\[{,]([^\[{,.]+)\.\.[\]}]", t) for end in pair if end),
               "[1760-12~..]"),
)  # fmt: skip
