"""Find what texts lead to, and take out the marks that lead to what is not there any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from brief.model.blocks import Aside, Block, ListBlock, Quote, TimelinePlacement
from brief.model.briefing import Briefing
from brief.model.text import (
    Citation,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Reference,
    Str,
    Strong,
    Text,
)
from brief.model.walk import iterate_texts

OMITTED = "[…]"


@dataclass(frozen=True, slots=True)
class Gone:
    """The ids and the footnotes that a copy has not."""

    ids: frozenset[str]
    notes: frozenset[str]


def list_ids(briefing: Briefing) -> set[str]:
    """List the ids that texts and timelines can lead to."""
    ids = {text.key.rpartition("/")[2] for text in briefing.summary + briefing.key_points}
    for section in briefing.sections:
        ids |= {section.id, *_block_ids(section.blocks)}
    for timeline in briefing.timelines:
        ids.add(timeline.id)
        for entry in timeline.eras + timeline.spans + timeline.events + timeline.undated:
            ids.add(f"{timeline.id}-{entry.id}")
    return ids


def list_notes(briefing: Briefing) -> set[str]:
    """List the footnotes that texts call."""
    texts = iterate_texts(briefing)
    spans = (span for text in texts for span in _flatten(text.spans))
    return {span.footnote for span in spans if isinstance(span, FootnoteMark)}


def list_cited(briefing: Briefing) -> set[str]:
    """List the sources that texts and entries rest on."""
    found: set[str] = set()
    for text in iterate_texts(briefing):
        for span in _flatten(text.spans):
            if isinstance(span, Citation):
                found |= {item.source for item in span.cited}
    for timeline in briefing.timelines:
        for entry in timeline.eras + timeline.spans + timeline.events + timeline.undated:
            found |= set(entry.sources)
    return found


def cut_marks(text: Text, gone: Gone) -> tuple[Text, tuple[str, ...]]:
    """Give a text in which nothing leads to what is gone, and the ids that it led to."""
    lost: list[str] = []
    spans = tuple(_cut(text.spans, gone, lost))
    return (text if spans == text.spans else replace(text, spans=spans)), tuple(lost)


def _cut(spans: tuple[Inline, ...], gone: Gone, lost: list[str]) -> Iterator[Inline]:
    for span in spans:
        match span:
            case FootnoteMark(footnote) if footnote in gone.notes:
                continue
            case Reference(target) if target in gone.ids:
                lost.append(target)
                yield Str(OMITTED)
            case Link(target, children) if target.startswith("#") and target[1:] in gone.ids:
                lost.append(target[1:])
                yield from _cut(children, gone, lost)
            case Emphasis(children) | Strong(children) | Foreign(_, children) | Link(_, children):
                yield replace(span, children=tuple(_cut(children, gone, lost)))
            case _:
                yield span


def _flatten(spans: tuple[Inline, ...]) -> Iterator[Inline]:
    for span in spans:
        yield span
        match span:
            case Emphasis(children) | Strong(children) | Foreign(_, children) | Link(_, children):
                yield from _flatten(children)
            case _:
                pass


def _block_ids(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, TimelinePlacement):
            yield block.id
        match block:
            case ListBlock(items=items):
                for item in items:
                    yield from _block_ids(item)
            case Quote(blocks=inner) | Aside(blocks=inner):
                yield from _block_ids(inner)
            case _:
                pass
