"""Documents: what is read from an existing text, before it becomes a definition.

Inline text has the elements of `model.text`; the name in a `FootnoteMark` is a key of
`Document.notes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from brief.model.text import Inline

Spans: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; level 1 is the highest that the document has below its title."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is a sequence of parts."""

    ordered: bool
    items: tuple[tuple[Part, ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set apart, with the line that says whose words they are, if there is one."""

    parts: tuple[Part, ...]
    attribution: Spans = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `head` is empty where the document marks no head row. Rows are equally long."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    caption: Spans = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name in `Document.pictures`."""

    name: str
    alt: str = ""
    caption: Spans = ()


Part: TypeAlias = Para | Head | Listing | Quotation | Grid | Picture


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reviewer wrote beside the text, reported and never taken over."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its structure, and what it says of itself.

    `date` is an ISO 8601 date, year or month, as the document gives it, or empty; `language` a BCP
    47 tag or empty. `lead` is what stands out between title and text. `slug` and `path` are lines
    of a content system. `notes` are the texts of footnotes by name, `pictures` the bytes of files.
    `remarks` say what could not be taken over, in words for the author.
    """

    parts: tuple[Part, ...]
    title: str = ""
    subtitle: str = ""
    lead: tuple[Spans, ...] = ()
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    language: str = ""
    address: str = ""
    slug: str = ""
    path: str = ""
    notes: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    remarks: tuple[str, ...] = ()
