"""Pages with a figure that is turned: viewers show them so that the figure stands upright.

`data-turned`: the content of the element is turned to the left, its head at the left edge. The
sheet stays as it is, so that head and foot of the page are where they are on every other, and
only the page's `/Rotate` says how to look at it.
"""

from __future__ import annotations

from typing import Any

import pydyf
from weasyprint.document import Document

_TURNED = "data-turned"


def turn_pages(document: Document, pdf: pydyf.PDF) -> None:
    """Let viewers turn every page that bears a turned element."""
    pages = [item for item in pdf.objects if _is_page(item)]
    for page, written in zip(document.pages, pages, strict=True):
        if any(_is_turned(box) for box in page._page_box.descendants()):
            written["Rotate"] = 90


def _is_page(item: Any) -> bool:
    return isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"


def _is_turned(box: Any) -> bool:
    element = box.element
    return element is not None and element.get(_TURNED) is not None
