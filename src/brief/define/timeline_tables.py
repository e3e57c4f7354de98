"""Put the entries of tables into the timelines that name them by `file`.

This happens before the fields of a definition are validated: what a row says is checked, and told
with its place, exactly as if it stood in the YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from brief.define.decoding import decode_file
from brief.define.entry_ids import give_ids
from brief.define.entry_table import COLUMNS, KINDS, Draft, read_entries
from brief.define.files import refuse_templates
from brief.define.groups import Groups
from brief.define.nodes import Fields, Items, Node, Scalar, stand_in
from brief.define.separated import read_separated
from brief.define.sources import TEXT_LIMIT, WORKBOOK_LIMIT, RefusedError, read_file
from brief.define.spreadsheet import Row, make_sheet
from brief.define.timelinejs import KNOWN, is_timelinejs, read_timelinejs
from brief.define.workbook import read_workbook
from brief.diag.collector import Collector
from brief.diag.define_file_codes import FILE_KIND
from brief.diag.define_table_codes import TABLE_HEADER

FILE = "file"
_LIMITS = {".csv": TEXT_LIMIT, ".tsv": TEXT_LIMIT, ".xlsx": WORKBOOK_LIMIT}
_ALL_NAMES = frozenset({*COLUMNS, *KNOWN})


@dataclass(slots=True)
class TableDesk:
    """Where tables are read: the folder, how authors know it, and the files read so far."""

    folder: Path
    shown: str
    collector: Collector
    files: dict[str, bytes] = field(default_factory=dict)


def fill_timelines(root: Node | None, desk: TableDesk) -> None:
    """Read the table of every timeline that names one, and add its rows to the entries.

    A name that led to nothing is excused, so that nobody complains that entries are missing.
    """
    timelines = root.get("timelines") if isinstance(root, Fields) else None
    for timeline in timelines.values() if isinstance(timelines, Fields) else ():
        name = timeline.get(FILE) if isinstance(timeline, Fields) else None
        if not isinstance(timeline, Fields) or not isinstance(name, Scalar) or not name.strip():
            continue
        drafts = _read_table(desk, timeline, name)
        if drafts is None:
            timeline[stand_in(name.place, FILE)] = name.excuse()
        else:
            give_ids(drafts, desk.collector)
            _add(timeline, drafts, name)


def _read_table(desk: TableDesk, timeline: Fields, name: Scalar) -> list[Draft] | None:
    rows = _read_rows(desk, name)
    if rows is None:
        return None
    if not rows:
        hint = "write the names of the columns, and a row for every entry"
        desk.collector.report(TABLE_HEADER, f"`{name.text}` is empty", name.place, hint)
        return None
    sheet = make_sheet(rows, desk.collector)
    if is_timelinejs(sheet):
        return read_timelinejs(sheet, Groups(timeline, desk.collector), desk.collector)
    return read_entries(sheet, rows[0][0].place, desk.collector)


def _read_rows(desk: TableDesk, name: Scalar) -> list[Row] | None:
    """Read the rows of a file by its kind; None if it cannot be read, which is reported."""
    path, suffix = name.text.strip(), PurePosixPath(name.text.strip()).suffix.lower()
    if suffix not in _LIMITS and "://" not in path:
        message = f"`{path}` is not a table"
        hint = "name a file that ends in `.csv`, `.tsv` or `.xlsx`"
        desk.collector.report(FILE_KIND, message, name.place, hint)
        return None
    try:
        data = read_file(desk.folder, path, _LIMITS.get(suffix, TEXT_LIMIT))
    except RefusedError as error:
        desk.collector.report(error.code, error.message, name.place, *error.hints)
        return None
    desk.files[path] = data
    file = f"{desk.shown}/{path}"
    if suffix == ".xlsx":
        rows = read_workbook(data, file, name, desk.collector)
        for cell in (cell for row in rows or () for cell in row):
            refuse_templates(cell.passage, desk.collector)
        return rows
    text = decode_file(data, file, desk.collector, keep_tabs=True)
    if text is None:
        return None
    refuse_templates(text, desk.collector)
    return read_separated(text, _ALL_NAMES, desk.collector)


def _add(timeline: Fields, drafts: list[Draft], name: Scalar) -> None:
    """Add entries to those that the YAML has; where it has something else, that is told later."""
    for draft in drafts:
        plural, _ = KINDS[draft.kind]
        items = timeline.get(plural)
        if items is None:
            items = Items(name.place)
            timeline[stand_in(name.place, plural)] = items
        if isinstance(items, Items):
            items.append(draft.fields)
