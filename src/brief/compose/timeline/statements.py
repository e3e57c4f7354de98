"""What a timeline states, made ready to be drawn: where in time, how surely, in which words.

Times are day serials with fractions. Every doubt of a date becomes a property here, and later a
shape: a hollow marker, a comb, brackets, an arrow, a question mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from brief.compose.timeline.style import Look
from brief.model.dates import Bound, Edge, Kind, When
from brief.model.periods import Precision
from brief.model.single_date import Date
from brief.model.text import Text, plain_text
from brief.model.timeline import Entry, Timeline

_YEAR = 365.2425
_CIRCA_DAYS = {  # how far a circa date reaches beyond its period, on either side
    Precision.DAY: 1.0,
    Precision.MONTH: 30.0,
    Precision.YEAR: _YEAR,
    Precision.DECADE: 5 * _YEAR,
    Precision.CENTURY: 25 * _YEAR,
    Precision.MILLENNIUM: 250 * _YEAR,
}


class Border(Enum):
    """How a span begins or ends."""

    FIRM = "firm"
    VAGUE = "vague"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement; `language` is set where it is not that of the page."""

    date: str
    title: str
    short: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event: somewhere from `first` to `after`, marked at `centre`.

    `others` are the further centres of an event that came again. `choice` tells that one day
    of the stretch is meant, `vague` that the stretch is not exact, `doubted` that the source is.
    """

    id: str
    anchor: str
    words: Wording
    look: Look
    rank: int
    first: float
    after: float
    centre: float
    others: tuple[float, ...] = ()
    vague: bool = False
    doubted: bool = False
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span or an era; between the outer and the inner time of an end, the end is vague."""

    id: str
    anchor: str
    words: Wording
    look: Look
    rank: int
    start: Border
    end: Border
    outer_first: float
    inner_first: float
    inner_after: float
    outer_after: float
    doubted: bool = False


Dated: TypeAlias = Moment | Stretch


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a figure shows; `undated` stands below it."""

    moments: tuple[Moment, ...]
    spans: tuple[Stretch, ...]
    eras: tuple[Stretch, ...]
    undated: tuple[Wording, ...]
    first: float
    after: float

    def in_time(self, *, with_eras: bool = False) -> list[Dated]:
        """Give events and spans, on demand also eras, in the order of time."""
        entries: list[Dated] = [*self.spans, *self.moments]
        if with_eras:
            entries = [*self.eras, *entries]
        return sorted(entries, key=begin_of)


def begin_of(entry: Dated) -> float:
    """Give the time at which an entry takes its place in the order."""
    return entry.centre if isinstance(entry, Moment) else entry.outer_first


def read_statements(
    timeline: Timeline,
    dates: Mapping[str, str],
    looks: Mapping[str | None, Look],
    language: str,
) -> Statements:
    """Prepare a timeline; open ends run to `now`, or to the last date that is known."""
    first, after = _find_limits(timeline)

    def word(entry: Entry) -> Wording:
        own = "" if entry.title.language == language else entry.title.language
        date = dates.get(f"{timeline.id}/{entry.id}", "")
        return Wording(date, _plain(entry.title), _plain(entry.short or entry.title), own)

    def stretch(entry: Entry) -> Stretch:
        look = looks.get(entry.category, looks[None])
        return _read_stretch(entry, f"{timeline.id}-{entry.id}", word(entry), look, (first, after))

    def moment(entry: Entry) -> Moment:
        look = looks.get(entry.category, looks[None])
        return _read_moment(entry, f"{timeline.id}-{entry.id}", word(entry), look, (first, after))

    moments = sorted((moment(entry) for entry in timeline.events), key=lambda m: m.centre)
    spans = sorted((stretch(entry) for entry in timeline.spans), key=lambda s: s.outer_first)
    eras = sorted((stretch(entry) for entry in timeline.eras), key=lambda e: e.outer_first)
    undated = tuple(word(entry) for entry in timeline.undated)
    return Statements(tuple(moments), tuple(spans), tuple(eras), undated, first, after)


def _plain(text: Text) -> str:
    return " ".join(plain_text(text.spans).split(" "))


def _find_limits(timeline: Timeline) -> tuple[float, float]:
    entries = timeline.events + timeline.spans or timeline.eras
    whens = [entry.when for entry in entries if entry.when is not None]
    whens += [when for when in (timeline.now, timeline.range) if when is not None]
    firsts: list[float] = []
    afters: list[float] = []
    for when in whens:
        for date in _list_dates(when):
            low, high = _reach(date)
            firsts.append(low)
            afters.append(high)
    return (min(firsts), max(afters)) if firsts else (0.0, 1.0)


def _list_dates(when: When) -> list[Date]:
    edges = [when.start, when.end]
    edges += [edge for member in when.members for edge in (member.start, member.end)]
    return [edge for edge in edges if isinstance(edge, Date)]


def _reach(date: Date) -> tuple[float, float]:
    """Give the time that a date may mean, circa dates with their surroundings."""
    if date.circa is None:
        return date.first, date.after
    beyond = _CIRCA_DAYS.get(date.circa, (date.after - date.first) / 2)
    return date.first - beyond, date.after + beyond


def _read_moment(
    entry: Entry, anchor: str, words: Wording, look: Look, limits: tuple[float, float]
) -> Moment:
    when = entry.when
    assert when is not None  # undated entries are no moments
    dates = _list_dates(when)
    doubted = any(date.uncertain for date in dates)
    if when.kind is Kind.ALL_OF:
        centres = sorted({_centre(member.start, member.end) for member in when.members})
        low, high = _reach(dates[0]) if dates else limits
        vague = not all(date.is_exact for date in dates)
        return Moment(
            entry.id, anchor, words, look, entry.rank, centres[0], centres[0], centres[0],
            tuple(centres[1:]), vague, doubted,
        )  # fmt: skip
    start, end = _close(when.start, when.end)
    low, high = _reach(start)[0], _reach(end)[1]
    centre = (low + high) / 2
    choice = when.kind is Kind.ONE_OF
    vague = choice or not all(date.is_exact for date in dates)
    return Moment(
        entry.id, anchor, words, look, entry.rank, low, high, centre, (), vague, doubted, choice
    )


def _close(start: Edge, end: Edge) -> tuple[Date, Date]:
    """Take the known edge for the other; at least one is known."""
    if isinstance(start, Bound):
        assert isinstance(end, Date)
        return end, end
    return (start, start) if isinstance(end, Bound) else (start, end)


def _centre(start: Edge, end: Edge) -> float:
    first, last = _close(start, end)
    return (_reach(first)[0] + _reach(last)[1]) / 2


def _read_stretch(
    entry: Entry, anchor: str, words: Wording, look: Look, limits: tuple[float, float]
) -> Stretch:
    when = entry.when
    assert when is not None  # undated entries are no spans
    start, outer_first, inner_first = _read_border(when.start, limits[0], begins=True)
    end, outer_after, inner_after = _read_border(when.end, limits[1], begins=False)
    if inner_first > inner_after:
        middle = max(outer_first, min(outer_after, (inner_first + inner_after) / 2))
        inner_first = inner_after = middle
    doubted = any(date.uncertain for date in _list_dates(when))
    return Stretch(
        entry.id, anchor, words, look, entry.rank, start, end,
        outer_first, inner_first, inner_after, outer_after, doubted,
    )  # fmt: skip


def _read_border(edge: Edge, limit: float, *, begins: bool) -> tuple[Border, float, float]:
    """Give the kind of an end with its outer and inner time."""
    if isinstance(edge, Bound):
        return (Border.OPEN if edge is Bound.OPEN else Border.UNKNOWN), limit, limit
    low, high = _reach(edge)
    vague = edge.approximate or edge.part is not None or not _is_short(edge)
    outer, inner = (low, high) if begins else (high, low)
    return (Border.VAGUE, outer, inner) if vague else (Border.FIRM, outer, outer)


def _is_short(date: Date) -> bool:
    coarse = (Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.SPREAD)
    return date.precision not in coarse
