"""Read and write gettext PO files without losing anything that a translator wrote.

The format is that of the GNU gettext manual, chapter "The Format of PO Files", with the
previous-text comments (`#|`), obsolete entries (`#~`) and the sticky-flag lines (`#=`) of
gettext 1.0. Every entry keeps the lines it was read from, with their ends and the empty lines
after them, so that a file that is read and written again is the same to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from brief.localise.po_strings import PoStringError, read_string, write_string

_KEYWORD = re.compile(
    r"(?P<prefix>(?:#~\s*)?(?:#?\|\s*)?)"
    r'(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<index>\d+)\])?)\s*(?P<value>".*)$'
)
_CONTINUED = re.compile(r'(?P<prefix>(?:#~\s*)?(?:#?\|\s*)?)(?P<value>".*)$')
_RETURN = "\r"
_MARK = "\ufeff"
_CHARSET = re.compile(r"charset=([\w.:-]+)")
_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


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
    previous_plural: str | None = None
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
    """The entries of a file in order; the header is the entry with the empty source.

    `length` is the number of lines that it was read from, `ending` what new lines have before
    their line feed, and `mark` what stands before the first.
    """

    entries: tuple[PoEntry, ...]
    problems: tuple[PoProblem, ...] = ()
    length: int = 0
    ending: str = ""
    mark: str = ""

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
    mark = _MARK if text.startswith(_MARK) else ""
    lines = text.removeprefix(_MARK).split("\n")  # other separators are part of what was written
    for number, line in enumerate(lines, start=1):
        if draft is not None and _begins_entry(draft, line):
            entries.append(_settle(draft, problems))
            draft = None
        draft = draft or _Draft(number)
        draft.raw.append(line)
        _read_line(draft, line, number, problems)
    if draft is not None:
        entries.append(_settle(draft, problems))
    ending = _RETURN if lines[0].endswith(_RETURN) else ""
    file = PoFile(tuple(entries), tuple(problems), len(lines), ending, mark)
    return replace(file, problems=(*_check_charset(file), *problems))


def format_po(file: PoFile) -> str:
    """Write a PO file: entries as they were read, and new ones one string to a line.

    What stood one below the other keeps what was between; others are parted by an empty line.
    """
    lines: list[str] = []
    before: PoEntry | None = None
    for entry in file.entries:
        if before is not None and not _is_next(before, entry):
            _part(lines)
            lines.append(file.ending)
        lines += entry.raw or [f"{line}{file.ending}" for line in _format_entry(entry)]
        before = entry
    if before is None or _end(before) != file.length:
        _part(lines)
        lines.append("")
    return file.mark + "\n".join(lines)


def _check_charset(file: PoFile) -> Iterator[PoProblem]:
    """Find a header that promises another encoding than the one that is read."""
    found = _CHARSET.search(file.header.get("Content-Type", ""))
    if found is not None and found[1].lower() not in _UTF_8:
        message = f"the header says `{found[0]}`, but only UTF-8 is read; convert it with `msgconv`"
        yield PoProblem(1, 1, message)


def _part(lines: list[str]) -> None:
    while lines and not lines[-1].strip():
        lines.pop()


def find_line(entry: PoEntry, keyword: str) -> int:
    """Give the line of an entry on which the string of `msgid` or `msgstr` begins."""
    first = entry.line - _count_blank(entry)
    for number, line in enumerate(entry.raw):
        if line.startswith(keyword):
            following = next(iter(entry.raw[number + 1 :]), "")
            below = line.split()[1:] == ['""'] and following.startswith('"')
            return first + number + (1 if below else 0)
    return entry.line


def _is_next(before: PoEntry, after: PoEntry) -> bool:
    """Tell whether an entry was read right after another."""
    return bool(before.raw and after.raw) and _end(before) + 1 == after.line - _count_blank(after)


def _end(entry: PoEntry) -> int:
    """Give the last line that an entry was read from."""
    return entry.line - _count_blank(entry) + len(entry.raw) - 1


def _count_blank(entry: PoEntry) -> int:
    """Count the empty lines before an entry, which only the first of a file can have."""
    filled = (number for number, line in enumerate(entry.raw) if line.strip())
    return next(filled, 0)


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
    try:
        return read_string(value)
    except PoStringError as error:
        column = line.find('"') + 1 + error.offset
        problems.append(PoProblem(number, column, str(error)))
        return value.strip('"')


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
        previous_plural=values.get("previous msgid_plural"),
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
        lines.append(f"#{dead.strip('# ')}| msgctxt {write_string(entry.previous_context)}")
    if entry.previous_source is not None:
        lines.append(f"#{dead.strip('# ')}| msgid {write_string(entry.previous_source)}")
    if entry.previous_plural is not None:
        lines.append(f"#{dead.strip('# ')}| msgid_plural {write_string(entry.previous_plural)}")
    if entry.context is not None:
        lines.append(f"{dead}msgctxt {write_string(entry.context)}")
    lines.append(f"{dead}msgid {write_string(entry.source)}")
    if entry.plural is None:
        return [*lines, f"{dead}msgstr {write_string(entry.target)}"]
    lines.append(f"{dead}msgid_plural {write_string(entry.plural)}")
    return lines + [
        f"{dead}msgstr[{n}] {write_string(text)}" for n, text in enumerate(entry.targets)
    ]
