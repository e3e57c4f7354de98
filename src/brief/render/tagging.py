"""Grow the structure tree from the engine's boxes, page by page.

An element that is broken over pages has a box on each; all of them feed one structure element,
so that paragraphs, lists and tables stay whole. The roles of HTML elements stand in one table.
Whoever hears the document hears it in the order of the HTML, notes right after their calls.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from brief.render.artifacts import MarkedPage, unwrap
from brief.render.links import NoteLinks, take_link
from brief.render.logical import Words
from brief.render.structure import Content, Node, write_structure

# PDF 1.7 structure types of HTML elements; what is missing here leaves no trace of its own.
ROLES = {
    "main": "Part", "article": "Art", "section": "Sect", "aside": "Sect", "header": "Div",
    "footer": "Div", "address": "Div", "blockquote": "BlockQuote", "p": "P", "pre": "P",
    "figcaption": "Caption", "caption": "Caption", "ul": "L", "ol": "L", "li": "LI",
    "table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR",
    "th": "TH", "td": "TD", "a": "Link", "img": "Figure", "q": "Quote", "code": "Code",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
}  # fmt: skip
_GROUPING = frozenset(
    "Document Part Art Sect Div BlockQuote TOC L Table THead TBody TFoot TR".split()
)
_INLINE = frozenset({"Link", "Quote", "Code", "Span", "Reference", "Note"})
_POINTS = 0.75


def add_tags(pdf: pydyf.PDF, document: Document, version: object, streams: list[Any]) -> None:
    """Write the structure tree of a document; the engine calls this in place of its own."""
    tagger = Tagger(document.metadata.lang)
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        tagger.add_page(pdf, number, page, stream._tags)
    tagger.notes.write(pdf, document)
    write_structure(pdf, tagger.root, len(streams))


class Tagger:
    """Grow one tree; `notes` are the footnotes met so far, for the links between both ends."""

    def __init__(self, language: str) -> None:
        """Begin with an empty document in a language."""
        self.root = Node("Document", None, language)
        self.notes = NoteLinks()
        self._known: dict[tuple[int, str], Node] = {}
        self._words = Words()
        self._places: dict[int, Node] = {}  # of floats, which are read where they come from
        self._pdf: pydyf.PDF
        self._page: MarkedPage
        self._number = 0
        self._tags: dict[Any, dict[str, int]] = {}

    def add_page(
        self, pdf: pydyf.PDF, number: int, page: MarkedPage, tags: dict[Any, dict[str, int]]
    ) -> None:
        """Add everything that stands on a page (from 0); `tags` number its marked content."""
        self._pdf, self._page, self._number, self._tags = pdf, page, number, dict(tags)
        for box in page._page_box.children:
            self._walk(box, self.root)
        if self._tags:
            raise AssertionError(f"content of page {number + 1} has no place in the structure")

    def _walk(self, box: Any, parent: Node) -> None:
        box = unwrap(box)
        if box in self._page.artifacts:
            return
        if (moved := getattr(box, "moved_float", None)) is not None:
            self._places[id(moved.box.element)] = parent.add("Div")
            return
        if isinstance(box, boxes.TextBox):
            self._add_content(box, self._words.hold(box, self._number, _hold_text(parent)))
            return
        node = self._find_node(box, parent)
        if box.link_annotation is not None:
            take_link(self._pdf, self._number, box, node)
        if isinstance(box, boxes.ReplacedBox):
            self._add_content(box, node)
        for child in box.children:
            self._walk(child, node)

    def _add_content(self, box: Any, node: Node) -> None:
        content = self._tags.pop(box, None)
        if content is not None:
            node.kids.append(Content(self._number, content["mcid"]))

    def _find_node(self, box: Any, parent: Node) -> Node:
        """Give the element that a box belongs to: one that is known, a new one, or `parent`."""
        if box.element is None or isinstance(box, boxes.LineBox):
            return parent
        key = (id(box.element), box.element_tag)
        node = self._known.get(key)
        if node is None:
            parent = self._places.pop(id(box.element), parent)
            node = self._known[key] = self._make_node(box, parent)
        return node

    def _make_node(self, box: Any, parent: Node) -> Node:
        tag, element = box.element_tag, box.element
        if tag in ("html", "body"):
            return parent
        if "::" in tag:
            return self._make_pseudo_node(box, parent)
        language = element.get("lang", "")
        role = _find_role(element, tag, parent)
        if tag == "figure" and (table := element.find(".//table")) is not None:
            self._known[id(table), "table"] = parent.add("Table", language)
            return parent
        if role == "Caption":
            return self._make_caption(element, parent, language)
        if role is None:
            role = _find_silent_role(box, parent, language)
            if role is None:
                return parent
        node = _place(role, parent).add(role, language)
        self._describe(box, node)
        return node

    def _make_caption(self, element: Any, parent: Node, language: str) -> Node:
        """Put a caption first into its table or picture, wherever it stands on the page."""
        owner = parent
        for kid in reversed(parent.kids):
            if isinstance(kid, Node) and kid.role == "Table" and not kid.kids:
                owner = kid
                break
        return owner.add("Caption", language, at=0)

    def _make_pseudo_node(self, box: Any, parent: Node) -> Node:
        element, pseudo = box.element, box.element_tag.partition("::")[2]
        if pseudo == "footnote-call":
            holder = _hold_text(parent)
            link = holder.add("Reference").add("Link")
            note = self._make_note(element, holder)
            self.notes.add_call(note, link, box, self._number)
            return link
        if pseudo == "footnote-marker":
            label = parent.add("Lbl")
            link = label.add("Link")
            owner = parent.inside("Note")
            if owner is not None:
                self.notes.add_marker(owner, link, box, self._number)
            return link
        if parent.role in ("LI", "TOCI") and pseudo in ("before", "marker"):
            return parent.add("Lbl")
        return parent

    def _make_note(self, element: Any, holder: Node) -> Node:
        note = holder.add("Note", element.get("lang", ""))
        note.id = f"note-{self.notes.count + 1}"
        self._known[id(element), element.tag] = note
        return note

    def _describe(self, box: Any, node: Node) -> None:
        """Add what a role asks for besides its place in the tree."""
        element = box.element
        if node.role == "Figure":
            node.alt = element.get("alt", "")
            picture = element.find(".//img") if element.tag != "img" else None
            if picture is not None:
                node.alt = picture.get("alt", "")
                self._known[id(picture), "img"] = node
            node.attributes["Layout"] = {"BBox": self._bounds(box)}
        elif node.role == "L":
            numbering = "/Decimal" if element.tag == "ol" else "/Disc"
            node.attributes["List"] = {"ListNumbering": numbering}
        elif node.role in ("TH", "TD"):
            node.attributes["Table"] = _describe_cell(box, node.role)

    def _bounds(self, box: Any) -> pydyf.Array:
        """Give the rectangle of a box in points, counted from the lower edge of the page."""
        x, y = box.content_box_x(), box.content_box_y()
        height = self._page.height
        sides = (x, height - y - box.height, x + box.width, height - y)
        return pydyf.Array([round(side * _POINTS, 2) for side in sides])


def _find_role(element: Any, tag: str, parent: Node) -> str | None:
    if tag == "figure":
        return "Figure" if element.find(".//img") is not None else None
    if parent.inside("TOC") is not None or "toc" in (element.get("class") or "").split():
        own = {"ol": "TOC", "ul": "TOC", "li": "TOCI"}.get(tag)
        if own:
            return own
    return ROLES.get(tag)


def _find_silent_role(box: Any, parent: Node, language: str) -> str | None:
    """Give a role to a `div` or `span` if it needs one: text of its own, or another language."""
    holds_lines = any(isinstance(unwrap(child), boxes.LineBox) for child in box.children)
    if holds_lines and parent.role in _GROUPING:
        return "P"
    return "Span" if language and language != parent.language else None


def _place(role: str, parent: Node) -> Node:
    """Give the element that may hold a role, next to the proposed parent."""
    if parent.role == "LI" and role not in ("Lbl", "LBody"):
        return _body_of(parent)
    if role == "Link" and parent.role == "TOCI":
        return parent.add("Reference")
    if role in _INLINE and parent.role in _GROUPING:
        return _hold_text(parent)
    return parent


def _hold_text(parent: Node) -> Node:
    """Give the element that may hold text directly: the parent, or a paragraph in it."""
    if parent.role == "LI":
        return _body_of(parent)
    if parent.role == "TOCI":
        return parent.add("P")
    if parent.role not in _GROUPING:
        return parent
    last = parent.kids[-1] if parent.kids else None
    if isinstance(last, Node) and last.role == "P" and not last.id:
        return last
    return parent.add("P")


def _body_of(item: Node) -> Node:
    for kid in item.kids:
        if isinstance(kid, Node) and kid.role == "LBody":
            return kid
    return item.add("LBody")


def _describe_cell(box: Any, role: str) -> dict[str, Any]:
    described: dict[str, Any] = {}
    if role == "TH":
        by_row = re.match("row", box.element.get("scope", ""))
        described["Scope"] = "/Row" if by_row else "/Column"
    if box.colspan != 1:
        described["ColSpan"] = box.colspan
    if box.rowspan != 1:
        described["RowSpan"] = box.rowspan
    return described
