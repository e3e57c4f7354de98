"""What templates see: prepared pieces, so that they need loops and conditions only.

Every `html` is ready markup; every other string is text that the template escapes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph; the first after something else is not indented.

    `planned` says that the ends of its lines are chosen, so that no word may be divided.
    """

    id: str
    html: Markup
    first: bool
    planned: bool
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading within a section; `tag` is its HTML element."""

    id: str
    html: Markup
    tag: str
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class ListView:
    """A list; every item is a sequence of blocks. Its first number is the one after `before`.

    One that `leads` stands beside the head of its section.
    """

    id: str
    ordered: bool
    before: int
    items: tuple[tuple[BlockView, ...], ...]
    leads: bool = False
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A block quotation."""

    id: str
    blocks: tuple[BlockView, ...]
    attribution: Markup | None
    kind: str = "quote"


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `align` is `start`, `centre` or `end`, `row_head` marks the head of its row."""

    html: Markup
    align: str
    row_head: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its label (`Table 1`) and caption.

    A `short` one is not parted by a page; in a `cramped` one, words have to be divided.
    """

    id: str
    label: str
    caption: Markup | None
    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    note: Markup | None
    credit: Markup | None
    short: bool
    cramped: bool
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture with its label (`Figure 1`)."""

    id: str
    label: str
    address: str
    alt: str
    caption: Markup | None
    credit: Markup | None
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline with its label; `body` is the figure itself."""

    id: str
    label: str
    title: Markup
    subtitle: Markup | None
    body: Markup
    form: str
    note: Markup | None
    credit: Markup | None
    kind: str = "timeline"


@dataclass(frozen=True, slots=True)
class AsideView:
    """A callout, margin note or pull quote."""

    id: str
    aside: str
    title: Markup | None
    blocks: tuple[BlockView, ...]
    kind: str = "aside"


@dataclass(frozen=True, slots=True)
class BackReferenceView:
    """A reference in the margin, from the block after it to the figure `target`."""

    target: str
    label: str
    kind: str = "back-reference"


@dataclass(frozen=True, slots=True)
class BesideView:
    """Running text with what stands beside it in the margin, which comes first.

    They are on one page: the text begins where the margin does.
    """

    blocks: tuple[BlockView, ...]
    kind: str = "beside"


BlockView: TypeAlias = (
    ParagraphView
    | HeadingView
    | ListView
    | QuoteView
    | TableView
    | FigureView
    | TimelineView
    | AsideView
    | BackReferenceView
    | BesideView
)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A numbered section; `opening` begins beside the head, and is not parted if `whole`."""

    id: str
    number: str
    title: Markup
    opening: tuple[BlockView, ...]
    blocks: tuple[BlockView, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A paragraph or key point of the panel on page one; `planned` as for paragraphs."""

    id: str
    html: Markup
    planned: bool


@dataclass(frozen=True, slots=True)
class SourceView:
    """One line of the list of sources; `direction` is set when it is not that of the page."""

    id: str
    number: int
    html: Markup
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class FactView:
    """A label with its value, as in the colophon."""

    label: str
    lines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class ContentsView:
    """A line of the contents; `level` 1 is a section."""

    target: str
    number: str
    html: Markup
    level: int


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole briefing; `grid` is the distance of lines in CSS pixels, for `data-grid`.

    `running_title` and `running_publisher` are short enough for the running head. `room` is
    what the numbers of sections need before their titles: nothing said for one digit, `many` for
    two, `wide` for more or for Han digits of that number.
    """

    grid: str
    room: str
    language: str
    direction: str
    plain_title: str
    title: Markup
    title_size: str
    running_title: str
    running_publisher: Markup | None
    subtitle: Markup | None
    publisher: Markup | None
    series: Markup | None
    issue: Markup
    footer: str
    state: Markup
    marking: str | None
    summary: tuple[LineView, ...]
    key_points: tuple[LineView, ...]
    outline: tuple[ContentsView, ...]
    contents: tuple[ContentsView, ...]
    facts: tuple[FactView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    colophon: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class AloneView:
    """A timeline by itself: what it cites stands below it, with the marking of its briefing.

    `end` is the id of the element below which the page is cut.
    """

    language: str
    direction: str
    plain_title: str
    timeline: TimelineView
    sources: tuple[SourceView, ...]
    marking: str | None
    end: str
