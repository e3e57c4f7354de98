"""Part the files of a definition into units that are compared and merged by name.

A unit of Markdown is a block with its id; one of YAML is a field with its path. What stands
between units (empty lines, remarks) belongs to the one that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ID = re.compile(r"\{#(?P<id>[a-z0-9-]+)[^{}]*\}\s*$")
_NOTE = re.compile(r"\[\^(?P<id>[^\]]+)\]:")
_PLACED = re.compile(r"!\[\]\(#(?P<id>[a-z0-9-]+)\)\s*$")
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s|>|\|")
_FIELD = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<key>[A-Za-z_$][\w$-]*):(?P<value>\s.*|$)")
_ITEM = re.compile(r"(?P<indent> *)- (?P<value>.*)")
_ITEM_ID = re.compile(r"\{?\s*id:\s*(?P<id>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a file: its name in the file, what it belongs to as a whole, and its text."""

    key: str
    group: str
    text: str

    @property
    def core(self) -> str:
        """The text without empty lines around it, by which units are compared."""
        return self.text.strip("\n").rstrip()


def split_markdown(text: str) -> list[Unit]:
    """Part a Markdown file into its blocks; those without an id are named by their own text."""
    units: list[Unit] = []
    held: list[str] = []
    key = ""

    def end() -> None:
        body = "\n".join(held).strip("\n")
        if body:
            name = key or f"={body}"
            units.append(Unit(name, name, body))
        held.clear()

    after_blank = True
    for line in text.split("\n"):
        started = _find_start(line)
        if started is not None or (after_blank and line.strip() and not _goes_on(line, held)):
            end()
            key = started or ""
        held.append(line)
        after_blank = not line.strip()
    end()
    return units


def split_yaml(text: str) -> list[Unit]:
    """Part a YAML file into its fields; lists of fields are told apart by their ids."""
    units: list[Unit] = []
    stack: list[tuple[int, str]] = []  # the indent of what is open, and its part of the path
    held: list[str] = []
    current: tuple[str, str] | None = None
    deepest = -1

    def end() -> None:
        if current is not None:
            units.append(Unit(*current, "\n".join(held)))
            held.clear()

    waiting: list[str] = []
    for line in text.rstrip("\n").split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if current is not None and line.strip() and indent > deepest and _is_block(held):
            held += [*waiting, line]
            waiting.clear()
            continue
        if not line.strip() or line.lstrip().startswith("#"):
            waiting.append(line)
            continue
        found = _read_path(line, stack)
        if found is None:
            held += [*waiting, line]
        else:
            end()
            current, deepest = found, indent
            held += [*waiting, line]
        waiting.clear()
    end()
    if waiting:
        units.append(Unit("/end", "/end", "\n".join(waiting)))
    return units


def _find_start(line: str) -> str | None:
    """Give the name of the block that a line begins."""
    for pattern, prefix in ((_ID, ""), (_NOTE, "^"), (_PLACED, "!")):
        if found := pattern.match(line):
            return f"{prefix}{found['id']}"
    return None


def _goes_on(line: str, held: Sequence[str]) -> bool:
    """Tell whether a line after an empty one still belongs to the block before it."""
    if line.startswith(" "):
        return True
    first = next((one for one in held if one.strip() and not _ID.match(one)), "")
    return bool(_MARKER.match(line)) and bool(_MARKER.match(first))


def _is_block(held: Sequence[str]) -> bool:
    """Tell whether a field holds lines of text, so that what looks like a field is none."""
    first = next((line for line in held if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(re.search(r":\s*[|>][-+\d]*\s*(?:#.*)?$", first))


def _read_path(line: str, stack: list[tuple[int, str]]) -> tuple[str, str] | None:
    """Give the path of the field that a line begins, and that of the entry that it belongs to."""
    item = _ITEM.match(line)
    found = _FIELD.match(line)
    if item is None and found is None:
        return None
    indent = len((item or found)["indent"])  # type: ignore[index]  # one of them is there
    while stack and _is_closed(stack[-1], indent, in_list=item is not None):
        stack.pop()
    if item is not None:
        named = _ITEM_ID.match(item["value"])
        stack.append((indent, f"[{named['id'] if named else item['value'].strip()}]"))
        indent += 2
    if found is not None and (item is None or not item["value"].startswith("{")):
        stack.append((indent, found["key"]))
    parts = [part for _, part in stack]
    entry = max((at for at, part in enumerate(parts) if part.startswith("[")), default=None)
    path = "/".join(parts)
    return path, path if entry is None else "/".join(parts[: entry + 1])


def _is_closed(opened: tuple[int, str], indent: int, *, in_list: bool) -> bool:
    """Tell whether a line ends what is open; a list may stand as far left as its field."""
    if opened[0] == indent and in_list:
        return opened[1].startswith("[")
    return opened[0] >= indent


def join_markdown(units: Sequence[Unit]) -> str:
    """Put blocks together to a Markdown file."""
    return "\n\n".join(unit.core for unit in units) + "\n"


def join_yaml(units: Sequence[Unit]) -> str:
    """Put fields together to a YAML file, with what stands between them."""
    return "\n".join(unit.text for unit in units) + "\n"


def list_groups(units: Sequence[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """Yield the entries that units belong to, each with its units."""
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.group, []).append(unit)
    yield from groups.items()
