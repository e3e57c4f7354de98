"""Number what is referred to: sections, figures, tables and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brief.model.blocks import (
    Aside,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    TimelinePlacement,
)
from brief.model.briefing import Briefing
from brief.model.localised import LocalisedBriefing
from brief.model.text import (
    Citation,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Strong,
    Text,
    plain_text,
)
from brief.model.timeline import Timeline
from brief.model.walk import iterate_texts


@dataclass(frozen=True, slots=True)
class Numbering:
    """Labels by id (`Table 1`), the numbers of sources by id, and timelines by id."""

    labels: dict[str, str]
    sources: dict[str, int]
    timelines: dict[str, Timeline]


def number_briefing(localised: LocalisedBriefing) -> Numbering:
    """Number a briefing: sections, figures and tables in order, sources as first cited.

    Headings within sections have no number: their words stand in quotation marks. Timelines count
    as figures. Sources that are never cited follow in the order of the list.
    """
    briefing, interface = localised.briefing, localised.interface
    write = localised.digits.write
    opening, closing = localised.typography.around_titles
    labels: dict[str, str] = {}
    figures = tables = 0
    for position, section in enumerate(briefing.sections, start=1):
        labels[section.id] = interface.gettext("Section {number}").format(number=write(position))
        for block in iterate_blocks(section.blocks):
            match block:
                case Figure(id=name) | TimelinePlacement(timeline=name) if name not in labels:
                    figures += 1
                    labels[name] = interface.gettext("Figure {number}").format(
                        number=write(figures)
                    )
                case Table(id=name) if name not in labels:
                    tables += 1
                    labels[name] = interface.gettext("Table {number}").format(number=write(tables))
                case Heading(id=name, text=text):
                    labels[name] = f"{opening}{plain_text(text.spans)}{closing}"
                case _:
                    pass
    timelines = {timeline.id: timeline for timeline in briefing.timelines}
    for timeline in briefing.timelines:
        if timeline.id in labels:
            labels |= dict.fromkeys(timeline.beside, labels[timeline.id])
    return Numbering(labels, _number_sources(briefing), timelines)


def iterate_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks and all that stands inside them, in document order."""
    for block in blocks:
        yield block
        match block:
            case ListBlock(items=items):
                for item in items:
                    yield from iterate_blocks(item)
            case Quote(blocks=inner) | Aside(blocks=inner):
                yield from iterate_blocks(inner)
            case _:
                pass


def _number_sources(briefing: Briefing) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for name in [*_cited(briefing), *(source.id for source in briefing.sources)]:
        numbers.setdefault(name, len(numbers) + 1)
    return numbers


def _cited(briefing: Briefing) -> Iterator[str]:
    notes = {note.id: note.text for note in briefing.footnotes}
    for part in (briefing.summary, briefing.key_points):
        for text in part:
            yield from _cited_in(text.spans, notes)
    for section in briefing.sections:
        for block in iterate_blocks(section.blocks):
            yield from _cited_in_block(block, briefing, notes)


def _cited_in_block(block: Block, briefing: Briefing, notes: Mapping[str, Text]) -> Iterator[str]:
    match block:
        case Paragraph() | Heading() | Table() | Figure():
            for text in iterate_texts(block):
                yield from _cited_in(text.spans, notes)
        case Quote(attribution=Text(spans=spans)) | Aside(title=Text(spans=spans)):
            yield from _cited_in(spans, notes)
        case TimelinePlacement(timeline):
            for found in briefing.timelines:
                if found.id == timeline:
                    for entry in found.spans + found.events + found.undated:
                        yield from entry.sources
        case _:
            pass


def _cited_in(spans: tuple[Inline, ...], notes: Mapping[str, Text]) -> Iterator[str]:
    """Yield the sources in the order of reading: those of a note where the note is called."""
    for span in spans:
        match span:
            case Citation(cited):
                yield from (item.source for item in cited)
            case FootnoteMark(footnote) if footnote in notes:
                yield from _cited_in(notes[footnote].spans, {})
            case Emphasis(children) | Strong(children) | Link(_, children) | Foreign(_, children):
                yield from _cited_in(children, notes)
            case _:
                pass
