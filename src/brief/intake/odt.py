"""Read OpenDocument texts (ISO/IEC 26300, ODT): their XML becomes HTML and is read as such."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from brief.diag.intake_codes import DAMAGED, ENCRYPTED
from brief.intake.archives import Archive
from brief.intake.entitling import entitle
from brief.intake.errors import UnreadableError
from brief.intake.html import read_markup
from brief.intake.odt_names import NAMES, PREFIXES, SEEN_THROUGH, name_of
from brief.intake.odt_styles import Styles, read_styles
from brief.intake.pictures import PictureStore
from brief.intake.xml import find_text, parse_xml
from brief.model.document import Comment, Document


def read_odt(data: bytes, store: PictureStore, *, accept_changes: bool = True) -> Document:
    """Read an OpenDocument text; tracked changes are accepted, or else refused."""
    archive = Archive(data)
    if "content.xml" not in archive.names:
        raise UnreadableError(DAMAGED, "it is an archive, but not an OpenDocument text")
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError(ENCRYPTED, "it is locked with a password")
    content = parse_xml(archive.read("content.xml"), "content.xml")
    body = content.find("office:body/office:text", NAMES)
    if body is None:
        raise UnreadableError(DAMAGED, "it is an OpenDocument file, but not a text")
    styles_data = archive.read("styles.xml")
    roots = [content, *([parse_xml(styles_data, "styles.xml")] if styles_data else [])]
    styles = read_styles(roots)
    store.fetch = lambda address: archive.read(address.removeprefix("./")) or None
    converter = _Converter(styles, _read_changes(body), accept_changes)
    document = read_markup(converter.convert(body), store, styles.language)
    meta_data = archive.read("meta.xml")
    meta = parse_xml(meta_data, "meta.xml") if meta_data else None
    remarks = list(document.remarks)
    if converter.changes:
        remarks.append(f"its tracked changes were {'accepted' if accept_changes else 'refused'}")
    if any(name.startswith("Basic/") for name in archive.names):
        remarks.append("its macros were ignored")
    if converter.listed:
        remarks.append("its table of contents was left out")
    author = find_text(meta, ".//dc:creator", NAMES) or find_text(
        meta, ".//meta:initial-creator", NAMES
    )
    return replace(
        entitle(document, converter.title or find_text(meta, ".//dc:title", NAMES)),
        authors=tuple(filter(None, re.split(r"\s*;\s*", author))),
        date=find_text(meta, ".//dc:date", NAMES)[:10],
        language=styles.language or find_text(meta, ".//dc:language", NAMES),
        comments=tuple(converter.comments),
        remarks=tuple(remarks),
    )


def _read_changes(body: Element) -> dict[str, Element | None]:
    """Give the tracked changes by id: what was deleted, or None for an insertion."""
    changes: dict[str, Element | None] = {}
    for region in body.iterfind("text:tracked-changes/text:changed-region", NAMES):
        name = region.get(name_of("text:id")) or next(
            (value for key, value in region.attrib.items() if key.endswith("}id")), ""
        )
        changes[name] = region.find("text:deletion", NAMES)
    return changes


@dataclass(slots=True)
class _Converter:
    """Turns the body of an OpenDocument text into HTML elements."""

    styles: Styles
    changes: dict[str, Element | None]
    accept: bool
    comments: list[Comment] = field(default_factory=list)
    title: str = ""
    listed: bool = False
    _notes: list[Element] = field(default_factory=list)
    _dropping: bool = False
    _list_style: str = ""
    _depth: int = 0

    def convert(self, body: Element) -> Element:
        """Give a `body` of HTML, with the notes at its end."""
        root = Element("body")
        self._convert_children(body, root)
        if self._notes:
            section = SubElement(root, "section", {"class": "footnotes"})
            SubElement(section, "ol").extend(self._notes)
        return root

    def _convert_children(self, source: Element, target: Element) -> None:
        self._add_text(target, source.text)
        for child in source:
            self._convert_element(child, target)
            self._add_text(target, child.tail)

    def _convert_element(self, element: Element, target: Element) -> None:
        prefix, _, local = str(element.tag).rpartition("}")
        kind = f"{PREFIXES.get(prefix.removeprefix('{'), '')}:{local}"
        handler = _HANDLERS.get(kind)
        if handler is not None:
            handler(self, element, target)
        elif kind in SEEN_THROUGH:
            self._convert_children(element, target)

    def _add_text(self, target: Element, text: str | None) -> None:
        if text and not self._dropping:
            _append(target, text)

    def _heading(self, element: Element, target: Element) -> None:
        level = element.get(name_of("text:outline-level")) or "1"
        depth = min(int(level) + 1 if level.isdigit() else 2, 6)
        self._convert_children(element, SubElement(target, f"h{depth}"))

    def _paragraph(self, element: Element, target: Element) -> None:
        kind = self.styles.kind_of(element.get(name_of("text:style-name")) or "")
        if kind == "title" and not self.title:
            self.title = " ".join("".join(element.itertext()).split())
            self._convert_children(element, SubElement(target, "h1"))
        elif kind == "quotation":
            last = target[-1] if len(target) else None
            if last is None or last.tag != "blockquote":
                last = SubElement(target, "blockquote")
            self._convert_children(element, SubElement(last, "p"))
        elif kind.startswith("heading"):
            self._convert_children(element, SubElement(target, f"h{min(int(kind[7:]) + 1, 6)}"))
        else:
            attributes = {"class": "subtitle"} if kind == "subtitle" else {}
            self._convert_children(element, SubElement(target, "p", attributes))

    def _span(self, element: Element, target: Element) -> None:
        look = self.styles.look_of(element.get(name_of("text:style-name")) or "")
        inner = target
        for tag in look.tags:
            inner = SubElement(inner, tag)
        if look.language:
            inner = SubElement(inner, "span", {"lang": look.language})
        self._convert_children(element, inner)

    def _link(self, element: Element, target: Element) -> None:
        address = element.get(name_of("xlink:href")) or ""
        self._convert_children(element, SubElement(target, "a", {"href": address}))

    def _list(self, element: Element, target: Element) -> None:
        outer = self._list_style
        self._list_style = element.get(name_of("text:style-name")) or outer
        self._depth += 1
        ordered = self.styles.is_ordered(self._list_style, self._depth)
        made = SubElement(self._find_place(element, target), "ol" if ordered else "ul")
        for item in element:
            if item.tag in (name_of("text:list-item"), name_of("text:list-header")):
                inner = SubElement(made, "li")
                self._convert_children(item, inner)
        self._list_style, self._depth = outer, self._depth - 1

    def _find_place(self, element: Element, target: Element) -> Element:
        """Give where a list goes: into the last item of the one before if its style is deeper.

        Text that comes from Word has every level as a list of its own.
        """
        first = element.find("text:list-item/text:p", NAMES)
        if self._depth > 1 or first is None:
            return target
        depth = self.styles.list_depth(first.get(name_of("text:style-name")) or "")
        while depth > 1 and len(target) and target[-1].tag in ("ol", "ul") and len(target[-1]):
            target, depth = target[-1][-1], depth - 1
        return target

    def _table(self, element: Element, target: Element) -> None:
        table = SubElement(target, "table")
        head = SubElement(table, "thead")
        for rows in element.iterfind("table:table-header-rows", NAMES):
            for row in rows.iterfind("table:table-row", NAMES):
                self._row(row, head, "th")
        for row in element.iterfind("table:table-row", NAMES):
            self._row(row, table, "td")
        for group in element.iterfind("table:table-rows", NAMES):
            for row in group.iterfind("table:table-row", NAMES):
                self._row(row, table, "td")

    def _row(self, row: Element, target: Element, tag: str) -> None:
        made = SubElement(target, "tr")
        for cell in row.iterfind("table:table-cell", NAMES):
            spans = {
                html: value
                for html, name in (("colspan", "columns"), ("rowspan", "rows"))
                if (value := cell.get(name_of(f"table:number-{name}-spanned")))
            }
            self._convert_children(cell, SubElement(made, tag, spans))

    def _frame(self, element: Element, target: Element) -> None:
        image = element.find("draw:image", NAMES)
        if image is None:
            self._convert_children(element, target)
            return
        alt = find_text(element, "svg:desc", NAMES) or find_text(element, "svg:title", NAMES)
        source = image.get(name_of("xlink:href")) or ""
        if not self._dropping:
            SubElement(target, "img", {"src": source, "alt": alt})

    def _note(self, element: Element, target: Element) -> None:
        if self._dropping:
            return
        number = len(self._notes) + 1
        call = SubElement(SubElement(target, "sup"), "a", {"href": f"#odt-note-{number}"})
        call.set("id", f"odt-call-{number}")
        call.text = str(number)
        holder = Element("li", {"id": f"odt-note-{number}"})
        self._notes.append(holder)
        body = element.find("text:note-body", NAMES)
        if body is not None:
            self._convert_children(body, holder)
        SubElement(holder, "a", {"href": f"#odt-call-{number}"}).text = "↑"

    def _comment(self, element: Element, target: Element) -> None:
        paragraphs = (
            " ".join("".join(p.itertext()).split()) for p in element.iter(name_of("text:p"))
        )
        said = " ".join(filter(None, paragraphs))
        self.comments.append(Comment(find_text(element, "dc:creator", NAMES), said))

    def _begin_change(self, element: Element, target: Element) -> None:
        name = element.get(name_of("text:change-id")) or ""
        inserted = name in self.changes and self.changes[name] is None
        self._dropping = inserted and not self.accept

    def _end_change(self, element: Element, target: Element) -> None:
        self._dropping = False

    def _deletion(self, element: Element, target: Element) -> None:
        """Put back at its place what was deleted, if changes are refused."""
        deleted = self.changes.get(element.get(name_of("text:change-id")) or "")
        if deleted is None or self.accept:
            return
        for part in deleted.iterfind("text:p", NAMES):
            self._convert_children(part, target)

    def _contents(self, element: Element, target: Element) -> None:
        self.listed = True

    def _line_break(self, element: Element, target: Element) -> None:
        if not self._dropping:
            SubElement(target, "br")

    def _blank(self, element: Element, target: Element) -> None:
        self._add_text(target, " ")


_HANDLERS = {
    "text:h": _Converter._heading,
    "text:p": _Converter._paragraph,
    "text:span": _Converter._span,
    "text:a": _Converter._link,
    "text:list": _Converter._list,
    "table:table": _Converter._table,
    "draw:frame": _Converter._frame,
    "text:note": _Converter._note,
    "office:annotation": _Converter._comment,
    "text:change-start": _Converter._begin_change,
    "text:change-end": _Converter._end_change,
    "text:change": _Converter._deletion,
    "text:table-of-content": _Converter._contents,
    "text:alphabetical-index": _Converter._contents,
    "text:line-break": _Converter._line_break,
    "text:s": _Converter._blank,
    "text:tab": _Converter._blank,
}


def _append(target: Element, text: str) -> None:
    """Add words after the last child of an element, or to its own."""
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text
