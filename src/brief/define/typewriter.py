"""Report the characters of the typewriter in running text."""

from __future__ import annotations

from collections.abc import Iterator

from brief.define.problems import Problem
from brief.diag.define_text_codes import TYPEWRITER
from brief.model.typewriter import find_typewritten

_NAMES = {
    "apostrophe": "here stands a straight apostrophe",
    "double": "here stands a straight quotation mark",
    "single": "here stands a straight quotation mark",
    "em": "here stand three hyphens for a dash",
    "dash": "here stand two hyphens for a dash",
    "hyphen": "here stands a hyphen for a dash",
    "years": "here stands a hyphen between years",
    "dots": "here stand three dots for an ellipsis",
}


def find_typewriter(text: str, language: str) -> Iterator[Problem]:
    """Find what typewriters made do with; parts of `text` that are NUL are left alone."""
    for found, meant in find_typewritten(text, language):
        message = _NAMES[str(found.lastgroup)]
        yield Problem(TYPEWRITER, message, *found.span(), (f"write `{meant}`",))
