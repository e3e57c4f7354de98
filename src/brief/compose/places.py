"""Lead from the elements of a composition back to the author's text."""

from __future__ import annotations

from brief.compose.numbering import iterate_blocks
from brief.diag.diagnostic import Place
from brief.model.blocks import Heading, Paragraph, Table
from brief.model.briefing import Briefing


def collect_places(briefing: Briefing) -> dict[str, Place]:
    """Give the place of every element that has an id of its own."""
    places: dict[str, Place] = {}
    for section in briefing.sections:
        _add(places, section.id, section.place)
        for block in iterate_blocks(section.blocks):
            match block:
                case Paragraph(name, text) | Heading(name, _, text):
                    _add(places, name, text.place)
                case Table(id=name, rows=rows) if rows and rows[0]:
                    _add(places, name, rows[0][0].place)
                case _:
                    pass
    for source in briefing.sources:
        _add(places, f"source-{source.id}", source.at)
    return places


def _add(places: dict[str, Place], name: str, place: Place | None) -> None:
    if place is not None:
        places.setdefault(name, place)
