"""Say in an author's words what the YAML parser found wrong."""

from __future__ import annotations

import re

import yaml

from brief.define.passage import Passage
from brief.diag.diagnostic import Place

_CANNOT_BEGIN = "a text cannot begin with this character"
_QUOTE = "put the whole text in quotation marks"
_MEANT: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands within a text",
        f"{_QUOTE}, or indent the line as its neighbours are",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "close it; within single quotation marks, write `''` for an apostrophe",
    ),
    (
        "found unexpected document indicator",
        "a quotation mark is opened here and never closed",
        "close it before the line of hyphens",
    ),
    (
        "found character that cannot start any token",
        _CANNOT_BEGIN,
        _QUOTE,
    ),
    (
        "could not find expected ':'",
        "this line is neither a field nor part of the text above",
        "write `name: value`, with a space after the colon, or indent the line further",
    ),
    (
        "did not find expected key",
        "here a field was expected",
        "indent the line as its neighbours are; a text goes on only within its quotation marks",
    ),
    (
        "did not find expected '-' indicator",
        "here an item of the list, `- `, was expected",
        "begin the line with `- `, or indent it as its neighbours are",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "begin the list on the next line",
    ),
    (
        "did not find expected ',' or ']'",
        "the list that begins with `[` is not closed",
        "close it with `]`, and put texts with commas or brackets in quotation marks",
    ),
    (
        "did not find expected ',' or '}'",
        "the fields that begin with `{` are not closed",
        "close them with `}`, and put texts with commas or braces in quotation marks",
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        "write the value, or put a text with special characters in quotation marks",
    ),
    (
        "found unknown escape character",
        "a backslash in double quotation marks begins an escape that does not exist",
        "use single quotation marks, or write two backslashes",
    ),
    (
        "did not find expected hexdecimal number",
        "a backslash in double quotation marks begins an escape that is not complete",
        "use single quotation marks, or write two backslashes",
    ),
    (
        "found invalid Unicode character escape code",
        "this escape stands for no character",
        "write the character itself",
    ),
    (
        "did not find expected alphabetic or numeric character",
        _CANNOT_BEGIN,
        _QUOTE,
    ),
    (
        "did not find expected comment or line break",
        "after the sign for a text of several lines nothing may follow",
        "begin the text on the next line",
    ),
    (
        "while scanning a directive",
        _CANNOT_BEGIN,
        _QUOTE,
    ),
)
_AT_THE_START = ("found unexpected", "did not find expected ',' or", "directive", "an alias")
_FIELD = re.compile(r"\s*[\w$-]+:(?:\s|\Z)")
_ITEM = re.compile(r"\s*-\s")
_QUOTED = re.compile(r".*[\"']\s+\Z")


def describe_mistake(error: yaml.YAMLError, source: Passage) -> tuple[str, Place, str]:
    """Give message, place and hint for an error of the parser."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if opened is not None and any(sign in f"{problem} {context}" for sign in _AT_THE_START):
        mark = opened
    start = _offset(mark or opened, source)
    if found := _look_at_line(problem, start, source):
        return found
    known = next((item for item in _MEANT if item[0] in problem or item[0] in context), None)
    message, hint = known[1:] if known else (f"this is not YAML: {problem}", _QUOTE)
    if message == _CANNOT_BEGIN:
        message = f"a text cannot begin with `{source.text[start : start + 1]}`"
    return message, source.place(start, start + 1), hint


def _look_at_line(problem: str, start: int, source: Passage) -> tuple[str, Place, str] | None:
    """Tell mistakes that the parser puts in general words by the line at which it stopped."""
    begin = source.text.rfind("\n", 0, start) + 1
    end = source.text.find("\n", start)
    line = source.text[begin : end if end >= 0 else len(source.text)]
    first = begin + len(line) - len(line.lstrip())
    place = source.place(first, begin + len(line))
    hint = "indent it by as many spaces as its neighbours"
    if "mapping values are not allowed" in problem and _FIELD.match(line):
        before = line[: start - begin]
        if before.strip().replace("-", "").replace("_", "").isalnum():
            return "this field is indented differently from its neighbours", place, hint
    if "did not find expected" not in problem:
        return None
    if _QUOTED.match(line[: start - begin]):
        message = "the text ends with its quotation mark, but more follows"
        quote = "put the whole text in one pair of quotation marks"
        return message, source.place(start, begin + len(line)), quote
    if _ITEM.match(line) and start - begin == len(line) - len(line.lstrip()):
        return "this item is indented differently from the others", place, hint
    return None


def _offset(mark: yaml.Mark | None, source: Passage) -> int:
    if mark is None:
        return 0
    line = min(int(mark.line), len(source.runs) - 1)
    return min(source.runs[line][0] + int(mark.column), len(source.text))
