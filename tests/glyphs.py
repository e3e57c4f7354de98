"""Take the glyphs of a PDF apart, and compare them with those of the font files.

Content streams are read here by themselves: which glyphs of which font stand in a line, and what
they say they are. HarfBuzz is asked what glyphs the words of that line have; the outlines that
are embedded must be those of the file that the glyphs were chosen from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import uharfbuzz
from fontTools.pens.recordingPen import RecordingPen

from brief.build.project import Project
from brief.compose.design import load_design

# What our style sheets switch on; tracking switches ligatures off.
_FEATURES: tuple[dict[str, bool], ...] = (
    {},
    {"onum": True, "pnum": True},
    {"lnum": True},
    {"lnum": True, "tnum": True},
    {"liga": False, "clig": False},
    {"lnum": True, "liga": False, "clig": False},
    {"sups": True},
)


@dataclass
class Line:
    """Glyphs of one font that are drawn in a row, with the characters that they stand for.

    `places` are their origins on the page, `baseline` is the height of their line and `size` that
    of the font, in points; `ink` is the part of the light that the colour takes, from 0 to 1.
    """

    font: str
    size: float = 0.0
    baseline: float = 0.0
    ink: float = 1.0
    glyphs: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    places: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True)
class Shaped:
    """What HarfBuzz makes of a line, from left to right, in parts of an em.

    Each glyph has its advance and its offset from where the advances lead.
    """

    shaper: Shaper
    glyphs: list[int]
    advances: list[float]
    offsets: list[tuple[float, float]]


@dataclass(frozen=True)
class Match:
    """A line of a page, and the same line shaped by HarfBuzz."""

    page: int
    line: Line
    shaped: Shaped | None
    fault: str = ""


@dataclass
class Found:
    """The lines that were compared, and what is wrong with some."""

    lines: int = 0
    wrong: list[str] = field(default_factory=list)


def compare_glyphs(path: Path, tag: str, project: Project) -> Found:
    """Compare every line of a PDF that has letters in the order of its language."""
    found = Found()
    for match in match_lines(path, tag, project):
        found.lines += 1
        if match.shaped is None:
            found.wrong.append(match.fault)
    return found


def match_lines(path: Path, tag: str, project: Project) -> Iterator[Match]:
    """Shape every line of a PDF again, from the font file that its glyphs were taken from."""
    files = {
        face.path: Shaper(face.path)
        for face in load_design(
            "policy-brief", project.template_folders, project.font_folders
        ).fonts
    }
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages):
            fonts = {name: _Embedded(font) for name, font in page.Resources.Font.items()}
            for line in _Reader(fonts).read(page):
                shaper = fonts[line.font].find_origin(files.values())
                if shaper is None:
                    yield Match(number, line, None, f"{line.font}: no file has these outlines")
                else:
                    yield shaper.match(number, line, tag)


def read_words(path: Path) -> list[str]:
    """Give what structure elements say by themselves, in no order."""
    with pikepdf.open(path) as pdf:
        return [
            str(item.ActualText)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/ActualText" in item and "/S" in item
        ]


class _Embedded:
    """A font of a PDF: its character map, widths and outlines."""

    def __init__(self, font: Any) -> None:
        self.names = _read_names(font.ToUnicode.read_bytes())
        self.widths = _read_widths(font.DescendantFonts[0])
        descriptor = font.DescendantFonts[0].FontDescriptor
        file = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
        self._data = file.read_bytes()

    def find_origin(self, shapers: Iterable[Shaper]) -> Shaper | None:
        """Give the font file that has the outlines of all glyphs that are embedded."""
        ours = _list_outlines(self._data, tuple(sorted(self.names)))
        return next((shaper for shaper in shapers if shaper.has(ours)), None)


class Shaper:
    """A font file on disk."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self.font = uharfbuzz.Font(uharfbuzz.Face(self._data))
        self._em = self.font.face.upem

    def has(self, outlines: tuple[tuple[int, str], ...]) -> bool:
        """Tell whether glyphs have these outlines here."""
        return all(
            _list_outlines(self._data, tuple(glyph for glyph, _ in some)) == some
            for some in (outlines[-3:], outlines)
        )

    def match(self, page: int, line: Line, tag: str) -> Match:
        """Give the line as HarfBuzz shapes it, or say what is wrong with it."""
        text = "".join(line.texts)
        candidates = [(text, tag, "")]
        if tag in ("ar", "he"):
            candidates += [(text, tag, "rtl"), ("".join(reversed(line.texts)), tag, "rtl")]
        if tag == "ko":  # Latin words, which Pango takes for those of a language with that script
            candidates.append((text, "en", ""))
        for words, language, direction in candidates:
            for features in _FEATURES:
                shaped = self._shape(words, language, direction, features)
                if self.fold(shaped.glyphs) == self.fold(line.glyphs):
                    return Match(page, line, shaped)
        wanted = self._shape(*candidates[-1], {}).glyphs
        return Match(page, line, None, f"{text}: {line.glyphs} for {wanted}")

    def fold(self, glyphs: list[int]) -> list[int]:
        """Take the no-break space for a space: a PDF names both alike."""
        space, bound = (self.font.get_nominal_glyph(code) for code in (0x20, 0xA0))
        return [space if glyph == bound else glyph for glyph in glyphs]

    def _shape(self, text: str, language: str, direction: str, features: dict[str, bool]) -> Shaped:
        """Shape a text; without a direction, in that of its script."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if direction:
            buffer.direction = direction
        buffer.language = language
        uharfbuzz.shape(self.font, buffer, features)
        places = buffer.glyph_positions
        return Shaped(
            self,
            [info.codepoint for info in buffer.glyph_infos],
            [place.x_advance / self._em for place in places],
            [(place.x_offset / self._em, place.y_offset / self._em) for place in places],
        )


class _Reader:
    """Reads what the text operators of a page draw, line by line and font by font.

    Pages turn coordinates over once and scale them; text turns them back. Whatever else would
    move text is not expected, and an error.
    """

    def __init__(self, fonts: dict[str, _Embedded]) -> None:
        self._fonts = fonts
        self._matrix, self._ink = pikepdf.Matrix(), 1.0
        self._saved: list[tuple[pikepdf.Matrix, float]] = []
        self._text = pikepdf.Matrix()
        self._along = self._rise = 0.0
        self._line = Line("")

    def read(self, page: Any) -> Iterator[Line]:
        spans: list[tuple[str | None, int]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BT" | "ET" | "Tf":
                    if self._line.glyphs:
                        yield self._line
                    self._start(str(operator), operands)
                case "BDC":
                    properties = operands[1]
                    said = "ActualText" in str(properties)
                    words = str(properties.get("/ActualText")) if said else None
                    spans.append((words, len(self._line.glyphs)))
                case "BMC":
                    spans.append((None, 0))
                case "EMC":
                    words, first = spans.pop()
                    if words is not None:
                        _replace(self._line, first, words, self._fonts)
                case "TJ":
                    self._draw(operands[0])
                case other:
                    self._set(other, operands)

    def _set(self, operator: str, operands: Any) -> None:
        match operator:
            case "q":
                self._saved.append((self._matrix, self._ink))
            case "Q":
                self._matrix, self._ink = self._saved.pop()
            case "cm":
                self._matrix = pikepdf.Matrix(*map(float, operands)) @ self._matrix
            case "rg":
                red, green, blue = map(float, operands)
                self._ink = 1 - (0.299 * red + 0.587 * green + 0.114 * blue)
            case "Tm":
                self._text, self._along = pikepdf.Matrix(*map(float, operands)), 0.0
            case "Ts":
                self._rise = float(operands[0])
            case "Td" | "TD" | "T*" | "Tc" | "Tw" | "Tz" | "Tj" | "'" | '"':
                raise AssertionError(f"{operator} is not expected")

    def _start(self, operator: str, operands: Any) -> None:
        if operator == "BT":
            self._text, self._along = pikepdf.Matrix(), 0.0
        if operator == "Tf":
            upright = self._text @ self._matrix
            self._line = Line(str(operands[0]), float(operands[1]) * upright.a, upright.f)
        else:
            self._line = Line("")

    def _draw(self, array: Any) -> None:
        line, font = self._line, self._fonts[self._line.font]
        matrix = self._text @ self._matrix
        assert matrix.a == pytest.approx(matrix.d) and matrix.b == matrix.c == 0, "upright text"
        size = line.size / matrix.a
        for item in array:
            if not isinstance(item, pikepdf.String):
                self._along -= float(item) / 1000 * size
                continue
            for glyph in _list_glyphs([item]):
                line.glyphs.append(glyph)
                line.texts.append(font.names[glyph])
                line.places.append(matrix.transform((self._along, self._rise)))
                self._along += font.widths.get(glyph, 0.0) / 1000 * size
        line.ink = self._ink


def _replace(line: Line, first: int, words: str, fonts: dict[str, _Embedded]) -> None:
    """Put the words of marked content in place of the names of its glyphs; fillers are dropped."""
    words = "\u2010" if words == "\u00ad" else words
    spaces = words.count(" ")
    names = [fonts[line.font].names[glyph] for glyph in line.glyphs[first:]]
    if names and names[-1] == " " and names.count(" ") > spaces:
        del line.glyphs[-1], line.places[-1]
    line.texts[first:] = [words]
    line.texts += [""] * (len(line.glyphs) - len(line.texts))


def _read_widths(font: Any) -> dict[int, float]:
    """Read `W`, in thousandths of an em: a first glyph and widths, or a range and its width."""
    widths: dict[int, float] = {}
    rows = list(font.W)
    while rows:
        first = int(rows.pop(0))
        if isinstance(rows[0], pikepdf.Array):
            widths |= {first + at: float(width) for at, width in enumerate(rows.pop(0))}
        else:
            last, width = int(rows.pop(0)), float(rows.pop(0))
            widths |= dict.fromkeys(range(first, last + 1), width)
    return widths


def _list_glyphs(array: Any) -> list[int]:
    data = b"".join(bytes(item) for item in array if isinstance(item, pikepdf.String))
    return [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]


def _read_names(cmap: bytes) -> dict[int, str]:
    names: dict[int, str] = {}
    for row in cmap.partition(b"beginbfchar")[2].splitlines():
        parts = row.split()
        if len(parts) == 2 and all(part.startswith(b"<") for part in parts):
            code, text = (bytes.fromhex(part.strip(b"<>").decode()) for part in parts)
            # Lam with alif is named as one character, the form in which they are drawn together.
            names[int.from_bytes(code, "big")] = re.sub(
                "[\ufb50-\ufeff]",
                lambda form: unicodedata.normalize("NFKC", form[0]),
                text.decode("utf-16-be"),
            )
    return names


@lru_cache(maxsize=256)
def _list_outlines(data: bytes, glyphs: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    """Give the outlines of glyphs as drawing commands, components taken apart."""
    font = _open(data)
    found = []
    for glyph in glyphs:
        pen = RecordingPen()
        font.draw_glyph_with_pen(glyph, pen)
        found.append((glyph, str(pen.value)))
    return tuple(found)


@lru_cache(maxsize=64)
def _open(data: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(data))
