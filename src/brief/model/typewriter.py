"""The characters that typewriters made do with, and those of print that are meant by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Opening and closing, outer and inner, by language; English is the form for all others.
_QUOTES = {
    "ar": "«»‹›",
    "de": "„“‚‘",
    "en": "“”‘’",
    "es": "«»“”",
    "fr": "«»“”",
    "he": "”“’‘",
    "it": "«»“”",
    "ja": "「」『』",
    "ko": "“”‘’",
    "pl": "„”‚’",
    "ru": "«»„“",
    "uk": "«»„“",
    "zh": "“”‘’",
    "zh-Hant": "「」『』",
}
_FOUND = re.compile(
    r"""(?P<apostrophe>(?<=[^\W\d_])'(?=[^\W_]))
    |(?P<double>")
    |(?P<single>')
    |(?P<em>---)
    |(?P<dash>(?<!-)--(?!-))
    |(?P<hyphen>(?<=\s)-(?=\s))
    |(?P<years>(?<![\w-])(?:1\d|20)\d\d-(?:1\d|20)\d\d(?![\w-]))
    |(?P<dots>\.\.\.)""",
    re.VERBOSE,
)
_MEANT = {"apostrophe": "’", "em": "—", "dash": "–", "hyphen": "–", "dots": "…"}
_BEFORE_OPENING = re.compile(r"[\s(\[{–—/„“«‚‘\x00-]")


def set_characters(text: str, language: str) -> str:
    """Put the characters that are meant in place of those of the typewriter."""
    made, end = [], 0
    for found, meant in find_typewritten(text, language):
        made += [text[end : found.start()], meant]
        end = found.end()
    return "".join((*made, text[end:]))


def find_typewritten(text: str, language: str) -> Iterator[tuple[re.Match[str], str]]:
    """Find such characters, each with what is meant; the name of its group is its kind."""
    known = (tag for tag in (language, language.partition("-")[0], "en") if tag in _QUOTES)
    marks = _QUOTES[next(known)]
    opened: set[str] = set()
    for found in _FOUND.finditer(text):
        kind = str(found.lastgroup)
        if kind in ("double", "single"):
            before = text[found.start() - 1] if found.start() else " "
            meant = _match_quote(kind, before, marks, opened)
        else:
            meant = _MEANT.get(kind) or found[0].replace("-", "–")
        yield found, meant


def _match_quote(kind: str, before: str, marks: str, opened: set[str]) -> str:
    """Give the mark that opens, closes, or stands for an apostrophe, feet or minutes."""
    pair = marks[:2] if kind == "double" else marks[2:]
    if kind in opened:
        opened.remove(kind)
        return pair[1]
    if _BEFORE_OPENING.match(before):
        opened.add(kind)
        return pair[0]
    if before.isdigit():
        return "″" if kind == "double" else "′"
    return pair[1] if kind == "double" else "’"
