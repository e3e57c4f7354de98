"""What YAML is read into: texts, fields and lists that know where they stand.

They are a `str`, a `dict` and a `list`, so that pydantic can validate them as they are.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from brief.define.alignment import align_scalar
from brief.define.passage import Passage
from brief.diag.diagnostic import Place


class Kind(Enum):
    """What a scalar is in the core schema of YAML 1.2; quoted ones are always text."""

    TEXT = "text"
    NUMBER = "number"
    FRACTION = "fraction"
    TRUTH = "truth"
    NOTHING = "nothing"


class Scalar(str):
    """A scalar as it was written, without its quotation marks.

    `excused` ones have been reported and pass every later check.
    """

    __slots__ = ("_file", "_passage", "_span", "_style", "excused", "kind")

    kind: Kind
    excused: bool

    def __new__(
        cls, text: str, kind: Kind, file: Passage, span: tuple[int, int], style: str
    ) -> Scalar:
        """Remember the file, the characters in it and the style: plain is an empty one."""
        made = super().__new__(cls, text)
        made.kind, made.excused = kind, False
        made._file, made._span, made._style = file, span, style
        made._passage = None
        return made

    _file: Passage
    _span: tuple[int, int]
    _style: str
    _passage: Passage | None

    @property
    def text(self) -> str:
        """The characters alone."""
        return str.__str__(self)

    @property
    def passage(self) -> Passage:
        """The text with the place of each character."""
        if self._passage is None:
            self._passage = align_scalar(self.text, self._file.cut(*self._span), self._style)
        return self._passage

    @property
    def place(self) -> Place:
        """Where the scalar stands, with its quotation marks."""
        start, end = self._span
        if self._style in ("|", ">"):
            return self.passage.place() if self.strip() else self._file.place(start, start + 1)
        return self._file.place(start, end)

    @property
    def folded_lines(self) -> list[str]:
        """The lines as they were written, if YAML joins them; else none."""
        start, end = self._span
        raw = self._file.text[start:end].rstrip().split("\n")
        return raw[1:] if self._style != "|" else []

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return self._style in ("'", '"')

    def excuse(self) -> Scalar:
        """Give the same scalar as one that passes every check."""
        made = Scalar(self.text, Kind.TEXT, self._file, self._span, self._style)
        made.excused = True
        return made


def stand_in(place: Place, text: str = "…") -> Scalar:
    """Give a scalar for one that is missing or wrong; it passes every check."""
    file = Passage("", place.file, ((0, place.line, place.column),))
    made = Scalar(text, Kind.TEXT, file, (0, 0), "")
    made.excused = True
    return made


def scalar_of(passage: Passage, kind: Kind = Kind.TEXT) -> Scalar:
    """Give a scalar for text that is no YAML, such as the cell of a table."""
    made = Scalar(passage.text, kind, passage, (0, len(passage.text)), "")
    made._passage = passage
    return made


class Fields(dict[str, "Node"]):
    """Fields by their names, which are scalars; partial ones lack some that were refused."""

    def __init__(self, place: Place) -> None:
        """Begin without fields."""
        super().__init__()
        self._start = place
        self.partial = False

    @property
    def place(self) -> Place:
        """Where the first name stands."""
        first = next(iter(self), None)
        return first.place if isinstance(first, Scalar) else self._start

    def name_of(self, name: str) -> Scalar | None:
        """Give the name as it stands in the file."""
        return next((key for key in self if key == name and isinstance(key, Scalar)), None)


class Items(list["Node"]):
    """The items of a list."""

    def __init__(self, place: Place) -> None:
        """Begin without items."""
        super().__init__()
        self.place = place


Node: TypeAlias = Scalar | Fields | Items
