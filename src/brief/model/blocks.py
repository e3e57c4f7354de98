"""Blocks: what a section is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from brief.model.text import Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section: level 2 is the first below the section's own title."""

    id: str
    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is a sequence of blocks. `start` counts for ordered lists only."""

    id: str
    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation, with the line that says whose words they are, if there is one."""

    id: str
    blocks: tuple[Block, ...]
    attribution: Text | None = None


class Alignment(Enum):
    """How the cells of a table column stand."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row; `note` and `credit` stand below it."""

    id: str
    caption: Text | None
    alignments: tuple[Alignment, ...]
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    note: Text | None = None
    credit: Text | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture file (PNG or JPEG) of the definition; `file` is relative to its folder."""

    id: str
    file: str
    alt: Text
    caption: Text | None = None
    credit: Text | None = None


@dataclass(frozen=True, slots=True)
class TimelinePlacement:
    """The place at which a timeline of the briefing is shown."""

    timeline: str


class AsideKind(Enum):
    """What is set apart from the running text, and how."""

    CALLOUT = "callout"
    MARGIN_NOTE = "margin-note"
    PULL_QUOTE = "pull-quote"


@dataclass(frozen=True, slots=True)
class Aside:
    """Text set apart: a tinted callout, a note in the margin, or a sentence pulled out."""

    id: str
    kind: AsideKind
    title: Text | None
    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Paragraph | Heading | ListBlock | Quote | Table | Figure | TimelinePlacement | Aside
)
