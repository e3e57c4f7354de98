"""Change the words of a document everywhere, a paragraph at a time, and leave its marks alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from brief.model.document import (
    Document,
    Grid,
    Head,
    Listing,
    Para,
    Part,
    Picture,
    Quotation,
    Spans,
)
from brief.model.text import Emphasis, Foreign, Inline, Link, Str, Strong, plain_text

Mend = Callable[[str], str]

_SEAM = "\x00"  # between the words of neighbouring elements


def mend_document(document: Document, mend: Mend) -> Document:
    """Give a document whose words have gone through `mend`, which keeps every NUL in its place.

    Literal text and addresses are left as they are, and so is text in another language.
    """
    return replace(
        document,
        parts=tuple(_mend_part(part, mend) for part in document.parts),
        title=mend(document.title),
        subtitle=mend(document.subtitle),
        lead=tuple(mend_spans(spans, mend) for spans in document.lead),
        notes={
            name: tuple(_mend_part(part, mend) for part in parts)
            for name, parts in document.notes.items()
        },
    )


def rename_pictures(document: Document, names: Mapping[str, str]) -> Document:
    """Give a document whose pictures have other names."""

    def rename(part: Part) -> Part:
        match part:
            case Picture(name):
                return replace(part, name=names.get(name, name))
            case Listing(_, items):
                return replace(part, items=tuple(tuple(map(rename, item)) for item in items))
            case Quotation(parts):
                return replace(part, parts=tuple(map(rename, parts)))
        return part

    return replace(
        document,
        parts=tuple(map(rename, document.parts)),
        notes={name: tuple(map(rename, parts)) for name, parts in document.notes.items()},
        pictures={names.get(name, name): data for name, data in document.pictures.items()},
    )


def mend_spans(spans: Spans, mend: Mend) -> Spans:
    """Mend a paragraph as a whole, so that marks that belong together are seen together."""
    words = list(_list_words(spans))
    mended = iter(mend(_SEAM.join(words)).split(_SEAM))
    return tuple(_put_back(span, mended) for span in spans)


def _mend_part(part: Part, mend: Mend) -> Part:
    match part:
        case Para(spans) | Head(_, spans):
            return replace(part, spans=mend_spans(spans, mend))
        case Listing(_, items):
            made = tuple(tuple(_mend_part(inner, mend) for inner in item) for item in items)
            return replace(part, items=made)
        case Quotation(parts, attribution):
            inner = tuple(_mend_part(each, mend) for each in parts)
            return Quotation(inner, mend_spans(attribution, mend))
        case Grid(head, rows, caption):
            return Grid(
                tuple(mend_spans(cell, mend) for cell in head),
                tuple(tuple(mend_spans(cell, mend) for cell in row) for row in rows),
                mend_spans(caption, mend),
            )
        case Picture():
            return replace(part, alt=mend(part.alt), caption=mend_spans(part.caption, mend))


def _list_words(spans: Spans) -> Iterator[str]:
    for span in spans:
        if isinstance(span, Str):
            yield span.text
        elif _is_open(span):
            yield from _list_words(span.children)  # type: ignore[union-attr]  # only these have any


def _put_back(span: Inline, words: Iterator[str]) -> Inline:
    if isinstance(span, Str):
        return Str(next(words))
    if isinstance(span, Emphasis | Strong | Link) and _is_open(span):
        return replace(span, children=tuple(_put_back(child, words) for child in span.children))
    return span


def _is_open(span: Inline) -> bool:
    """Tell whether the words inside an element belong to the running text."""
    if isinstance(span, Link):
        return plain_text(span.children).strip() not in (
            span.target, span.target.removeprefix("mailto:"),
        )  # fmt: skip
    return isinstance(span, Emphasis | Strong) and not isinstance(span, Foreign)
