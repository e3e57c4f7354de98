"""Read pipe tables: a head, a row of hyphens, and rows with as many cells as the head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest

from brief.define.columns import align_column, make_cell, read_columns
from brief.define.desk import Desk
from brief.define.fillings import Filling
from brief.define.naming import Name
from brief.define.passage import Passage, join_passages
from brief.define.text_checks import Marks
from brief.diag.define_text_codes import UNEVEN_TABLE
from brief.model.blocks import Alignment, Table
from brief.model.text import Text

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_FIELDS = ("caption", "note", "credit")


def make_table(
    desk: Desk,
    lines: Sequence[Passage],
    name: Name,
    texts: Mapping[str, Text],
    scope: str = "",
    columns: Sequence[Passage] | None = None,
) -> Table:
    """Make a table of its lines; `texts` are its caption, note and credit.

    `columns` say what the columns hold, where they hold more than text.
    """
    head, rule = split_row(lines[0]), split_row(lines[1])
    kinds = read_columns(desk, columns, len(head))
    rows = [row for line in lines[2:] if (row := _read_row(desk, line, len(head)))]
    return Table(
        id=name.id,
        caption=texts.get("caption"),
        alignments=tuple(
            align_column(kind, _align(cell.text)) for cell, kind in zip(rule, kinds, strict=False)
        ),
        head=_write_row(desk, head, f"{name.key}.head", scope),
        rows=tuple(
            _write_row(desk, row, f"{name.key}.{number}", scope, kinds)
            for number, row in enumerate(rows, start=1)
        ),
        note=texts.get("note"),
        credit=texts.get("credit"),
    )


def write_table_texts(desk: Desk, name: Name, given: Mapping[str, Passage]) -> dict[str, Text]:
    """Make the texts around a table that was written into a text."""
    return {
        field: desk.make_text(value, f"{name.key}.{field}", field, Marks.CITATIONS)
        for field, value in given.items()
        if field in _FIELDS and value.text.strip()
    }


def split_row(line: Passage) -> list[Passage]:
    """Split a row at its bars; the bars at its ends are left out, `\\|` is a bar in a cell."""
    row = line.strip()
    start = 1 if row.text.startswith("|") else 0
    cells: list[Passage] = []
    parts: list[Passage] = []
    for found in re.finditer(r"\\\||\|", row.text):
        if found.start() < start:
            continue
        end = found.start()
        if found[0] == "|":
            cells.append(_join(*parts, row.cut(start, end)))
            parts, start = [], found.end()
        else:
            parts.append(row.cut(start, end))
            start = end + 1
    if parts or row.text[start:].strip():
        cells.append(_join(*parts, row.cut(start)))
    return cells


def is_rule(line: str) -> bool:
    """Tell whether a line is the row of hyphens below the head of a table."""
    return "|" in line and "-" in line and _RULE.match(line) is not None


def report_lost_table(desk: Desk, lines: Sequence[Passage]) -> bool:
    """Report lines that were meant as a table but do not have the form of one."""
    for above, line in pairwise(lines):
        if is_rule(line.text):
            wanted, found = len(split_row(above)), len(split_row(line))
            message = f"the head has {_count(wanted)}, and the row of hyphens {_count(found)}"
            hint = "give both as many, with bars between them"
            desk.collector.report(UNEVEN_TABLE, message, line.strip().place(), hint)
            return True
    return False


def _read_row(desk: Desk, line: Passage, wanted: int) -> list[Passage] | None:
    row = split_row(line)
    if len(row) == wanted:
        return row
    message = f"this row has {_count(len(row))}, but the head has {wanted}"
    hint = "add or remove cells; write `\\|` for a bar within a cell"
    desk.collector.report(UNEVEN_TABLE, message, line.strip().place(), hint)
    return None


def _write_row(
    desk: Desk,
    row: Sequence[Passage],
    key: str,
    scope: str,
    kinds: Sequence[Filling | None] = (),
) -> tuple[Text, ...]:
    marks = Marks.ALL if scope else Marks.CITATIONS
    made = []
    for number, (cell, kind) in enumerate(zip_longest(row, kinds), start=1):
        filled = make_cell(desk, cell, kind, f"{key}.{number}") if kind else None
        made.append(filled or desk.make_text(cell, f"{key}.{number}", "cell", marks, scope))
    return tuple(made)


def _join(*parts: Passage) -> Passage:
    return join_passages(parts, [""] * (len(parts) - 1)).strip()


def _align(rule: str) -> Alignment:
    if rule.endswith(":"):
        return Alignment.CENTRE if rule.startswith(":") else Alignment.END
    return Alignment.START


def _count(number: int) -> str:
    return f"{number} cell" if number == 1 else f"{number} cells"
