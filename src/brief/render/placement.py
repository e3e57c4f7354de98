"""What the engine cannot place by itself: blocks that stand at the foot of their page.

A block with the attribute `data-foot="page"` is moved down to the foot of the page on which it
ends up, above the notes. A page can also be cut to what stands on it.
"""

from __future__ import annotations

from typing import Any

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

from brief.render.artifacts import unwrap

FOOT = "data-foot"


def move_to_foot(document: Document) -> None:
    """Move every block that asks for it to the foot of its page."""
    for number, page in enumerate(document.pages):
        moved = [_move_down(box, _foot_of(page)) for box in _find_feet(page._page_box)]
        if any(moved):
            document.pages[number] = Page(page._page_box)  # links and anchors have moved too


def cut_pages(document: Document, name: str) -> None:
    """End the page on which the element with the id `name` stands right below it."""
    for page in document.pages:
        if name in page.anchors:
            page.height = page.anchors[name][3]


def _find_feet(box: Any) -> list[Any]:
    box = unwrap(box)
    if isinstance(box, boxes.MarginBox | boxes.TextBox):
        return []
    element = box.element
    if element is not None and element.get(FOOT) == "page":
        return [box]
    return [found for child in box.all_children() for found in _find_feet(child)]


def _foot_of(page: Page) -> float:
    """Give the lowest place for text on a page: above its notes."""
    box = page._page_box
    bottom: float = box.content_box_y() + box.height
    for child in box.children:
        if isinstance(child, boxes.FootnoteAreaBox):
            bottom -= child.margin_height()
    return bottom


def _move_down(box: Any, foot: float) -> bool:
    distance = foot - (box.position_y + box.margin_height())
    if distance < 0.5:
        return False
    box.translate(dy=distance)
    return True
