"""The outlines of the glyphs that a PDF embeds, as paths of SVG in the units of the typeface."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import uharfbuzz
from pikepdf import Array, Name


@dataclass(slots=True, eq=False)
class Typeface:
    """An embedded typeface; `widths` are those that the PDF declares, by the number of a glyph."""

    name: str
    units: int
    widths: dict[int, float]
    font: Any
    paths: dict[int, str] = field(default_factory=dict)

    def outline(self, number: int) -> str:
        """Give the outline of a glyph, which is empty for a blank."""
        if number not in self.paths:
            steps: list[str] = []
            self.font.draw_glyph(number, _PENS, steps)
            self.paths[number] = "".join(steps)
        return self.paths[number]


def open_typeface(font: Any) -> Typeface:
    """Open a font of a PDF: always a subset whose codes are the numbers of its glyphs."""
    described = font.DescendantFonts[0]
    face = uharfbuzz.Face(described.FontDescriptor.FontFile2.read_bytes())
    name = str(font.BaseFont).lstrip("/")
    return Typeface(name, face.upem, _read_widths(described.get(Name.W, [])), uharfbuzz.Font(face))


def _read_widths(array: Any) -> dict[int, float]:
    """Read widths: a first number with a list, or a first and last number with one for all."""
    widths: dict[int, float] = {}
    items = list(array)
    while items:
        first, after = int(items.pop(0)), items.pop(0)
        if isinstance(after, Array):
            widths |= {first + at: float(width) for at, width in enumerate(after)}
        else:
            width = float(items.pop(0))
            widths |= dict.fromkeys(range(first, int(after) + 1), width)
    return widths


def _step(letter: str, *values: float) -> str:
    return letter + " ".join(f"{value:g}" for value in values)


def _make_pens() -> Any:
    pens = uharfbuzz.DrawFuncs()
    pens.set_move_to_func(lambda x, y, steps: steps.append(_step("M", x, y)))
    pens.set_line_to_func(lambda x, y, steps: steps.append(_step("L", x, y)))
    pens.set_quadratic_to_func(lambda a, b, x, y, steps: steps.append(_step("Q", a, b, x, y)))
    pens.set_cubic_to_func(
        lambda a, b, c, d, x, y, steps: steps.append(_step("C", a, b, c, d, x, y))
    )
    pens.set_close_path_func(lambda steps: steps.append("Z"))
    return pens


_PENS = _make_pens()
