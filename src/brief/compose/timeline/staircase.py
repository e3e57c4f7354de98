"""Place the labels of events above the axis as flags on poles.

Every pole is vertical and stands at its date, every label is flush to its pole. Where a pole runs
under another label, that label must stand higher: this partial order decides the heights, so that
nothing overlaps and no pole crosses a label, whatever the search prefers. The search chooses side
and line breaks of each label; it is deterministic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.compose.timeline.search import Option, Relation, Search

PAD = 4.2  # from pole to label
GAP_X = 6.6
GAP_Y = 5.0
_TOUCH = 1.6  # how near a pole may come to a label that it does not carry

# What an arrangement costs beside its height, in pixels.
_LEFT = 10.0  # a label before its pole: its lines begin raggedly
_EDGE = 12.0  # a label across the edge of an era
_LINE = 1.2  # every line of a title after the first
_LINES = 3.0  # times the square of the lines after the second
_FLAW = 0.5  # times the flaws of line breaks


@dataclass(frozen=True, slots=True)
class Label:
    """One way to set a label: its date and title in lines, the room they take, their flaws."""

    date: tuple[str, ...]
    title: tuple[str, ...]
    width: float
    height: float
    flaw: float = 0.0


@dataclass(frozen=True, slots=True)
class Flag:
    """An event with the place of its pole and the ways to set its label."""

    pole: float
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The chosen label, on the right (+1) or left (-1) of its pole, `bottom` above the axis."""

    label: Label
    side: int
    bottom: float


@dataclass(frozen=True, slots=True)
class _Choice:
    """A label to one side of its pole, with the room of both and what it costs by itself."""

    label: Label
    side: int
    pole: float
    left: float
    right: float
    cost: float


@lru_cache(maxsize=256)
def place_flags(
    flags: tuple[Flag, ...],
    width: float,
    base: float,
    edges: tuple[float, ...],
    effort: float = 1.0,
) -> tuple[Placed, ...] | None:
    """Choose side, line breaks and height of every label; None if they do not fit in `width`.

    `base` is the lowest place for a label, `edges` are rules that labels should not cross,
    `effort` is the share of the usual search. What was placed once is remembered: profiles and
    editions share their figures.
    """
    if not flags:
        return ()
    choices = [_list_choices(flag, width, edges) for flag in flags]
    if not all(choices):
        return None
    options = [[Option(c.label.height + GAP_Y, c.cost) for c in each] for each in choices]

    def relate(one: int, choice: int, two: int, other: int) -> Relation:
        return _relate(choices[one][choice], choices[two][other])

    search = Search(options, relate, base)
    begin = next(filter(search.is_possible, _list_beginnings(choices)), None)
    if begin is None:
        return None
    found = search.run(begin, effort)
    return tuple(
        Placed(each[number].label, each[number].side, bottom)
        for each, number, bottom in zip(choices, *found, strict=True)
    )


def _list_beginnings(choices: Sequence[tuple[_Choice, ...]]) -> Iterator[list[int]]:
    """Yield narrow labels, the first to the reading side and more and more to the other."""
    narrow = [{each[n].side: n for n in reversed(range(len(each)))} for each in choices]
    for turned in range(len(choices) + 1):
        sides = [1] * (len(choices) - turned) + [-1] * turned
        yield [
            by_side.get(side, by_side.get(-side, 0))
            for by_side, side in zip(narrow, sides, strict=True)
        ]


def _list_choices(flag: Flag, width: float, edges: Sequence[float]) -> tuple[_Choice, ...]:
    """List all labels and sides that stay inside the figure."""
    found = []
    for label in flag.labels:
        lines = len(label.title)
        own = _LINE * lines + _LINES * max(0, lines - 2) ** 2 + _FLAW * label.flaw
        for side in (1, -1):
            end = flag.pole + side * (PAD + label.width)
            if not 0 <= end <= width:
                continue
            left, right = sorted((flag.pole, end))
            crossed = sum(left + 3 < edge < right - 3 for edge in edges)
            cost = own + _EDGE * crossed + (_LEFT if side < 0 else 0.0)
            found.append(_Choice(label, side, flag.pole, left, right, cost))
    return tuple(found)


def _relate(one: _Choice, two: _Choice) -> Relation:
    """Tell how two labels stand to each other: apart, beside, one under the other, or never."""
    if two.left >= one.right + GAP_X or one.left >= two.right + GAP_X:
        return Relation.APART
    under = _runs_under(one.pole, two)
    over = _runs_under(two.pole, one)
    if under and over:
        return Relation.NEVER
    return Relation.UNDER if under else Relation.OVER if over else Relation.BESIDE


def _runs_under(pole: float, choice: _Choice) -> bool:
    """Tell whether a pole crosses the room of a label that another pole carries."""
    if choice.side > 0:
        return choice.left - _TOUCH < pole < choice.right + GAP_X
    return choice.left - GAP_X < pole < choice.right + _TOUCH
