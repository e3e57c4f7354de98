"""Put the quotation marks of a language in place of typewriter ones."""

from __future__ import annotations

import re

from brief.localise.typography import load_typography

_MARKS = re.compile(r"[\"']")
_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}")
_OPENS_AFTER = re.compile(r"[\s(\[{–—/„“«‚‘（「『*_]")


def fix_quotes(source: str, language: str) -> str | None:
    """Give a text in Markdown with the quotation marks of a language.

    Code, addresses and attributes are left alone; an apostrophe becomes U+2019. Gives None when
    the marks do not pair, since a guess would turn the sense around.
    """
    marks = load_typography(language).quotes
    kept = [found.span() for found in _CODE.finditer(source)]
    opened: list[str] = []
    made: list[str] = []
    position = 0
    for found in _MARKS.finditer(source):
        place = found.start()
        if any(start <= place < end for start, end in kept):
            continue
        made.append(source[position:place])
        made.append(_choose(source, place, marks, opened))
        position = place + 1
    made.append(source[position:])
    return None if opened else "".join(made)


def _choose(source: str, place: int, marks: tuple[str, str, str, str], opened: list[str]) -> str:
    """Give the mark for a typewriter one, and remember which are open."""
    mark = source[place]
    before = source[place - 1] if place else " "
    after = source[place + 1] if place + 1 < len(source) else " "
    if mark == "'" and before.isalnum() and (after.isalnum() or mark not in opened):
        return "’"
    pair = marks[:2] if mark == '"' else marks[2:]
    if mark in opened:
        opened.remove(mark)
        return pair[1]
    if _OPENS_AFTER.match(before) or not after.isspace():
        opened.append(mark)
        return pair[0]
    opened.append(mark)
    return mark
