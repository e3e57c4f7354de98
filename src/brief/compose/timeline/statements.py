"""What a timeline states, made ready to be drawn: where in time, how surely, in which words.

Times are day serials with fractions. Every doubt of a date becomes a property here, and later a
shape: a hollow marker, a comb, brackets, an arrow, a question mark.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from brief.compose.timeline.style import Look


class Border(Enum):
    """How a span begins or ends."""

    FIRM = "firm"
    VAGUE = "vague"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement; `language` is set where it is not that of the page.

    `target` is the address of what it rests on, which its date leads to.
    """

    date: str
    title: str
    short: str = ""
    language: str = ""
    target: str = ""


NO_WORDS = Wording("", "")


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of a figure with its heading, which may be empty; `group` is its timeline."""

    heading: Wording
    group: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """An event: somewhere from `first` to `after`, marked at `centre`, in one of the lanes.

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
    lane: int = 0


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
    lane: int = 0


Dated: TypeAlias = Moment | Stretch


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a figure shows; `undated` stands below it.

    `groups` are the headings of the timelines that share the axis, `lanes` those of all bands.
    The lane of an era is its group. `now` is the state of knowledge, `today` its name where a
    line is asked for.
    """

    moments: tuple[Moment, ...]
    spans: tuple[Stretch, ...]
    eras: tuple[Stretch, ...]
    undated: tuple[Wording, ...]
    first: float
    after: float
    groups: tuple[Wording, ...] = (NO_WORDS,)
    lanes: tuple[Lane, ...] = (Lane(NO_WORDS),)
    now: float = 0.0
    today: str = ""

    @property
    def is_parted(self) -> bool:
        """Tell whether there are several bands, or one with a heading."""
        return len(self.lanes) > 1 or bool(self.lanes[0].heading.title)

    def in_time(self, *, with_eras: bool = False) -> list[Dated]:
        """Give events and spans, on demand also eras, in the order of time."""
        entries: list[Dated] = [*self.spans, *self.moments]
        if with_eras:
            entries = [*self.eras, *entries]
        return sorted(entries, key=begin_of)

    def in_reading_order(self) -> list[Dated]:
        """Give everything as it is read: by time, and where there are bands, one after another."""
        if not self.is_parted:
            return self.in_time(with_eras=True)
        found: list[Dated] = []
        for group in range(len(self.groups)):
            found += (era for era in self.eras if era.lane == group)
            for number, lane in enumerate(self.lanes):
                if lane.group == group:
                    found += (entry for entry in self.in_time() if entry.lane == number)
        return found

    def without(self, left_out: Collection[str]) -> Statements:
        """Give the same without the entries that have these anchors."""
        return replace(
            self,
            moments=tuple(m for m in self.moments if m.anchor not in left_out),
            spans=tuple(s for s in self.spans if s.anchor not in left_out),
        )


def begin_of(entry: Dated) -> float:
    """Give the time at which an entry takes its place in the order."""
    return entry.centre if isinstance(entry, Moment) else entry.outer_first
