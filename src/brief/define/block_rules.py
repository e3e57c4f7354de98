"""Our rules for the block parser: ids, things set apart, and footnotes.

Tokens carry the lines that they come from; what stands in them is read later, when the place of
every character is known.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_ID = re.compile(r"\{#[^{}]*\}[ ]*\Z")
_ASIDE = re.compile(r":::+(?P<rest>.*)\Z")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]+\]:")


def take_id(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line such as `{#votes caption="…"}`, which names the block after it."""
    if not _ID.match(_line(state, start)):
        return False
    if not silent:
        token = state.push("block_id", "", 0)
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def take_aside(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from `::: kind Title` to `:::`; `hidden` says that the end is missing."""
    found = _ASIDE.match(_line(state, start))
    if found is None:
        return False
    if silent:
        return True
    close = start + 1
    while close < end and not _closes(state, close):
        close += 1
    outer, state.lineMax = state.lineMax, close
    parent, state.parentType = state.parentType, "aside"
    token = state.push("aside_open", "", 1)
    token.map = [start, close]
    token.hidden = close >= end
    state.md.block.tokenize(state, start + 1, close)
    state.push("aside_close", "", -1)
    state.lineMax, state.parentType = outer, parent
    state.line = min(close + 1, outer)
    return True


def take_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a footnote, `[^1]: text`, which goes on to the next empty line or block of ours."""
    if not _FOOTNOTE.match(_line(state, start)):
        return False
    if silent:
        return True
    after = start + 1
    while after < end and not state.isEmpty(after) and not _begins_block(state, after):
        after += 1
    token = state.push("footnote", "", 0)
    token.map = [start, after]
    state.line = after
    return True


def _closes(state: StateBlock, line: int) -> bool:
    found = _ASIDE.match(_line(state, line))
    return found is not None and not found["rest"].strip()


def _begins_block(state: StateBlock, line: int) -> bool:
    text = _line(state, line)
    return any(pattern.match(text) for pattern in (_ID, _ASIDE, _FOOTNOTE))


def _line(state: StateBlock, line: int) -> str:
    if state.is_code_block(line):
        return ""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
