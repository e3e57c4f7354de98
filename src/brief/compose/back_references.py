"""Which blocks refer back to a figure: those that entries of its timeline rest on."""

from __future__ import annotations

from collections.abc import Mapping

from brief.compose.numbering import iterate_blocks
from brief.model.blocks import Block, TimelinePlacement
from brief.model.briefing import Briefing, Section
from brief.model.timeline import Timeline


def collect_back_references(
    briefing: Briefing, labels: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Lead from the ids of passages to the timelines that rest on them and are shown."""
    found: dict[str, list[str]] = {}
    for timeline in briefing.timelines:
        if timeline.back_references and timeline.id in labels:
            for passage in _list_passages(timeline):
                found.setdefault(passage, []).append(timeline.id)
    return {passage: tuple(names) for passage, names in found.items()}


def find_timelines(
    section: Section, number: int, references: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Give the timelines that a block of a section refers back to, each once.

    What stands inside a list or quotation refers from beside the whole of it, and the section
    itself from beside its first block.
    """
    names = [_id_of(block) for block in iterate_blocks((section.blocks[number],))]
    if number == 0:
        names.insert(0, section.id)
    return tuple(dict.fromkeys(target for name in names for target in references.get(name, ())))


def _list_passages(timeline: Timeline) -> list[str]:
    entries = (*timeline.eras, *timeline.spans, *timeline.events, *timeline.undated)
    return list(dict.fromkeys(entry.passage for entry in entries if entry.passage is not None))


def _id_of(block: Block) -> str:
    return block.timeline if isinstance(block, TimelinePlacement) else block.id
