"""Read the rows of a spreadsheet made for TimelineJS of Knight Lab as entries of a timeline.

Its columns are recognised by their names. A date is parted into year, month and day; a row with
an end is a span, one of the type `era` an era. What a timeline on paper does not show is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from brief.define.entry_table import COLUMNS, KIND, KINDS, Draft, make_fields, name_columns
from brief.define.groups import Groups
from brief.define.hints import suggest_or_list
from brief.define.nodes import Scalar, scalar_of
from brief.define.passage import Passage, join_passages
from brief.define.spreadsheet import Sheet, name_column
from brief.diag.collector import Collector
from brief.diag.define_codes import MISSING_FIELD, UNKNOWN_VALUE
from brief.diag.define_table_codes import TABLE_LEFT_OUT

_SIGNS = frozenset({"year", "headline"})
_START = ("year", "month", "day")
_END = ("end_year", "end_month", "end_day")
_NOT_SHOWN = (
    "time", "end_time", "text", "media", "media_credit", "media_caption", "media_thumbnail",
    "alt_text", "background", "link",
)  # fmt: skip
_TYPES = ("era", "title")
# Our own columns may stand beside theirs; `title` is `headline` there, and `when` has three parts.
_OURS = tuple(name for name in COLUMNS if name not in (KIND, "title", "when", "date_text"))
KNOWN: tuple[str, ...] = (
    *_START, *_END, "headline", "display_date", "type", "group", "tag", *_NOT_SHOWN, *_OURS,
)  # fmt: skip
_TAG = re.compile(r"<[^<>]*>")
_INTEGER = re.compile(r"-?[0-9]+\Z")


def is_timelinejs(sheet: Sheet) -> bool:
    """Tell whether the columns are those of TimelineJS."""
    return {name_column(cell) for cell in sheet.head.values()} >= _SIGNS


def read_timelinejs(sheet: Sheet, groups: Groups, collector: Collector) -> list[Draft]:
    """Read every row; `groups` knows what the column `Group` stands for."""
    columns = name_columns(sheet, KNOWN, collector)
    rows = [
        {columns[number]: cell for number, cell in row.items() if number in columns}
        for row in sheet.rows
    ]
    drafts = []
    for row in rows:
        kind = _find_kind(row, collector)
        if kind and (draft := _read_row(row, kind, groups, collector)) is not None:
            drafts.append(draft)
    _tell_left_out(sheet, columns, rows, collector)
    return drafts


def _find_kind(row: Mapping[str, Scalar], collector: Collector) -> str:
    """Give what a row is; nothing for the row of the title, which is said."""
    given = row.get("type")
    kind = given.casefold() if given is not None else ""
    if kind == "title" and given is not None:
        message = "the title slide is left out"
        hint = "the title of the timeline stands in `briefing.yaml`"
        collector.report(TABLE_LEFT_OUT, message, given.place, hint)
        return ""
    if given is not None and kind not in _TYPES:
        message = f"`{given.text}` is not a type of TimelineJS"
        hints = suggest_or_list(given, _TYPES)
        collector.report(UNKNOWN_VALUE, message, given.place, *hints)
    if kind == "era":
        return kind
    return "span" if any(name in row for name in _END) else "event"


def _read_row(
    row: Mapping[str, Scalar], kind: str, groups: Groups, collector: Collector
) -> Draft | None:
    if not row:
        return None
    place = next(iter(row.values())).place
    when = _join_dates(row)
    if when is None:
        hint = "write at least the year, or `title` under `Type` for the title slide"
        collector.report(MISSING_FIELD, "this row has no year", place, hint)
        return None
    cells = {"when": when}
    if "headline" in row:
        cells["title"] = _strip_tags(row["headline"], collector)
    if "display_date" in row:
        cells["date_text"] = _strip_tags(row["display_date"], collector)
    if kind != "era" and (group := row.get("group") or row.get("tag")) is not None:
        cells |= groups.place(group)
    _, model = KINDS[kind]
    cells |= {name: row[name] for name in _OURS if name in row and name in model.model_fields}
    return Draft(kind, make_fields(cells, model), place)


def _join_dates(row: Mapping[str, Scalar]) -> Scalar | None:
    """Put the parts of a date together as `1950-06-25`, two dates as `1950-06-25/1953-07-27`."""
    start, end = _join_date(row, _START), _join_date(row, _END)
    if start is None:
        return None
    if end is None or end.text == start.text:
        return scalar_of(start)
    return scalar_of(join_passages([start, end], ["/"]))


def _join_date(row: Mapping[str, Scalar], names: tuple[str, str, str]) -> Passage | None:
    year, month, day = (row.get(name) for name in names)
    if year is None:
        return None
    parts = [_pad(year, _write_year(year))]
    parts += [_pad(part, part.zfill(2)) for part in (month, day) if part is not None]
    return join_passages(parts, ["-"] * (len(parts) - 1))


def _write_year(year: Scalar) -> str:
    """Write a year with four digits; those before Christ count from 0, as ISO 8601 has it."""
    text = re.sub(r"[\s,]", "", year)
    if not _INTEGER.match(text):
        return year.text
    number = int(text)
    number += number < 0
    sign = "-" if number < 0 else ""
    return f"{sign}{abs(number):04}" if abs(number) <= 9999 else f"Y{number}"


def _pad(cell: Scalar, text: str) -> Passage:
    """Give a longer text for that of a cell, all of it at the place of the cell."""
    line, column = cell.passage.locate(0)
    return Passage(text, cell.passage.file, tuple((at, line, column) for at in range(len(text))))


def _strip_tags(cell: Scalar, collector: Collector) -> Scalar:
    """Take the tags of HTML out of a text, and say so."""
    tags = list(_TAG.finditer(cell.text))
    if not tags:
        return cell
    passage = cell.passage
    message = f"`{tags[0][0]}` is HTML, which is left out"
    place = passage.place(*tags[0].span())
    collector.report(TABLE_LEFT_OUT, message, place, "write words alone, or Markdown")
    ends = [0, *(tag.end() for tag in tags)]
    starts = [*(tag.start() for tag in tags), len(passage.text)]
    kept = [passage.cut(start, end) for start, end in zip(ends, starts, strict=True) if end > start]
    if not kept:
        return scalar_of(passage.cut(0, 0))
    return scalar_of(join_passages(kept, [""] * (len(kept) - 1)).strip())


def _tell_left_out(
    sheet: Sheet, columns: dict[int, str], rows: list[dict[str, Scalar]], collector: Collector
) -> None:
    """Name every column that holds something a timeline on paper does not show."""
    for number, name in columns.items():
        count = sum(name in row for row in rows)
        if name in _NOT_SHOWN and count:
            cells = f"{count} cells are" if count > 1 else "one cell is"
            head = sheet.head[number]
            message = f"a timeline on paper has no `{head.text}`: {cells} left out"
            hint = "what readers need of it belongs into the text of the briefing"
            collector.report(TABLE_LEFT_OUT, message, head.place, hint)
