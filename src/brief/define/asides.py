"""The opening line of what is set apart: `::: callout Title`."""

from __future__ import annotations

import re

from brief.define.block_tree import Branch
from brief.define.desk import Desk
from brief.define.hints import suggest_or_list
from brief.define.passage import Passage
from brief.diag.define_codes import EMPTY_FIELD
from brief.diag.define_text_codes import BAD_ATTRIBUTE, UNCLOSED_ASIDE, UNKNOWN_ASIDE
from brief.model.blocks import AsideKind

_OPENING = re.compile(r"\s*:::+\s*(?P<kind>[^\s:]*)\s*(?P<title>.*?)\s*\Z")
_KINDS = tuple(kind.value for kind in AsideKind)


def read_opening(desk: Desk, branch: Branch) -> tuple[AsideKind, Passage | None]:
    """Give the kind and the title; a kind that does not exist, and a missing end, are reported."""
    line = branch.lines[0]
    place = line.strip().place()
    if branch.token.hidden:
        message = "what is set apart here does not end"
        desk.collector.report(UNCLOSED_ASIDE, message, place, "add a line `:::` where it ends")
    elif not branch.children:
        hint = "write its text, or remove it"
        desk.collector.report(EMPTY_FIELD, "nothing stands in what is set apart", place, hint)
    found = _OPENING.match(line.text)
    kind = found["kind"] if found else ""
    if found is None or kind not in _KINDS:
        message = f"`{kind}` is no way of setting apart" if kind else "the way is not said"
        desk.collector.report(UNKNOWN_ASIDE, message, place, *suggest_or_list(kind, _KINDS))
        return AsideKind.CALLOUT, None
    title = line.cut(*found.span("title")) if found["title"] else None
    if title is not None and title.text.startswith("{"):
        hint = f"write the title itself: `::: {kind} Title`"
        message = f"`{title.text}` is not understood"
        desk.collector.report(BAD_ATTRIBUTE, message, title.place(), hint)
        title = None
    return AsideKind(kind), title
