"""What a figure consists of: marks and words with places, before anything draws them.

Lengths are CSS pixels, x grows in reading direction and y downwards. A scene is plain data, so
that every rule of good layout is a test on numbers. `role` says what an item is for, `ref` is the
id of the entry it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline; several rings make holes where they overlap."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str
    role: str
    ref: str = ""
    stroke: str | None = None
    line_width: float = 0.0

    def bounds(self) -> tuple[float, float, float, float]:
        """Give left, top, right and bottom of the outline."""
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke; `dash` are the lengths of dash and gap."""

    start: Point
    end: Point
    stroke: str
    width: float
    role: str
    ref: str = ""
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text set in one style in a box; `align` is `start`, `end` or `centre`.

    `style` names an entry of the style sheet. A soft hyphen at the end of a line is a break
    within a word. `ground` is the colour behind.
    """

    left: float
    top: float
    width: float
    lines: tuple[str, ...]
    style: str
    colour: str
    leading: float
    role: str
    ref: str = ""
    align: str = "start"
    language: str = ""
    ground: str = "#ffffff"

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.top + self.leading * len(self.lines)


Mark = Area | Line


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole figure; marks are drawn in their order, words are read in theirs."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    words: tuple[Words, ...] = ()


def mirror_scene(scene: Scene) -> Scene:
    """Reflect a scene, for scripts that run from right to left; words keep their lines."""
    width = scene.width

    def flip(point: Point) -> Point:
        return (width - point[0], point[1])

    marks: list[Mark] = []
    for mark in scene.marks:
        if isinstance(mark, Line):
            marks.append(replace(mark, start=flip(mark.start), end=flip(mark.end)))
        else:
            rings = tuple(tuple(flip(point) for point in ring) for ring in mark.rings)
            marks.append(replace(mark, rings=rings))
    words = tuple(replace(word, left=width - word.right) for word in scene.words)
    return replace(scene, marks=tuple(marks), words=words)


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """Give the outline of a rectangle."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))
