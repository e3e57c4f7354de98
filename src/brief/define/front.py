"""Make what stands on the first page and in the colophon, and check the choices of a briefing."""

from __future__ import annotations

from brief.define.blocks import read_summary
from brief.define.desk import Desk
from brief.define.fields import BriefingFields, KeyPointFields, MarkingFields, SourceFields
from brief.define.hints import suggest_or_list
from brief.define.nodes import Scalar
from brief.define.register import Register
from brief.define.text_checks import Marks
from brief.define.values import TLP_LEVELS
from brief.diag.define_codes import UNKNOWN_MARKING, UNKNOWN_PROFILE
from brief.model.blocks import Paragraph
from brief.model.briefing import Author, Marking, Publisher, Series, Source
from brief.model.profile import PROFILES
from brief.model.text import Text


def make_summary(desk: Desk, fields: BriefingFields) -> tuple[Text, ...]:
    """Make the paragraphs of the summary."""
    if fields.summary is None:
        return ()
    blocks = read_summary(desk, fields.summary.passage)
    return tuple(block.text for block in blocks if isinstance(block, Paragraph))


def make_key_points(desk: Desk, fields: BriefingFields) -> tuple[Text, ...]:
    """Make the key points; those without an id are counted."""
    ids = Register(desk.collector)
    made = []
    for number, point in enumerate(fields.key_points, start=1):
        if isinstance(point, KeyPointFields):
            ids.declare(point.id.text, "key point", point.id.place)
            name, text = point.id.text, point.text
        else:
            name, text = f"p{number}", point
            desk.unnamed.setdefault("key-points", []).append(text.place)
        made.append(desk.make_field(text, f"key-points/{name}", "key point", Marks.CITATIONS))
    return tuple(made)


def make_publisher(desk: Desk, fields: BriefingFields) -> Publisher | None:
    """Make the publisher."""
    given = fields.publisher
    if given is None:
        return None
    return Publisher(
        name=desk.make_field(given.name, "publisher/name", "name"),
        address=desk.make_optional(given.address, "publisher/address", "address"),
        contact=None if given.contact is None else given.contact.text,
    )


def make_series(desk: Desk, fields: BriefingFields) -> Series | None:
    """Make the series."""
    given = fields.series
    if given is None:
        return None
    name = desk.make_field(given.name, "series/name", "name")
    return Series(name, None if given.number is None else given.number.text)


def make_authors(desk: Desk, fields: BriefingFields) -> tuple[Author, ...]:
    """Make the authors."""
    return tuple(
        Author(
            name=None if author.name is None else author.name.text,
            unit=desk.make_optional(author.unit, f"authors/{number}.unit", "unit"),
        )
        for number, author in enumerate(fields.authors, start=1)
    )


def make_keywords(desk: Desk, fields: BriefingFields) -> tuple[Text, ...]:
    """Make the keywords."""
    return tuple(
        desk.make_field(keyword, f"keywords/{number}", "keyword")
        for number, keyword in enumerate(fields.keywords, start=1)
    )


def make_marking(desk: Desk, fields: MarkingFields | None) -> Marking | None:
    """Make the marking; a level that the regime does not have is reported."""
    if fields is None:
        return None
    level = fields.level
    if level.text not in TLP_LEVELS and not level.excused:
        message = f"the Traffic Light Protocol has no level `{level}`"
        desk.collector.report(
            UNKNOWN_MARKING, message, level.place, *suggest_or_list(level, TLP_LEVELS)
        )
    return Marking(fields.regime, level.text)


def make_source(desk: Desk, fields: SourceFields) -> Source:
    """Make a source."""
    return Source(
        id=fields.id.text,
        title=fields.title.text,
        authors=tuple(author.text for author in fields.authors),
        publisher=_plain(fields.publisher),
        container=_plain(fields.container),
        place=_plain(fields.place),
        date=None if fields.date is None else fields.date.when,
        accessed=None if fields.accessed is None else fields.accessed.when,
        url=_plain(fields.url),
        language=_plain(fields.language),
        digest=_plain(fields.digest),
        note=desk.make_optional(fields.note, f"source/{fields.id}.note", "note", Marks.CITATIONS),
        at=fields.id.place,
    )


def check_profiles(desk: Desk, profiles: list[Scalar]) -> None:
    """Report profiles that do not exist."""
    for profile in profiles:
        if profile.text not in PROFILES and not profile.excused:
            message = f"there is no profile `{profile}`"
            hints = suggest_or_list(profile, tuple(PROFILES))
            desk.collector.report(UNKNOWN_PROFILE, message, profile.place, *hints)


def _plain(scalar: Scalar | None) -> str | None:
    return None if scalar is None else " ".join(scalar.text.split())
