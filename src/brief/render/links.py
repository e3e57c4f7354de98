"""Link annotations in the structure tree, and links between the two ends of a footnote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from brief.render.structure import Annotated, Node

_POINTS = 0.75
_UNSEEN = str.maketrans("\u00a0\u202f", "  ", "\u00ad\u2060")


def take_link(pdf: pydyf.PDF, number: int, box: Any, node: Node) -> None:
    """Put the annotation of a box into its link element, or drop one that says it again.

    The engine gives an annotation to every box inside a link; the boxes of the link itself and
    those that stand elsewhere on the page (`::after`) are enough.
    """
    annotation = box.link_annotation
    link = node.inside("Link")
    nested = box.element_tag != "a" and "::" not in box.element_tag
    if link is None or nested:
        page = _page_object(pdf, number)
        page["Annots"].remove(annotation.reference)
        annotation.clear()  # nothing refers to it any more
        return
    annotation["Contents"] = pydyf.String(_describe_link(box, annotation))
    link.kids.append(Annotated(number, annotation))


def clean_text(text: str) -> str:
    """Give text as it is read: without chosen line ends and joiners."""
    return " ".join(text.translate(_UNSEEN).split())


def _describe_link(box: Any, annotation: pydyf.Dictionary) -> str:
    title = box.element.get("title")
    text = clean_text(title or "".join(box.element.itertext()))
    return text or str(annotation["Contents"].string)


@dataclass(slots=True)
class _End:
    """One end of a footnote: its link element and box, and the page (from 0) it stands on."""

    link: Node
    box: Any
    page: int


class NoteLinks:
    """The calls and markers of footnotes, joined by links when all pages are known."""

    def __init__(self) -> None:
        """Begin without notes."""
        self._calls: dict[Node, _End] = {}
        self._markers: dict[Node, _End] = {}

    @property
    def count(self) -> int:
        """How many notes have been called so far."""
        return len(self._calls)

    def add_call(self, note: Node, link: Node, box: Any, page: int) -> None:
        """Remember where a note is called."""
        self._calls[note] = _End(link, box, page)

    def add_marker(self, note: Node, link: Node, box: Any, page: int) -> None:
        """Remember where the number before a note stands."""
        self._markers[note] = _End(link, box, page)

    def write(self, pdf: pydyf.PDF, document: Document) -> None:
        """Join both ends of every note by link annotations."""
        for note, call in self._calls.items():
            marker = self._markers.get(note)
            if marker is not None:
                _join(pdf, document, call, marker)
                _join(pdf, document, marker, call)


def _join(pdf: pydyf.PDF, document: Document, start: _End, end: _End) -> None:
    x, y, width, height = start.box.hit_area()
    top = document.pages[start.page].height
    rectangle = (x, top - y - height, x + width, top - y)
    target = (end.box.position_x, document.pages[end.page].height - end.box.position_y)
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([round(side * _POINTS, 2) for side in rectangle]),
            "BS": pydyf.Dictionary({"W": 0}),
            "Contents": pydyf.String(_text_of(start.box)),
            "Dest": pydyf.Array(
                [pdf.page_references[end.page], "/XYZ", *(round(v * _POINTS, 2) for v in target), 0]
            ),
        }
    )
    pdf.add_object(annotation)
    page = _page_object(pdf, start.page)
    page.setdefault("Annots", pydyf.Array()).append(annotation.reference)
    start.link.kids.append(Annotated(start.page, annotation))


def _text_of(box: Any) -> str:
    texts = (child.text for child in box.descendants() if isinstance(child, boxes.TextBox))
    return "".join(texts).strip()


def _page_object(pdf: pydyf.PDF, number: int) -> pydyf.Dictionary:
    return pdf.objects[int(pdf.page_references[number].split()[0])]
