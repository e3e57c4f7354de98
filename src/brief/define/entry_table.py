"""Read the rows of a table as entries of a timeline, by the names of its columns.

The columns are the fields that entries have in the YAML, in any order, and `kind`, which says
what a row is. Rows become the same nodes as entries in the YAML, so that the same checks hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_origin

from pydantic import BaseModel

from brief.define.field_tree import name_fields
from brief.define.hints import closest, suggest_or_list
from brief.define.nodes import Fields, Items, Kind, Scalar, scalar_of, stand_in
from brief.define.passage import Passage
from brief.define.spreadsheet import Sheet, name_column
from brief.define.timeline_fields import EntryFields, EraFields, UndatedFields
from brief.diag.collector import Collector
from brief.diag.define_codes import MISSING_FIELD, UNKNOWN_FIELD, UNKNOWN_VALUE
from brief.diag.define_table_codes import TABLE_HEADER
from brief.diag.diagnostic import Place

KIND = "kind"
# What a row can be: the field of the timeline that it goes to, and the fields that it may have.
KINDS: dict[str, tuple[str, type[BaseModel]]] = {
    "event": ("events", EntryFields),
    "span": ("spans", EntryFields),
    "era": ("eras", EraFields),
    "undated": ("undated", UndatedFields),
}
COLUMNS: tuple[str, ...] = (
    KIND,
    *dict.fromkeys(name for _, model in KINDS.values() for name in name_fields(model)),
)
_NUMBER = re.compile(r"[-+]?[0-9]+\Z")
_SEPARATOR = re.compile(r"[\s,;]+")
_WITH_ARTICLE = {
    "event": "an event", "span": "a span", "era": "an era", "undated": "an undated statement",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that has been read from a row, and where the row begins."""

    kind: str
    fields: Fields
    place: Place


def read_entries(sheet: Sheet, place: Place, collector: Collector) -> list[Draft] | None:
    """Read every row; mistakes in columns and kinds are reported, the rest is left to others.

    Gives None where the first row names no column at all.
    """
    if not any(closest(name_column(cell), COLUMNS) for cell in sheet.head.values()):
        listed = ", ".join(f"`{name}`" for name in COLUMNS)
        message = "the first row does not name the columns of a timeline"
        collector.report(TABLE_HEADER, message, place, f"write names such as {listed}")
        return None
    columns = name_columns(sheet, COLUMNS, collector)
    drafts = []
    for row in sheet.rows:
        cells = {columns[number]: cell for number, cell in row.items() if number in columns}
        if cells:
            drafts.append(_read_row(cells, collector))
    return drafts


def name_columns(sheet: Sheet, known: tuple[str, ...], collector: Collector) -> dict[int, str]:
    """Give the name of every column by number; a misspelt one is reported and read as meant."""
    columns: dict[int, str] = {}
    found = {name_column(cell) for cell in sheet.head.values()}
    for number, cell in sheet.head.items():
        name = name_column(cell)
        if name not in known:
            rest = [other for other in known if other not in found]
            message = f"tables of entries have no column `{cell.text}`"
            collector.report(UNKNOWN_FIELD, message, cell.place, *suggest_or_list(cell, rest))
            name = closest(cell, rest) or ""
        if name:
            columns[number] = name
    return columns


def make_fields(cells: dict[str, Scalar], model: type[BaseModel]) -> Fields:
    """Make fields of cells; a cell of a field that takes several is parted at its commas."""
    place = next(iter(cells.values())).place
    fields = Fields(place)
    for name, cell in cells.items():
        info = model.model_fields.get(name)
        takes_several = info is not None and get_origin(info.annotation) is list
        key = stand_in(cell.place, name)
        fields[key] = _part(cell) if takes_several else _with_kind(cell)
    return fields


def _read_row(cells: dict[str, Scalar], collector: Collector) -> Draft:
    place = next(iter(cells.values())).place
    kind = _find_kind(cells, place, collector)
    _, model = KINDS[kind]
    known = name_fields(model)
    kept = {}
    for name, cell in cells.items():
        if name == KIND:
            continue
        if name in known:
            kept[name] = cell
            continue
        hint = "empty the cell"
        if name == "when":
            hint += ", or write `event` or `span` as its kind"
        message = f"{_WITH_ARTICLE[kind]} has no `{name}`"
        collector.report(UNKNOWN_FIELD, message, cell.place, hint)
    if not kept:
        kept["title"] = stand_in(place)
    return Draft(kind, make_fields(kept, model), place)


def _find_kind(cells: dict[str, Scalar], place: Place, collector: Collector) -> str:
    """Give what a row is; one that does not say so is an event, and needs a date."""
    given = cells.get(KIND)
    if given is not None:
        kind = given.casefold()
        if kind in KINDS:
            return kind
        if not given.excused:
            message = f"`{given.text}` is not a kind of entry"
            hints = suggest_or_list(given, tuple(KINDS))
            collector.report(UNKNOWN_VALUE, message, given.place, *hints)
        return closest(given, KINDS) or ("event" if "when" in cells else "undated")
    if "when" in cells:
        return "event"
    hint = "write its date under `when`, or `undated` under `kind`"
    collector.report(MISSING_FIELD, "this row has no date", place, hint)
    return "undated"


def _with_kind(cell: Scalar) -> Scalar:
    if cell.excused:
        return cell
    if cell in ("true", "false"):
        return scalar_of(cell.passage, Kind.TRUTH)
    return scalar_of(cell.passage, Kind.NUMBER if _NUMBER.match(cell) else Kind.TEXT)


def _part(cell: Scalar) -> Items:
    """Part a list of ids, each with its own place."""
    items = Items(cell.place)
    items += [cell] if cell.excused else map(scalar_of, _cut(cell))
    return items


def _cut(cell: Scalar) -> Iterator[Passage]:
    start = 0
    for found in _SEPARATOR.finditer(cell.text):
        if found.start() > start:
            yield cell.passage.cut(start, found.start())
        start = found.end()
    if start < len(cell.text):
        yield cell.passage.cut(start)
