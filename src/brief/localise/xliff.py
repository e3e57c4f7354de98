"""Catalogues as XLIFF 2.1 and back, for translators whose tools do not read PO.

A unit's `name` is the key of its text, so that what comes back is found whatever the tool did to
the order. Texts stand as Markdown in one segment. States are those of the standard: `initial` for
what is missing or stale, `translated` for the rest.
(OASIS, XLIFF Version 2.1, 2018.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from brief.localise.po import PoEntry, PoFile
from brief.localise.units import Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")


class XliffError(ValueError):
    """A text that is not XLIFF 2, or not for this catalogue."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A catalogue with what came back: the keys that were `taken`, and those `unknown` or `old`.

    A translation is `old` when its source is no longer that of the definition.
    """

    file: PoFile
    taken: tuple[str, ...]
    unknown: tuple[str, ...]
    old: tuple[str, ...]


def write_xliff(file: PoFile, units: Sequence[Unit], name: str, source: str, target: str) -> str:
    """Write the units of a briefing with their translations as XLIFF 2.1."""
    ElementTree.register_namespace("", NAMESPACE)
    root = ElementTree.Element(
        _tag("xliff"), {"version": "2.1", "srcLang": source, "trgLang": target}
    )
    holder = ElementTree.SubElement(root, _tag("file"), {"id": "f1", "original": name})
    known = {entry.context: entry for entry in file.entries if not entry.obsolete}
    for number, unit in enumerate(units, start=1):
        _add_unit(holder, number, unit, known.get(unit.key))
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _add_unit(holder: ElementTree.Element, number: int, unit: Unit, entry: PoEntry | None) -> None:
    made = ElementTree.SubElement(holder, _tag("unit"), {"id": f"u{number}", "name": unit.key})
    notes = ElementTree.SubElement(made, _tag("notes"))
    ElementTree.SubElement(notes, _tag("note"), {"category": "type"}).text = unit.kind
    if unit.section:
        ElementTree.SubElement(notes, _tag("note"), {"category": "section"}).text = unit.section
    current = entry is not None and entry.source == unit.source and not entry.fuzzy
    state = "translated" if entry and entry.target and current else "initial"
    segment = ElementTree.SubElement(made, _tag("segment"), {"state": state})
    ElementTree.SubElement(segment, _tag("source")).text = unit.source
    if entry and entry.target:
        ElementTree.SubElement(segment, _tag("target")).text = entry.target


def read_xliff(text: str, file: PoFile, units: Sequence[Unit], tag: str) -> Imported:
    """Put translations from XLIFF 2 into a catalogue; what is there stays where none came back.

    Raises `XliffError` when the text cannot be read or is in another language.
    """
    root = _parse(text)
    if root.tag != _tag("xliff") or root.get("trgLang") != tag:
        found = root.get("trgLang") or "none"
        raise XliffError(f"this is not XLIFF 2 in `{tag}`: its target language is `{found}`")
    sources = {unit.key: unit.source for unit in units}
    there = {entry.context: entry.target for entry in file.entries if not entry.obsolete}
    came = {
        key: (source, target)
        for key, source, target, done in _segments(root)
        if target and (done or target != there.get(key))
    }
    unknown = tuple(key for key in came if key not in sources)
    old = tuple(k for k, (source, _) in came.items() if sources.get(k, source) != source)
    taken = {key: came[key][1] for key in came if key in sources and key not in old}
    entries = [_take(entry, taken) for entry in file.entries]
    return Imported(replace(file, entries=tuple(entries)), tuple(taken), unknown, old)


def _parse(text: str) -> ElementTree.Element:
    if any(mark in text for mark in _FORBIDDEN):
        raise XliffError("a document type has no place in XLIFF")
    try:
        return ElementTree.fromstring(text.encode())  # noqa: S314  # without entities
    except ElementTree.ParseError as error:
        raise XliffError(f"this is not XML: {error}") from None


def _segments(root: ElementTree.Element) -> Iterator[tuple[str, str, str, bool]]:
    """Yield key, source and target of every unit, and whether its translator is done with it.

    Segments that a tool has parted are joined.
    """
    for unit in root.iter(_tag("unit")):
        segments = [part for part in unit if part.tag in (_tag("segment"), _tag("ignorable"))]
        source = "".join(_text(part, "source") for part in segments)
        target = "".join(
            _text(part, "target")
            or (_text(part, "source") if part.tag == _tag("ignorable") else "")
            for part in segments
        )
        states = [part.get("state", "initial") for part in unit if part.tag == _tag("segment")]
        yield unit.get("name", ""), source.strip(), target.strip(), "initial" not in states


def _text(part: ElementTree.Element, name: str) -> str:
    found = part.find(_tag(name))
    return "" if found is None else "".join(found.itertext())


def _take(entry: PoEntry, taken: dict[str, str]) -> PoEntry:
    target = taken.get(entry.context or "")
    if target is None or entry.obsolete or (target == entry.target and not entry.fuzzy):
        return entry
    flags = entry.flags - {"fuzzy"}
    return replace(entry, targets=(target,), flags=flags, previous_source=None, raw=())


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
