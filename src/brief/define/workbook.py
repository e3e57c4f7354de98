"""Read the first sheet of a workbook (`.xlsx`) into rows of cells that know their places.

A workbook is a ZIP archive of XML, so that it is looked at before it is unpacked: how large its
parts are, and that they declare nothing. Formulas count by the values saved with them and are
never calculated. The library that reads the cells is an extra and imported only here.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from brief.define.decoding import clean_passage
from brief.define.nodes import Scalar, scalar_of
from brief.define.passage import Passage
from brief.define.spreadsheet import MAX_COLUMNS, MAX_ROWS, Row, report_size
from brief.diag.collector import Collector
from brief.diag.define_table_codes import (
    TABLE_LEFT_OUT,
    TABLE_TOO_LARGE,
    WORKBOOK_CELL,
    WORKBOOK_READER,
    WORKBOOK_UNREADABLE,
)
from brief.diag.diagnostic import Code, Place

UNPACKED_LIMIT = 30_000_000
_MAX_PARTS = 1_000
_MAX_TEXT = 2_000
_SAVE_ANEW = "save it anew as `.xlsx` without a password, or as “CSV UTF-8”"
# With these a small file of XML can grow without end, or ask for others.
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_NOT_DIGITS = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # in the format of a number


class _UnreadableError(Exception):
    """A workbook that is refused; `code` and `hint` say why and what to do."""

    def __init__(self, message: str, hint: str = _SAVE_ANEW, code: Code = WORKBOOK_UNREADABLE):
        super().__init__(message)
        self.code = code
        self.hint = hint


def read_workbook(data: bytes, file: str, named: Scalar, collector: Collector) -> list[Row] | None:
    """Read the rows of the first sheet, without empty ones; None where it cannot be read.

    What concerns the workbook as a whole is reported where the definition names it.
    """
    try:
        _inspect_archive(data)
        return _read_rows(data, file, named, collector)
    except _UnreadableError as error:
        message = f"`{named.text}` {error}"
        collector.report(error.code, message, named.place, error.hint)
        return None


def _inspect_archive(data: bytes) -> None:
    """Refuse what is no plain workbook: bombs, encryption, and XML that declares something."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _UnreadableError("is protected by a password, or of the older kind `.xls`")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
                message = f"unpacks to more than {UNPACKED_LIMIT // 1_000_000} MB"
                hint = "copy the entries into a new workbook"
                raise _UnreadableError(message, hint, TABLE_TOO_LARGE)
            contents = (archive.read(part) for part in parts)
            if any(mark in data for data in contents for mark in _DECLARATIONS):
                raise _UnreadableError("declares a document type, as workbooks never do")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _UnreadableError("is no workbook, or damaged") from error


def _read_rows(data: bytes, file: str, named: Scalar, collector: Collector) -> list[Row]:
    values, formulas = _open(data, saved=True), _open(data, saved=False)
    try:
        first, *others = values.worksheets
        if any(map(_holds_something, others)):
            message = f"only the first sheet of `{named.text}`, `{first.title}`, is read"
            hint = "move the sheet with the entries to the front, if it is another"
            collector.report(TABLE_LEFT_OUT, message, named.place, hint)
        return list(_iterate_rows(values, formulas, file, collector))
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError) as error:
        raise _UnreadableError("cannot be understood") from error
    finally:
        values.close()
        formulas.close()


def _holds_something(sheet: Any) -> bool:
    return any(cell.value is not None for row in sheet.rows for cell in row)


def _open(data: bytes, *, saved: bool) -> Any:
    """Open a workbook with the saved values of its formulas, or with the formulas."""
    try:
        import openpyxl  # an extra, and slow to import
    except ImportError:
        hint = "type `pip install 'brief[xlsx]'`, or save the table as “CSV UTF-8”"
        message = "is a workbook, and the library that reads workbooks is not installed"
        raise _UnreadableError(message, hint, WORKBOOK_READER) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on styles and extensions, which nobody needs
            return openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=saved, keep_links=False
            )
    except Exception as error:  # what damaged files raise is not documented
        raise _UnreadableError("cannot be understood") from error


def _iterate_rows(values: Any, formulas: Any, file: str, collector: Collector) -> Iterator[Row]:
    """Yield the rows that hold something, up to the limit."""
    pairs = zip_longest(values.worksheets[0].rows, formulas.worksheets[0].rows, fillvalue=())
    count = 0
    for line, (row, written) in enumerate(pairs, start=1):
        if all(cell.value is None for cell in (*row, *written)):
            continue
        count += 1
        if count > MAX_ROWS + 1 or len(row) > MAX_COLUMNS:
            report_size(Place(file, line, 1, line, 2), collector)
            return
        yield [
            _read_cell(cell, formula, Place(file, line, column, line, column + 1), collector)
            for column, (cell, formula) in enumerate(zip(row, written, strict=True), start=1)
        ]


def _read_cell(cell: Any, formula: Any, place: Place, collector: Collector) -> Scalar:
    hint = "save the workbook in a spreadsheet program, or write the value itself"
    text = _write_value(cell)
    if formula.data_type == "f" and cell.value is None:
        message = "this formula has no saved value"
        collector.report(WORKBOOK_CELL, message, place, hint)
        return _place_text("…", place).excuse()
    if cell.data_type == "e":
        collector.report(WORKBOOK_CELL, f"this cell holds the error `{text}`", place, hint)
        return _place_text(text, place).excuse()
    if len(text) > _MAX_TEXT:
        message = f"this cell has more than {_MAX_TEXT:,} characters"
        collector.report(TABLE_TOO_LARGE, message, place, "shorten it")
        text = text[:_MAX_TEXT]
    return scalar_of(clean_passage(_place_text(text, place).passage, collector))


def _place_text(text: str, place: Place) -> Scalar:
    """Give text all of whose characters stand in the same cell."""
    runs = tuple((offset, place.line, place.column) for offset in range(max(1, len(text))))
    return scalar_of(Passage(text, place.file, runs))


def _write_value(cell: Any) -> str:
    """Write a value as its author sees it, dates in the form of definitions."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _write_date(value, cell.number_format)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip().replace("\r\n", "\n").replace("\r", "\n")


def _write_date(value: datetime | date, pattern: str) -> str:
    """Write a date as precisely as the cell shows it: where no day is shown, none was meant."""
    shown = _NOT_DIGITS.sub("", pattern.lower()).partition(";")[0]
    if "y" in shown and "d" not in shown:
        return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
    return f"{value:%Y-%m-%d}"
