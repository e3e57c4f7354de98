"""Give a document the title that is said outside its text, and lose no heading over it."""

from __future__ import annotations

from dataclasses import replace

from brief.model.document import Document, Head
from brief.model.text import Str


def entitle(document: Document, title: str) -> Document:
    """Give a document a title that a subject, front matter or properties say.

    A heading that was taken for the title goes back to the text, unless it says the same.
    """
    if not title:
        return document
    if not document.title or _fold(document.title) == _fold(title):
        return replace(document, title=title)
    levels = [part.level for part in document.parts if isinstance(part, Head)]
    head = Head(max(1, min(levels, default=3) - 1), (Str(document.title),))
    return replace(document, title=title, parts=(head, *document.parts))


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
