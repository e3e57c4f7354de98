"""Measure text with the very font files that the page embeds.

Widths come from HarfBuzz, which the renderer uses too, so that lines planned here break there
at the same places. Lengths are CSS pixels; a width is shaped once per string at 1000 units.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz

from brief.model.design import FontFace

_INVISIBLE = frozenset("\u00ad\u034f\u2060\ufeff\t\n\r")


class MissingFontError(LookupError):
    """A style names a typeface that is not among the fonts."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run of text is set; `families` are tried in their order, character by character.

    `features` are OpenType features to switch on, such as `onum`, `lnum`, `tnum`, `sups`.
    """

    families: tuple[str, ...]
    size: float
    weight: int = 400
    slant: str = "normal"
    features: tuple[str, ...] = ()


def list_families(value: str) -> tuple[str, ...]:
    """Read the families of a CSS `font-family` value."""
    return tuple(name.strip().strip("\"'") for name in value.split(",") if name.strip())


class TextMeasure:
    """Measure text of one language with a set of fonts; what was shaped once is remembered."""

    def __init__(self, fonts: tuple[FontFace, ...], language: str = "") -> None:
        """Begin with the fonts of a design."""
        self._fonts = fonts
        self._language = language
        self._paths: dict[TextStyle, tuple[str, ...]] = {}

    def width(self, text: str, style: TextStyle) -> float:
        """Give the width of `text` on one line, kerned and shaped as the page will be."""
        paths = self._paths.get(style)
        if paths is None:
            paths = self._paths[style] = self._find_paths(style)
        return _units(text, paths, style.features, self._language) * style.size / 1000

    def _find_paths(self, style: TextStyle) -> tuple[str, ...]:
        faces = (
            find_face(self._fonts, family, style.weight, style.slant) for family in style.families
        )
        return tuple(str(face.path) for face in faces)


def collect_coverage(families: tuple[str, ...], fonts: tuple[FontFace, ...]) -> frozenset[int]:
    """Give the code points for which a font of the families has a glyph."""
    faces = (face for face in fonts if face.family in families)
    return frozenset[int]().union(*(_coverage(str(face.path)) for face in faces))


def missing_characters(text: str, covered: frozenset[int]) -> tuple[str, ...]:
    """Give the visible characters of a text that are not covered, each once."""
    lacking = (char for char in text if ord(char) not in covered and not _is_invisible(char))
    return tuple(dict.fromkeys(lacking))


def find_face(fonts: tuple[FontFace, ...], family: str, weight: int, slant: str) -> FontFace:
    """Give the face of a family that is nearest in weight, of the asked slant if there is one."""
    faces = [face for face in fonts if face.family == family]
    if not faces:
        raise MissingFontError(f"there is no font `{family}`")
    return min(faces, key=lambda face: (face.style != slant, abs(face.weight - weight)))


@lru_cache(maxsize=20000)
def _units(text: str, paths: tuple[str, ...], features: tuple[str, ...], language: str) -> float:
    return sum(_shape(run, path, features, language) for run, path in _split_runs(text, paths))


def _split_runs(text: str, paths: tuple[str, ...]) -> list[tuple[str, str]]:
    """Cut text into runs of one font; what has no glyph anywhere stays with the run before."""
    if len(paths) == 1:
        return [(text, paths[0])]
    runs: list[tuple[str, str]] = []
    for char in text:
        able = [path for path in paths if ord(char) in _coverage(path)]
        stays = runs and (char == " " or not able)
        path = runs[-1][1] if stays else (able or paths)[0]
        if runs and runs[-1][1] == path:
            runs[-1] = (runs[-1][0] + char, path)
        else:
            runs.append((char, path))
    return runs


def _shape(text: str, path: str, features: tuple[str, ...], language: str) -> float:
    font, units_per_em = _open_font(path)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if language:
        buffer.language = language
    uharfbuzz.shape(font, buffer, dict.fromkeys(features, True))
    advances: int = sum(position.x_advance for position in buffer.glyph_positions or ())
    return advances * 1000 / units_per_em


@lru_cache(maxsize=64)
def _open_font(path: str) -> tuple[uharfbuzz.Font, int]:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
    return uharfbuzz.Font(face), face.upem


@lru_cache(maxsize=64)
def _coverage(path: str) -> frozenset[int]:
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)).unicodes)


def _is_invisible(char: str) -> bool:
    return char in _INVISIBLE or unicodedata.category(char) == "Cf"
