"""Read a timeline, and those beside it, as statements that can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brief.compose.timeline.statements import (
    NO_WORDS,
    Border,
    Lane,
    Moment,
    Statements,
    Stretch,
    Wording,
)
from brief.compose.timeline.style import Look
from brief.model.dates import Bound, Edge, Kind, When
from brief.model.periods import Precision
from brief.model.single_date import Date
from brief.model.text import Text, plain_text
from brief.model.timeline import Entry, Lanes, Timeline

_YEAR = 365.2425
_CIRCA_DAYS = {  # how far a circa date reaches beyond its period, on either side
    Precision.DAY: 1.0,
    Precision.MONTH: 30.0,
    Precision.YEAR: _YEAR,
    Precision.DECADE: 5 * _YEAR,
    Precision.CENTURY: 25 * _YEAR,
    Precision.MILLENNIUM: 250 * _YEAR,
}


@dataclass(frozen=True, slots=True)
class _Head:
    """What every statement has: its entry, anchor, words, look and lane."""

    entry: Entry
    anchor: str
    words: Wording
    look: Look
    lane: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words that statements need: dates by key, the page's language, names of their own.

    `rest` heads the lane of entries that belong to none, `today` names the state of knowledge.
    """

    dates: Mapping[str, str]
    language: str
    rest: str = ""
    today: str = ""

    def word(self, timeline: Timeline, entry: Entry) -> Wording:
        """Give the words of an entry."""
        own = "" if entry.title.language == self.language else entry.title.language
        date = self.dates.get(f"{timeline.id}/{entry.id}", "")
        short = _plain(entry.short or entry.title)
        return Wording(date, _plain(entry.title), short, own, find_target(entry))

    def head(self, text: Text) -> Wording:
        """Give a text as a heading."""
        own = "" if text.language == self.language else text.language
        return Wording("", _plain(text), language=own)


def read_statements(
    timelines: Sequence[Timeline], words: Words, looks: Mapping[str | None, Look]
) -> Statements:
    """Prepare timelines that share an axis; open ends run to `now`, or to the last date known.

    The first of the timelines decides on lanes, range and the line of today; it may be empty.
    """
    host, limits = timelines[0], _find_limits(timelines)
    undated = [(each, entry) for each in timelines for entry in each.undated]
    timelines = [each for each in timelines if each.events or each.spans] or timelines[:1]
    lanes = list(_list_lanes(timelines, host.lanes, words))
    places = {(lane.group, key): number for number, (key, lane) in enumerate(lanes)}
    moments: list[Moment] = []
    spans: list[Stretch] = []
    eras: list[Stretch] = []
    for group, timeline in enumerate(timelines):

        def head(entry: Entry, lane: int, timeline: Timeline = timeline) -> _Head:
            look = looks.get(entry.category, looks[None])
            return _Head(
                entry, f"{timeline.id}-{entry.id}", words.word(timeline, entry), look, lane
            )

        own = {key: number for (number_of, key), number in places.items() if number_of == group}
        for entry in timeline.events:
            moments.append(_read_moment(head(entry, own[_lane_of(entry, host.lanes)])))
        for entry in timeline.spans:
            spans.append(_read_stretch(head(entry, own[_lane_of(entry, host.lanes)]), limits))
        eras += [_read_stretch(head(entry, group), limits) for entry in timeline.eras]
    return Statements(
        tuple(sorted(moments, key=lambda moment: moment.centre)),
        tuple(sorted(spans, key=lambda span: span.outer_first)),
        tuple(sorted(eras, key=lambda era: era.outer_first)),
        tuple(words.word(each, entry) for each, entry in undated),
        *limits,
        _list_groups(timelines, words),
        tuple(lane for _, lane in lanes),
        _find_now(host, limits[1]),
        words.today if host.today and host.now is not None else "",
    )


def _list_groups(timelines: Sequence[Timeline], words: Words) -> tuple[Wording, ...]:
    if len(timelines) == 1:
        return (NO_WORDS,)
    return tuple(words.head(each.title) for each in timelines)


def _list_lanes(
    timelines: Sequence[Timeline], kind: Lanes | None, words: Words
) -> Iterator[tuple[str | None, Lane]]:
    """Yield the lanes of all timelines that have entries, with the keys of those entries."""
    for group, timeline in enumerate(timelines):
        named = timeline.categories if kind is Lanes.CATEGORY else timeline.actors
        headings = {each.id: words.head(each.label) for each in named} if kind else {}
        entries = (*timeline.events, *timeline.spans)
        used = {_lane_of(entry, kind) for entry in entries}
        for key, heading in headings.items():
            if key in used:
                yield key, Lane(heading, group)
        if None in used or not used:
            rest = Wording("", words.rest) if kind and len(used) > 1 else NO_WORDS
            yield None, Lane(rest, group)


def _lane_of(entry: Entry, kind: Lanes | None) -> str | None:
    return None if kind is None else entry.category if kind is Lanes.CATEGORY else entry.actor


def _find_now(timeline: Timeline, after: float) -> float:
    now = timeline.now
    if now is None or now.first is None or now.after is None:
        return after
    return (now.first + now.after) / 2


def find_target(entry: Entry) -> str:
    """Give the address in the document that an entry rests on: a passage, or its first source."""
    if entry.passage is not None:
        return f"#{entry.passage}"
    return f"#source-{entry.sources[0]}" if entry.sources else ""


def _plain(text: Text) -> str:
    return " ".join(plain_text(text.spans).split(" "))


def _find_limits(timelines: Sequence[Timeline]) -> tuple[float, float]:
    entries = [entry for each in timelines for entry in (*each.events, *each.spans)]
    entries = entries or [entry for each in timelines for entry in each.eras]
    whens = [entry.when for entry in entries if entry.when is not None]
    whens += [when for when in (timelines[0].now, timelines[0].range) if when is not None]
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


def _read_moment(head: _Head) -> Moment:
    entry, when = head.entry, head.entry.when
    assert when is not None  # undated entries are no moments
    dates = _list_dates(when)
    doubted = any(date.uncertain for date in dates)
    vague = not all(date.is_exact for date in dates)
    if when.kind is Kind.ALL_OF:
        centres = sorted({_centre(member.start, member.end) for member in when.members})
        first = after = centre = centres[0]
        others = tuple(centres[1:])
    else:
        start, end = _close(when.start, when.end)
        first, after = _reach(start)[0], _reach(end)[1]
        centre, others = (first + after) / 2, ()
    choice = when.kind is Kind.ONE_OF
    return Moment(
        entry.id, head.anchor, head.words, head.look, entry.rank, first, after, centre,
        others, vague or choice, doubted, choice, head.lane,
    )  # fmt: skip


def _close(start: Edge, end: Edge) -> tuple[Date, Date]:
    """Take the known edge for the other; at least one is known."""
    if isinstance(start, Bound):
        assert isinstance(end, Date)
        return end, end
    return (start, start) if isinstance(end, Bound) else (start, end)


def _centre(start: Edge, end: Edge) -> float:
    first, last = _close(start, end)
    return (_reach(first)[0] + _reach(last)[1]) / 2


def _read_stretch(head: _Head, limits: tuple[float, float]) -> Stretch:
    entry, when = head.entry, head.entry.when
    assert when is not None  # undated entries are no spans
    start, outer_first, inner_first = _read_border(when.start, limits[0], begins=True)
    end, outer_after, inner_after = _read_border(when.end, limits[1], begins=False)
    if inner_first > inner_after:
        middle = max(outer_first, min(outer_after, (inner_first + inner_after) / 2))
        inner_first = inner_after = middle
    doubted = any(date.uncertain for date in _list_dates(when))
    return Stretch(
        entry.id, head.anchor, head.words, head.look, entry.rank, start, end,
        outer_first, inner_first, inner_after, outer_after, doubted, head.lane,
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
