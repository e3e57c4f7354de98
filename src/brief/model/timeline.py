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
    LANDSCAPE = "landscape"
    STRIP = "strip"


class Lanes(Enum):
    """What the lanes of a timeline stand for."""

    CATEGORY = "category"
    ACTOR = "actor"


class Scaling(Enum):
    """Whether the axis may change its rate: where that helps, never, or where it is said."""

    AUTO = "auto"
    LINEAR = "linear"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of entry, with its label in the legend."""

    id: str
    label: Text
    shape: Shape


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, with the heading of the lane."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, a span, an era or an undated statement; which one, the timeline says.

    `when` is absent for undated statements only. `rank` 0 is the most important and 2 the first
    to be left out. `short` replaces `title` where room is scarce; `date_text` the worded date.
    `passage` is the id of what it rests on in the text.
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
    passage: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline of a briefing; `now` bounds open spans, never the clock.

    With `back_references`, the passages that its entries rest on refer back to it.
    `today` asks for a line at `now`. `height_mm` is how high the drawing may be. Where the axis
    changes its rate, `breaks` say, and `shares` how much of its length each stretch gets.
    `beside` are the timelines that are drawn below, on the same axis.
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
    back_references: bool = False
    actors: tuple[Actor, ...] = ()
    lanes: Lanes | None = None
    beside: tuple[str, ...] = ()
    today: bool = False
    height_mm: int | None = None
    scale: Scaling = Scaling.AUTO
    breaks: tuple[When, ...] = ()
    shares: tuple[float, ...] = ()
