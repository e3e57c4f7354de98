"""Put a briefing together from its validated fields.

Declared figures, tables and timelines come first, since texts place them; references are
checked last, when all ids are known.
"""

from __future__ import annotations

from pathlib import Path

from brief.define.check import check_uses
from brief.define.desk import Desk
from brief.define.elements import declare_figure, declare_table
from brief.define.fields import BriefingFields
from brief.define.front import (
    check_profiles,
    make_authors,
    make_key_points,
    make_keywords,
    make_marking,
    make_publisher,
    make_series,
    make_source,
    make_summary,
)
from brief.define.policies import check_locales, find_tag, make_digits, make_policies
from brief.define.register import Register, refuse_reserved
from brief.define.sections import make_section
from brief.define.timeline_layout import check_beside
from brief.define.timelines import make_timeline
from brief.diag.collector import Collector
from brief.diag.define_codes import EMPTY_FIELD, ID_NOT_FOLDER
from brief.diag.diagnostic import Place
from brief.model.briefing import Briefing, DefinitionFile

DESIGN = "policy-brief"
PROFILE = "digital"


def parse_briefing(
    fields: BriefingFields,
    folder: Path,
    shown: str,
    files: dict[str, bytes],
    catalogues: tuple[DefinitionFile, ...],
    collector: Collector,
) -> Briefing:
    """Make the briefing; what is wrong with its texts and references is reported.

    `files` are those that have been read so far, by their path in the folder.
    """
    desk = Desk(
        briefing=fields.id.text,
        language=fields.language.text,
        folder=folder,
        shown=shown,
        collector=collector,
        elements=Register(collector),
        files=files,
    )
    _check_choices(desk, fields)
    sources = Register(collector)
    for source in fields.sources:
        sources.declare(source.id.text, "source", source.id.place)
    made = _make_briefing(desk, fields, catalogues)
    check_uses(desk, sources, translated=bool(fields.locales))
    return made


def _make_briefing(
    desk: Desk, fields: BriefingFields, catalogues: tuple[DefinitionFile, ...]
) -> Briefing:
    title = desk.make_field(fields.title, "title", "title")
    subtitle = desk.make_optional(fields.subtitle, "subtitle", "subtitle")
    short_title = desk.make_optional(fields.short_title, "short-title", "title")
    _declare_elements(desk, fields)
    timelines = tuple(make_timeline(desk, name, each) for name, each in fields.timelines.items())
    check_beside(desk, fields.timelines)
    policies = make_policies(fields)
    return Briefing(
        id=desk.briefing,
        language=desk.language,
        title=title,
        date=fields.date.when,
        folder=desk.shown,
        subtitle=subtitle,
        short_title=short_title,
        publisher=make_publisher(desk, fields),
        series=make_series(desk, fields),
        edition=fields.edition,
        authors=make_authors(desk, fields),
        keywords=make_keywords(desk, fields),
        marking=make_marking(desk, fields.marking),
        summary=make_summary(desk, fields),
        key_points=make_key_points(desk, fields),
        sections=tuple(make_section(desk, section) for section in fields.sections),
        footnotes=tuple(desk.footnotes),
        timelines=timelines,
        sources=tuple(make_source(desk, source) for source in fields.sources),
        design=fields.design.text if fields.design else DESIGN,
        profiles=tuple(dict.fromkeys(item.text for item in fields.profiles)) or (PROFILE,),
        locales=tuple(policies),
        policies=policies,
        digits=make_digits(fields),
        files=tuple(DefinitionFile(path, data) for path, data in desk.files.items()),
        catalogues=catalogues,
        places=_find_places(fields),
    )


def _find_places(fields: BriefingFields) -> dict[str, Place]:
    """Tell where the definition chooses its language, design, locales and profiles."""
    found = {"language": fields.language.place}
    if fields.design is not None:
        found["design"] = fields.design.place
    found |= {f"locales/{tag}": tag.place for tag in map(find_tag, fields.locales)}
    return found | {f"profiles/{name}": name.place for name in fields.profiles}


def _declare_elements(desk: Desk, fields: BriefingFields) -> None:
    for name in (*fields.figures, *fields.tables, *fields.timelines):
        refuse_reserved(name.text, name.place, desk.collector)
    for name, figure in fields.figures.items():
        declare_figure(desk, name, figure)
    for name, table in fields.tables.items():
        declare_table(desk, name, table)


def _check_choices(desk: Desk, fields: BriefingFields) -> None:
    check_profiles(desk, fields.profiles)
    check_locales(desk, fields)
    wanted = desk.folder.name
    if fields.id.text != wanted and not fields.id.excused:
        message = f"the id is `{fields.id}`, but the folder is called `{wanted}`"
        hint = f"write `id: {wanted}`, or rename the folder"
        desk.collector.report(ID_NOT_FOLDER, message, fields.id.place, hint)
    if not fields.sections:
        hint = "write at least one section"
        desk.collector.report(EMPTY_FIELD, "the briefing has no sections", fields.id.place, hint)
