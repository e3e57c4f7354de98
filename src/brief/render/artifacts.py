"""Tell what on a page is no content: running heads and feet, repeated table heads, decoration.

Such boxes are written as artifacts (ISO 32000-1, 14.8.2.2), so that a screen reader passes them
over. The engine has no place for that decision; its page and stream are given subclasses of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pydyf
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

_PAGINATION = {"Header", "Footer", "Watermark"}
_SIDES = {"@top": "Header", "@bottom": "Footer"}


class MarkedPage(Page):
    """A page that knows its artifacts; `artifacts` gives the kind of each box that is one."""

    artifacts: dict[Any, str]

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page with artifacts marked as such."""
        if stream._tags is not None:
            stream.__class__ = MarkedStream
            stream.artifacts = self.artifacts
        super().paint(stream, scale)


class MarkedStream(Stream):
    """A content stream that marks artifacts instead of giving them a number."""

    artifacts: dict[Any, str]

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Mark what a box draws as content with a number, or as an artifact."""
        kind = self.artifacts.get(box)
        if kind is None:
            with super().marked(box, tag):
                yield
            return
        properties = pydyf.Dictionary({"Type": "/Layout"})
        if kind in _PAGINATION:
            properties = pydyf.Dictionary({"Type": "/Pagination", "Subtype": f"/{kind}"})
        self.begin_marked_content("Artifact", properties)
        self.artifact = nullcontext  # artifacts do not stand inside one another
        try:
            yield
        finally:
            del self.artifact
            self.end_marked_content()


def mark_artifacts(document: Document) -> None:
    """Find the artifacts of all pages; to be called between layout and writing."""
    seen: set[tuple[int, bool]] = set()
    for page in document.pages:
        found: dict[Any, str] = {}
        _classify(page._page_box, found, seen)
        page.__class__ = MarkedPage
        page.artifacts = found


def unwrap(box: Any) -> Any:
    """Give the box behind a placeholder of the layout."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _classify(box: Any, found: dict[Any, str], seen: set[tuple[int, bool]]) -> None:
    box = unwrap(box)
    kind = _kind_of(box, seen)
    if kind:
        _mark(box, kind, found)
        return
    for child in box.all_children():
        _classify(child, found, seen)


def _kind_of(box: Any, seen: set[tuple[int, bool]]) -> str:
    if isinstance(box, boxes.MarginBox):
        return next((s for at, s in _SIDES.items() if box.at_keyword.startswith(at)), "Layout")
    if box.style["position"] == "fixed":
        return "Watermark"
    if box.is_leader or _is_decoration(box.element):
        return "Layout"
    if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
        key = (id(box.element), box.is_header)
        if key in seen:
            return "Header" if box.is_header else "Footer"
        seen.add(key)
    return ""


def _is_decoration(element: Any) -> bool:
    if element is None:
        return False
    if element.get("aria-hidden") == "true" or element.get("role") in ("presentation", "none"):
        return True
    return bool(element.tag == "img" and element.get("alt") == "")


def _mark(box: Any, kind: str, found: dict[Any, str]) -> None:
    box = unwrap(box)
    found[box] = kind
    for child in box.all_children():
        _mark(child, kind, found)
