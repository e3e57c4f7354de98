"""Turn the bytes of a file into text: UTF-8 with line feeds, and nothing that cannot be seen.

What must not be there is reported and replaced one for one, so that all places stay true and
the mistakes after it are found in the same run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from brief.define.passage import Passage, whole_file
from brief.define.problems import Problem, report_problems
from brief.diag.collector import Collector
from brief.diag.define_file_codes import CONTROL_CHARACTER, DIRECTION_OVERRIDE, ENCODING, TAB
from brief.diag.diagnostic import Place

_BOM = b"\xef\xbb\xbf"
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\ufffd"


def decode_file(
    data: bytes, file: str, collector: Collector, *, keep_tabs: bool = False
) -> Passage | None:
    """Decode a file; None if it is in another encoding, which is reported."""
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_encoding(data, error.start, file, collector)
        return None
    if text.startswith("\x00") or text[1:2] == "\x00":
        _report_encoding(data, 0, file, collector)
        return None
    whole = whole_file(_unify_lines(text), file)
    if not keep_tabs:
        whole = _without_tabs(whole, collector)
    return clean_passage(whole, collector)


def clean_passage(passage: Passage, collector: Collector) -> Passage:
    """Report characters that cannot be seen, and put a visible one in their place."""
    problems = list(find_hidden(passage.text))
    report_problems(problems, passage, collector)
    cleaned = _TURNING.sub(_REPLACEMENT, _HIDDEN.sub(_REPLACEMENT, passage.text))
    return Passage(cleaned, passage.file, passage.runs) if problems else passage


def find_hidden(text: str) -> Iterator[Problem]:
    """Find the characters that cannot be seen."""
    for found in _HIDDEN.finditer(text):
        message = f"the text holds {_name(found[0])}, which cannot be printed"
        yield Problem(CONTROL_CHARACTER, message, *found.span(), ("delete it",))
    for found in _TURNING.finditer(text):
        message = f"the text holds {_name(found[0])}, which turns the direction of what follows"
        yield Problem(DIRECTION_OVERRIDE, message, *found.span(), ("delete it",))


def _unify_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_tabs(passage: Passage, collector: Collector) -> Passage:
    count = passage.text.count("\t")
    if not count:
        return passage
    first = passage.text.index("\t")
    more = f", the first of {count}" if count > 1 else ""
    hint = "replace tabs by spaces"
    if passage.file.endswith(".yaml"):
        hint += "; fields are indented by two"
    collector.report(TAB, f"this is a tab{more}", passage.place(first, first + 1), hint)
    return Passage(passage.text.replace("\t", " "), passage.file, passage.runs)


def _report_encoding(data: bytes, at: int, file: str, collector: Collector) -> None:
    before = _unify_lines(data[:at].decode("utf-8"))
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    place = Place(file, line, column, line, column + 1)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        message = "the file is not UTF-8 but UTF-16"
    else:
        old = data[at : at + 1].decode("cp1252", errors="replace")
        message = "the file is not UTF-8"
        if old.isalpha():
            message += f"; the byte here is `{old}` in Windows-1252"
    hint = "save the file as UTF-8; editors offer it under “Save with encoding”"
    if file.lower().endswith((".csv", ".tsv")):
        hint = "save it as “CSV UTF-8”, which spreadsheet programs offer under “Save as”"
    collector.report(ENCODING, message, place, hint)


def _name(char: str) -> str:
    name = unicodedata.name(char, "a control character").lower()
    return f"U+{ord(char):04X} ({name})"
