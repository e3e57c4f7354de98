"""Leave out of a copy what is not translated, so that a whole document remains.

A text that nothing can stand without (a title, a cell, a label) stays in its own language, marked.
What has nothing left goes too: a heading without a body, a list without items, a section without
blocks, a table or figure of which no word is translated, a timeline without entries. Notes go with
their marks, sources with what cited them, and what refers to a thing that is gone says `[…]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brief.diag.collector import Collector
from brief.diag.localise_codes import NOTHING_LEFT, REFERENCE_OMITTED
from brief.localise.omitted_blocks import is_gone, keep_blocks, keep_text, keep_texts
from brief.localise.omitted_entries import keep_timelines
from brief.localise.omitted_marks import Gone, cut_marks, list_cited, list_ids, list_notes
from brief.model.briefing import Author, Briefing, Section
from brief.model.text import Freshness, Text
from brief.model.timeline import Entry
from brief.model.walk import iterate_texts, replace_texts


def leave_out(briefing: Briefing, tag: str, collector: Collector) -> Briefing:
    """Give a briefing without the texts that are marked as omitted; what stays is marked missing.

    References to what is gone are reported, and so is a copy of which no section is left.
    """
    if not any(is_gone(text) for text in iterate_texts(briefing)):
        return briefing
    kept = _keep_rest(_keep_front(briefing), briefing)
    if not kept.sections:
        message = f"nothing is left of the copy in `{tag}`"
        collector.report(NOTHING_LEFT, message, briefing.places.get(f"locales/{tag}"))
    return replace_texts(_close_gaps(briefing, kept, tag, collector), _settle)


def count_omitted(before: Briefing, after: Briefing) -> int:
    """Count the texts that a copy lacks."""
    wanted = {text.key for text in iterate_texts(before) if is_gone(text)}
    return len(wanted - {text.key for text in iterate_texts(after)})


def _keep_front(briefing: Briefing) -> Briefing:
    publisher = briefing.publisher
    if publisher is not None:
        publisher = replace(publisher, address=keep_text(publisher.address))
    return replace(
        briefing,
        subtitle=keep_text(briefing.subtitle),
        short_title=keep_text(briefing.short_title),
        publisher=publisher,
        authors=tuple(map(_keep_author, briefing.authors)),
        keywords=keep_texts(briefing.keywords),
        summary=keep_texts(briefing.summary),
        key_points=keep_texts(briefing.key_points),
        sources=tuple(replace(each, note=keep_text(each.note)) for each in briefing.sources),
    )


def _keep_author(author: Author) -> Author:
    return author if author.name is None else replace(author, unit=keep_text(author.unit))


def _keep_rest(briefing: Briefing, before: Briefing) -> Briefing:
    timelines = keep_timelines(briefing.timelines)
    lost = {each.id for each in before.timelines} - {each.id for each in timelines}
    sections = tuple(_keep_sections(briefing.sections, lost))
    notes = tuple(note for note in briefing.footnotes if not is_gone(note.text))
    return replace(briefing, timelines=timelines, sections=sections, footnotes=notes)


def _keep_sections(sections: tuple[Section, ...], lost: set[str]) -> Iterator[Section]:
    for section in sections:
        blocks = keep_blocks(section.blocks, lost)
        if blocks:
            yield replace(section, blocks=blocks)


def _close_gaps(before: Briefing, kept: Briefing, tag: str, collector: Collector) -> Briefing:
    """Take out the marks, notes and sources that lead to nothing, and lead to nothing any more."""
    ids = list_ids(before) - list_ids(kept)
    notes = {note.id for note in before.footnotes} - {note.id for note in kept.footnotes}
    gone = Gone(frozenset(ids), frozenset(notes))

    def close(text: Text) -> Text:
        made, lost = cut_marks(text, gone)
        for name in lost if not is_gone(text) else ():
            message = f"`{text.key}` refers to `{name}`, which is left out in `{tag}`"
            collector.report(REFERENCE_OMITTED, message, text.place, "translate it")
        return made

    called = list_notes(kept)
    kept = replace(kept, footnotes=tuple(note for note in kept.footnotes if note.id in called))
    kept = _detach_entries(replace_texts(kept, close), ids)
    uncited = list_cited(before) - list_cited(kept)
    sources = tuple(source for source in kept.sources if source.id not in uncited)
    return replace(kept, sources=sources)


def _detach_entries(briefing: Briefing, lost: set[str]) -> Briefing:
    """Let the entries of timelines lead to no passage that is gone."""

    def detach(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(
            replace(entry, passage=None) if entry.passage in lost else entry for entry in entries
        )

    timelines = tuple(
        replace(
            timeline,
            eras=detach(timeline.eras),
            spans=detach(timeline.spans),
            events=detach(timeline.events),
            undated=detach(timeline.undated),
        )
        for timeline in briefing.timelines
    )
    return replace(briefing, timelines=timelines)


def _settle(text: Text) -> Text:
    return replace(text, freshness=Freshness.MISSING) if is_gone(text) else text
