"""Word every date of a briefing for one locale."""

from __future__ import annotations

from collections.abc import Iterator

from brief.localise.cldr import load_locale
from brief.localise.dates import word_when
from brief.localise.numbering import find_numbering
from brief.model.briefing import Briefing
from brief.model.dates import When
from brief.model.second_calendar import SecondCalendar
from brief.model.text import plain_text
from brief.model.timeline import Entry, Timeline


def word_dates(briefing: Briefing, tag: str) -> dict[str, str]:
    """Give the worded dates by the key of what they date, as `LocalisedBriefing` describes."""
    worded = {key: word_when(when, tag, calendar) for key, when, calendar in _list_dates(briefing)}
    for timeline in briefing.timelines:
        for entry in _entries(timeline):
            if entry.date_text is not None:
                worded[f"{timeline.id}/{entry.id}"] = plain_text(entry.date_text.spans)
    return worded


def name_months(tag: str) -> tuple[str, ...]:
    """Give the short names of the months by themselves, January first."""
    names = load_locale(tag).months["stand-alone"]["abbreviated"]
    digits = find_numbering(tag).digits
    return tuple(digits.write(names[number]) for number in range(1, 13))


def name_grouping(tag: str) -> str:
    """Give what stands between groups of three figures in a long number."""
    return find_numbering(tag).symbols["group"]


def _list_dates(briefing: Briefing) -> Iterator[tuple[str, When, SecondCalendar | None]]:
    yield "date", briefing.date, None
    for timeline in briefing.timelines:
        if timeline.now is not None:
            yield f"now/{timeline.id}", timeline.now, timeline.calendar
        for entry in _entries(timeline):
            if entry.when is not None:
                yield f"{timeline.id}/{entry.id}", entry.when, timeline.calendar
    for source in briefing.sources:
        if source.date is not None:
            yield f"source/{source.id}", source.date, None
        if source.accessed is not None:
            yield f"accessed/{source.id}", source.accessed, None


def _entries(timeline: Timeline) -> tuple[Entry, ...]:
    return timeline.eras + timeline.spans + timeline.events + timeline.undated
