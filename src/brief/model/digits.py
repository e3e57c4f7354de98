"""The digits of a numbering system: those that CLDR names, as far as they have ten.

UTS #35, part 3, and `numberingSystems.xml` of CLDR 47.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

LATIN = "latn"

# By name, the code point of the digit 0, behind which the others stand in order.
ZEROS: Mapping[str, int] = {
    "adlm": 0x1E950, "ahom": 0x11730, "arab": 0x660, "arabext": 0x6F0, "bali": 0x1B50,
    "beng": 0x9E6, "bhks": 0x11C50, "brah": 0x11066, "cakm": 0x11136, "cham": 0xAA50,
    "deva": 0x966, "diak": 0x11950, "fullwide": 0xFF10, "gara": 0x10D40, "gong": 0x11DA0,
    "gonm": 0x11D50, "gujr": 0xAE6, "gukh": 0x16130, "guru": 0xA66, "hmng": 0x16B50,
    "hmnp": 0x1E140, "java": 0xA9D0, "kali": 0xA900, "kawi": 0x11F50, "khmr": 0x17E0,
    "knda": 0xCE6, "krai": 0x16D70, "lana": 0x1A80, "lanatham": 0x1A90, "laoo": 0xED0,
    "latn": 0x30, "lepc": 0x1C40, "limb": 0x1946, "mathbold": 0x1D7CE, "mathdbl": 0x1D7D8,
    "mathmono": 0x1D7F6, "mathsanb": 0x1D7EC, "mathsans": 0x1D7E2, "mlym": 0xD66,
    "modi": 0x11650, "mong": 0x1810, "mroo": 0x16A60, "mtei": 0xABF0, "mymr": 0x1040,
    "mymrepka": 0x116DA, "mymrpao": 0x116D0, "mymrshan": 0x1090, "mymrtlng": 0xA9F0,
    "nagm": 0x1E4F0, "newa": 0x11450, "nkoo": 0x7C0, "olck": 0x1C50, "onao": 0x1E5F1,
    "orya": 0xB66, "osma": 0x104A0, "outlined": 0x1CCF0, "rohg": 0x10D30, "saur": 0xA8D0,
    "segment": 0x1FBF0, "shrd": 0x111D0, "sind": 0x112F0, "sinh": 0xDE6, "sora": 0x110F0,
    "sund": 0x1BB0, "sunu": 0x11BF0, "takr": 0x116C0, "talu": 0x19D0, "tamldec": 0xBE6,
    "telu": 0xC66, "thai": 0xE50, "tibt": 0xF20, "tirh": 0x114D0, "tnsa": 0x16AC0,
    "vaii": 0xA620, "wara": 0x118E0, "wcho": 0x1E2F0,
}  # fmt: skip
# Digits that do not stand in a row.
_SCATTERED = {"hanidec": "〇一二三四五六七八九"}

SYSTEMS: tuple[str, ...] = tuple(sorted((*ZEROS, *_SCATTERED)))


@dataclass(frozen=True, slots=True)
class Digits:
    """The ten digits of a numbering system, 0 first."""

    figures: str = "0123456789"

    @property
    def run_from_right(self) -> bool:
        """Whether they pull what stands beside them to the left (UAX 9: classes AN and R)."""
        return unicodedata.bidirectional(self.figures[0]) in ("AN", "R")

    @property
    def wide(self) -> bool:
        """Whether they are as wide as two Latin ones, as Han digits are (UAX 11)."""
        return unicodedata.east_asian_width(self.figures[1]) == "W"

    def write(self, value: int | str) -> str:
        """Write a number, or a text with numbers, in these digits."""
        return str(value).translate(dict(zip(range(0x30, 0x3A), self.figures, strict=True)))


def find_digits(system: str) -> Digits:
    """Give the digits of a numbering system; an unknown one raises `KeyError`."""
    if system in _SCATTERED:
        return Digits(_SCATTERED[system])
    return Digits("".join(chr(ZEROS[system] + digit) for digit in range(10)))
