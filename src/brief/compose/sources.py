"""Prepare the list of sources in the order of their numbers.

A line reads author, title, container, place and publisher, date, address: the order that the
numeric styles of ISO 690 share. Titles keep their own language.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from brief.compose.inline import InlineWriter
from brief.compose.view import SourceView
from brief.model.briefing import Briefing, Source


def write_sources(
    briefing: Briefing, inline: InlineWriter, dates: Mapping[str, str]
) -> tuple[SourceView, ...]:
    """Prepare every source of a briefing."""
    numbers = inline.numbering.sources
    ordered = sorted(briefing.sources, key=lambda source: numbers[source.id])
    return tuple(
        SourceView(source.id, numbers[source.id], _write_source(source, inline, dates))
        for source in ordered
    )


def _write_source(source: Source, inline: InlineWriter, dates: Mapping[str, str]) -> Markup:
    head = _title(source)
    if source.authors:
        head = Markup("{}: {}").format("; ".join(source.authors), head)
    parts = [
        part
        for part in (
            Markup("<em>{}</em>").format(source.container) if source.container else None,
            _imprint(source),
            dates.get(f"source/{source.id}"),
        )
        if part
    ]
    line = _end(head)
    if parts:
        line = Markup("{} {}").format(line, _end(Markup(", ").join(parts)))
    if source.note:
        line = Markup("{} {}").format(line, inline.write(source.note))
    if source.url:
        line = Markup("{} {}").format(line, _address(source, inline, dates))
    return line


def _end(sentence: Markup) -> Markup:
    """End a sentence with a full stop unless it ends already."""
    closed = sentence.striptags().endswith((".", "?", "!", "…"))
    return sentence if closed else Markup("{}.").format(sentence)


def _title(source: Source) -> Markup:
    title = source.title.rstrip(".")
    if source.language:
        return Markup('<em lang="{}">{}</em>').format(source.language, title)
    return Markup("<em>{}</em>").format(title)


def _imprint(source: Source) -> str | None:
    parts = [part for part in (source.place, source.publisher) if part]
    return ": ".join(parts) or None


def _address(source: Source, inline: InlineWriter, dates: Mapping[str, str]) -> Markup:
    assert source.url is not None
    shown = source.url.partition("://")[2].rstrip("/")
    link = Markup('<a class="url" href="{}">{}</a>').format(source.url, shown)
    accessed = dates.get(f"accessed/{source.id}")
    if not accessed:
        return link
    return Markup("{} ({})").format(
        link, inline.interface.gettext("accessed {date}").format(date=accessed)
    )
