"""Read Word documents (ECMA-376, DOCX) through mammoth, which makes HTML of their styles.

What mammoth does not do is done around it: tracked changes can be refused, comments are told, and
title, author, date and language are read from the properties.
"""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from brief.diag.intake_codes import DAMAGED, NO_READER
from brief.intake.archives import Archive
from brief.intake.docx_styles import (
    map_languages,
    mark_languages,
    name_languages,
    settle_names,
)
from brief.intake.entitling import entitle
from brief.intake.errors import UnreadableError
from brief.intake.html import parse_html, read_markup
from brief.intake.pictures import PictureStore
from brief.intake.xml import declares_type, find_text, parse_xml
from brief.model.document import Comment, Document

_BODY = "word/document.xml"
_STYLE_PART = "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = {
    "w": _W[1:-1],
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
_STYLES = """
p[style-name='Title'] => h1.document-title:fresh
p[style-name='Subtitle'] => p.document-subtitle:fresh
p[style-name='heading 1'] => h2:fresh
p[style-name='heading 2'] => h3:fresh
p[style-name='heading 3'] => h4:fresh
p[style-name='heading 4'] => h5:fresh
p[style-name^='heading '] => h6:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='Heading 3'] => h4:fresh
p[style-name='Heading 4'] => h5:fresh
p[style-name^='Heading '] => h6:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
p[style-name='footnote text'] => p:fresh
p[style-name='endnote text'] => p:fresh
p[style-name='caption'] => p.document-caption:fresh
p[style-name^='toc '] => p.document-contents:fresh
r[style-name='Emphasis'] => em
r[style-name='Strong'] => strong
r[style-name='footnote reference'] =>
r[style-name='endnote reference'] =>
"""
_CONTENTS = re.compile(r'<p class="document-contents">.*?</p>', re.DOTALL)
_KEPT = ("ins", "moveTo")
_REMOVED = ("del", "moveFrom")


def read_docx(data: bytes, store: PictureStore, *, accept_changes: bool = True) -> Document:
    """Read a Word document; tracked changes are accepted, or else refused."""
    archive = Archive(data)
    if _BODY not in archive.names:
        raise UnreadableError(DAMAGED, "it is an archive, but not a Word document")
    for name in sorted(archive.names):
        if name.endswith((".xml", ".rels")) and declares_type(archive.read(name)):
            raise UnreadableError(DAMAGED, f"its part `{name}` declares a document type")
    body = parse_xml(archive.read(_BODY), _BODY)
    changes = {_W + name for name in (*_KEPT, *_REMOVED)}
    tracked = any(element.tag in changes for element in body.iter())
    if tracked and not accept_changes:
        _refuse_changes(body)
    language = _find_language(archive)
    html, listed = _CONTENTS.subn("", _convert(*_prepare(archive, body, language)))
    document = read_markup(parse_html(html), store, language)
    remarks = list(document.remarks)
    if tracked:
        how = "accepted" if accept_changes else "refused"
        remarks.append(f"its tracked changes were {how}")
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        remarks.append("its macros were ignored")
    if listed:
        remarks.append("its table of contents was left out")
    properties = archive.read("docProps/core.xml")
    core = parse_xml(properties, "docProps/core.xml") if properties else None
    return replace(
        entitle(document, _title(html) or find_text(core, "dc:title", _NAMES)),
        authors=tuple(filter(None, re.split(r"\s*;\s*", find_text(core, "dc:creator", _NAMES)))),
        date=find_text(core, "dcterms:modified", _NAMES)[:10],
        language=language or find_text(core, "dc:language", _NAMES),
        comments=tuple(_list_comments(archive)),
        remarks=tuple(remarks),
    )


def _prepare(archive: Archive, body: Element, language: str) -> tuple[bytes, str]:
    """Give the document with its styles settled, and what its languages add to the map."""
    data = archive.read(_STYLE_PART)
    if not data:
        return archive.repack({_BODY: _to_bytes(body)}), ""
    styles = parse_xml(data, _STYLE_PART)
    settle_names(styles)
    tags = mark_languages(body, styles, language)
    changed = {_BODY: _to_bytes(body), _STYLE_PART: _to_bytes(styles)}
    return archive.repack(changed), map_languages(tags)


def _to_bytes(root: Element) -> bytes:
    data: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return data


def _convert(data: bytes, more_styles: str) -> str:
    try:
        import mammoth  # an extra
    except ImportError:
        hint = "install `brief[docx]`, or save the document as HTML"
        raise UnreadableError(NO_READER, "the reader of Word documents is missing", hint) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made: Any = mammoth.convert_to_html(
                io.BytesIO(data), style_map=_STYLES + more_styles, convert_image=_image_converter()
            )
    except Exception as error:  # any fault of the converter means that it cannot be read
        message = "its parts do not fit together"
        raise UnreadableError(DAMAGED, message, "open it in Word and save it anew") from error
    return name_languages(str(made.value))


def _image_converter() -> Any:
    """Give what puts pictures into the page; those that lie elsewhere have no address there."""
    import mammoth  # an extra

    def show(image: Any) -> dict[str, str]:
        try:
            with image.open() as opened:
                data = base64.b64encode(opened.read()).decode()
        except Exception:  # it is no part of the document, or a broken one
            return {"src": ""}
        return {"src": f"data:{image.content_type};base64,{data}"}

    return mammoth.images.img_element(show)


def _title(html: str) -> str:
    found = re.search(r'<h1 class="document-title">(.*?)</h1>', html, re.DOTALL)
    return "" if found is None else " ".join(re.sub(r"<[^>]+>", "", found[1]).split())


def _refuse_changes(body: Element) -> None:
    """Take out what was inserted, and put back what was deleted."""
    kept = {_W + name for name in _REMOVED}
    removed = {_W + name for name in _KEPT}
    for parent in list(body.iter()):
        children: list[Element] = []
        for child in parent:
            if child.tag in removed:
                continue
            children += list(child) if child.tag in kept else [child]
        parent[:] = children
    for text in body.iter(_W + "delText"):
        text.tag = _W + "t"


def _list_comments(archive: Archive) -> Iterator[Comment]:
    data = archive.read("word/comments.xml")
    for comment in parse_xml(data, "word/comments.xml").iter(_W + "comment") if data else ():
        text = " ".join("".join(part.itertext()) for part in comment.iter(_W + "p"))
        yield Comment(comment.get(_W + "author") or "", " ".join(text.split()))


def _find_language(archive: Archive) -> str:
    """Give the language of the default style."""
    data = archive.read(_STYLE_PART)
    if not data:
        return ""
    styles = parse_xml(data, _STYLE_PART)
    for element in styles.iterfind("w:docDefaults//w:lang", _NAMES):
        return element.get(_W + "val") or ""
    return ""
