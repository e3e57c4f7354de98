"""Turn the engine's remarks into diagnostics with the author's or designer's place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from brief.diag.collector import Collector
from brief.diag.diagnostic import Code, Place
from brief.diag.render_codes import (
    DANGLING_LINK,
    DUPLICATE_ANCHOR,
    ENGINE_REMARK,
    FONT_UNREADABLE,
    MISSING_GLYPH,
    PICTURE_UNREADABLE,
    RESOURCE_REFUSED,
    STYLE_IGNORED,
)
from brief.model.composition import Composition
from brief.render.log import Remark

_CONTEXT = 30
_AT = re.compile(r"at (\d+):(\d+)")


class _Found(NamedTuple):
    """What a remark says to the author, and where."""

    code: Code
    message: str
    place: Place | None = None
    hint: str = ""


class _Pages:
    """The HTML of a composition, to look up what a remark is about."""

    def __init__(self, composition: Composition, root: Any) -> None:
        self._places = composition.places
        self._root = root

    def passages(self) -> Iterator[tuple[str, Place | None]]:
        """Yield the own text of every element with the nearest place around it."""
        yield from self._walk(self._root, None)

    def place_of_link(self, target: str) -> Place | None:
        """Give the place of the passage that links to an anchor."""
        for element, place in self._elements(self._root, None):
            if element.get("href") == f"#{target}":
                return place
        return None

    def _walk(self, element: Any, place: Place | None) -> Iterator[tuple[str, Place | None]]:
        for inner, inner_place in self._elements(element, place):
            yield (inner.text or ""), inner_place
            for child in inner:
                yield (child.tail or ""), inner_place

    def _elements(self, element: Any, place: Place | None) -> Iterator[tuple[Any, Place | None]]:
        place = self._places.get(element.get("id") or "", place)
        yield element, place
        for child in element:
            yield from self._elements(child, place)


def report_remarks(
    remarks: Iterable[Remark], composition: Composition, root: Any, collector: Collector
) -> None:
    """Report every remark of the engine; `root` is the parsed HTML."""
    pages = _Pages(composition, root)
    for remark in remarks:
        for found in _understand(remark, pages):
            hints = (found.hint,) if found.hint else ()
            collector.report(found.code, found.message, found.place, *hints)


def report_refusals(addresses: Iterable[str], collector: Collector) -> None:
    """Report what the engine asked for and did not get."""
    for address in dict.fromkeys(addresses):
        message = f"`{address[:120]}` was asked for and refused"
        collector.report(RESOURCE_REFUSED, message, None, "use files of the briefing or design")


def _understand(remark: Remark, pages: _Pages) -> list[_Found]:
    for pattern, read in _READERS:
        if pattern.match(remark.message):
            return read(remark, pages)
    if remark.sheet:
        return _read_style(remark, pages)
    return [_Found(ENGINE_REMARK, f"the typesetting engine says: {remark.message}")]


def _read_style(remark: Remark, pages: _Pages) -> list[_Found]:
    at = _AT.search(remark.message)
    line, column = (int(at[1]), int(at[2])) if at else (1, 1)
    reason = _AT.sub("", remark.message).rstrip(".").replace("  ", " ").replace(" ,", ",")
    message = f"a rule has no effect: {reason[:1].lower()}{reason[1:]}"
    return [_Found(STYLE_IGNORED, message, Place(f"templates/{remark.sheet}", line, column))]


def _read_glyph(remark: Remark, pages: _Pages) -> list[_Found]:
    char = remark.arguments[0] if remark.arguments else ""
    name = unicodedata.name(char, "unnamed") if len(char) == 1 else "unnamed"
    message = f"no typeface has a glyph for `{char}` (U+{ord(char):04X} {name})"
    found = []
    for text, place in pages.passages():
        if char in text:
            at = text.index(char)
            shown = " ".join(text[max(0, at - _CONTEXT) : at + _CONTEXT].split())
            hint = f"replace the character in “{shown}”"
            found.append(_Found(MISSING_GLYPH, message, place, hint))
    return list(dict.fromkeys(found)) or [_Found(MISSING_GLYPH, message)]


def _read_link(remark: Remark, pages: _Pages) -> list[_Found]:
    target = remark.arguments[0] if remark.arguments else ""
    message = f"a link leads to `#{target}`, which is not there"
    return [_Found(DANGLING_LINK, message, pages.place_of_link(target))]


def _read_twice(remark: Remark, pages: _Pages) -> list[_Found]:
    return [_Found(DUPLICATE_ANCHOR, f"the id {remark.message.partition(': ')[2]} is used twice")]


def _read_picture(remark: Remark, pages: _Pages) -> list[_Found]:
    return [_Found(PICTURE_UNREADABLE, f"a picture cannot be read: {remark.message}")]


def _read_font(remark: Remark, pages: _Pages) -> list[_Found]:
    return [_Found(FONT_UNREADABLE, f"a typeface cannot be read: {remark.message}")]


_READERS: tuple[tuple[re.Pattern[str], Callable[[Remark, _Pages], list[_Found]]], ...] = (
    (re.compile(r"\.notdef glyph"), _read_glyph),
    (re.compile(r"No anchor #|Content discarded"), _read_link),
    (re.compile(r"Anchor defined twice"), _read_twice),
    (re.compile(r"Failed to (load image|render SVG|load inline)"), _read_picture),
    (re.compile(r"Font-face"), _read_font),
)
