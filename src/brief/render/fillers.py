"""Gaps inside words, which readers would take for spaces, filled with a glyph that draws nothing.

Amiri keeps a letter away from the tail of the one before it, and a mark has its origin away from
its letter. Who takes text out of a PDF by the places of glyphs sees a new word there (poppler does
from a gap of 0.04 of the size on). The letter before the gap says what it is by `ActualText`, and
with it stands a space that reaches up to the next letter: what it means is replaced, what it
measures closes the gap, and what is seen does not change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import uharfbuzz

GAP = 30.0  # thousandths of the size, as all lengths here
_UNITS = 1024  # Pango's, in a pixel
_FURTHEST = 700.0
_SEEN = 0.01  # of the size
_HIGH = 6.0  # pixels, 4.5 points


@dataclass(frozen=True, slots=True)
class Filler:
    """A space that ends `reach` from where the next glyph would be without an offset."""

    glyph: int
    width: float
    reach: float

    def write(self) -> str:
        """Give it as a piece of an array of glyphs, which goes on where it had been."""
        return f">{self.width - self.reach:.1f}<{self.glyph:04x}>{self.reach:.1f}<"


class Outline:
    """A font of the document, opened for what the engine does not tell of it."""

    def __init__(self, font: Any) -> None:
        """Open the file of a font."""
        face = uharfbuzz.Face(font.file_content, font.index)
        self._font = uharfbuzz.Font(face)
        self._scale: float = 1000 / face.upem
        self.space: int = self._font.get_nominal_glyph(0x20)

    def measure(self, glyph: int) -> float:
        """Give the advance of a glyph."""
        advance: int = self._font.get_glyph_h_advance(glyph)
        return advance * self._scale

    def measure_ink(self, glyph: int) -> float:
        """Give the height of what a glyph draws."""
        extents = self._font.get_glyph_extents(glyph)
        return abs(extents.height) * self._scale if extents else 0.0

    def map_glyphs(self) -> dict[int, str]:
        """Give the first character of every glyph that has one by itself."""
        codes = sorted(self._font.face.unicodes, reverse=True)
        return {self._font.get_nominal_glyph(code): chr(code) for code in codes}


def measure_rise(glyph: Any, size: float) -> float:
    """Give how far down a glyph is moved, in pixels; what nobody can see is nothing.

    Readers look for another line where a glyph leaves its own, however little it does.
    """
    rise: float = glyph.geometry.y_offset / _UNITS
    return rise if abs(rise) > _SEEN * size else 0.0


def is_raised_mark(glyph: Any, size: float) -> bool:
    """Tell whether a glyph is a mark, which has no width, and moved up or down."""
    return not glyph.geometry.width and measure_rise(glyph, size) != 0.0


def is_high_mark(glyph: Any, size: float, outline: Outline) -> bool:
    """Tell whether PDFium would take a raised mark for a line of its own."""
    return is_raised_mark(glyph, size) and outline.measure_ink(glyph.glyph) / 1000 * size > _HIGH


def list_fillers(
    glyphs: Any, size: float, words: Iterator[tuple[int, int]], outline: Outline
) -> Iterator[tuple[int, Filler]]:
    """List the fillers of a run of glyphs, each with the index of the glyph before it.

    Behind a raised mark stands one in any case: it leads readers back to the line. `words` are
    the first and the last glyph of each word, from left to right.
    """
    if not outline.space:
        return
    width, unit = outline.measure(outline.space), 1000 / _UNITS / size
    for first, last in words:
        for index in range(first, last):
            here, reach = glyphs[index].geometry, glyphs[index + 1].geometry.x_offset * unit
            end = here.x_offset * unit + outline.measure(glyphs[index].glyph)
            gap = here.width * unit + reach - end
            if GAP < gap < _FURTHEST or is_raised_mark(glyphs[index], size):
                yield index, Filler(outline.space, width, reach)
