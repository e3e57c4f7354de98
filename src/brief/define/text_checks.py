"""Check the words of a text: HTML, struck-out text, marks that do not belong, typewriting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from markdown_it.token import Token

from brief.define.inline_rules import Notes
from brief.define.markdown import MAX_NESTING
from brief.define.problems import Problem
from brief.define.typewriter import find_typewriter
from brief.diag.define_text_codes import (
    MARK_NOT_HERE,
    MISPLACED_ID,
    NESTED_TOO_DEEPLY,
    RAW_HTML,
    UNSUPPORTED_MARKDOWN,
)

_HTML = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)[^<>]*>|<!--.*?(?:-->|\Z)|<[?!][^<>]*>?")
_STRUCK = re.compile(r"~~(?:.+?~~)?")
_BRACED_ID = re.compile(r"\{#[^{}]*\}")
_HTML_MEANT = {
    "b": "`**…**`",
    "strong": "`**…**`",
    "i": "`*…*`",
    "em": "`*…*`",
    "a": "`[text](address)`",
    "img": "`![description](file)`",
    "br": "a new paragraph",
    "table": "a table with bars",
}


class Marks(Enum):
    """What may stand in a text besides words: nothing, all but footnotes, or all."""

    NONE = frozenset[str]()
    CITATIONS = frozenset({"citation", "reference", "link_open", "address"})
    ALL = frozenset({"citation", "reference", "link_open", "address", "footnote"})


_MARK_NAMES = {
    "citation": "a citation",
    "reference": "a reference",
    "link_open": "a link",
    "address": "a link",
    "footnote": "a footnote",
    "picture": "a picture",
}


def check_marks(tokens: Sequence[Token], marks: Marks, kind: str) -> Iterator[Problem]:
    """Find the marks that do not belong into a text of this kind."""
    for token in tokens:
        if token.type in _MARK_NAMES and token.type not in marks.value:
            name = _MARK_NAMES[token.type]
            alone = token.type == "picture"
            message = f"{name} cannot stand in {_with_article(kind)}"
            hint = "let it stand alone in its paragraph" if alone else "move it into the text"
            start, end = token.meta["start"], token.meta["end"]
            yield Problem(MARK_NOT_HERE, message, start, end, (hint,))
        if token.level >= MAX_NESTING - 1:
            hint = "use fewer marks within one another"
            yield Problem(NESTED_TOO_DEEPLY, "this is nested too deeply", 0, 1, (hint,))


def check_characters(text: str, notes: Notes, language: str) -> Iterator[Problem]:
    """Find what cannot stand in running text; what the parse has taken is left alone."""
    visible = list(text)
    for start, end in notes.masked:
        visible[start:end] = "\0" * (end - start)
    running = "".join(visible)
    yield from _check_html(running)
    running = _HTML.sub(lambda found: "\0" * len(found[0]), running)
    for found in _STRUCK.finditer(running):
        hint = "remove what no longer holds; change marks are made from editions"
        yield Problem(UNSUPPORTED_MARKDOWN, "text cannot be struck out", *found.span(), (hint,))
    for found in _BRACED_ID.finditer(running):
        hint = "put it on a line of its own before the block"
        yield Problem(MISPLACED_ID, f"`{found[0]}` stands within a text", *found.span(), (hint,))
    yield from _check_typewriter(running, notes, language)


def _check_html(running: str) -> Iterator[Problem]:
    """Find HTML; of a pair of tags, the first is enough."""
    opened: set[str] = set()
    for found in _HTML.finditer(running):
        name = (found["name"] or "").lower()
        if found[0].startswith("</") and name in opened:
            continue
        opened.add(name)
        hint = f"write {_HTML_MEANT.get(name, 'it as Markdown')}"
        yield Problem(RAW_HTML, f"`{found[0]}` is HTML", *found.span(), (hint,))


def _check_typewriter(running: str, notes: Notes, language: str) -> Iterator[Problem]:
    own = running
    for start, end, other in notes.foreign:
        own = own[:start] + "\0" * (end - start) + own[end:]
        alone = "\0" * start + running[start:end]
        yield from find_typewriter(alone, other)
    yield from find_typewriter(own, language)


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
