"""Prepare the list of sources in the order of their numbers.

A line reads author, title, container, place and publisher, date, address: the order that the
numeric styles of ISO 690 share. Titles keep their own language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from markupsafe import Markup, escape

from brief.compose.inline import InlineWriter
from brief.compose.view import SourceView
from brief.model.briefing import Briefing, Source
from brief.model.languages import find_direction
from brief.model.text import Text


def write_sources(
    briefing: Briefing, inline: InlineWriter, dates: Mapping[str, str]
) -> tuple[SourceView, ...]:
    """Prepare every source of a briefing."""
    numbers = inline.numbering.sources
    ordered = sorted(briefing.sources, key=lambda source: numbers[source.id])
    own = find_direction(inline.language)
    return tuple(
        SourceView(
            source.id,
            numbers[source.id],
            _write_source(source, inline, dates, against=_direction(source, own) != own),
            None if (direction := _direction(source, own)) == own else direction,
        )
        for source in ordered
    )


def _direction(source: Source, own: str) -> str:
    """Give the direction of a source's title by its language or its first letter."""
    if source.language:
        return find_direction(source.language)
    strong = (unicodedata.bidirectional(char) for char in source.title)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), None)
    return own if first is None else "ltr" if first == "L" else "rtl"


def _write_source(
    source: Source, inline: InlineWriter, dates: Mapping[str, str], *, against: bool
) -> Markup:
    """Write a source; one `against` our direction is written in its own, with our words apart."""
    ours = source.language in (None, inline.language) and not against
    head = _title(source)
    if source.authors:
        between = inline.interface.gettext("; ") if ours else "; "
        head = Markup("{}: {}").format(between.join(source.authors), head)
    date = inline.write_words(dates.get(f"source/{source.id}", ""))
    parts = [
        part
        for part in (
            _emphasise(source.container, source) if source.container else None,
            _imprint(source),
            inline.keep_apart(date) if date and against else date,
        )
        if part
    ]
    line = _end(head)
    if parts:
        comma = escape(inline.interface.gettext(", ") if ours else ", ")
        line = Markup("{} {}").format(line, _end(comma.join(parts)))
    if source.note:
        line = Markup("{} {}").format(line, _note(source.note, inline, against=against))
    if source.url:
        line = Markup("{} {}").format(line, _address(source, inline, dates, against=against))
    return line


def _end(sentence: Markup) -> Markup:
    """End a sentence with a full stop unless it ends already."""
    closed = sentence.striptags().endswith((".", "?", "!", "…"))
    return sentence if closed else Markup("{}.").format(sentence)


def _title(source: Source) -> Markup:
    return _emphasise(source.title.rstrip("."), source)


def _emphasise(title: str, source: Source) -> Markup:
    """Write a title in the language of its source, which may have italics where ours has none."""
    if source.language:
        return Markup('<em lang="{}">{}</em>').format(source.language, title)
    return Markup("<em>{}</em>").format(title)


def _imprint(source: Source) -> str | None:
    parts = [part for part in (source.place, source.publisher) if part]
    return ": ".join(parts) or None


def _note(note: Text, inline: InlineWriter, *, against: bool) -> Markup:
    """Write a remark in our language; among words of the other direction it keeps its full stop."""
    written = inline.write(note)
    plain = "<" not in written and note.language == inline.language
    return inline.keep_apart(written) if against and plain else written


def _address(
    source: Source, inline: InlineWriter, dates: Mapping[str, str], *, against: bool
) -> Markup:
    assert source.url is not None
    shown = source.url.partition("://")[2].rstrip("/")
    link = Markup('<a class="url" href="{}">{}</a>').format(source.url, shown)
    accessed = dates.get(f"accessed/{source.id}")
    if source.accessed is None or not accessed:
        return link
    gettext, is_day = inline.interface.gettext, source.accessed.is_day
    pattern = gettext("accessed {date}") if is_day else gettext("accessed in {date}")
    said = inline.write_words(pattern.format(date=accessed))
    brackets = escape(gettext("{title} ({date})"))
    return brackets.format(title=link, date=inline.keep_apart(said) if against else said)
