"""Tell where every line of text stands, for pictures whose words can be searched and copied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from brief.model.pdf import PlacedText
from brief.render.artifacts import unwrap
from brief.render.links import clean_text


def find_texts(document: Document) -> tuple[PlacedText, ...]:
    """Give the lines of all pages in the order of the HTML, without what is decoration."""
    return tuple(
        _describe(box)
        for page in document.pages
        for box in _walk(page._page_box, page.artifacts)
        if clean_text(box.text)
    )


def _walk(box: Any, artifacts: dict[Any, str]) -> Iterator[Any]:
    box = unwrap(box)
    if box in artifacts or isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _walk(child, artifacts)


def _describe(box: Any) -> PlacedText:
    return PlacedText(
        text=clean_text(box.text),
        left=box.position_x,
        baseline=box.position_y + box.baseline,
        width=box.width,
        size=box.style["font_size"],
        language=box.style["lang"] or "",
        direction=box.style["direction"],
    )
