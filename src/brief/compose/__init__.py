"""The stage `compose`: takes a localised briefing and a design, gives a composition."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from jinja2 import TemplateError

from brief.compose.alone import END, FIGURE, write_alone, write_sheet_size
from brief.compose.back_references import collect_back_references
from brief.compose.blocks import BlockWriter
from brief.compose.coverage import check_coverage
from brief.compose.design import TOKENS
from brief.compose.excerpt import isolate_timeline
from brief.compose.figures import TimelineWriter
from brief.compose.inks import InkMistakeError, read_inks
from brief.compose.inline import InlineWriter
from brief.compose.locale_styles import write_locale_styles
from brief.compose.numbering import number_briefing
from brief.compose.page import write_page
from brief.compose.places import collect_places
from brief.compose.scripts import fit_design
from brief.compose.setting import Compositor
from brief.compose.specimen import write_specimen
from brief.compose.styles import UnknownTokenError, collect_fonts, resolve_styles
from brief.compose.templates import describe_template_error, fill_page
from brief.diag.collector import Collector
from brief.diag.compose_codes import INK_MISTAKE, TEMPLATE_MISTAKE, UNKNOWN_TOKEN
from brief.diag.diagnostic import Place
from brief.model.briefing import Briefing
from brief.model.calendar import civil_day
from brief.model.composition import (
    BASE_URL,
    Attachment,
    Composition,
    Metadata,
    Resource,
    Stylesheet,
)
from brief.model.design import Design
from brief.model.localised import LocalisedBriefing
from brief.model.text import plain_text

PICTURE_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
DEFINITION_TYPES = {
    ".yaml": "text/yaml",
    ".md": "text/markdown",
    ".po": "text/x-gettext-translation",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def compose_briefing(
    localised: LocalisedBriefing,
    design: Design,
    collector: Collector,
    *,
    contents: bool = False,
) -> Composition | None:
    """Compose a briefing as HTML with its styles and figures; `contents` adds a list of contents.

    The result is the same for the same input, and asks for nothing that it does not hold.
    A mistake in the design's files is reported, and nothing is composed.
    """
    with _reported(design, collector):
        fitted = fit_design(design, localised)
        if check_coverage(localised, fitted, design, collector):
            return _compose(localised, design, fitted, collector, contents=contents)
    return None


def compose_specimen(localised: LocalisedBriefing, design: Design) -> Composition | None:
    """Compose a page for a renderer to get ready with, which has the briefing's styles and fonts.

    Nothing is reported: mistakes in the design are met again when the briefing is composed.
    """
    with _reported(design, Collector()):
        fitted = fit_design(design, localised)
        styles = _write_styles(localised, design, fitted)
        return write_specimen(localised.locale.tag, styles, collect_fonts(fitted))
    return None


def compose_figure(
    localised: LocalisedBriefing, design: Design, name: str, collector: Collector
) -> Composition | None:
    """Compose the timeline `name` of a briefing alone, on a page that is cut to it."""
    with _reported(design, collector):
        fitted = fit_design(design, localised)
        if not check_coverage(localised, fitted, design, collector):
            return None
        labels = number_briefing(localised).labels
        alone = isolate_timeline(localised, name, labels)
        return _compose_figure(alone, design, name, collector)
    return None


@contextmanager
def _reported(design: Design, collector: Collector) -> Iterator[None]:
    """Report mistakes in the files of a design."""
    try:
        yield
    except UnknownTokenError as error:
        hint = f"add it to `templates/{design.name}/tokens.toml`"
        collector.report(UNKNOWN_TOKEN, error.message, error.place, hint)
    except InkMistakeError as error:
        place = Place(f"templates/{design.name}/{TOKENS}")
        collector.report(INK_MISTAKE, error.message, place, error.hint)
    except TemplateError as error:
        message, place = describe_template_error(error, design)
        collector.report(TEMPLATE_MISTAKE, message, place)


def _compose(
    localised: LocalisedBriefing,
    general: Design,
    design: Design,
    collector: Collector,
    *,
    contents: bool,
) -> Composition:
    briefing = localised.briefing
    inline = _open_writer(localised)
    compositor = Compositor(design, inline, localised.typography)
    timelines = TimelineWriter(localised, design, inline, compositor, collector)
    pictures = _collect_pictures(briefing)
    addresses = {file: address for file, (address, _) in pictures.items()}
    references = collect_back_references(briefing, inline.numbering.labels)
    blocks = BlockWriter(inline, compositor, addresses, timelines.write, references)
    page = write_page(localised, blocks, contents=contents)
    return Composition(
        html=fill_page(design, page, localised.interface),
        stylesheets=(*_write_styles(localised, general, design), *timelines.stylesheets),
        resources={**collect_fonts(design), **dict(pictures.values())},
        metadata=_describe(localised),
        attachments=_attach(localised),
        places=collect_places(briefing),
        notes=timelines.notes,
        inks=read_inks(design.tokens),
        drawings=timelines.drawings,
    )


def _compose_figure(
    localised: LocalisedBriefing, general: Design, name: str, collector: Collector
) -> Composition:
    design = fit_design(general, localised)
    inline = _open_writer(localised)
    compositor = Compositor(design, inline, localised.typography)
    timelines = TimelineWriter(localised, design, inline, compositor, collector)
    figure = write_alone(localised, inline, timelines.write(name))
    said = _describe(localised)
    return Composition(
        html=fill_page(design, figure, localised.interface, FIGURE),
        stylesheets=(
            *_write_styles(localised, general, design),
            *timelines.stylesheets,
            write_sheet_size(design.tokens, figure.timeline.form),
        ),
        resources=collect_fonts(design),
        metadata=replace(
            said,
            title=figure.plain_title,
            description=timelines.describe(name),
            identifier=f"{said.identifier}/{name}",
        ),
        places=collect_places(localised.briefing),
        cut_below=END,
        inks=read_inks(design.tokens),
        drawings=timelines.drawings,
    )


def _write_styles(
    localised: LocalisedBriefing, general: Design, fitted: Design
) -> tuple[Stylesheet, ...]:
    """Give the style sheets that all pages of a briefing have in common."""
    locale = write_locale_styles(localised, general.tokens.get("family", "sans"))
    return (*resolve_styles(fitted), locale)


def _open_writer(localised: LocalisedBriefing) -> InlineWriter:
    briefing = localised.briefing
    return InlineWriter(
        localised.locale.tag,
        localised.interface,
        number_briefing(localised),
        {note.id: note.text for note in briefing.footnotes},
        keep_all=localised.typography.keep_all,
        small_references=localised.typography.small_references,
        superior=localised.typography.superior,
        digits=localised.digits,
    )


def _collect_pictures(briefing: Briefing) -> dict[str, tuple[str, Resource]]:
    pictures = {}
    for file in briefing.files:
        media_type = PICTURE_TYPES.get(_suffix(file.path))
        if media_type:
            pictures[file.path] = (
                f"{BASE_URL}pictures/{file.path}",
                Resource(file.data, media_type),
            )
    return pictures


def _describe(localised: LocalisedBriefing) -> Metadata:
    briefing = localised.briefing
    authors = [
        author.name or plain_text(author.unit.spans if author.unit else ())
        for author in briefing.authors
    ]
    if not authors and briefing.publisher:
        authors = [plain_text(briefing.publisher.name.spans)]
    return Metadata(
        title=plain_text(briefing.title.spans),
        language=localised.locale.tag,
        date=state_of_knowledge(briefing),
        authors=tuple(authors),
        keywords=tuple(plain_text(keyword.spans) for keyword in briefing.keywords),
        description=" ".join(plain_text(text.spans) for text in briefing.summary),
        identifier=f"{briefing.id}/{briefing.edition}/{localised.locale.tag}",
    )


def state_of_knowledge(briefing: Briefing) -> datetime:
    """Give the briefing's date as midnight in UTC: the only time that a PDF knows."""
    assert briefing.date.first is not None  # a definition's date is a day
    day = civil_day(briefing.date.first)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _attach(localised: LocalisedBriefing) -> tuple[Attachment, ...]:
    briefing = localised.briefing
    wanted = [file for file in briefing.files if _suffix(file.path) in DEFINITION_TYPES]
    wanted += [
        file
        for file in briefing.catalogues
        if PurePosixPath(file.path).stem == localised.locale.tag
    ]
    description = localised.interface.gettext("Source of this document")
    return tuple(
        Attachment(
            file.path.replace("/", "-"),
            file.data,
            DEFINITION_TYPES[_suffix(file.path)],
            description,
        )
        for file in wanted
    )


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
