"""Lay a page on the larger sheet that is printed and cut: boxes, bleed and crop marks.

Boxes are those of ISO 32000-1, 14.11.2: the trim box is the page that readers hold, the bleed box
what is printed around it, the media box the sheet. Marks are drawn on every plate (the colour
`All`), outside the bleed.
"""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Name, Pdf

from brief.finish.separation import make_separation
from brief.model.profile import Profile

_POINT = 72 / 96  # of a CSS pixel
_GAP = 72 / 25.4  # between bleed and mark: 1 mm
_LENGTH = 5 * 72 / 25.4
_WIDTH = 0.25
_PLATE = "/Marks"


def lay_on_sheet(pdf: Pdf, page: Any, profile: Profile) -> None:
    """Set the boxes of a page that was rendered with its slug around it, and draw its marks."""
    media = [float(side) for side in page.MediaBox]
    trim = _grow(media, -profile.slug * _POINT)
    bleed = _grow(trim, profile.bleed * _POINT)
    page.TrimBox, page.BleedBox = _box(trim), _box(bleed)
    page.MediaBox = _box(media)
    for key in (Name.CropBox, Name.ArtBox):
        if key in page:
            del page[key]
    spaces = page.Resources.ColorSpace
    if _PLATE not in spaces:
        spaces[_PLATE] = make_separation(pdf, "All", (1, 1, 1, 1))
    marks = _draw_marks(trim, profile.bleed * _POINT + _GAP)
    page.Contents = Array(
        [pdf.make_stream(b"q"), page.Contents, pdf.make_stream(b"Q\n" + marks.encode())]
    )


def _draw_marks(trim: list[float], distance: float) -> str:
    """Draw two short lines at each corner, in line with the edges along which it is cut."""
    left, bottom, right, top = trim
    lines = []
    for x, outwards in ((left, -1), (right, 1)):
        for y, upwards in ((bottom, -1), (top, 1)):
            near, far = distance, distance + _LENGTH
            lines.append((x + outwards * near, y, x + outwards * far, y))
            lines.append((x, y + upwards * near, x, y + upwards * far))
    drawn = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in lines)
    return f"q {_PLATE} CS 1 SCN {_WIDTH} w [] 0 d {drawn} S Q"


def _grow(box: list[float], by: float) -> list[float]:
    left, bottom, right, top = box
    return [left - by, bottom - by, right + by, top + by]


def _box(sides: list[float]) -> Array:
    return Array([round(side, 3) for side in sides])
