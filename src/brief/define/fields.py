"""The fields of a definition: what pydantic validates at the door.

The docstrings below the fields are what editors show when the pointer rests on one, and what
the reference page prints.
"""

# ruff: noqa: RUF012  # pydantic copies the defaults of fields
from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from brief.define.nodes import Scalar
from brief.define.timeline_fields import TimelineFields
from brief.define.values import (
    Address,
    Day,
    Digest,
    Edition,
    FieldModel,
    Language,
    Level,
    Moment,
    Name,
    Numbering,
    Profile,
    Prose,
    Words,
    read_word,
    refuse,
)
from brief.diag.define_codes import MISSING_FIELD


class MarkingFields(FieldModel):
    """A handling marking, printed on every page exactly as it stands."""

    regime: Annotated[Literal["tlp"], BeforeValidator(read_word)]
    """The regime: `tlp`, the Traffic Light Protocol 2.0."""
    level: Level
    """The level, in capitals: `CLEAR`, `GREEN`, `AMBER`, `AMBER+STRICT` or `RED`."""


class PublisherFields(FieldModel):
    """Who hands the briefing out."""

    name: Words
    """The name of the organisation or unit, printed in the masthead."""
    address: Words | None = None
    """A postal address, printed in the colophon."""
    contact: Words | None = None
    """An address for questions, such as an e-mail address or telephone number."""


class SeriesFields(FieldModel):
    """The series that the briefing appears in."""

    name: Words
    """The name of the series, printed in the masthead and at the foot of pages."""
    number: Words | None = None
    """The number of the briefing within the series."""


class AuthorFields(FieldModel):
    """A person or unit that wrote the briefing: a name, a unit, or both."""

    name: Words | None = None
    """The name of a person as it is to be printed; it is not translated."""
    unit: Words | None = None
    """The unit that the person belongs to, or that wrote the briefing as a whole."""

    @model_validator(mode="after")
    def _check_named(self) -> AuthorFields:
        if self.name is None and self.unit is None:
            refuse(MISSING_FIELD, "this author has neither a `name` nor a `unit`", "add `name:`")
        return self


class KeyPointFields(FieldModel):
    """A key point with an id, so that its translation stays with it when the order changes."""

    id: Name
    """The id of the key point."""
    text: Words
    """The key point: one sentence or two, in Markdown, with citations where they help."""


MissingWord: TypeAlias = Annotated[Literal["source", "omit", "fail"], BeforeValidator(read_word)]
StaleWord: TypeAlias = Annotated[
    Literal["older", "source", "omit", "fail"], BeforeValidator(read_word)
]


class PolicyFields(FieldModel):
    """What copies print where a translation is missing or stale. Strict runs fail in any case."""

    missing: MissingWord | None = None
    """For a text without translation: `source` prints the source text, marked as such; `omit`
    leaves it out, and the colophon counts what is left out; `fail` makes it a mistake. Without it,
    `source`."""
    stale: StaleWord | None = None
    """For a text that has changed since it was translated: `older` prints the older translation,
    marked as such; `source`, `omit` and `fail` are as above. Without it, `older`."""


class LocaleFields(PolicyFields):
    """A language with a policy or digits of its own; what it leaves out, `translation` says."""

    tag: Language
    """The language, as a BCP 47 tag such as `fr`."""
    missing: MissingWord | None = None
    """For a text without translation: `source`, `omit` or `fail`."""
    stale: StaleWord | None = None
    """For a text that has changed since it was translated: `older`, `source`, `omit` or `fail`."""
    digits: Numbering | None = None
    """The digits of numbers and dates, as a numbering system of CLDR such as `arab`; without it,
    those of the language, which are Latin in all that are shipped."""


class SectionFields(FieldModel):
    """A numbered section: text, a Markdown file, or a timeline alone."""

    id: Name
    """The id of the section, used in references such as `[](#background)`."""
    title: Words
    """The heading of the section."""
    text: Prose | None = None
    """The text of the section in Markdown; write `|` after the colon and indent the text."""
    file: Words | None = None
    """A Markdown file with the text, by its path in the folder of the definition."""
    timeline: Name | None = None
    """A timeline that fills the section, by its id under `timelines`."""


class FigureFields(FieldModel):
    """A picture, placed by `![](#id)`."""

    file: Words
    """A PNG or JPEG file, by its path in the folder of the definition."""
    alt: Words
    """What the picture shows, for readers who do not see it."""
    caption: Words | None = None
    """The caption below the picture."""
    credit: Words | None = None
    """Whose picture it is."""


class TableFields(FieldModel):
    """A table, placed by `![](#id)`."""

    caption: Words
    """The caption above the table."""
    text: Prose | None = None
    """The table in Markdown, with bars between its cells; write `|` after the colon."""
    file: Words | None = None
    """A Markdown file that holds the table, by its path in the folder of the definition."""
    columns: list[Words] = []
    """What the columns hold, one word for each: `text`, or `number`, `percent`, `name`,
    `currency=USD`, `unit=kilometer` for figures and names of countries that each language writes
    in its own way."""
    note: Words | None = None
    """A remark below the table."""
    credit: Words | None = None
    """Where the figures come from."""


class SourceFields(FieldModel):
    """What statements rest on; cited as `[@id, p. 3]`. Titles stay in their own language."""

    id: Name
    """The id of the source, as citations name it."""
    title: Words
    """The title, in the language of the source."""
    authors: list[Words] = []
    """The authors, each as it is to be printed."""
    publisher: Words | None = None
    """The organisation or house that published it."""
    container: Words | None = None
    """What it appeared in: a newspaper, journal, book or collection."""
    place: Words | None = None
    """The place of publication."""
    date: Moment | None = None
    """The date of publication, as precisely as it is known."""
    accessed: Moment | None = None
    """When the address was last opened."""
    url: Address | None = None
    """The address, beginning with `https://`."""
    language: Language | None = None
    """The language of the source, such as `ru`."""
    digest: Digest | None = None
    """The SHA-256 digest of the file that was read, to tell whether it is still the same."""
    note: Words | None = None
    """A remark on the source, in the language of the definition."""


def _kind_of_item(value: object) -> str:
    return "<text>" if isinstance(value, Scalar) else "<fields>"


KeyPoint: TypeAlias = Annotated[
    Annotated[Words, Tag("<text>")] | Annotated[KeyPointFields, Tag("<fields>")],
    Discriminator(_kind_of_item),
]
Locale: TypeAlias = Annotated[
    Annotated[Language, Tag("<text>")] | Annotated[LocaleFields, Tag("<fields>")],
    Discriminator(_kind_of_item),
]


class BriefingFields(FieldModel):
    """A briefing: everything that `briefing.yaml` can say."""

    id: Name
    """The id of the briefing, the same as the name of its folder."""
    language: Language
    """The language that everything below is written in, such as `de` or `en`."""
    digits: Numbering | None = None
    """The digits of numbers and dates in that language, as a numbering system of CLDR such as
    `arab`; without it, those of the language, which are Latin in all that are shipped."""
    title: Words
    """The title, in one line of Markdown."""
    subtitle: Words | None = None
    """A line below the title."""
    short_title: Words | None = None
    """A title for the running head, where the full one is too long."""
    date: Day
    """The state of knowledge: the day up to which the content is true. Never the clock."""
    edition: Edition = 1
    """The number of the edition."""
    design: Name | None = None
    """The design; without it, `policy-brief`."""
    profiles: list[Profile] = []
    """What PDFs are for; without it, `digital` alone."""
    locales: list[Locale] = []
    """The languages that it is translated into, as tags, or as fields with `tag` where one has a
    policy or digits of its own; each has a catalogue `locale/<tag>.po`."""
    translation: PolicyFields | None = None
    """What copies print where a translation is missing or stale."""
    marking: MarkingFields | None = None
    """A handling marking."""
    publisher: PublisherFields | None = None
    """Who hands the briefing out."""
    series: SeriesFields | None = None
    """The series that the briefing appears in."""
    authors: list[AuthorFields] = []
    """Who wrote it."""
    keywords: list[Words] = []
    """Keywords for the catalogue of a library and for search, kept in the PDF's metadata."""
    summary: Prose | None = None
    """The summary on the first page: paragraphs of Markdown."""
    key_points: list[KeyPoint] = []
    """The key points on the first page: texts, or fields with `id` and `text`."""
    sections: list[SectionFields]
    """The sections in their order."""
    timelines: dict[Name, TimelineFields] = {}
    """Timelines by id."""
    figures: dict[Name, FigureFields] = {}
    """Pictures by id."""
    tables: dict[Name, TableFields] = {}
    """Tables by id."""
    sources: list[SourceFields] = []
    """What the briefing rests on, in any order; the list is printed in the order of citation."""
    schema_address: Words | None = Field(default=None, alias="$schema")
    """For editors: the address of this schema. It has no effect on the briefing."""
