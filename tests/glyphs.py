"""Take the glyphs of a PDF apart, and compare them with those of the font files.

Content streams are read here by themselves: which glyphs of which font stand in a line, and what
they say they are. HarfBuzz is asked what glyphs the words of that line have; the outlines that
are embedded must be those of the file that the glyphs were chosen from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
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
    """Glyphs of one font that are drawn in a row, with the characters that they stand for."""

    font: str
    glyphs: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass
class Found:
    """The lines that were compared, and what is wrong with some."""

    lines: int = 0
    wrong: list[str] = field(default_factory=list)


def compare_glyphs(path: Path, tag: str, project: Project) -> Found:
    """Compare every line of a PDF that has letters in the order of its language."""
    files = {
        face.path: _Shaper(face.path)
        for face in load_design(
            "policy-brief", project.template_folders, project.font_folders
        ).fonts
    }
    found = Found()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            fonts = {name: _Embedded(font) for name, font in page.Resources.Font.items()}
            for line in _read_lines(page, fonts):
                shaper = fonts[line.font].find_origin(files.values())
                if shaper is None:
                    found.wrong.append(f"{line.font}: no file has these outlines")
                    continue
                found.lines += 1
                found.wrong += shaper.compare(line, tag)
    return found


def read_words(path: Path) -> list[str]:
    """Give what structure elements say by themselves, in no order."""
    with pikepdf.open(path) as pdf:
        return [
            str(item.ActualText)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/ActualText" in item and "/S" in item
        ]


class _Embedded:
    """A font of a PDF: its character map and outlines."""

    def __init__(self, font: Any) -> None:
        self.names = _read_names(font.ToUnicode.read_bytes())
        descriptor = font.DescendantFonts[0].FontDescriptor
        file = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
        self._data = file.read_bytes()

    def find_origin(self, shapers: Any) -> _Shaper | None:
        """Give the font file that has the outlines of all glyphs that are embedded."""
        ours = _list_outlines(self._data, tuple(sorted(self.names)))
        return next((shaper for shaper in shapers if shaper.has(ours)), None)


class _Shaper:
    """A font file on disk."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._font = uharfbuzz.Font(uharfbuzz.Face(self._data))

    def has(self, outlines: tuple[tuple[int, str], ...]) -> bool:
        """Tell whether glyphs have these outlines here."""
        return all(
            _list_outlines(self._data, tuple(glyph for glyph, _ in some)) == some
            for some in (outlines[-3:], outlines)
        )

    def compare(self, line: Line, tag: str) -> list[str]:
        """Say what is wrong with a line, if anything."""
        text = "".join(line.texts)
        candidates = [text]
        if tag in ("ar", "he"):
            candidates.append("".join(reversed(line.texts)))
        shaped = (self._shape(words, tag, f) for words in candidates for f in _FEATURES)
        if any(self._fold(glyphs) == self._fold(line.glyphs) for glyphs in shaped):
            return []
        return [f"{text}: {line.glyphs} for {self._shape(candidates[-1], tag, {})}"]

    def _fold(self, glyphs: list[int]) -> list[int]:
        """Take the no-break space for a space: a PDF names both alike."""
        space, bound = (self._font.get_nominal_glyph(code) for code in (0x20, 0xA0))
        return [space if glyph == bound else glyph for glyph in glyphs]

    def _shape(self, text: str, tag: str, features: dict[str, bool]) -> list[int]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = tag
        uharfbuzz.shape(self._font, buffer, features)
        return [info.codepoint for info in buffer.glyph_infos]


def _read_lines(page: Any, fonts: dict[str, _Embedded]) -> Iterator[Line]:
    """Read what the text operators of a page draw, line by line and font by font."""
    line, spans, replaced = Line(""), [], ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BT" | "ET" | "Tf":
                if line.glyphs:
                    yield line
                line = Line(str(operands[0]) if operands else "")
            case "BDC":
                properties = operands[1]
                words = properties.get("/ActualText") if "ActualText" in str(properties) else None
                spans.append((words is not None, len(line.glyphs)))
                replaced = str(words) if words is not None else replaced
            case "BMC":
                spans.append((False, 0))
            case "EMC":
                said, first = spans.pop()
                if said:
                    _replace(line, first, replaced, fonts)
            case "TJ":
                glyphs = _list_glyphs(operands[0])
                line.glyphs += glyphs
                line.texts += [fonts[line.font].names[glyph] for glyph in glyphs]


def _replace(line: Line, first: int, words: str, fonts: dict[str, _Embedded]) -> None:
    """Put the words of marked content in place of the names of its glyphs; fillers are dropped."""
    words = "\u2010" if words == "\u00ad" else words
    spaces = words.count(" ")
    names = [fonts[line.font].names[glyph] for glyph in line.glyphs[first:]]
    if names and names[-1] == " " and names.count(" ") > spaces:
        del line.glyphs[-1]
    line.texts[first:] = [words]
    line.texts += [""] * (len(line.glyphs) - len(line.texts))


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
