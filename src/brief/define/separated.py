"""Read text with separated values (CSV, TSV) into rows of cells that know their places.

Takes the text of a file, gives its rows. Cells are separated as the first row suggests: by
commas, semicolons (as spreadsheet programs write them where commas mark decimals) or tabs.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from brief.define.nodes import Scalar, scalar_of
from brief.define.passage import Passage, join_passages
from brief.define.spreadsheet import MAX_COLUMNS, MAX_ROWS, Row, name_column, report_size
from brief.diag.collector import Collector
from brief.diag.define_table_codes import TABLE_SYNTAX

_DELIMITERS = (",", ";", "\t")
_ANNOUNCED = re.compile(r'"?sep=(.)"?[ ]*\n')
_NAMES = {",": "a comma", ";": "a semicolon", "\t": "a tab"}


def read_separated(text: Passage, known: Collection[str], collector: Collector) -> list[Row]:
    """Read the rows of a file, without empty ones; `known` are names that columns may have."""
    announced = _ANNOUNCED.match(text.text)
    start = announced.end() if announced else 0
    delimiter = announced[1] if announced else _find_delimiter(text.text, known)
    reader = _Reader(text, delimiter, collector, start)
    rows: list[Row] = []
    while reader.at < len(text.text) and not reader.stopped:
        if reader.skip_blank():
            continue
        row = reader.read_row()
        if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
            report_size(row[0].place, collector)
            break
        if any(cell.strip() for cell in row):
            rows.append(row)
    return rows


def _find_delimiter(text: str, known: Collection[str]) -> str:
    """Take the delimiter that parts the first row into most names of columns, or most cells."""
    first = text.lstrip("\n").partition("\n")[0]

    def count(delimiter: str) -> tuple[int, int]:
        cells = first.split(delimiter)
        return sum(name_column(cell.strip(' "')) in known for cell in cells), len(cells)

    return max(_DELIMITERS, key=count)


class _Reader:
    """Goes through a text cell by cell; `stopped` says that nothing sensible can follow."""

    def __init__(self, text: Passage, delimiter: str, collector: Collector, at: int) -> None:
        self._text, self._delimiter, self._collector = text, delimiter, collector
        self._plain = re.compile(f"[^{re.escape(delimiter)}\n]*")
        self._blank = re.compile(f"[ {re.escape(delimiter)}]*(?:\n|\\Z)")
        self.at = at
        self.stopped = False

    def skip_blank(self) -> bool:
        """Go past a line that holds nothing."""
        found = self._blank.match(self._text.text, self.at)
        self.at = found.end() if found else self.at
        return found is not None

    def read_row(self) -> Row:
        """Read cells up to the end of the line, or up to more than a table may have."""
        row: Row = []
        while True:
            row.append(self._read_cell())
            ended = self.at >= len(self._text.text) or self._text.text[self.at] == "\n"
            self.at += 1
            if ended or self.stopped or len(row) > MAX_COLUMNS:
                return row

    def _read_cell(self) -> Scalar:
        text = self._text.text
        start = self.at
        while text[start : start + 1] == " ":
            start += 1
        if text[start : start + 1] == '"':
            return self._read_quoted(start)
        return scalar_of(self._read_plain().strip())

    def _read_plain(self) -> Passage:
        """Take everything up to the next delimiter or the end of the line."""
        found = self._plain.match(self._text.text, self.at)
        end = found.end() if found else self.at
        cell = self._text.cut(self.at, end)
        self.at = end
        return cell

    def _read_quoted(self, start: int) -> Scalar:
        text, parts, at = self._text.text, [], start + 1
        while True:
            end = text.find('"', at)
            if end < 0:
                return self._report_open(start)
            doubled = text[end + 1 : end + 2] == '"'
            parts.append(self._text.cut(at, end + doubled))
            at = end + 1 + doubled
            if not doubled:
                break
        self.at = at
        rest = self._read_plain().strip()
        if rest.text:
            hint = "write quotation marks within the text twice"
            message = "something stands after the closing quotation mark"
            self._collector.report(TABLE_SYNTAX, message, rest.place(), hint)
        return scalar_of(join_passages(parts, [""] * (len(parts) - 1)).strip())

    def _report_open(self, start: int) -> Scalar:
        name = _NAMES.get(self._delimiter, f"`{self._delimiter}`")
        hint = f"close it before the next cell, which {name} begins"
        message = "this quotation mark is not closed"
        place = self._text.place(start, start + 1)
        self._collector.report(TABLE_SYNTAX, message, place, hint)
        self.stopped = True
        self.at = start + 1
        return scalar_of(self._read_plain().strip())
