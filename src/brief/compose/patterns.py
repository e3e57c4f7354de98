"""Hyphenation patterns read quickly: each is parsed when a word asks for it.

The dictionaries and the method (Liang 1983) are those of pyphen, which parses all patterns of a
language at once: 78,000 for German, a third of a second. A page needs a few hundred of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyphen

_DIGITS = b"0123456789"
_BLANKS = re.compile(rb"[ \t\r]+(?=\n|\Z)|(?<=\n)[ \t]+")
_NO_PATTERNS = re.compile(
    rb"\n(?:[%#]|(?:COMPOUND)?(?:LEFT|RIGHT)HYPHENMIN|NOHYPHEN|NEXTLEVEL)[^\n]*"
)


class LazyPatterns(pyphen.HyphDict):
    """The patterns of one dictionary file, in place of pyphen's own reader.

    All encodings of these files have ASCII in its places, so that bytes can be looked through.
    """

    def __init__(self, path: Path) -> None:
        """Read the file and index its patterns by their letters."""
        first, _, rest = path.read_bytes().partition(b"\n")
        encoding = first.decode().strip()
        encoding = "cp1251" if encoding.lower() == "microsoft-cp1251" else encoding
        patterns = _NO_PATTERNS.sub(b"", b"\n" + rest)
        if any(blank in patterns for blank in b" \t\r"):
            patterns = _NO_PATTERNS.sub(b"", _BLANKS.sub(b"", b"\n" + rest))
        if b"/" in patterns or b"^^" in patterns:
            super().__init__(path)  # changes of spelling, signs in hexadecimal: they are rare
            return
        letters = patterns.translate(None, _DIGITS).decode(encoding).split("\n")
        raw = dict(zip(letters, patterns.decode(encoding).split("\n"), strict=True))
        raw.pop("", None)
        self.patterns = _Parsed(raw)
        self.maxlen = max(map(len, self.patterns.raw))
        self.cache: dict[str, list[int]] = {}


class _Parsed(dict[str, "tuple[int, tuple[int, ...]] | None"]):
    """Patterns by their letters, parsed on demand: offset and values, as pyphen keeps them."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        super().__init__()
        self.raw = raw

    def get(self, letters: str, default: object = None) -> tuple[int, tuple[int, ...]] | None:
        if letters in self:
            return self[letters]
        pattern = self.raw.get(letters)
        parsed = self[letters] = _parse(pattern) if pattern else None
        return parsed


def _parse(pattern: str) -> tuple[int, tuple[int, ...]] | None:
    """Give the values between the letters of a pattern without the zeros at its ends."""
    values: list[int] = []
    before = 0
    for char in pattern:
        if char.isdigit():
            before = int(char)
            continue
        values.append(before)
        before = 0
    values.append(before)
    if not any(values):
        return None
    start = next(i for i, value in enumerate(values) if value)
    end = next(i for i in range(len(values), 0, -1) if values[i - 1])
    return start, tuple(values[start:end])


def load_patterns(code: str) -> pyphen.Pyphen:
    """Give pyphen's divider for a code of its own, with patterns that are read quickly.

    The renderer's automatic hyphenation takes them from the same cache.
    """
    path = pyphen.LANGUAGES[code]
    if path not in pyphen.hdcache:
        pyphen.hdcache[path] = LazyPatterns(path)
    return pyphen.Pyphen(lang=code)
