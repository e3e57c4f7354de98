"""Prepare the page view: masthead, front, sections, sources and colophon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from brief.compose.blocks import BlockWriter
from brief.compose.setting import Compositor
from brief.compose.sources import write_sources
from brief.compose.view import (
    ContentsView,
    FactView,
    HeadingView,
    LineView,
    PageView,
    SectionView,
)
from brief.model.briefing import Author, Briefing
from brief.model.localised import LocalisedBriefing
from brief.model.text import Freshness, Text, plain_text

_ROOMS = ("", "", "many", "wide")  # by the digits of the largest number of a section

_AUTOMATIC = re.compile(r"p[0-9]+\Z")


def write_page(localised: LocalisedBriefing, blocks: BlockWriter, *, contents: bool) -> PageView:
    """Prepare everything that the templates of a design may show."""
    briefing, inline = localised.briefing, blocks.inline
    title = plain_text(briefing.title.spans)
    size = "large" if blocks.compositor.count_lines(title, "title-large") < 1.8 else "small"
    room = _find_room(localised)
    sections = tuple(
        blocks.write_section(section, number, room)
        for number, section in enumerate(briefing.sections, start=1)
    )
    return PageView(
        grid=blocks.compositor.line,
        room=room,
        language=localised.locale.tag,
        direction=localised.locale.direction,
        plain_title=title,
        title=blocks.compositor.write(briefing.title, f"title-{size}"),
        title_size=size,
        running_title=_running_title(briefing, blocks.compositor),
        running_publisher=_running_publisher(briefing, blocks),
        subtitle=blocks.compositor.write_optional(briefing.subtitle, "deck"),
        publisher=inline.write_optional(briefing.publisher.name if briefing.publisher else None),
        series=inline.write_optional(briefing.series.name if briefing.series else None),
        issue=inline.write_words(_issue(localised)),
        footer=_footer(localised),
        state=inline.write_words(_state(localised)),
        marking=write_marking(briefing),
        summary=tuple(_write_line(text, "summary", blocks) for text in briefing.summary),
        key_points=tuple(_write_line(text, "point", blocks) for text in briefing.key_points),
        outline=() if contents else tuple(_outline(briefing, blocks)),
        contents=tuple(_contents(sections, localised, blocks)) if contents else (),
        facts=tuple(_facts(localised, blocks)),
        sections=sections,
        sources=write_sources(briefing, inline, localised.dates),
        colophon=tuple(_colophon(localised, blocks)),
    )


def write_marking(briefing: Briefing) -> str | None:
    """Give the handling marking as it is printed, if there is one."""
    marking = briefing.marking
    return None if marking is None else f"{marking.regime.upper()}:{marking.level}"


def _find_room(localised: LocalisedBriefing) -> str:
    """Name the room that the numbers of sections need; a Han digit takes that of two."""
    digits = len(str(len(localised.briefing.sections))) * (2 if localised.digits.wide else 1)
    return _ROOMS[min(digits, len(_ROOMS) - 1)]


def _running_title(briefing: Briefing, compositor: Compositor) -> str:
    """Give the title for the running head, which is one line: shortened where it is too long."""
    kind = "running-title-marked" if briefing.marking else "running-title"
    title = plain_text((briefing.short_title or briefing.title).spans)
    if compositor.count_lines(title, kind) > 1:
        title = re.split(r":\s|\s[–—]\s", title)[0]
    shown = title
    while compositor.count_lines(shown, kind) > 1 and " " in title:
        title = title.rpartition(" ")[0]
        shown = f"{title} …"
    return shown


def _running_publisher(briefing: Briefing, blocks: BlockWriter) -> Markup | None:
    """Give the publisher for the running head, if its name fits into the margin column."""
    if briefing.publisher is None:
        return None
    name = briefing.publisher.name
    fits = blocks.compositor.count_lines(plain_text(name.spans), "running-publisher") <= 1
    return blocks.inline.write(name) if fits else None


def _issue(localised: LocalisedBriefing) -> str:
    """Give the number of the issue with its date, as in `No. 7 · 19 June 2024`."""
    series = localised.briefing.series
    date = localised.dates["date"]
    if series is None or series.number is None:
        return date
    number = localised.interface.gettext("No. {number}").format(
        number=localised.digits.write(series.number)
    )
    return f"{_bind(number)} · {date}"


def _footer(localised: LocalisedBriefing) -> str:
    series = localised.briefing.series
    if series is None:
        return plain_text((localised.briefing.short_title or localised.briefing.title).spans)
    name = plain_text(series.name.spans)
    if series.number is None:
        return name
    number = localised.interface.gettext("No. {number}").format(
        number=localised.digits.write(series.number)
    )
    return f"{name} {_bind(number)}"


def _state(localised: LocalisedBriefing) -> str:
    """Give the state of knowledge and the edition, as the foot of every page shows them."""
    _ = localised.interface.gettext
    state = _("As of {date}").format(date=localised.dates["date"])
    edition = _("Edition {number}").format(
        number=localised.digits.write(localised.briefing.edition)
    )
    parts = [state, _bind(edition)]
    if localised.locale.tag != localised.original.tag:
        parts.append(_translated_from(localised))
    return " · ".join(parts)


def _translated_from(localised: LocalisedBriefing) -> str:
    return localised.interface.gettext("Translated from {language}").format(
        language=_language_name(localised, localised.original.tag)
    )


def _language_name(localised: LocalisedBriefing, tag: str) -> str:
    return localised.original.name if tag == localised.original.tag else localised.locale.name


def _bind(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _write_line(text: Text, kind: str, blocks: BlockWriter) -> LineView:
    made, planned = blocks.compositor.set_lines(text, kind)
    return LineView(_name_line(text), blocks.inline.write(made), planned)


def _name_line(text: Text) -> str:
    """Give the id of a line: its author's, or the number that its key ends with."""
    _, part, name = text.key.rsplit("/", 2)
    return f"{part}.{name}" if _AUTOMATIC.match(name) else name


def _outline(briefing: Briefing, blocks: BlockWriter) -> Iterator[ContentsView]:
    """List the sections for the side of the panel, if there is one and there are several."""
    if len(briefing.sections) < 2 or not (briefing.summary or briefing.key_points):
        return
    for number, section in enumerate(briefing.sections, start=1):
        title = _without_notes(blocks.compositor.write(section.title, "outline"))
        yield ContentsView(section.id, blocks.inline.digits.write(number), title, 1)


def _contents(
    sections: tuple[SectionView, ...], localised: LocalisedBriefing, blocks: BlockWriter
) -> Iterator[ContentsView]:
    titles = [section.title for section in localised.briefing.sections]
    for section, text in zip(sections, titles, strict=True):
        title = _without_notes(blocks.compositor.write(text, "contents"))
        yield ContentsView(section.id, section.number, title, 1)
        for block in section.opening + section.blocks:
            if isinstance(block, HeadingView) and block.tag == "h3":
                yield ContentsView(block.id, "", _without_notes(block.html), 2)
    if localised.briefing.sources:
        yield ContentsView("sources", "", escape(localised.interface.gettext("Sources")), 1)


def _without_notes(title: Markup) -> Markup:
    """Give a title as words alone, since notes and citations have no place in contents.

    Its line ends go with the tags, since contents are set in another measure.
    """
    return escape(title.striptags()) if "<" in title else title


def _facts(localised: LocalisedBriefing, blocks: BlockWriter) -> Iterator[FactView]:
    _ = localised.interface.gettext
    briefing = localised.briefing
    if briefing.authors:
        lines = tuple(_author(author, blocks) for author in briefing.authors)
        yield FactView(_("Written by"), lines)
    yield FactView(_("As of"), (blocks.inline.write_words(localised.dates["date"]),))
    yield FactView(_("Version"), (escape(_version(localised)),))


def _author(author: Author, blocks: BlockWriter) -> Markup:
    parts = [] if author.name is None else [escape(author.name)]
    if author.unit is not None:
        parts.append(blocks.inline.write(author.unit))
    return escape(blocks.inline.interface.gettext(", ")).join(parts)


def _version(localised: LocalisedBriefing) -> str:
    _ = localised.interface.gettext
    edition = _bind(
        _("Edition {number}").format(number=localised.digits.write(localised.briefing.edition))
    )
    if localised.locale.tag == localised.original.tag:
        return _("{edition}, {language} (original)").format(
            edition=edition, language=localised.locale.name
        )
    return edition + _(", ") + localised.locale.name


def _colophon(localised: LocalisedBriefing, blocks: BlockWriter) -> Iterator[FactView]:
    _ = localised.interface.gettext
    briefing = localised.briefing
    if briefing.publisher:
        publisher = briefing.publisher
        texts: tuple[Text | None, ...] = (publisher.name, publisher.address)
        lines = [blocks.inline.write(text) for text in texts if text is not None]
        if publisher.contact:
            lines.append(escape(publisher.contact))
        yield FactView(_("Publisher"), tuple(lines))
    edition = _("Edition {number}").format(number=localised.digits.write(briefing.edition))
    yield FactView(
        _("State of knowledge"),
        (blocks.inline.write_words(localised.dates["date"]), escape(_bind(edition))),
    )
    yield FactView(_("Language"), tuple(escape(line) for line in _languages(localised)))


def _languages(localised: LocalisedBriefing) -> Iterator[str]:
    _ = localised.interface.gettext
    if localised.locale.tag == localised.original.tag:
        yield _("{language} (original)").format(language=_begin(localised.locale.name))
        return
    yield _begin(localised.locale.name)
    yield _("Original language: {language}").format(language=localised.original.name)
    yield from _freshness(localised)
    if not localised.reviewed:
        yield _("Not yet reviewed by a native reader")


def _begin(name: str) -> str:
    """Give a name as the first word of a line; many languages write theirs with a small letter."""
    return name[:1].upper() + name[1:]


def _freshness(localised: LocalisedBriefing) -> Iterator[str]:
    counts = localised.freshness
    stale, missing = counts.get(Freshness.STALE, 0), counts.get(Freshness.MISSING, 0)
    ngettext, write = localised.interface.ngettext, localised.digits.write
    omitted = counts.get(Freshness.OMITTED, 0)
    if not stale and not missing and not omitted:
        yield localised.interface.gettext("Translation of this edition, complete")
    if missing:
        yield ngettext(
            "{count} passage not translated", "{count} passages not translated", missing
        ).format(count=write(missing))
    if omitted:
        yield ngettext(
            "{count} untranslated passage left out",
            "{count} untranslated passages left out",
            omitted,
        ).format(count=write(omitted))
    if stale:
        yield ngettext(
            "{count} passage from an earlier version",
            "{count} passages from an earlier version",
            stale,
        ).format(count=write(stale))
