"""Bring a definition up to date with a newer version of the document that it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from brief.build.intake import BASE, TakenIn, find_proposals
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.diag.intake_codes import CONFLICT, NO_BASE
from brief.intake.definition import DefinitionWriter
from brief.intake.markdown_writer import PICTURES, MarkdownWriter
from brief.intake.matching import Known, match_blocks
from brief.intake.mending import rename_pictures
from brief.intake.merging import Conflict, Merged, merge
from brief.intake.naming import Names
from brief.intake.units import Unit, join_markdown, join_yaml, split_markdown, split_yaml
from brief.model.document import Document, Part

_BRIEFING = "briefing.yaml"
_SECTION = re.compile(r"sections/\[(?P<id>[\w-]+)\]/(?P<field>title|file)$")
_SUMMARY = "summary"
Split: TypeAlias = Callable[[str], list[Unit]]
Join: TypeAlias = Callable[[Sequence[Unit]], str]


@dataclass(slots=True)
class Update:
    """What an update does: files to write, files to remove, and what becomes of passages."""

    files: dict[str, bytes] = field(default_factory=dict)
    removed_files: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, Conflict]] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)


def update_definition(
    folder: Path,
    name: str,
    schema: str,
    taken: TakenIn,
    settled: tuple[Collection[str], Collection[str]],
    collector: Collector,
) -> Update | None:
    """Work out what a newer document changes in a definition; nothing is written here.

    `settled` are the ids of conflicts that are settled for the document, and for the author.
    """
    base = _read_texts(folder / BASE)
    if _BRIEFING not in base:
        message = f"`{name}` was not made from a document, or its `{BASE}` folder is gone"
        hint = f"make a new definition: `brief new {name}-2 --from …`"
        collector.report(NO_BASE, message, None, hint)
        return None
    document = _keep_picture_names(taken.document, folder / PICTURES)
    taken = replace(taken, document=document)
    now = _write_again(name, schema, taken, base)
    return _merge_files(folder, base, now, settled, collector)


def _write_again(name: str, schema: str, taken: TakenIn, base: dict[str, str]) -> dict[str, bytes]:
    """Write the newer document, with the ids of the blocks and sections that it still has."""
    writer = DefinitionWriter(name, schema, taken.document, taken.origin)
    known, sections = list(_list_known(base)), _list_sections(base)
    parts: list[tuple[Part, int]] = [(part, -1) for part in writer.lead]
    parts += [(p, at) for at, section in enumerate(writer.sections) for p in section.parts]
    plain = MarkdownWriter(Names())
    matched = match_blocks(known, [plain.write_block(part) for part, _ in parts])
    for (part, _), block in zip(parts, matched, strict=True):
        if block is not None:
            writer.names.given[id(part)] = block.id
    writer.names.taken |= {block.id for block in known} | {name for name, _ in sections.values()}
    homes = [(at, block.section) for (_, at), block in zip(parts, matched, strict=True) if block]
    writer.places = _match_sections(writer, sections, homes)
    writer.proposals = find_proposals(writer)
    return writer.write()


def _match_sections(
    writer: DefinitionWriter,
    sections: dict[str, tuple[str, str]],
    homes: list[tuple[int, str]],
) -> dict[int, tuple[str, str]]:
    """Let sections keep id and file: by their title, else by most of the blocks they hold."""
    by_file = {file: (title, name) for title, (name, file) in sections.items()}
    places: dict[int, tuple[str, str]] = {}
    free = dict(sections)
    for at, section in enumerate(writer.sections):
        title = _plain_title(MarkdownWriter(Names()).write_inline(section.title, notes=False))
        if title in free:
            places[at] = free.pop(title)
    for at in range(len(writer.sections)):
        files = [file for place, file in homes if place == at and file in by_file]
        best = max(set(files), key=files.count, default="")
        if at not in places and best and by_file[best][0] in free:
            places[at] = free.pop(by_file[best][0])
    return places


def _list_known(base: dict[str, str]) -> Iterator[Known]:
    for file, text in base.items():
        if file.endswith(".md"):
            for unit in split_markdown(text):
                if unit.key[:1] not in "=^!":
                    yield Known(unit.key, unit.core.partition("\n")[2], file)
    for unit in split_yaml(base[_BRIEFING]):
        if unit.key == _SUMMARY:
            inner = "\n".join(line.strip() for line in unit.core.split("\n"))
            for block in split_markdown(inner[inner.find("{#") :] if "{#" in inner else ""):
                yield Known(block.key, block.core.partition("\n")[2])


def _list_sections(base: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Give the sections of a definition by title: the id and file of each."""
    found: dict[str, dict[str, str]] = {}
    for unit in split_yaml(base[_BRIEFING]):
        if match := _SECTION.match(unit.key):
            value = unit.core.rpartition("\n")[2].partition(":")[2].partition("  #")[0].strip()
            found.setdefault(match["id"], {})[match["field"]] = value
    return {
        _plain_title(fields["title"]): (name, fields["file"])
        for name, fields in found.items()
        if "title" in fields and "file" in fields
    }


def _plain_title(written: str) -> str:
    return re.sub(r"[\\\"]", "", written)


def _merge_files(
    folder: Path,
    base: dict[str, str],
    now: dict[str, bytes],
    settled: tuple[Collection[str], Collection[str]],
    collector: Collector,
) -> Update:
    update = Update()
    yours = _read_texts(folder)
    texts = {path: data.decode() for path, data in now.items() if path.endswith((".md", ".yaml"))}
    for path in dict.fromkeys((*texts, *base)):
        split, join = _tools_for(path)
        before, new, own = (split(version.get(path, "")) for version in (base, texts, yours))
        merged = merge(before, new, own, *settled)
        _note(update, path, merged)
        for conflict in merged.conflicts:
            _report(path, conflict, yours.get(path, ""), folder.name, collector)
        if merged.units:
            update.files[path] = join(merged.units).encode()
        elif path in yours:
            update.removed_files.append(path)
        if merged.base:
            update.files[f"{BASE}/{path}"] = join(merged.base).encode()
        elif path in base:
            update.removed_files.append(f"{BASE}/{path}")
    update.files |= {path: data for path, data in now.items() if path not in texts}
    return update


def _tools_for(path: str) -> tuple[Split, Join]:
    return (split_yaml, join_yaml) if path.endswith(".yaml") else (split_markdown, join_markdown)


def _note(update: Update, path: str, merged: Merged) -> None:
    update.conflicts += [(path, conflict) for conflict in merged.conflicts]
    update.changed += [f"{path}: {key}" for key in merged.changed]
    update.added += [f"{path}: {key}" for key in merged.added]
    update.settled |= merged.settled
    update.removed += [f"{path}: {key}" for key in merged.removed]


def _report(path: str, conflict: Conflict, text: str, name: str, collector: Collector) -> None:
    """Report a conflict at the place of the author's passage."""
    first = conflict.yours.split("\n")[0]
    at = text.find(first) if first else -1
    line = text.count("\n", 0, at) + 1 if at >= 0 else 1
    shown = conflict.key if len(conflict.key) < 60 else f"{conflict.key[:57]}…"
    what = "was removed by you" if not conflict.yours else "was changed by you"
    also = "is gone from the document" if not conflict.now else "changed in the document"
    message = f"`{shown}` {what} and {also}; yours was kept"
    way = f"`--take {conflict.group}`, or settle it with `--keep {conflict.group}`"
    hint = f"take the document's with {way}"
    collector.report(CONFLICT, message, Place(f"briefings/{name}/{path}", line), hint)


def _keep_picture_names(document: Document, folder: Path) -> Document:
    """Let pictures that are there already keep their names; new ones get names that are free."""
    known = {}
    if folder.is_dir():
        known = {
            file.read_bytes(): file.name for file in sorted(folder.iterdir()) if file.is_file()
        }
    taken = set(known.values())
    names: dict[str, str] = {}
    for old, data in document.pictures.items():
        new = known.get(data, old)
        number = len(taken)
        while data not in known and new in taken:
            number += 1
            new = f"picture-{number}.{old.rpartition('.')[2]}"
        names[old] = new
        taken.add(new)
    return rename_pictures(document, names)


def _read_texts(folder: Path) -> dict[str, str]:
    """Read the texts that lie in a folder itself."""
    if not folder.is_dir():
        return {}
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir())
        if file.suffix in (".md", ".yaml") and file.is_file() and not file.is_symlink()
    }
