"""Timelines: dated and undated statements, with the certainty that their sources give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from brief.diag.diagnostic import Place
from brief.model.dates import When
from brief.model.second_calendar import SecondCalendar
from brief.model.text import Text


class Shape(Enum):
    """The marker of a category; shapes differ without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    CROSS = "cross"


class Form(Enum):
    """How a timeline is laid out."""

    AUTO = "auto"
    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of entry, with its label in the legend."""

    id: str
    label: Text
    shape: Shape


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, a span, an era or an undated statement; which one, the timeline says.

    `when` is absent for undated statements only. `rank` 0 is the most important and 2 the first
    to be left out. `short` replaces `title` where room is scarce; `date_text` the worded date.
    """

    id: str
    title: Text
    when: When | None = None
    category: str | None = None
    rank: int = 1
    short: Text | None = None
    date_text: Text | None = None
    sources: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline of a briefing; `now` bounds open spans, never the clock.

    Where there is a second `calendar`, dates in words give its year behind ours.
    """

    id: str
    title: Text
    subtitle: Text | None = None
    note: Text | None = None
    credit: Text | None = None
    form: Form = Form.AUTO
    calendar: SecondCalendar | None = None
    now: When | None = None
    range: When | None = None
    categories: tuple[Category, ...] = ()
    eras: tuple[Entry, ...] = ()
    spans: tuple[Entry, ...] = ()
    events: tuple[Entry, ...] = ()
    undated: tuple[Entry, ...] = ()
    place: Place | None = None
