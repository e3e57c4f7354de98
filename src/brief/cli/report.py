"""Tell diagnostics: in full with the lines that they are about, in one line each, for machines.

In the full form every diagnostic shows its code and message, the place, an excerpt of the file
with what is meant underlined, and what to do about it. What stands in a file is printed with
care, so that it cannot steer a terminal.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from brief.diag.diagnostic import Code, Diagnostic, Place, Severity
from brief.publish.manifest import diagnostic_record

FORMS = ("full", "concise", "json", "github")

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_MAX_WIDTH = 160
_CONTEXT = 40
_LIMIT = 4_000_000
_IN_FULL = 3
_IN_LINES = 5


def report_diagnostics(diagnostics: Iterable[Diagnostic], root: Path, form: str) -> str:
    """Give diagnostics as text in one of the `FORMS`; `root` is the folder of the project."""
    said = list(diagnostics)
    if form == "json":
        return json.dumps([diagnostic_record(item) for item in said], ensure_ascii=False, indent=2)
    tell: dict[str, Callable[[Diagnostic], str]] = {
        "concise": _tell_concisely,
        "github": _tell_github,
    }
    if form == "full":
        return "\n\n".join(_tell_all_fully(said, root))
    return "\n".join(tell[form](item) for item in said)


def count_diagnostics(diagnostics: Iterable[Diagnostic]) -> str:
    """Count diagnostics by severity, as in `2 errors, 1 warning`; nothing is an empty text."""
    said = [item.severity for item in diagnostics]
    counts = [(severity.value, said.count(severity)) for severity in Severity]
    return ", ".join(f"{number} {word}{'s' * (number != 1)}" for word, number in counts if number)


def _tell_all_fully(said: list[Diagnostic], root: Path) -> Iterator[str]:
    """Give the paragraphs of the full form; doubts of one kind are told in full three times only.

    A catalogue that has just been begun gives a warning for each paragraph of the briefing, and
    among those an error would not be seen. Others in the same file follow with a line each, and
    those that are too many with their number.
    """
    told, rest = Counter[Code](), list[Diagnostic]()
    for item in said:
        told[item.code] += 1
        if item.severity is Severity.ERROR or told[item.code] <= _IN_FULL:
            yield _tell_fully(item, root)
        else:
            rest.append(item)
    if rest:
        yield "\n".join(_tell_rest(rest))
    if said:
        yield f"`brief explain {said[0].code.name}` says more about a code"


def _tell_rest(rest: list[Diagnostic]) -> Iterator[str]:
    """Give a line for each of the first of a code in a file, and then say how many there are."""
    told = Counter[tuple[Code, str]]()
    for item in rest:
        kind = item.code, item.place.file if item.place else ""
        told[kind] += 1
        if told[kind] <= _IN_LINES:
            yield _tell_concisely(item)
    more = {kind: number - _IN_LINES for kind, number in told.items() if number > _IN_LINES}
    for (code, file), number in more.items():
        where = f"{file}: " if file else ""
        yield f"{where}{number} more {code.severity.value}{'s' * (number != 1)} [{code.name}]"
    if more:
        yield "`brief check --format concise` tells each of them"


def _tell_fully(diagnostic: Diagnostic, root: Path) -> str:
    severity, place = diagnostic.severity, diagnostic.place
    head = _paint(f"{severity.value}[{diagnostic.code.name}]", _COLOURS[severity])
    lines = [f"{head}: {_clean(diagnostic.message)}"]
    text = None if place is None or place.cell else _read_line(root / place.file, place.line)
    margin = " " * len(str(place.line)) if place else " "
    if place is not None:
        lines.append(f"{margin}{_blue('-->')} {place.file}:{place.line}:{place.column}")
    if place is not None and text is not None:
        shown, marks = _excerpt(text, place)
        bar = _blue("|")
        lines += [f"{margin} {bar}", f"{_blue(str(place.line))} {bar} {shown}"]
        lines.append(f"{margin} {bar} {_paint(marks, _COLOURS[severity])}")
    lines += [f"{margin} {_blue('=')} help: {_clean(hint)}" for hint in diagnostic.hints]
    return "\n".join(lines)


def _tell_concisely(diagnostic: Diagnostic) -> str:
    place, code = diagnostic.place, diagnostic.code.name
    where = f"{place.file}:{place.line}:{place.column}: " if place else ""
    hint = f" ({_clean(diagnostic.hints[0])})" if diagnostic.hints else ""
    return f"{where}{diagnostic.severity.value}: {_clean(diagnostic.message)} [{code}]{hint}"


def _tell_github(diagnostic: Diagnostic) -> str:
    """Give an annotation for GitHub Actions, whose separators are escaped in the values."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    fields = {"title": diagnostic.code.name}
    if (place := diagnostic.place) is not None:
        fields |= {"file": place.file, "line": str(place.line), "col": str(place.column)}
        fields |= {"endLine": str(place.end_line or place.line)}
        fields |= {"endColumn": str(place.end_column or place.column)}
    values = ",".join(f"{name}={_escape(value, ':,')}" for name, value in fields.items())
    words = "\n".join((diagnostic.message, *diagnostic.hints))
    return f"::{kinds[diagnostic.severity]} {values}::{_escape(words)}"


def _escape(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _excerpt(line: str, place: Place) -> tuple[str, str]:
    """Give a line, cut if it is long, and the marks below it."""
    start = min(place.column - 1, len(line))
    same = place.end_line in (0, place.line)
    end = place.end_column - 1 if same and place.end_column else len(line.rstrip())
    end = max(start + 1, min(end, len(line)))
    before, meant, after = line[:start], line[start:end], line[end:]
    if _width(line) > _MAX_WIDTH:
        before = before if len(before) <= _CONTEXT else f"…{before[-_CONTEXT:]}"
        meant = meant if len(meant) <= 2 * _CONTEXT else f"{meant[: 2 * _CONTEXT]}…"
        after = after if len(after) <= _CONTEXT else f"{after[:_CONTEXT]}…"
    shown = _clean(f"{before}{meant}{after}").rstrip()
    return shown, " " * _width(before) + "^" * max(1, _width(meant))


def _width(text: str) -> int:
    """Count the cells that a text takes on a terminal."""
    cells = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        cells += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return cells


def _read_line(path: Path, number: int) -> str | None:
    lines = _read_lines(path)
    return lines[number - 1] if 0 < number <= len(lines) else None


@lru_cache(maxsize=8)
def _read_lines(path: Path) -> tuple[str, ...]:
    """Read a file for its excerpts; what cannot be read has none, and links are not followed."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LIMIT:
            return ()
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub(lambda found: " " if found[0] == "\t" else "\ufffd", text)


def _blue(text: str) -> str:
    return _paint(text, "34")


def _paint(text: str, colour: str) -> str:
    """Colour a text for a terminal that wants colours."""
    wanted = sys.stderr.isatty() and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return f"\x1b[{colour}m{text}\x1b[0m" if wanted and os.environ.get("TERM") != "dumb" else text
