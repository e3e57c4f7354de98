"""The words of paragraphs, headings and quotations."""

from __future__ import annotations

import re

from brief.define.block_tree import Branch, find_words
from brief.define.desk import Desk
from brief.define.passage import Passage, join_lines
from brief.diag.define_codes import EMPTY_FIELD
from brief.diag.define_text_codes import HEADING_JUMP, HEADING_LEVEL, UNSUPPORTED_MARKDOWN

_ATTRIBUTION = re.compile(r"(?:—|–|---?)\s+(?=\S)")


def read_words(desk: Desk, branch: Branch) -> Passage:
    """Join the lines of a paragraph; line breaks that the author forced are reported."""
    words = find_words(branch)
    raw = branch.children[0].token.content.split("\n")
    for line, passage in zip(raw[:-1], words, strict=False):
        if line.endswith(("  ", "\\")):
            message = "the line break here is forced by what stands at the end of the line"
            hint = "remove the blanks or the backslash at its end, or begin a new paragraph"
            place = passage.place(max(0, len(passage.text) - 1), len(passage.text))
            desk.collector.report(UNSUPPORTED_MARKDOWN, message, place, hint)
    return join_lines(words)


def read_heading(desk: Desk, branch: Branch, above: int) -> tuple[Passage, int]:
    """Give the words of a heading and its level; `above` is the level of the one before it."""
    words = find_words(branch)[0]
    level = int(branch.token.tag[1:])
    place = branch.lines[0].strip().place()
    if not words.text:
        hint = "write its words, or remove it"
        desk.collector.report(EMPTY_FIELD, "the heading has no words", place, hint)
    if level == 1:
        hint = f"write `## {words.text}`, or begin a new section"
        message = "headings within a section begin with `##`"
        desk.collector.report(HEADING_LEVEL, message, place, hint)
    elif level > above + 1:
        message = f"the heading leaves out a level: `{'#' * level}` after `{'#' * above}`"
        hint = f"write `{'#' * (above + 1)} {words.text}`"
        desk.collector.report(HEADING_JUMP, message, place, hint)
    return words, level


def part_attribution(branch: Branch) -> Passage | None:
    """Take the last line of a quotation out of it if it says whose words they are."""
    last = branch.children[-1] if branch.children else None
    if last is None or last.kind != "paragraph_open":
        return None
    line = find_words(last)[-1]
    found = _ATTRIBUTION.match(line.text)
    if found is None:
        return None
    inline = last.children[0].token
    inline.content, _, _ = inline.content.rpartition("\n")
    if not inline.content:
        branch.children.pop()
    return line.cut(found.end())
