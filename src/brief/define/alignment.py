"""Find the place of every character of a YAML scalar.

What YAML gives is shorter than what stands in the file: quotation marks, escapes, indentation
and folded line ends are gone. Walking along both tells which character came from where.
"""

from __future__ import annotations

import re

from brief.define.passage import Passage, Run

_BLANK = frozenset(" \t\n\r\x85\u2028\u2029")  # in YAML; a no-break space is a character
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_HEAD = re.compile(r"[|>][-+0-9]*[ ]*(?:#[^\n]*)?\n?")
_ESCAPE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|\n[ ]*|.)", re.DOTALL)


def align_scalar(value: str, raw: Passage, style: str) -> Passage:
    """Give `value` with the places that its characters have in `raw`, the scalar as written."""
    text = raw.text
    start = _begin(text, style)
    if not style and "\n" not in text:
        return Passage(value, raw.file, raw.cut(start).runs)
    return Passage(value, raw.file, _walk(value, raw, start, style))


def _begin(text: str, style: str) -> int:
    found = _PROPERTIES.match(text)
    start = found.end() if found else 0
    if style in ("|", ">"):
        head = _HEAD.match(text, start)
        return head.end() if head else start
    return start + 1 if style else start


def _walk(value: str, raw: Passage, start: int, style: str) -> tuple[Run, ...]:
    """Pair characters one by one; a run begins wherever the two do not go on side by side."""
    runs: list[Run] = []
    last = len(raw.text.rstrip("\n"))
    at, expected = start, -1
    for offset, char in enumerate(value):
        at, length = _find(char, raw.text, at, style)
        if at != expected or raw.text[at - 1 : at] == "\n":
            runs.append((offset, *raw.locate(min(at, last))))
        at += length
        expected = at if length == 1 else -1
    return tuple(runs) or ((0, *raw.locate(0)),)


def _find(char: str, text: str, at: int, style: str) -> tuple[int, int]:
    """Give where `char` comes from, at or after `at`, and how many characters stand for it."""
    if char in _BLANK:
        return _find_blank(char, text, at, style)
    while at < len(text) and text[at] in " \n":
        at += 1
    if style == '"' and text[at : at + 1] == "\\":
        return _find_escaped(char, text, at, style)
    return at, 2 if style == "'" and char == "'" else 1


def _find_escaped(char: str, text: str, at: int, style: str) -> tuple[int, int]:
    found = _ESCAPE.match(text, at)
    length = len(found[0]) if found else 1
    if text[at + 1 : at + 2] == "\n":  # an escaped line end stands for nothing
        return _find(char, text, at + length, style)
    return at, length


def _find_blank(char: str, text: str, at: int, style: str) -> tuple[int, int]:
    if style == '"' and text[at : at + 1] == "\\":
        return _find_escaped(char, text, at, style)
    if text[at : at + 1] == char:
        return at, 1
    if style in ("|", ">"):
        while text[at : at + 1] == " ":
            at += 1
    return at, 1 if text[at : at + 1].isspace() else 0
