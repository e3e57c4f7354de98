"""Raise the letters of ordinals, as in the French `1er`, in the figures that a typeface has for it.

What is read aloud, searched and copied stays as it is: only the shape of the letters changes.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_PIECE = re.compile(r"(<[^>]*>)?([^<]+)")
_OTHER_LANGUAGE = re.compile(r'\slang="')
_RAISED = r'\1<span class="superior">\2</span>'


def raise_letters(markup: Markup, pattern: str) -> Markup:
    """Raise what the second group of a pattern matches, in words of the page's own language.

    Words directly inside an element with a language of its own stay. Without a pattern, all do.
    """
    if not pattern:
        return markup
    made = _PIECE.sub(lambda piece: _raise(piece, pattern), markup)
    return Markup(made)  # noqa: S704  # spans around words of what is markup already


def _raise(piece: re.Match[str], pattern: str) -> str:
    tag, words = piece[1] or "", piece[2]
    if _OTHER_LANGUAGE.search(tag):
        return piece[0]
    return tag + re.sub(pattern, _RAISED, words)
