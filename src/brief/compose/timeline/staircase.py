"""Place the labels of events above the axis as flags on poles.

Every pole is vertical and stands at its date, every label is flush to its pole. Where a pole runs
under another label, that label must stand higher: this partial order decides the heights, so that
nothing overlaps and no pole crosses a label, whatever the search prefers. The search chooses side
and line breaks of each label; it is deterministic.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

PAD = 4.2  # from pole to label
GAP_X = 6.6
GAP_Y = 5.0
SEPARATION = 10.4  # between two poles
_TOUCH = 1.6  # how near a pole may come to a label that it does not carry
_TRIES = 420


@dataclass(frozen=True, slots=True)
class Label:
    """One way to set a label: its date and title in lines, and the room they take."""

    date: tuple[str, ...]
    title: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Flag:
    """An event with the place of its pole and the ways to set its label, narrow ones first."""

    pole: float
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The chosen label, on the right (+1) or left (-1) of its pole, `bottom` above the axis."""

    label: Label
    side: int
    bottom: float


def spread_poles(places: Sequence[float], low: float, high: float) -> list[float]:
    """Move poles apart as little as possible in the sense of least squares, keeping their order.

    This is isotonic regression by pooling adjacent violators (Barlow et al. 1972). When there is
    no room for the wanted separation, a smaller one is used.
    """
    count = len(places)
    if not count:
        return []
    step = min(SEPARATION, (high - low) / max(1, count - 1))
    blocks: list[tuple[float, int]] = []
    for index, place in enumerate(places):
        value, size = place - index * step, 1
        while blocks and blocks[-1][0] > value:
            other, weight = blocks.pop()
            value, size = (value * size + other * weight) / (size + weight), size + weight
        blocks.append((value, size))
    flat = [value for value, size in blocks for _ in range(size)]
    top = high - (count - 1) * step
    return [min(max(value, low), top) + index * step for index, value in enumerate(flat)]


def place_flags(
    flags: Sequence[Flag], width: float, base: float, edges: Sequence[float]
) -> tuple[Placed, ...] | None:
    """Choose side, line breaks and height of every label; None if they do not fit in `width`.

    `base` is the lowest place for a label, `edges` are rules that labels should not cross.
    """
    return _Search(flags, width, base, edges).run()


_State = list[tuple[int, int]]  # the number of the label and its side, for each flag


class _Search:
    """Look for the arrangement of least cost: descent from several starts, then disturbance."""

    def __init__(
        self, flags: Sequence[Flag], width: float, base: float, edges: Sequence[float]
    ) -> None:
        self._flags, self._width, self._base, self._edges = flags, width, base, edges
        self._tries = _TRIES

    def run(self) -> tuple[Placed, ...] | None:
        """Give the best arrangement that was found."""
        best, state = float("inf"), self._start(1, 0)
        for start in self._starts():
            cost = self._descend(start, self._cost(start)[0])
            if cost < best:
                best, state = cost, list(start)
        chance = random.Random(len(self._flags))  # noqa: S311  # the same for the same figure
        while self._tries > 0 and len(self._flags) > 2:
            moved = list(state)
            for number in chance.sample(range(len(moved)), 2):
                labels = self._flags[number].labels
                moved[number] = (chance.randrange(len(labels)), chance.choice((1, 1, -1)))
            cost = self._descend(moved, self._cost(moved)[0])
            if cost < best - 1e-6:
                best, state = cost, moved
        bottoms = self._cost(state)[1]
        if bottoms is None:
            return None
        return tuple(
            Placed(flag.labels[option], side, bottom)
            for flag, (option, side), bottom in zip(self._flags, state, bottoms, strict=True)
        )

    def _starts(self) -> list[_State]:
        middle = max((len(flag.labels) for flag in self._flags), default=1) // 2
        starts = [self._start(side, option) for side in (1, 0) for option in (middle, 0, 99)]
        return starts[: 6 if len(self._flags) < 16 else 3]

    def _start(self, side: int, option: int) -> _State:
        """Set all labels alike; `side` 0 turns those to the left that would run out."""
        state: _State = []
        for flag in self._flags:
            number = min(option, len(flag.labels) - 1)
            out = flag.pole + PAD + flag.labels[number].width > self._width
            state.append((number, -1 if out and side == 0 else 1))
        return state

    def _descend(self, state: _State, cost: float) -> float:
        """Change one flag at a time as long as it helps; `state` is changed in place."""
        improved = True
        while improved and self._tries > 0:
            improved = False
            for number, flag in enumerate(self._flags):
                kept = state[number]
                for choice in ((o, s) for o in range(len(flag.labels)) for s in (1, -1)):
                    if choice == kept or not self._fits(flag, *choice):
                        continue
                    state[number] = choice
                    tried = self._cost(state)[0]
                    if tried < cost - 1e-6:
                        cost, kept, improved = tried, choice, True
                state[number] = kept
        return cost

    def _fits(self, flag: Flag, option: int, side: int) -> bool:
        reach = PAD + flag.labels[option].width
        return flag.pole + reach <= self._width if side > 0 else flag.pole - reach >= 0

    def _cost(self, state: _State) -> tuple[float, list[float] | None]:
        self._tries -= 1
        chosen = [flag.labels[o] for flag, (o, _) in zip(self._flags, state, strict=True)]
        if not all(self._fits(f, *s) for f, s in zip(self._flags, state, strict=True)):
            return float("inf"), None
        poles = [flag.pole for flag in self._flags]
        bottoms = stack(poles, chosen, [side for _, side in state], self._base)
        if bottoms is None:
            return float("inf"), None
        height = max((b + c.height for b, c in zip(bottoms, chosen, strict=True)), default=0.0)
        cost = height + 0.12 * sum(bottoms)
        for pole, label, (_, side) in zip(poles, chosen, state, strict=True):
            cost += (9.0 if side < 0 else 0.0) + 0.4 * len(label.title)
            cost += 2.5 * max(0, len(label.title) - 2)
            low, high = sorted((pole + side * 3, pole + side * (PAD + label.width - 3)))
            cost += 12.0 * sum(low < edge < high for edge in self._edges)
        return cost, bottoms


def stack(
    poles: Sequence[float], labels: Sequence[Label], sides: Sequence[int], base: float
) -> list[float] | None:
    """Give the height of every label's lower edge; None if two labels would have to be above
    each other."""
    count = len(poles)
    lefts = [
        p if s > 0 else p - PAD - c.width for p, c, s in zip(poles, labels, sides, strict=True)
    ]
    rights = [
        p + PAD + c.width if s > 0 else p for p, c, s in zip(poles, labels, sides, strict=True)
    ]
    above: list[list[int]] = [[] for _ in range(count)]
    beside: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for i in range(count):
        for j in range(i + 1, count):
            if lefts[j] >= rights[i] + GAP_X or lefts[i] >= rights[j] + GAP_X:
                continue
            under_j = _runs_under(poles[i], lefts[j], rights[j], sides[j])
            under_i = _runs_under(poles[j], lefts[i], rights[i], sides[i])
            if under_i and under_j:
                return None
            if under_j or under_i:
                low, high = (i, j) if under_j else (j, i)
                above[low].append(high)
                waiting[high] += 1
            beside[i].append(j)
            beside[j].append(i)
    return _settle(poles, labels, above, beside, waiting, base)


def _runs_under(pole: float, left: float, right: float, side: int) -> bool:
    """Tell whether a pole crosses the room of a label that another pole carries."""
    if side > 0:
        return left - _TOUCH < pole < right + GAP_X
    return left - GAP_X < pole < right + _TOUCH


def _settle(
    poles: Sequence[float],
    labels: Sequence[Label],
    above: list[list[int]],
    beside: list[list[int]],
    waiting: list[int],
    base: float,
) -> list[float] | None:
    """Give each label the lowest free height, those that must be lower first."""
    low = [base] * len(poles)
    done: dict[int, float] = {}
    ready = [i for i, number in enumerate(waiting) if not number]
    while ready:
        here = min(ready, key=lambda i: (low[i], -poles[i]))
        ready.remove(here)
        height = labels[here].height
        bottom = low[here]
        taken = sorted((done[j], labels[j].height) for j in beside[here] if j in done)
        for start, size in taken:
            if start < bottom + height + GAP_Y and bottom < start + size + GAP_Y:
                bottom = start + size + GAP_Y
        done[here] = bottom
        for over in above[here]:
            low[over] = max(low[over], bottom + height + GAP_Y)
            waiting[over] -= 1
            if not waiting[over]:
                ready.append(over)
    return [done[i] for i in range(len(poles))] if len(done) == len(poles) else None
