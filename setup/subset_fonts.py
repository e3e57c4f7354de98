"""Make the subsets of Korean and Chinese typefaces that ship with `brief`.

Whole files hold up to 65,000 glyphs; what is kept is what national standards list for general
use, so that no text of our readers lacks a character: all 11,172 syllables and the 4,888 hanja of
KS X 1001 for Korean, the 8,105 characters of the Table of General Standard Chinese Characters
(2013) and those of GB/T 2312 for Chinese. Run when a typeface is updated, never by users:

    python setup/subset_fonts.py FOLDER

FOLDER holds the unpacked packages listed in `SOURCES`, whose digests are checked. The result is
the same bytes each time with the same version of fontTools.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
STANDARD = Path(__file__).resolve().parent / "tgscc-2013.txt"

# Latin, general punctuation, arrows, numbers in circles, CJK marks, kana, full-width forms.
_COMMON = (
    (0x20, 0x17F), (0x2010, 0x205E), (0x20AC, 0x20AC), (0x2103, 0x2103), (0x2116, 0x2116),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x2460, 0x2473), (0x25A0, 0x25FF), (0x3000, 0x303F),
    (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),
)  # fmt: skip
_KANA = ((0x3041, 0x30FF),)
_HANGUL = ((0x3131, 0x318E), (0xAC00, 0xD7A3))
_FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "mark", "mkmk", "pnum", "sups", "tnum"]


@dataclass(frozen=True)
class Source:
    """A font file of a package, its digest, and the subset that is made from it."""

    package: str
    file: str
    sha256: str
    target: str


SOURCES = (
    Source(
        "noto-serif-kr 0.4.3",
        "NotoSerifKR_400Regular.ttf",
        "c8c5922208f207214ce01791290621c28fda4ff788bd4dddc511aaebf61f4a74",
        "noto-kr/NotoSerifKR-Regular.ttf",
    ),
    Source(
        "noto-sans-kr 0.4.3",
        "NotoSansKR_700Bold.ttf",
        "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077",
        "noto-kr/NotoSansKR-Bold.ttf",
    ),
    Source(
        "noto-serif-sc 0.4.3",
        "NotoSerifSC_400Regular.ttf",
        "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
        "noto-sc/NotoSerifSC-Regular.ttf",
    ),
    Source(
        "noto-sans-sc 0.4.3",
        "NotoSansSC_700Bold.ttf",
        "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
        "noto-sc/NotoSansSC-Bold.ttf",
    ),
)


def main(folder: Path) -> None:
    """Make every subset from the packages below `folder`."""
    for source in SOURCES:
        path = next(folder.rglob(source.file))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != source.sha256:
            raise SystemExit(f"{source.file}: expected {source.sha256}, found {digest}")
        wanted = set(_korean() if "KR" in source.file else _chinese())
        target = ASSETS / source.target
        target.parent.mkdir(exist_ok=True)
        _write_subset(path, target, wanted)
        print(f"{target.relative_to(ASSETS)}  {target.stat().st_size} bytes")


def _korean() -> Iterator[int]:
    yield from _ranges(_COMMON + _HANGUL)
    yield from _plane("euc_kr", 0xCA, 0xFE)


def _chinese() -> Iterator[int]:
    yield from _ranges(_COMMON + _KANA)
    yield from _plane("gb2312", 0xB0, 0xF8)
    yield from (ord(char) for char in STANDARD.read_text(encoding="utf-8") if not char.isspace())


def _ranges(ranges: tuple[tuple[int, int], ...]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def _plane(encoding: str, first: int, after: int) -> Iterator[int]:
    """List the characters of rows of a double-byte standard."""
    for row in range(first, after):
        for cell in range(0xA1, 0xFF):
            decoded = bytes((row, cell)).decode(encoding, errors="ignore")
            yield from (ord(char) for char in decoded)


def _write_subset(path: Path, target: Path, wanted: set[int]) -> None:
    options = subset.Options()
    options.layout_features = _FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["vhea", "vmtx", "VORG"]
    font = TTFont(path, recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=wanted)
    worker.subset(font)
    font.save(target, reorderTables=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
