"""Read what a page of ours paints: paths and glyphs with their places, colours and clips.

This knows the operators that our renderer writes, and no others; one that it does not know is a
fault, since a picture that lacks something would be worse than none. Lengths are CSS pixels from
the upper left corner of the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Name

from brief.finish.outlines import Typeface, open_typeface

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]

_PIXELS = 4 / 3  # in a point
_SILENT = frozenset({"BDC", "BMC", "EMC", "BT", "ET", "M", "J", "j", "gs", "n"})
_PAINTS = {"f": (True, False), "f*": (True, False), "S": (False, True), "B": (True, True)}


@dataclass(frozen=True, slots=True)
class Path:
    """An outline: letters of SVG, each with its points."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    even_odd: bool = False

    @property
    def bounds(self) -> Box:
        """The smallest rectangle around all points."""
        xs = [x for _, points in self.steps for x, _ in points]
        ys = [y for _, points in self.steps for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted path; `dash` are lengths of dashes and gaps."""

    path: Path
    fill: str | None
    stroke: str | None
    width: float
    dash: tuple[float, ...]
    clips: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A line of glyphs of one typeface in one colour.

    `placed` are their numbers with the way from the origin in units of the typeface.
    """

    typeface: Typeface
    size: float
    fill: str
    origin: Point
    placed: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state that `q` saves and `Q` restores."""

    matrix: Matrix
    fill: str = "#000000"
    stroke: str = "#000000"
    width: float = 1.0
    dash: tuple[float, ...] = ()
    clips: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Painter:
    """Follows the operators of a page and of the forms that it uses.

    `place` is where a line of text begins, `along` how far its glyphs have come, and `rise` how
    far above the line the next ones stand.
    """

    state: _State
    saved: list[_State] = field(default_factory=list)
    steps: list[tuple[str, tuple[Point, ...]]] = field(default_factory=list)
    clip: Path | None = None
    place: Matrix = (1, 0, 0, 1, 0, 0)
    typeface: Typeface | None = None
    size: float = 0.0
    along: float = 0.0
    rise: float = 0.0

    def paint(self, content: Any, resources: Any) -> Iterator[Shape | Glyphs]:
        """Yield what a content stream paints, in its order."""
        instruction: Any
        for instruction in pikepdf.parse_content_stream(content):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "Do":
                yield from self._paint_form(resources.XObject[str(operands[0])])
            elif name == "Tf":
                self.typeface = open_typeface(resources.Font[str(operands[0])])
                self.size = float(operands[1])
            elif name == "TJ":
                yield self._show(operands[0])
            elif name in _PAINTS:
                yield from self._paint_path(name)
            else:
                self._take(name, operands)
            if name in _PAINTS or name == "n":
                self._begin_path()

    def _take(self, name: str, operands: Any) -> None:
        if name in _SILENT:
            return
        if name == "q":
            self.saved.append(self.state)
        elif name == "Q":
            self.state = self.saved.pop()
        elif name == "cm":
            matrix = _multiply(_numbers(operands), self.state.matrix)
            self.state = replace(self.state, matrix=matrix)
        elif name == "Tm":
            self.place, self.along = _numbers(operands), 0.0
        elif name == "Ts":
            self.rise = float(operands[0])
        elif name in ("W", "W*"):
            self.clip = Path(tuple(self.steps), name == "W*")
        else:
            self._set(name, operands)

    def _set(self, name: str, operands: Any) -> None:
        """Take a step of a path, or set a colour or the kind of a stroke."""
        values = [float(value) for value in operands] if name != "d" else []
        match name:
            case "m" | "l" | "c":
                points = zip(values[::2], values[1::2], strict=True)
                self.steps.append((name.upper(), tuple(map(self._locate, points))))
            case "h":
                self.steps.append(("Z", ()))
            case "re":
                self._add_rectangle(*values)
            case "rg":
                self.state = replace(self.state, fill=_colour(values))
            case "RG":
                self.state = replace(self.state, stroke=_colour(values))
            case "w":
                width = values[0] * _scale(self.state.matrix)
                self.state = replace(self.state, width=width)
            case "d":
                scale = _scale(self.state.matrix)
                dash = tuple(float(length) * scale for length in operands[0])
                self.state = replace(self.state, dash=dash)
            case _:
                raise AssertionError(f"the operator {name} is not one of ours")

    def _add_rectangle(self, x: float, y: float, width: float, height: float) -> None:
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        first, *rest = map(self._locate, corners)
        self.steps += [("M", (first,)), *(("L", (corner,)) for corner in rest), ("Z", ())]

    def _locate(self, point: Point) -> Point:
        a, b, c, d, e, f = self.state.matrix
        x, y = point
        return a * x + c * y + e, b * x + d * y + f

    def _begin_path(self) -> None:
        """Forget the path; one that was to clip does so from now on."""
        if self.clip is not None:
            self.state = replace(self.state, clips=(*self.state.clips, self.clip))
        self.steps, self.clip = [], None

    def _paint_path(self, name: str) -> Iterator[Shape]:
        if not self.steps:
            return
        state, path = self.state, Path(tuple(self.steps), name.endswith("*"))
        fills, strokes = _PAINTS[name]
        clips = _choose_clips(path, state, strokes)
        if clips is not None:
            fill, stroke = state.fill if fills else None, state.stroke if strokes else None
            dash = state.dash if strokes else ()
            yield Shape(path, fill, stroke, state.width if strokes else 0.0, dash, clips)

    def _paint_form(self, form: Any) -> Iterator[Shape | Glyphs]:
        """Paint a form; what it sets holds inside it alone."""
        if Name.Matrix in form:
            raise AssertionError("forms of ours have no matrix")
        before, saved = self.state, self.saved
        self.saved = []
        yield from self.paint(form, form.get(Name.Resources, pikepdf.Dictionary()))
        self.state, self.saved = before, saved

    def _show(self, items: Any) -> Glyphs:
        """Place the glyphs of a line: strings of two-byte numbers, and corrections between."""
        assert self.typeface is not None
        matrix = _multiply(self.place, self.state.matrix)
        units = self.typeface.units / 1000
        x, placed = 0.0, []
        for item in items:
            if not isinstance(item, pikepdf.String):
                x -= float(item) * units
                continue
            codes = bytes(item)
            for number in (codes[at] << 8 | codes[at + 1] for at in range(0, len(codes), 2)):
                placed.append((number, x))
                x += self.typeface.widths.get(number, 1000.0) * units
        a, b, c, d, e, f = matrix
        origin = a * self.along + c * self.rise + e, b * self.along + d * self.rise + f
        self.along += x / self.typeface.units * self.size
        return Glyphs(
            self.typeface, self.size * _scale(matrix), self.state.fill, origin, tuple(placed)
        )


def read_content(page: Any) -> Iterator[Shape | Glyphs]:
    """Yield what a page paints, in its order."""
    height = float(page.MediaBox[3]) * _PIXELS
    painter = _Painter(_State((_PIXELS, 0, 0, -_PIXELS, 0, height)))
    yield from painter.paint(page, page.Resources)


def _choose_clips(path: Path, state: _State, strokes: bool) -> tuple[Path, ...] | None:
    """Give the clips that cut something off a path; None if nothing of it is left."""
    left, top, right, bottom = path.bounds
    reach = state.width / 2 if strokes else 0.0
    cutting = []
    for clip in state.clips:
        x0, y0, x1, y1 = clip.bounds
        if right + reach <= x0 or left - reach >= x1 or bottom + reach <= y0 or top - reach >= y1:
            return None
        inside = left - reach >= x0 and right + reach <= x1
        inside = inside and top - reach >= y0 and bottom + reach <= y1
        if not (inside and _is_rectangle(clip)) and clip not in cutting:
            cutting.append(clip)
    return tuple(cutting)


def _is_rectangle(path: Path) -> bool:
    x0, y0, x1, y1 = path.bounds
    points = [point for _, step in path.steps for point in step]
    return len(points) == 4 and all(x in (x0, x1) and y in (y0, y1) for x, y in points)


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k,
        e * h + f * j + m,
    )  # fmt: skip


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def _numbers(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _colour(values: list[float]) -> str:
    return "#" + "".join(f"{round(value * 255):02x}" for value in values)
