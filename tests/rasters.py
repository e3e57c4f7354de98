"""Compare pages as they are painted with the same lines shaped and painted by others.

A PDF is painted by pdfium, with its text and without. Beside it, every line is shaped by HarfBuzz
and the outlines, from the font file on disk, are filled by Agg, word for word at the place where
the word begins in the PDF. Extracted text cannot see a wrong glyph, and numbers of glyphs cannot
see a mark that stands beside its letter: here both differ from what they should look like.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import PIL.Image
import PIL.ImageFilter
import pypdfium2
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from brief.build.project import Project
from brief.compose.design import load_design
from brief.localise.typography import load_typography
from tests.glyphs import Found, Line, Match, Shaped, Shaper, match_lines

_SCALE = 300 / 72  # pixels a point
# The part of a glyph's ink that one painter may have where the other has none. They place glyphs
# differently by up to a pixel, which does not count but in strokes that are thinner than that.
_TOLERANCE = 0.25
_LEAST = 12.0  # black pixels; what has fewer is measured as if it had them

Image = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Glyph:
    """An outline on its page, in pixels from the top left, and the part of light it takes."""

    text: str
    ink: float
    outline: Outline

    @cached_property
    def box(self) -> tuple[slice, slice]:
        """The rows and columns of the page where the glyph has ink, with some room."""
        left, top = np.maximum(self.outline.vertices.min(axis=0).astype(int) - 3, 0)
        right, bottom = self.outline.vertices.max(axis=0).astype(int) + 4
        return slice(top, bottom), slice(left, right)


def compare_rasters(path: Path, tag: str, project: Project) -> Found:
    """Compare every glyph of a PDF's lines that are those of HarfBuzz."""
    found = Found()
    tracking = _find_tracking(tag, project)
    matches = [match for match in match_lines(path, tag, project) if match.shaped]
    copies = path.read_bytes(), _strip(path)
    for number, lines in itertools.groupby(matches, key=lambda match: match.page):
        painted, bare = (_paint(data, number) for data in copies)
        glyphs = [glyph for line in lines for glyph in set_line(line, painted.shape[0], tracking)]
        found.lines += len(glyphs)
        for glyph, part in compare_glyphs(glyphs, painted, bare):
            if part > _TOLERANCE:
                found.wrong.append(f"page {number + 1}: {glyph.text}: {part:.0%} differ")
    return found


def compare_glyphs(
    glyphs: list[Glyph], painted: Image, bare: Image
) -> Iterator[tuple[Glyph, float]]:
    """Give the part of each glyph's ink that is missing on the page, or should not be there.

    `bare` is the page without text.
    """
    drawn = _draw(glyphs, painted.shape)
    changed = np.abs(painted - bare)
    wide_changed, wide_drawn = _widen(changed), _widen(drawn)
    for glyph in glyphs:
        box = glyph.box
        contrast = max(abs(glyph.ink - float(bare[box].mean())), 0.1)
        missing = np.clip(drawn[box] - wide_changed[box] / contrast, 0, None).sum()
        foreign = np.clip(changed[box] / contrast - wide_drawn[box], 0, None).sum()
        yield glyph, float((missing + foreign) / max(drawn[box].sum(), _LEAST))


def set_line(match: Match, height: int, tracking: float) -> Iterator[Glyph]:
    """Give the glyphs of a line as HarfBuzz places them, word for word.

    `height` is that of the page in pixels; `tracking` is what titles have between letters.
    """
    line, shaped = match.line, match.shaped
    assert shaped is not None
    space = shaped.shaper.font.get_nominal_glyph(0x20)
    glyphs = shaped.shaper.fold(shaped.glyphs)
    turned = Affine2D().scale(_SCALE, -_SCALE).translate(0, height)
    for blank, numbers in itertools.groupby(range(len(glyphs)), lambda at: glyphs[at] == space):
        word = list(numbers)
        text = "".join(line.texts[word[0] : word[-1] + 1])
        for outline in [] if blank else _set_word(line, shaped, word, tracking):
            if len(outline.vertices):
                yield Glyph(text, line.ink, turned.transform_path(outline))


def _set_word(line: Line, shaped: Shaped, word: list[int], tracking: float) -> Iterator[Outline]:
    """Place the outlines of a word, from where the widest of its glyphs stands in the PDF."""
    along = [0.0, *itertools.accumulate(shaped.advances[at] for at in word)]
    widest = max(range(len(word)), key=lambda at: shaped.advances[word[at]])
    apart = _measure_tracking(line, shaped, word, along)
    extra = min((0.0, tracking), key=lambda choice: abs(choice - apart))
    xs = [x + extra * number for number, x in enumerate(along)]
    first = xs[widest] + shaped.offsets[word[widest]][0]
    start = line.places[word[widest]][0] - line.size * first
    for x, at in zip(xs, word, strict=False):
        right, up = shaped.offsets[at]
        place = Affine2D().scale(line.size)
        place.translate(start + line.size * (x + right), line.baseline + line.size * up)
        yield place.transform_path(_read_outline(shaped.shaper, shaped.glyphs[at]))


def _measure_tracking(line: Line, shaped: Shaped, word: list[int], along: list[float]) -> float:
    """Give what the PDF puts between glyphs, in parts of an em."""
    first, last = word[0], word[-1]
    if first == last:
        return 0.0
    wide = (line.places[last][0] - line.places[first][0]) / line.size
    ours = along[-2] + shaped.offsets[last][0] - shaped.offsets[first][0]
    return (wide - ours) / (last - first)


def _find_tracking(tag: str, project: Project) -> float:
    """Give what our style sheets put between the letters of titles, in parts of an em."""
    tokens = load_design("policy-brief", project.template_folders, project.font_folders).tokens
    script = tokens.scripts.get(load_typography(tag).script, {})
    return float(script.get("tracking", tokens.values["tracking"])["title"])


@cache
def _read_outline(shaper: Shaper, glyph: int) -> Outline:
    """Read the outline of a glyph from its font file, in parts of an em."""
    pen = _Pen()
    shaper.font.draw_glyph_with_pen(glyph, pen)
    points = np.array(pen.points, dtype=float).reshape(-1, 2) / shaper.font.face.upem
    return Outline(points, pen.codes or None)


class _Pen:
    """Takes an outline down, as fontTools' pens are asked to."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []
        self.codes: list[int] = []

    def _take(self, code: int, *points: tuple[float, float]) -> None:
        self.points += points
        self.codes += [code] * len(points)

    def moveTo(self, point: tuple[float, float]) -> None:
        self._take(Outline.MOVETO, point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._take(Outline.LINETO, point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._take(Outline.CURVE3, *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._take(Outline.CURVE4, *points)

    def closePath(self) -> None:
        self._take(Outline.CLOSEPOLY, self.points[-1])


def _strip(path: Path) -> bytes:
    """Give a PDF whose pages draw everything but their text."""
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            rest = [item for item in pikepdf.parse_content_stream(page) if str(item[1]) != "TJ"]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(rest))
        stream = io.BytesIO()
        pdf.save(stream)
    return stream.getvalue()


def _paint(data: bytes, number: int) -> Image:
    """Paint a page with pdfium; gives the part of the light that each pixel takes."""
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[number].render(scale=_SCALE, grayscale=True).to_numpy()
    return 1 - image.reshape(image.shape[:2]) / 255


def _draw(glyphs: list[Glyph], shape: tuple[int, ...]) -> Image:
    """Fill the outlines on an empty page."""
    height, width = shape
    renderer = RendererAgg(width, height, 72)
    context = renderer.new_gc()
    context.set_linewidth(0)
    context.set_snap(False)
    upwards = Affine2D().scale(1, -1).translate(0, height)
    for glyph in glyphs:
        renderer.draw_path(context, glyph.outline, upwards, (0.0, 0.0, 0.0))
    return np.asarray(renderer.buffer_rgba())[..., 3] / 255


def _widen(image: Image) -> Image:
    """Give each pixel the darkest of those around it."""
    grey = PIL.Image.fromarray((image * 255).astype(np.uint8))
    return np.asarray(grey.filter(PIL.ImageFilter.MaxFilter(3))) / 255
