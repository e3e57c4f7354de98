"""Read HTML into a document; every other format of marked-up text comes through here as well.

Nothing is fetched and nothing acts: scripts, styles, forms and frames are dropped, and pictures
are taken only from what came with the text.
"""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import tinyhtml5

from brief.intake.decoding import decode
from brief.intake.html_article import find_article
from brief.intake.html_blocks import BlockReader, text_of
from brief.intake.html_inline import InlineReader
from brief.intake.html_metadata import read_page_metadata
from brief.intake.html_notes import Notes, find_notes
from brief.intake.pictures import PictureStore
from brief.model.document import Document, Head, Para, Part, Spans
from brief.model.text import plain_text

FetchPicture = Callable[[str], bytes | None]

_DEEPEST = 120
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=", re.IGNORECASE)
_LEADS = ("lead", "lede", "standfirst", "dek", "teaser-text", "intro", "vorspann")
_SUBTITLES = ("subtitle", "subheadline", "subhead")


def parse_html(source: str | bytes, charset: str = "") -> Element:
    """Parse HTML as browsers do (WHATWG); bytes in `charset`, or what they say or look like."""
    options: dict[str, Any] = {"namespace_html_elements": False}
    if isinstance(source, bytes):
        options["transport_encoding"] = charset or _find_charset(source)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        root: Element = tinyhtml5.parse(source, **options)
    _flatten(root)
    return root


def _find_charset(source: bytes) -> str | None:
    """Give the encoding of a page that does not say it; None leaves it to the page."""
    marked = source.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or _DECLARED.search(source[:4096]):
        return None
    return decode(source)[1] or "utf-8"


def _flatten(root: Element) -> None:
    """Make words of what is nested more deeply than any text is."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
    for element in level:
        element.text = "".join(element.itertext())
        element[:] = []


def read_page(root: Element, store: PictureStore) -> Document:
    """Read a whole web page: its article, and what the page says of itself."""
    said = read_page_metadata(root)
    article, beside = find_article(root)
    titled = not said.title or any(True for _ in article.iter("h1"))
    document = read_markup(article, store, said.language, beside, titled=titled)
    return replace(
        document,
        title=document.title or said.title,
        authors=said.authors,
        publisher=said.publisher,
        date=said.date,
        language=said.language,
        address=said.address,
    )


def read_markup(
    root: Element,
    store: PictureStore,
    language: str = "",
    left_out: frozenset[int] = frozenset(),
    *,
    titled: bool = True,
) -> Document:
    """Read the text under an element, with its footnotes.

    A first heading above all others is the title, unless that stands elsewhere.
    """
    notes = find_notes(root)
    reader = _open_reader(notes, language, left_out)
    parts = store.settle(reader.read(root))
    read_notes = {name: _read_note(notes, name, language, store) for name in notes.holders}
    title, rest = part_title(parts) if titled else ("", parts)
    subtitle, rest = _part_claimed(rest, root, _SUBTITLES)
    lead, rest = _part_claimed(rest, root, _LEADS)
    return Document(
        parts=tuple(rest),
        title=title,
        subtitle=plain_text(subtitle or ()),
        lead=(lead,) if lead else (),
        language=language,
        notes=read_notes,
        pictures=store.files,
        remarks=tuple(store.remarks),
    )


def part_title(parts: Sequence[Part]) -> tuple[str, list[Part]]:
    """Take a heading that stands above all others off the beginning, as the title."""
    heads = [part for part in parts if isinstance(part, Head)]
    first = next((at for at, part in enumerate(parts) if isinstance(part, Head)), None)
    if first is None or first > 3 or not all(isinstance(part, Para) for part in parts[:first]):
        return "", list(parts)
    top = heads[0]
    if any(head.level <= top.level for head in heads[1:]):
        return "", list(parts)
    return text_of(top), [*parts[:first], *parts[first + 1 :]]


def _open_reader(notes: Notes, language: str, left_out: frozenset[int]) -> BlockReader:
    """Open a reader of the text that reads notes only where they are called."""
    elsewhere = {id(item) for item in (*notes.holders.values(), *notes.containers)}
    elsewhere |= {id(link) for link in notes.backlinks}
    return BlockReader(InlineReader(language, notes.calls), elsewhere | set(left_out))


def _read_note(notes: Notes, name: str, language: str, store: PictureStore) -> tuple[Part, ...]:
    reader = BlockReader(InlineReader(language), {id(link) for link in notes.backlinks})
    for link in notes.backlinks:
        link.text, link[:] = "", []
    return tuple(store.settle(reader.read(notes.holders[name])))


def _part_claimed(
    parts: list[Part], root: Element, names: tuple[str, ...]
) -> tuple[Spans | None, list[Part]]:
    """Take off the first paragraph if its class says that it is what `names` call it."""
    claimed = {
        " ".join("".join(element.itertext()).split())
        for element in root.iter()
        if isinstance(element.tag, str) and _is_called(element, names)
    }
    first = parts[0] if parts else None
    if isinstance(first, Para) and " ".join(text_of(first).split()) in claimed:
        return first.spans, parts[1:]
    return None, parts


def _is_called(element: Element, names: tuple[str, ...]) -> bool:
    classes = (element.get("class") or "").lower().replace("_", "-").split()
    return any(
        name in classes or any(f"-{name}-" in f"-{one}-" for one in classes) for name in names
    )
