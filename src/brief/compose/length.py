"""Guess how many pages a briefing will take, before it is laid out."""

from __future__ import annotations

from unicodedata import east_asian_width

from brief.compose.numbering import iterate_blocks
from brief.model.blocks import Figure, Table, TimelinePlacement
from brief.model.briefing import Briefing
from brief.model.text import plain_text
from brief.model.walk import iterate_texts

_FIRST_PAGE = 0.75  # what masthead, title and panel take
_CHARACTERS = 2500  # of running text on a page
_WIDE = 3.0  # characters of an alphabet that say as much, and take as much room, as one of Chinese
_SECTION = 0.08  # its head, and what pages lack at their foot because of it
_FIGURE = 0.45
_ROW = 0.03
_SOURCE = 0.045


def guess_pages(briefing: Briefing) -> float:
    """Guess the number of pages of a briefing in our own design, from its length alone."""
    pages = _FIRST_PAGE + _SECTION * len(briefing.sections) + _SOURCE * len(briefing.sources)
    texts = (*briefing.sections, *briefing.footnotes)
    words = (plain_text(text.spans) for part in texts for text in iterate_texts(part))
    pages += sum(map(_measure, words)) / _CHARACTERS
    for section in briefing.sections:
        for block in iterate_blocks(section.blocks):
            match block:
                case Figure() | TimelinePlacement():
                    pages += _FIGURE
                case Table(rows=rows):
                    pages += _ROW * len(rows)
                case _:
                    pass
    return pages


def _measure(text: str) -> float:
    """Count characters, wide ones for as many as take the same room."""
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + (_WIDE - 1) * wide
