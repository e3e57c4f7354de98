"""What tables are read into: rows of cells, which are scalars that know their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from brief.define.nodes import Scalar, stand_in
from brief.diag.collector import Collector
from brief.diag.define_file_codes import DUPLICATE_FIELD
from brief.diag.define_table_codes import TABLE_SYNTAX, TABLE_TOO_LARGE
from brief.diag.diagnostic import Place

MAX_ROWS = 2_000
MAX_COLUMNS = 200
REMARK = "#"

Row: TypeAlias = list[Scalar]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the names of its columns by number, and its rows below.

    Cells without text are left out of rows, which lead from the number of a column to the cell.
    """

    head: dict[int, Scalar]
    rows: tuple[dict[int, Scalar], ...]


def make_sheet(rows: Sequence[Row], collector: Collector) -> Sheet:
    """Take the first row for the names of the columns; every other cell needs one of them.

    A column whose name begins with `#` is a remark, and nobody reads it.
    """
    head = {number: cell for number, cell in enumerate(rows[0]) if cell.strip()}
    _excuse_twice(head, collector)
    remarks = {number for number, cell in head.items() if cell.startswith(REMARK)}
    body = []
    for row in rows[1:]:
        filled = {number: cell for number, cell in enumerate(row) if cell.strip()}
        stray = next((cell for number, cell in filled.items() if number not in head), None)
        if stray is not None:
            beyond = next(number for number, cell in filled.items() if cell is stray)
            _report_stray(stray, beyond > max(head, default=0), collector)
        body.append({n: c for n, c in filled.items() if n in head and n not in remarks})
    named = {number: cell for number, cell in head.items() if number not in remarks}
    return Sheet(named, tuple(row for row in body if row))


def name_column(text: str) -> str:
    """Give the name of a column as fields are written: `Date text` is `date_text`."""
    return "_".join(text.casefold().split())


def report_size(place: Place, collector: Collector) -> None:
    """Report a table with more rows or columns than any timeline needs."""
    message = f"from here on, the table has more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns"
    collector.report(TABLE_TOO_LARGE, message, place, "keep the rows of the timeline alone")


def _excuse_twice(head: dict[int, Scalar], collector: Collector) -> None:
    """Report names that are given twice, and keep the first column of each."""
    seen: set[str] = set()
    for number, cell in list(head.items()):
        name = name_column(cell)
        if name in seen and not cell.startswith(REMARK):
            message = f"the column `{cell.text}` is there twice"
            hint = "remove one of the two, or begin its name with `#`"
            collector.report(DUPLICATE_FIELD, message, cell.place, hint)
            head[number] = stand_in(cell.place, REMARK)
        seen.add(name)


def _report_stray(cell: Scalar, beyond: bool, collector: Collector) -> None:
    if beyond:
        message = "this row has more cells than the first row has names"
        hint = "put a text that holds the delimiter in quotation marks"
    else:
        message = "the column of this cell has no name"
        hint = "name the column in the first row; `#` before the name makes it a remark"
    collector.report(TABLE_SYNTAX, message, cell.place, hint)
