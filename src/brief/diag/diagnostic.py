"""One thing said to the author: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a diagnostic matters: an error stops a variant, a warning does so in strict runs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of an author's file.

    `file` is the path as the author knows it, relative to the project, with forward slashes.
    Lines and columns count from 1, columns in code points; the end is exclusive. In a workbook
    they are those of the cell.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    @property
    def cell(self) -> str:
        """The cell of a workbook, such as `B7`; files of text have none."""
        letters, number = "", self.column
        while number and self.file.lower().endswith(".xlsx"):
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}" if letters else ""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic: a stable name, its severity, and its page in the reference.

    The part of `name` before the dot names the stage that reports it.
    `cause` and `remedy` are whole sentences in Markdown; `title` is a short phrase.
    """

    name: str
    severity: Severity
    title: str
    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A code applied to a place: message in lower case without full stop, names in backticks."""

    code: Code
    message: str
    place: Place | None = None
    hints: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of the code."""
        return self.code.severity
