"""Take one timeline out of a briefing, as a briefing that holds nothing else.

Its note and credit may cite sources and refer to sections: the sources come along, references
become words, and nothing leads to a place that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from brief.model.blocks import TimelinePlacement
from brief.model.briefing import Section
from brief.model.localised import LocalisedBriefing
from brief.model.text import (
    Citation,
    Emphasis,
    Foreign,
    Inline,
    Link,
    Reference,
    Str,
    Strong,
    Text,
)
from brief.model.timeline import Timeline
from brief.model.walk import iterate_texts, replace_texts

_ENTRIES = ("eras", "spans", "events", "undated")


def isolate_timeline(
    localised: LocalisedBriefing, name: str, labels: dict[str, str]
) -> LocalisedBriefing:
    """Give a briefing with the timeline `name` alone; `labels` are what references read as."""
    briefing = localised.briefing
    timelines = tuple(_detach(timeline, labels) for timeline in briefing.timelines)
    shown = next(timeline for timeline in timelines if timeline.id == name)
    cited = dict.fromkeys(item for text in iterate_texts(shown) for item in _cited_in(text.spans))
    known = {source.id: source for source in briefing.sources}
    alone = replace(
        briefing,
        summary=(),
        key_points=(),
        footnotes=(),
        sections=(Section(name, shown.title, (TimelinePlacement(name),)),),
        timelines=timelines,
        sources=tuple(known[source] for source in cited if source in known),
    )
    return replace(localised, briefing=alone)


def _detach(timeline: Timeline, labels: dict[str, str]) -> Timeline:
    """Let nothing of a timeline lead elsewhere."""
    bare: dict[str, Any] = {
        group: tuple(replace(entry, sources=(), passage=None) for entry in getattr(timeline, group))
        for group in _ENTRIES
    }

    def cut(text: Text) -> Text:
        return replace(text, spans=tuple(_cut_links(text.spans, labels)))

    return replace_texts(replace(timeline, **bare), cut)


def _cut_links(spans: tuple[Inline, ...], labels: dict[str, str]) -> Iterator[Inline]:
    for span in spans:
        match span:
            case Link(target, children) if target.startswith("#"):
                yield from _cut_links(children, labels)
            case Reference(target):
                yield Str(labels.get(target, target))
            case Emphasis(children) | Strong(children) | Foreign(_, children) | Link(_, children):
                yield replace(span, children=tuple(_cut_links(children, labels)))
            case _:
                yield span


def _cited_in(spans: tuple[Inline, ...]) -> Iterator[str]:
    for span in spans:
        match span:
            case Citation(cited):
                yield from (item.source for item in cited)
            case Emphasis(children) | Strong(children) | Link(_, children) | Foreign(_, children):
                yield from _cited_in(children)
            case _:
                pass
