"""The characters that a pattern can begin with, so that most places of a text cost nothing.

What is understood is what our patterns are made of: letters, classes, groups with alternatives,
what looks around, and `{role:source}`. Anything else is an error of the data, `PatternError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_LOOKING = re.compile(r"\(\?<?[=!]")
_GROUP = re.compile(r"\(\?:")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_ASKED = re.compile(r"\{[^{}]*\}")
_NOTHING = re.compile(r"\\[bBAZ]")
_OPTIONAL = ("?", "*")


class PatternError(ValueError):
    """A pattern in the data of a language that cannot be read."""


def find_leads(pattern: str, read_source: Callable[[str], str | None]) -> str:
    """Give the inside of a character class; `read_source` gives that of a `{…}`, None if it
    only looks around."""
    leads: list[str] = []
    for branch in split_branches(pattern):
        leads.append(_lead_branch(branch, read_source))
    return "".join(leads)


def _lead_branch(branch: str, read_source: Callable[[str], str | None]) -> str:
    leads = ""
    at = 0
    while at < len(branch):
        end, found = _read_piece(branch, at, read_source)
        optional = branch[end : end + 1] in _OPTIONAL and found is not None
        at = end + optional
        if found is None:
            continue
        leads += found
        if not optional:
            return leads
    raise PatternError(f"nothing is certain in `{branch}`")


def _read_piece(
    branch: str, at: int, read_source: Callable[[str], str | None]
) -> tuple[int, str | None]:
    """Give the end of the piece at a place and what it begins with; None if it takes no room."""
    if piece := _NOTHING.match(branch, at):
        return piece.end(), None
    if _LOOKING.match(branch, at):
        return _close(branch, at), None
    if _GROUP.match(branch, at):
        end = _close(branch, at)
        return end, find_leads(branch[at + 3 : end - 1], read_source)
    if piece := _CLASS.match(branch, at):
        return piece.end(), piece[0][1:-1]
    if piece := _ASKED.match(branch, at):
        return piece.end(), read_source(piece[0])
    if branch[at] == "\\":
        return at + 2, branch[at : at + 2]
    if branch[at] in "(){}*+?.^$|":
        raise PatternError(f"`{branch}` begins with what is not understood")
    return at + 1, branch[at]


def split_branches(pattern: str) -> list[str]:
    """Split a pattern into its alternatives, those of groups left as they are."""
    branches, start, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] == "(":
            at = _close(pattern, at)
        elif piece := (_CLASS.match(pattern, at) or _ASKED.match(pattern, at)):
            at = piece.end()
        elif pattern[at] == "|":
            branches.append(pattern[start:at])
            at = start = at + 1
        else:
            at += 1
    return [*branches, pattern[start:]]


def _close(pattern: str, at: int) -> int:
    """Give the place behind the bracket that closes the one at a place."""
    depth = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
            continue
        if piece := (_CLASS.match(pattern, at) or _ASKED.match(pattern, at)):
            at = piece.end()
            continue
        depth += (pattern[at] == "(") - (pattern[at] == ")")
        at += 1
        if depth == 0:
            return at
    raise PatternError(f"a bracket of `{pattern}` is not closed")
