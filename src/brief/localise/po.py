"""Read and write gettext PO files without losing anything that a translator wrote.

The format is that of the GNU gettext manual, chapter "The Format of PO Files", with the
previous-text comments (`#|`), obsolete entries (`#~`) and the sticky-flag lines (`#=`) of
gettext 1.0. Every entry keeps the lines it was read from, so that a file that is read and
written again is the same to the byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_KEYWORD = re.compile(
    r"(?P<prefix>(?:#~\s*)?(?:#?\|\s*)?)"
    r'(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<index>\d+)\])?)\s*(?P<value>".*)$'
)
_CONTINUED = re.compile(r'(?P<prefix>(?:#~\s*)?(?:#?\|\s*)?)(?P<value>".*)$')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    '"': '"',
    "\\": "\\",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}


@dataclass(frozen=True, slots=True)
class PoProblem:
    """A line that is not PO syntax; line and column count from 1."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One message. `targets` has one item, or one for each plural form.

    `raw` are the lines as they were read; an entry made by the program has none.
    """

    source: str
    context: str | None = None
    plural: str | None = None
    targets: tuple[str, ...] = ("",)
    translator_comments: tuple[str, ...] = ()
    extracted_comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    previous_context: str | None = None
    previous_source: str | None = None
    obsolete: bool = False
    line: int = 0
    raw: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """The translation, of the first form where there are several."""
        return self.targets[0] if self.targets else ""

    @property
    def fuzzy(self) -> bool:
        """Whether a translator still has to confirm the entry."""
        return "fuzzy" in self.flags


@dataclass(frozen=True, slots=True)
class PoFile:
    """The entries of a file in order; the header is the entry with the empty source."""

    entries: tuple[PoEntry, ...]
    problems: tuple[PoProblem, ...] = ()

    @property
    def header(self) -> dict[str, str]:
        """The fields of the header entry, by name."""
        for entry in self.entries:
            if entry.source == "" and entry.context is None and not entry.obsolete:
                pairs = (line.partition(":") for line in entry.target.split("\n") if ":" in line)
                return {name.strip(): value.strip() for name, _, value in pairs}
        return {}


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    line: int
    raw: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    comments: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False
    open_value: str = ""

    @property
    def has_message(self) -> bool:
        return any(not name.startswith("previous ") for name in self.values)


def parse_po(text: str) -> PoFile:
    """Read a PO file; lines that are no PO syntax are told in `problems` and kept in `raw`."""
    entries: list[PoEntry] = []
    problems: list[PoProblem] = []
    draft: _Draft | None = None
    for number, line in enumerate(_lines_of(text), start=1):
        if draft is not None and _begins_entry(draft, line):
            entries.append(_settle(draft, problems))
            draft = None
        draft = draft or _Draft(number)
        draft.raw.append(line)
        _read_line(draft, line, number, problems)
    if draft is not None and (draft.values or any(raw.strip() for raw in draft.raw)):
        entries.append(_settle(draft, problems))
    return PoFile(tuple(entries), tuple(problems))


def format_po(file: PoFile) -> str:
    """Write a PO file: entries as they were read, and new ones one string to a line."""
    blocks = ["\n".join(entry.raw or _format_entry(entry)).strip("\n") for entry in file.entries]
    return "\n\n".join(blocks) + "\n"


def _lines_of(text: str) -> list[str]:
    """Split at line feeds alone: other separators are part of what a translator wrote."""
    return text.removeprefix("\ufeff").removesuffix("\n").replace("\r\n", "\n").split("\n")


def _begins_entry(draft: _Draft, line: str) -> bool:
    """Tell whether `line` belongs to the next entry: after a message, anything but its rest."""
    if "msgstr" not in draft.values and "msgstr[0]" not in draft.values:
        return False
    stripped = line.strip()
    if not stripped:
        return False
    keyword = _KEYWORD.match(stripped)
    if keyword:
        return keyword["index"] is None or keyword["index"] == "0"
    return _CONTINUED.match(stripped) is None


def _read_line(draft: _Draft, line: str, number: int, problems: list[PoProblem]) -> None:
    stripped = line.strip()
    if not stripped:
        return
    match = _KEYWORD.match(stripped)
    if match:
        previous = "|" in match["prefix"]
        draft.obsolete = draft.obsolete or match["prefix"].startswith("#~")
        draft.open_value = ("previous " if previous else "") + match["word"]
        draft.values[draft.open_value] = _unquote(match["value"], line, number, problems)
    elif (match := _CONTINUED.match(stripped)) and draft.open_value:
        draft.values[draft.open_value] += _unquote(match["value"], line, number, problems)
    elif stripped.startswith("#"):
        _read_comment(draft, stripped)
    else:
        problems.append(
            PoProblem(number, 1, "this line is neither a keyword, a string nor a comment")
        )


def _read_comment(draft: _Draft, line: str) -> None:
    kind = line[1:2] if line[1:2] in ".:,=~|" else ""
    body = line[1 + len(kind) :].strip()
    draft.obsolete = draft.obsolete or kind == "~"
    draft.comments.setdefault("," if kind == "=" else kind, []).append(body)


def _unquote(value: str, line: str, number: int, problems: list[PoProblem]) -> str:
    match = _STRING.match(value)
    if match is None:
        column = line.find('"') + 1
        problems.append(PoProblem(number, column, "this string is not closed by a quotation mark"))
        return value.strip('"')
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[0]), match[1])


def _settle(draft: _Draft, problems: list[PoProblem]) -> PoEntry:
    values, comments = draft.values, draft.comments
    if draft.has_message and "msgid" not in values:
        problems.append(PoProblem(draft.line, 1, "this entry has no `msgid`"))
    targets = tuple(values[name] for name in sorted(values) if name.startswith("msgstr"))
    flags = (flag.strip() for line in comments.get(",", ()) for flag in line.split(","))
    return PoEntry(
        source=values.get("msgid", ""),
        context=values.get("msgctxt"),
        plural=values.get("msgid_plural"),
        targets=targets,
        translator_comments=tuple(comments.get("", ())),
        extracted_comments=tuple(comments.get(".", ())),
        references=tuple(comments.get(":", ())),
        flags=frozenset(flag for flag in flags if flag),
        previous_context=values.get("previous msgctxt"),
        previous_source=values.get("previous msgid"),
        obsolete=draft.obsolete or not draft.has_message,
        line=draft.line + next((i for i, raw in enumerate(draft.raw) if raw.strip()), 0),
        raw=tuple(draft.raw),
    )


def _format_entry(entry: PoEntry) -> list[str]:
    dead = "#~ " if entry.obsolete else ""
    lines = [f"# {comment}".rstrip() for comment in entry.translator_comments]
    lines += [f"#. {comment}" for comment in entry.extracted_comments]
    lines += [f"#: {reference}" for reference in entry.references]
    if entry.flags:
        lines.append("#, " + ", ".join(sorted(entry.flags)))
    if entry.previous_context is not None:
        lines.append(f"#{dead.strip('# ')}| msgctxt {_quote(entry.previous_context)}")
    if entry.previous_source is not None:
        lines.append(f"#{dead.strip('# ')}| msgid {_quote(entry.previous_source)}")
    if entry.context is not None:
        lines.append(f"{dead}msgctxt {_quote(entry.context)}")
    lines.append(f"{dead}msgid {_quote(entry.source)}")
    if entry.plural is None:
        return [*lines, f"{dead}msgstr {_quote(entry.target)}"]
    lines.append(f"{dead}msgid_plural {_quote(entry.plural)}")
    return lines + [f"{dead}msgstr[{n}] {_quote(text)}" for n, text in enumerate(entry.targets)]


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + '"'
