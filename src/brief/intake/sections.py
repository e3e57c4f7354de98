"""Part a document into the sections of a definition: what stands under its highest headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief.model.document import Document, Head, Para, Part, Spans
from brief.model.text import Str


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, whether that is only the document's title again, and its parts.

    The headings inside begin at level 2 and leave out no level.
    """

    title: Spans
    repeated: bool
    parts: tuple[Part, ...]


def part_sections(document: Document) -> tuple[Section, ...]:
    """Part a document; what stands before its first heading is a section under its title."""
    parts = list(document.parts)
    tops = [part.level for part in parts if isinstance(part, Head)]
    top = min(tops, default=0)
    sections: list[Section] = []
    title: Spans | None = None
    inside: list[Part] = []

    def end_section() -> None:
        if title is not None or inside:
            shown = title if title is not None else (Str(document.title),)
            sections.append(Section(shown, title is None, tuple(_lower(inside))))
        inside.clear()

    for part in parts:
        if isinstance(part, Head) and part.level == top:
            end_section()
            title = part.spans
        else:
            inside.append(part)
    end_section()
    return _join_empty(sections)


def _join_empty(sections: list[Section]) -> tuple[Section, ...]:
    """Let headings with nothing below them be paragraphs at the end of the section before."""
    joined: list[Section] = []
    for section in sections:
        if section.parts or not joined:
            joined.append(section)
            continue
        last = joined[-1]
        joined[-1] = replace(last, parts=(*last.parts, Para(section.title)))
    first = joined[0] if joined else None
    if first is not None and not first.parts:
        parts: tuple[Part, ...] = (Para(first.title),)
        if len(joined) > 1:
            joined[:2] = [replace(joined[1], parts=(*parts, *joined[1].parts))]
        else:
            joined[0] = replace(first, parts=parts)
    return tuple(joined)


def _lower(parts: Sequence[Part]) -> list[Part]:
    """Give the headings inside a section levels from 2 on, without gaps."""
    made: list[Part] = []
    above: list[int] = []
    for part in parts:
        if isinstance(part, Head):
            while above and above[-1] >= part.level:
                above.pop()
            above.append(part.level)
            made.append(replace(part, level=min(len(above) + 1, 6)))
        else:
            made.append(part)
    return made
