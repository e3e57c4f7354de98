"""Read case files and lay out the definitions that they hold.

A case file is Markdown: a title, a sentence on what must be true, and blocks fenced by `~~~`.
The word after the fence is the name of a file of the definition; further words say how it is
written: `latin-1`, `utf-16`, `escaped` (`\\t`, `\\u202e` stand for characters), `base64`,
`picture 300x200` (a PNG of that size), `link TARGET`, `pipe`, `large`, `rows 2100` (the line so
many times, numbered), `workbook` (rows of cells between bars), `bomb`. The block `without` names a
library that is taken for missing. The block `expected` holds
one line for each diagnostic, as `brief check --format concise` prints it, without the folder.
"""

from __future__ import annotations

import base64
import os
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl

_FENCED = re.compile(r"^~~~ (?P<info>[^\n]+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"\\t|\\u[0-9a-f]{4}")


@dataclass(frozen=True)
class CaseFile:
    """A block of a case: the name of a file, how it is written, and its text."""

    name: str
    manner: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Case:
    """A case file."""

    path: Path
    files: tuple[CaseFile, ...]
    expected: tuple[str, ...]
    without: str = ""

    @property
    def strays(self) -> bool:
        """Whether the definition names a folder other than that of the case."""
        return any(file.name == "folder" for file in self.files)


def read_case(path: Path) -> Case:
    """Read a case file."""
    files: list[CaseFile] = []
    expected: tuple[str, ...] = ()
    without = ""
    for block in _FENCED.finditer(path.read_text(encoding="utf-8")):
        name, *manner = block["info"].split()
        if name == "expected":
            expected = tuple(line for line in block["text"].split("\n") if line)
        elif name == "without":
            without = block["text"].strip()
        else:
            files.append(CaseFile(name, tuple(manner), block["text"]))
    return Case(path, tuple(files), expected, without)


def write_expected(path: Path, lines: list[str]) -> None:
    """Replace what a case file expects."""
    text = path.read_text(encoding="utf-8")
    before = text.partition("~~~ expected\n")[0].rstrip("\n")
    inside = "".join(f"{line}\n" for line in lines)
    path.write_text(f"{before}\n\n~~~ expected\n{inside}~~~\n", encoding="utf-8")


def lay_out(case: Case, folder: Path) -> None:
    """Write the files of a case into the folder of its definition."""
    folder.mkdir(parents=True)
    for file in case.files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(file, path)


def _write(file: CaseFile, path: Path) -> None:
    match file.manner:
        case ("link", target):
            path.symlink_to(target)
        case ("pipe",):
            os.mkfifo(path)
        case ("picture", size):
            width, _, height = size.partition("x")
            path.write_bytes(draw_png(int(width), int(height)))
        case ("base64",):
            path.write_bytes(base64.b64decode(file.text))
        case ("large",):
            path.write_text(file.text * 200_000, encoding="utf-8")
        case ("rows", count):
            rows = "".join(file.text.format(number) for number in range(int(count)))
            path.write_text("id,when,title\n" + rows, encoding="utf-8")
        case ("workbook", *more):
            write_workbook(path, file.text, two="two" in more)
        case ("bomb",):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("xl/worksheets/sheet1.xml", bytes(40_000_000))
        case ("escaped",):
            path.write_text(_ESCAPE.sub(_unescape, file.text), encoding="utf-8")
        case (encoding,):
            path.write_bytes(file.text.encode(encoding))
        case _:
            path.write_text(file.text, encoding="utf-8")


def write_workbook(path: Path, text: str, *, two: bool = False) -> None:
    """Write a workbook: numbers, formulas and errors as such, and `date 2024-06-18 FORMAT`."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row, line in enumerate(text.split("\n"), start=1):
        for column, value in enumerate(line.split("|"), start=1):
            cell = sheet.cell(row, column)
            kind, _, rest = value.partition(" ")
            if kind == "date":
                day, _, cell.number_format = rest.partition(" ")
                number_format = cell.number_format  # a date would bring its own
                cell.value, cell.number_format = date.fromisoformat(day), number_format
            elif value:
                cell.value = int(value) if value.isdigit() else value
    if two:
        book.create_sheet("Second")["A1"] = "Not read"
    book.save(path)


def _unescape(found: re.Match[str]) -> str:
    return "\t" if found[0] == "\\t" else chr(int(found[0][2:], 16))


def draw_png(width: int, height: int) -> bytes:
    """Make an all-black PNG, one bit to a pixel."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes((width + 7) // 8 + 1) * height, 1)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part))
        for kind, part in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body
