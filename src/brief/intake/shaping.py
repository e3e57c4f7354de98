"""Shape a document so that a definition can hold it; nothing of its words is lost.

Lists and quotations of a definition hold paragraphs, lists and quotations, and not deeply; what
else stands in them comes after them. Notes are one paragraph each. What a document says of
itself is put on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brief.intake.inline import clean_characters, is_blank, tidy
from brief.intake.languages import settle_tag
from brief.model.document import (
    Comment,
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
from brief.model.text import Inline, Str, plain_text

_DEEPEST = 5  # lists and quotations within one another
NO_ALT = "…"
_NO_DESCRIPTION = (
    f"pictures without a description have `{NO_ALT}` in its place; write what they show"
)
_LIFTED = "a table or picture within a list, quotation or note was put behind it"


def shape_document(document: Document) -> Document:
    """Give a document whose parts a definition can hold, with remarks on what moved."""
    moved: list[Part] = []
    parts = tuple(_shape(document.parts, moved))
    notes: dict[str, tuple[Part, ...]] = {}
    for name, inner in document.notes.items():
        words = tuple(_flatten(inner, moved))
        notes[name] = (Para(tidy(words)),) if not is_blank(words) else (Para((Str("…"),)),)
    remarks = [*document.remarks, *((_LIFTED,) if moved else ())]
    if any(isinstance(part, Picture) and part.alt == NO_ALT for part in parts):
        remarks.append(_NO_DESCRIPTION)
    return replace(
        document,
        parts=parts,
        notes=notes,
        title=_one_line(document.title),
        subtitle=_one_line(document.subtitle),
        lead=tuple(spans for spans in document.lead if not is_blank(spans)),
        authors=tuple(filter(None, map(_one_line, document.authors))),
        publisher=_one_line(document.publisher),
        address=_address(document.address),
        slug=_one_line(document.slug),
        path=_one_line(document.path),
        language=settle_tag(document.language),
        comments=tuple(
            Comment(_one_line(each.author), _one_line(each.text)) for each in document.comments
        ),
        remarks=tuple(dict.fromkeys(map(_one_line, remarks))),
    )


def _shape(parts: Iterable[Part], moved: list[Part]) -> Iterator[Part]:
    """Yield the parts of a text, with what had to leave lists and quotations behind them."""
    for part in parts:
        if isinstance(part, Listing | Quotation):
            lifted: list[Part] = []
            yield from _shape_inside((part,), lifted, 1)
            yield from _shape(lifted, moved)
            moved += lifted
        elif (kept := _keep(part)) is not None:
            yield kept


def _shape_inside(parts: Iterable[Part], lifted: list[Part], depth: int) -> Iterator[Part]:
    """Yield what may stand in a list or quotation; `lifted` collects what may not."""
    for part in parts:
        match part:
            case Para(spans) | Head(_, spans):
                if not is_blank(spans):
                    yield Para(spans)
            case Grid() | Picture():
                lifted.append(part)
            case Listing(_, items):
                made = [tuple(_shape_inside(item, lifted, depth + 1)) for item in items]
                filled = tuple(item for item in made if item)
                if depth > _DEEPEST:
                    yield from (inner for item in filled for inner in item)
                elif filled:
                    yield replace(part, items=filled)
            case Quotation(inside, attribution):
                inner = tuple(_shape_inside(inside, lifted, depth + 1))
                if depth > _DEEPEST or (not inner and attribution):
                    yield from (*inner, *((Para(attribution),) if attribution else ()))
                elif inner:
                    yield Quotation(inner, attribution)


def _keep(part: Part) -> Part | None:
    """Give a part of the text itself, or nothing if it is empty."""
    match part:
        case Para(spans) | Head(_, spans):
            return None if is_blank(spans) else part
        case Grid(head, rows, caption):
            if not rows:
                filled = tuple(cell for cell in head if not is_blank(cell))
                return Para(tidy(_join((caption, *filled)))) if filled else None
        case Picture(_, alt, caption):
            return replace(part, alt=_one_line(alt) or ("" if _says(caption) else NO_ALT))
    return part


def _flatten(parts: Sequence[Part], moved: list[Part]) -> Iterator[Inline]:
    """Yield the words of parts as one paragraph, parted by blanks."""
    for part in parts:
        match part:
            case Para(spans) | Head(_, spans):
                yield from (*spans, Str(" "))
            case Listing(_, items):
                for item in items:
                    yield from _flatten(item, moved)
            case Quotation(inner, attribution):
                yield from _flatten(inner, moved)
                yield from (*attribution, Str(" "))
            case Grid(head, rows, caption):
                yield from _join((caption, *head, *(cell for row in rows for cell in row)))
                yield Str(" ")
            case Picture():
                moved.append(part)


def _join(cells: Iterable[Spans]) -> Iterator[Inline]:
    """Yield the words of cells as an enumeration."""
    for at, cell in enumerate(cell for cell in cells if not is_blank(cell)):
        if at:
            yield Str(", ")
        yield from cell


def _says(spans: Spans) -> bool:
    return bool(_one_line(plain_text(spans)))


def _one_line(text: str) -> str:
    return " ".join(clean_characters(text).split())


def _address(text: str) -> str:
    """Give an address of the web without blanks in it, or nothing."""
    text = clean_characters(text).strip()
    whole = text.startswith(("https://", "http://")) and not any(map(str.isspace, text))
    return text if whole else ""
