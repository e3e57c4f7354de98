"""Dates as sources give them: EDTF (ISO 8601-2, levels 0 to 2) without times of day.

Text comes in, a `When` goes out: an exact or uncertain date, an interval, one or all of several
dates. `early`, `mid` and `late` before a decade, century, year or month are our own addition.
Nothing is rounded: the precision and the doubt of a source stay part of the date. Wording is
left to `localise`, drawing to `compose`. The limit on length also bounds sets and exponents.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from brief.model.date_hints import EXAMPLES, suggest_date
from brief.model.periods import Precision
from brief.model.single_date import Date, DateError, read_date

MAX_LENGTH = 60


class Kind(Enum):
    """What a `When` claims: one date, the whole time between two, one of several, or all."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one-of"
    ALL_OF = "all-of"


class Bound(Enum):
    """An end without a date: `..` goes on, an empty end is not known."""

    OPEN = ".."
    UNKNOWN = ""


Edge: TypeAlias = Date | Bound


@dataclass(frozen=True, slots=True)
class Range:
    """A member of a set: from one date to another, or one date twice."""

    start: Edge
    end: Edge


@dataclass(frozen=True, slots=True)
class When:
    """A parsed date; `text` is what was written, `members` are those of a set, in its order."""

    text: str
    kind: Kind
    start: Edge
    end: Edge
    members: tuple[Range, ...] = ()

    @property
    def first(self) -> int | None:
        """Give the first day that may be meant, None if the beginning is open or unknown."""
        return self.start.first if isinstance(self.start, Date) else None

    @property
    def after(self) -> int | None:
        """Give the day after the last that may be meant, None if the end is open or unknown."""
        return self.end.after if isinstance(self.end, Date) else None

    @property
    def is_day(self) -> bool:
        """Tell whether this is one day without any doubt."""
        date = self.start
        return (
            self.kind is Kind.DATE
            and isinstance(date, Date)
            and date.precision is Precision.DAY
            and date.is_exact
        )


class WhenError(DateError):
    """A text that is no date: what is wrong, at which character, and what to write instead."""


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When:
    """Read a date; a text that is none raises `WhenError` with the place of the mistake."""
    if len(text) > MAX_LENGTH:
        raise WhenError(
            f"a date has at most {MAX_LENGTH} characters, this one has {len(text)}",
            MAX_LENGTH,
            EXAMPLES,
        )
    body = text.strip()
    offset = len(text) - len(text.lstrip())
    if not body:
        raise WhenError("the date is empty", 0, EXAMPLES)
    if body[0] in "[{":
        return _parse_set(body, offset)
    if "/" in body:
        return _parse_interval(body, offset)
    date = _parse_date(body, offset)
    return When(body, Kind.DATE, date, date)


def _parse_interval(body: str, offset: int) -> When:
    left, _, right = body.partition("/")
    if "/" in right:
        place = offset + len(left) + 1 + right.index("/")
        raise WhenError("an interval has one slash only", place, suggest_date(body))
    start = _parse_edge(left, offset, body)
    end = _parse_edge(right, offset + len(left) + 1, body)
    if isinstance(start, Bound) and isinstance(end, Bound):
        hint = "give at least one end, such as `2000/..`"
        raise WhenError("the interval has no date", offset, hint)
    _refuse_reversal(start, end, f"{right.strip()}/{left.strip()}", offset)
    return When(body, Kind.INTERVAL, start, end)


def _parse_edge(part: str, offset: int, body: str) -> Edge:
    stripped = part.strip()
    if stripped in ("", ".."):
        return Bound(stripped)
    try:
        return _parse_date(stripped, offset + len(part) - len(part.lstrip()))
    except WhenError as error:
        whole = suggest_date(body)
        error.hint = error.hint if whole == EXAMPLES else whole
        raise


def _refuse_reversal(start: Edge, end: Edge, turned: str, offset: int) -> None:
    if isinstance(start, Bound) or isinstance(end, Bound):
        return
    if start.first >= end.after:  # otherwise some day of one may lie before one of the other
        raise WhenError("the end comes before the beginning", offset, f"write `{turned}`")


def _parse_set(body: str, offset: int) -> When:
    closing = "]" if body[0] == "[" else "}"
    if body[-1] != closing or len(body) < 2:
        raise WhenError(f"the set is not closed by `{closing}`", offset + len(body), "close it")
    members: list[Range] = []
    position = 1
    pieces = body[1:-1].split(",")
    for place, piece in enumerate(pieces):
        member = _parse_member(piece, offset + position)
        _refuse_open(member, piece, offset + position, place == 0, place == len(pieces) - 1)
        members.append(member)
        position += len(piece) + 1
    start = min((m.start for m in members), key=lambda e: _order(e, -1))
    end = max((m.end for m in members), key=lambda e: _order(e, 1))
    kind = Kind.ONE_OF if closing == "]" else Kind.ALL_OF
    return When(body, kind, start, end, tuple(members))


def _refuse_open(member: Range, piece: str, offset: int, is_first: bool, is_last: bool) -> None:
    """Refuse `..` inside a set: it says "or earlier" at the beginning and "or later" at the end."""
    if member.start is Bound.OPEN and not is_first:
        hint = "put it first, or give the range a beginning"
        raise WhenError("only the first date of a set begins with `..`", offset, hint)
    if member.end is Bound.OPEN and not is_last:
        place = offset + piece.rindex("..")
        hint = "put it last, or give the range an end"
        raise WhenError("only the last date of a set ends with `..`", place, hint)


def _order(edge: Edge, side: int) -> tuple[bool, int]:
    if isinstance(edge, Bound):
        return (side > 0, 0)
    return (side < 0, edge.after if side > 0 else edge.first)


def _parse_member(piece: str, offset: int) -> Range:
    left, dots, right = (part.strip() for part in piece.partition(".."))
    start_at = offset + len(piece) - len(piece.lstrip())
    if not dots:
        date = _parse_date(left, start_at)
        return Range(date, date)
    if not left and not right:
        raise WhenError("the range has no date", start_at, "give one end, such as `1946..`")
    start: Edge = _parse_date(left, start_at) if left else Bound.OPEN
    right_at = offset + len(piece.rstrip()) - len(right)
    end: Edge = _parse_date(right, right_at) if right else Bound.OPEN
    _refuse_reversal(start, end, f"{right}..{left}", start_at)
    return Range(start, end)


def _parse_date(text: str, offset: int) -> Date:
    try:
        return read_date(text)
    except DateError as error:
        raise WhenError(error.message, offset + error.offset, error.hint) from None
