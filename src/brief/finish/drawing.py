"""Draw a figure as SVG: what is seen are outlines, what is read, searched and copied is text.

Programs that show SVG take the fonts of the machine, join Arabic letters or do not, and measure
as they like; with outlines, all of them show the figure that was laid out. The words lie over it
as text that nothing paints, and the whole is described for those who do not see it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape

import pikepdf

from brief.finish.content import Glyphs, Path, Shape, read_content
from brief.model.pdf import FinishedFigure, PlacedText

_NAMESPACE = "http://www.w3.org/2000/svg"
_LINKS = "http://www.w3.org/1999/xlink"  # of SVG 1.1: several programs know no other reference


def draw_svg(figure: FinishedFigure, name: str) -> bytes:
    """Draw a figure; `name` begins the ids, so that several can stand in one web page."""
    with pikepdf.open(io.BytesIO(figure.data)) as pdf:
        page = pdf.pages[0]
        width, height = (float(side) * 4 / 3 for side in page.MediaBox[2:])
        writer = _Writer(name)
        painted = [writer.write(item) for item in read_content(page)]
    said = figure.metadata
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _open_svg(width, height, name, said.language),
        f'<title id="{name}-title">{escape(said.title)}</title>',
        f'<desc id="{name}-desc">{escape(said.description)}</desc>',
        f"<defs>{''.join(writer.definitions)}</defs>",
        f'<rect width="{_number(width)}" height="{_number(height)}" fill="#ffffff"/>',
        *filter(None, painted),
        *_write_texts(figure.texts),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _open_svg(width: float, height: float, name: str, language: str) -> str:
    size = f"{_number(width)} {_number(height)}"
    return (
        f'<svg xmlns="{_NAMESPACE}" xmlns:xlink="{_LINKS}" width="{_number(width)}" '
        f'height="{_number(height)}" viewBox="0 0 {size}" lang="{escape(language)}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc">'
    )


class _Writer:
    """Write shapes and glyphs; outlines and clips that come again are written once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._glyphs: dict[tuple[str, int], str] = {}
        self._clips: dict[Path, str] = {}
        self.definitions: list[str] = []

    def write(self, item: Shape | Glyphs) -> str:
        """Write what is painted; blanks are nothing."""
        return self._write_glyphs(item) if isinstance(item, Glyphs) else self._write_shape(item)

    def _write_shape(self, shape: Shape) -> str:
        rule = ' fill-rule="evenodd"' if shape.path.even_odd and shape.fill else ""
        stroke = ""
        if shape.stroke:
            stroke = f' stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"'
        if shape.dash:
            stroke += f' stroke-dasharray="{" ".join(map(_number, shape.dash))}"'
        paint = f' fill="{shape.fill or "none"}"{rule}{stroke}'
        drawn = f'<path d="{_write_path(shape.path)}"{paint}/>'
        for clip in shape.clips:
            drawn = f'<g clip-path="url(#{self._define_clip(clip)})">{drawn}</g>'
        return drawn

    def _write_glyphs(self, glyphs: Glyphs) -> str:
        """Write glyphs as uses of their outlines, which grow upwards in the typeface."""
        uses = []
        for number, x in glyphs.placed:
            if target := self._define_glyph(glyphs, number):
                right = f' x="{x:.5g}"' if x else ""
                uses.append(f'<use xlink:href="#{target}"{right}/>')
        if not uses:
            return ""
        scale = glyphs.size / glyphs.typeface.units
        left, top = map(_number, glyphs.origin)
        place = f"matrix({scale:.6g} 0 0 {-scale:.6g} {left} {top})"
        return f'<g fill="{glyphs.fill}" transform="{place}">{"".join(uses)}</g>'

    def _define_glyph(self, glyphs: Glyphs, number: int) -> str:
        key = (glyphs.typeface.name, number)
        if key not in self._glyphs:
            outline = glyphs.typeface.outline(number)
            target = f"{self._name}-g{len(self._glyphs)}" if outline else ""
            self._glyphs[key] = target
            if outline:
                self.definitions.append(f'<path id="{target}" d="{outline}"/>')
        return self._glyphs[key]

    def _define_clip(self, clip: Path) -> str:
        if clip not in self._clips:
            target = self._clips[clip] = f"{self._name}-c{len(self._clips)}"
            rule = ' clip-rule="evenodd"' if clip.even_odd else ""
            path = f'<path d="{_write_path(clip)}"{rule}/>'
            self.definitions.append(f'<clipPath id="{target}">{path}</clipPath>')
        return self._clips[clip]


def _write_texts(texts: Sequence[PlacedText]) -> Iterator[str]:
    """Write the words where they stand, unpainted, each line as wide as it is drawn."""
    yield '<g fill-opacity="0" font-family="sans-serif" style="white-space:pre">'
    for text in texts:
        rtl = text.direction == "rtl"
        x = text.left + text.width if rtl else text.left
        direction = ' direction="rtl"' if rtl else ""
        yield (
            f'<text x="{_number(x)}" y="{_number(text.baseline)}" font-size="{_number(text.size)}"'
            f' textLength="{_number(text.width)}" lengthAdjust="spacingAndGlyphs"'
            f' lang="{escape(text.language)}"{direction}>{escape(text.text)}</text>'
        )
    yield "</g>"


def _write_path(path: Path) -> str:
    return "".join(
        letter + " ".join(f"{_number(x)} {_number(y)}" for x, y in points)
        for letter, points in path.steps
    )


def _number(value: float) -> str:
    """Write a number with two decimals at most, a hundredth of a pixel."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
