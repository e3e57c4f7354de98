"""Find the characters of the typewriter in running text, and say which ones are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.define.problems import Problem
from brief.diag.define_text_codes import TYPEWRITER

# Opening and closing, outer and inner, by language; English is the form for all others.
_QUOTES = {
    "ar": "«»‹›",
    "de": "„“‚‘",
    "en": "“”‘’",
    "es": "«»“”",
    "fr": "«»“”",
    "it": "«»“”",
    "ja": "「」『』",
    "ko": "“”‘’",
    "pl": "„”‚’",
    "ru": "«»„“",
    "uk": "«»„“",
    "zh": "“”‘’",
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
_NAMES = {
    "apostrophe": "a straight apostrophe",
    "double": "a straight quotation mark",
    "single": "a straight quotation mark",
    "em": "a dash of three hyphens",
    "dash": "a dash of two hyphens",
    "hyphen": "a hyphen for a dash",
    "years": "a hyphen between years",
    "dots": "three dots for an ellipsis",
}
_BEFORE_OPENING = re.compile(r"[\s(\[{–—/„“«‚‘\x00-]")


def find_typewriter(text: str, language: str) -> Iterator[Problem]:
    """Find what typewriters made do with; parts of `text` that are NUL are left alone."""
    for found in _FOUND.finditer(text):
        kind = str(found.lastgroup)
        hint = f"write `{_meant(kind, found, text, language)}`"
        yield Problem(TYPEWRITER, f"this is {_NAMES[kind]}", *found.span(), (hint,))


def _meant(kind: str, found: re.Match[str], text: str, language: str) -> str:
    match kind:
        case "apostrophe":
            return "’"
        case "double" | "single":
            marks = _QUOTES.get(language.partition("-")[0], _QUOTES["en"])
            pair = marks[:2] if kind == "double" else marks[2:]
            before = text[found.start() - 1] if found.start() else " "
            return pair[0] if _BEFORE_OPENING.match(before) else pair[1]
        case "years":
            return found[0].replace("-", "–")
        case "em":
            return "—"
        case "dots":
            return "…"
        case _:
            return "–"
