"""PDF files in memory, before and after they are settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brief.model.composition import Metadata


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A line of text where it stands on its page; `direction` is `ltr` or `rtl`.

    Lengths are CSS pixels from the upper left corner of the page.
    """

    text: str
    left: float
    baseline: float
    width: float
    size: float
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """What the renderer wrote; `page_of` gives the page (from 1) on which an element id begins.

    `texts` are the lines of a page that was cut to a figure, in the order of reading.
    """

    data: bytes
    pages: int
    page_of: Mapping[str, int] = field(default_factory=dict)
    texts: tuple[PlacedText, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """A PDF that keeps the claims of its profile; `notes` are those of its composition."""

    data: bytes
    pages: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishedFigure:
    """A figure alone: a PDF of one page that keeps its claims, and what it says in words."""

    data: bytes
    metadata: Metadata
    texts: tuple[PlacedText, ...]
