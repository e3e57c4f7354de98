"""Emphasis that works between characters which are written without spaces.

CommonMark decides by spaces and punctuation whether asterisks open or close emphasis, so that
those after a full stop and before a Han character do neither: `**要点。**正文`. Here a Chinese,
Japanese or Korean character beside the marks counts like a space.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_MARKS = ("*", "_")
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


class _Side(NamedTuple):
    """What stands on one side of the marks."""

    space: bool
    punctuation: bool
    cjk: bool

    @property
    def parts(self) -> bool:
        return self.space or self.punctuation or self.cjk


def emphasise(state: StateInline, silent: bool) -> bool:
    """Read a run of `*` or `_` as delimiters, which the parser matches afterwards."""
    start, mark = state.pos, state.src[state.pos]
    if silent or mark not in _MARKS:
        return False
    end = start
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before = _look(state.src[start - 1] if start else " ")
    after = _look(state.src[end] if end < state.posMax else " ")
    left = not after.space and (not after.punctuation or after.cjk or before.parts)
    right = not before.space and (not before.punctuation or before.cjk or after.parts)
    inside = mark == "*"
    opens = left and (inside or not right or before.punctuation)
    closes = right and (inside or not left or after.punctuation)
    for _ in range(end - start):
        token = state.push("text", "", 0)
        token.content = mark
        state.delimiters.append(
            Delimiter(ord(mark), end - start, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos = end
    return True


def _look(char: str) -> _Side:
    return _Side(
        isWhiteSpace(ord(char)),
        isMdAsciiPunct(ord(char)) or isPunctChar(char),
        _CJK.match(char) is not None,
    )
