"""The typefaces that ship: whole, licensed, and complete for the languages that ship."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import uharfbuzz

from brief.build.project import find_house
from brief.compose.design import load_fonts
from tests.projects import ROOT

FOLDER = find_house() / "assets" / "fonts"
FONTS = load_fonts(FOLDER)


@lru_cache(maxsize=32)
def covered(path: Path) -> frozenset[int]:
    """Give the characters of a font."""
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)


def rows(encoding: str, first: int, after: int) -> set[int]:
    """Give the characters of rows of a double-byte standard."""
    cells = (bytes((row, cell)) for row in range(first, after) for cell in range(0xA1, 0xFF))
    return {ord(char) for cell in cells for char in cell.decode(encoding, errors="ignore")}


def test_every_face_is_one_file() -> None:
    """The engine tells fonts apart by family, weight and style alone."""
    faces = [(face.family, face.weight, face.style) for face in FONTS]
    assert len(set(faces)) == len(faces)
    assert all(face.family.startswith("Brief ") for face in FONTS)


def test_every_file_is_listed_and_licensed() -> None:
    """Nothing lies there unused, and each folder has its licence."""
    assert {face.path for face in FONTS} == set(FOLDER.rglob("*.ttf"))
    for folder in {face.path.parent for face in FONTS}:
        assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", [400, 600])
def test_korean_is_complete(weight: int) -> None:
    """All syllables of Hangul and the hanja of KS X 1001 are there, but for a handful.

    What is missing is missing in the typeface too: compatibility forms, and one character in bold.
    """
    (path,) = (f.path for f in FONTS if f.family == "Brief Hangul" and f.weight == weight)
    wanted = set(range(0xAC00, 0xD7A4)) | rows("euc_kr", 0xCA, 0xFE)
    assert len(wanted) >= 11172 + 4888 - 268  # compatibility forms fall together
    lacking = wanted - covered(path)
    assert lacking <= {0xF901, 0xF95F, 0xF965, 0xF9AA, 0xF9DE, 0x9699}


@pytest.mark.parametrize("weight", [400, 600])
def test_chinese_is_complete(weight: int) -> None:
    """The Table of General Standard Chinese Characters and GB/T 2312 are there."""
    (path,) = (f.path for f in FONTS if f.family == "Brief Han" and f.weight == weight)
    table = (ROOT / "setup" / "tgscc-2013.txt").read_text(encoding="utf-8").split()
    wanted = {ord(char) for line in table for char in line}
    assert len(wanted) == 8105
    assert (wanted | rows("gb2312", 0xB0, 0xF8)) - covered(path) == set()


@pytest.mark.parametrize("family", ["Brief Naskh", "Brief Sans Arabic"])
def test_arabic_is_complete(family: str) -> None:
    """Letters, marks and punctuation of Arabic are there, with Latin for names and numbers."""
    wanted = {*range(0x0621, 0x063B), *range(0x0641, 0x0653), 0x060C, 0x061B, 0x061F, *b"09AZaz"}
    for face in FONTS:
        if face.family == family:
            assert wanted - covered(face.path) == set()


@pytest.mark.parametrize("family", ["Brief Hebrew", "Brief Sans Hebrew"])
def test_hebrew_is_complete(family: str) -> None:
    """Letters, points, maqaf, geresh and gershayim are there, with the shekel."""
    wanted = {*range(0x05D0, 0x05EB), *range(0x05B0, 0x05BD), 0x05BE, 0x05C1, 0x05C2}
    wanted |= {0x05F3, 0x05F4, 0x20AA, *b"09"}
    for face in FONTS:
        if face.family == family:
            assert wanted - covered(face.path) == set()


@pytest.mark.parametrize("family", ["Brief Serif", "Brief Sans"])
def test_greek_and_cyrillic_are_complete(family: str) -> None:
    """Source has modern Greek, and the letters of Ukrainian and Turkish besides."""
    greek = {*range(0x0391, 0x03CF)} - {0x03A2}
    wanted = greek | {0x0384, 0x0385, 0x0386, *map(ord, "ґҐєЄіІїЇğĞıİşŞ₺₹")}
    for face in FONTS:
        if face.family == family:
            assert wanted - covered(face.path) == set()
