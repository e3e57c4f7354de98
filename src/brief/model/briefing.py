"""The briefing: validated content in its source language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brief.diag.diagnostic import Place
from brief.model.blocks import Block
from brief.model.dates import When
from brief.model.policy import Policy
from brief.model.text import Text
from brief.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Author:
    """A person or unit that wrote the briefing: at least one of both fields is given."""

    name: str | None = None
    unit: Text | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who hands the briefing out; `address` and `contact` stand in the colophon."""

    name: Text
    address: Text | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The series that a briefing appears in, and its number there."""

    name: Text
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What a statement rests on. Titles stay in the language of the source.

    `digest` is the SHA-256 of the file that was read, in hexadecimal digits.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    container: str | None = None
    place: str | None = None
    date: When | None = None
    accessed: When | None = None
    url: str | None = None
    language: str | None = None
    digest: str | None = None
    note: Text | None = None
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section."""

    id: str
    title: Text
    blocks: tuple[Block, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class DefinitionFile:
    """A file of the definition as it was read; `path` is relative to the definition's folder."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Marking:
    """A handling marking, printed as it stands and never translated (`TLP:CLEAR`)."""

    regime: str
    level: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary: how it is translated, and how it must not be, by locale.

    A `*` stands for any letters, as endings need.
    """

    source: str
    use: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing.

    `date` is the state of knowledge, `folder` the definition's own path as authors know it.
    `files` are the definition's files (YAML, Markdown, pictures), `catalogues` its translations.
    `places` tells where the definition makes a choice: `language`, `design`, `locales/<tag>`,
    `profiles/<name>`; what it leaves out has no place. `policies` tell for each of `locales` what
    stands in for translations that are missing or stale, `digits` name the numbering systems of
    CLDR that the definition chooses for its language or for locales.
    """

    id: str
    language: str
    title: Text
    date: When
    folder: str = ""
    subtitle: Text | None = None
    short_title: Text | None = None
    publisher: Publisher | None = None
    series: Series | None = None
    edition: int = 1
    authors: tuple[Author, ...] = ()
    keywords: tuple[Text, ...] = ()
    marking: Marking | None = None
    summary: tuple[Text, ...] = ()
    key_points: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    sources: tuple[Source, ...] = ()
    design: str = "policy-brief"
    profiles: tuple[str, ...] = ("digital",)
    locales: tuple[str, ...] = ()
    policies: Mapping[str, Policy] = field(default_factory=dict)
    digits: Mapping[str, str] = field(default_factory=dict)
    files: tuple[DefinitionFile, ...] = ()
    catalogues: tuple[DefinitionFile, ...] = ()
    glossary: tuple[Term, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
