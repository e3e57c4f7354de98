"""PDF files in memory, before and after they are settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """What the renderer wrote; `page_of` gives the page (from 1) on which an element id begins."""

    data: bytes
    pages: int
    page_of: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """A PDF that keeps the claims of its profile; `notes` are those of its composition."""

    data: bytes
    pages: int
    notes: tuple[str, ...] = ()
