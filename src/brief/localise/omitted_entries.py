"""Tell which timelines, and which of their entries, stay when untranslated texts are left out."""

from __future__ import annotations

from dataclasses import replace

from brief.localise.omitted_blocks import is_gone, keep_text
from brief.model.timeline import Entry, Timeline


def keep_timelines(timelines: tuple[Timeline, ...]) -> tuple[Timeline, ...]:
    """Give the timelines that stay, with the entries that do.

    A timeline that has lost all its entries but eras goes, also where another is drawn beside it.
    """
    kept = [keep for each in timelines if (keep := _keep_timeline(each)) is not None]
    known = {timeline.id for timeline in kept}
    return tuple(
        replace(each, beside=tuple(name for name in each.beside if name in known)) for each in kept
    )


def _keep_timeline(timeline: Timeline) -> Timeline | None:
    made = replace(
        timeline,
        subtitle=keep_text(timeline.subtitle),
        note=keep_text(timeline.note),
        credit=keep_text(timeline.credit),
        eras=_keep_entries(timeline.eras),
        spans=_keep_entries(timeline.spans),
        events=_keep_entries(timeline.events),
        undated=_keep_entries(timeline.undated),
    )
    before, after = _list_entries(timeline), _list_entries(made)
    if before and not after:
        return None
    unused = {entry.category for entry in before} - {entry.category for entry in after}
    absent = {entry.actor for entry in before} - {entry.actor for entry in after}
    return replace(
        made,
        categories=tuple(each for each in made.categories if each.id not in unused),
        actors=tuple(each for each in made.actors if each.id not in absent),
    )


def _list_entries(timeline: Timeline) -> tuple[Entry, ...]:
    return timeline.spans + timeline.events + timeline.undated


def _keep_entries(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give the entries whose title stays; a short title or worded date falls back on the rule."""
    return tuple(
        replace(entry, short=keep_text(entry.short), date_text=keep_text(entry.date_text))
        for entry in entries
        if not is_gone(entry.title)
    )
