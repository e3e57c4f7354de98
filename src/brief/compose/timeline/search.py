"""Search the arrangement of labels that costs least: which label, on which side of its pole.

Each label has some choices; two choices of different labels are apart, beside each other, one
under the other, or impossible together. From these relations the heights follow. The search is
simulated annealing (Kirkpatrick et al. 1983) with a fixed number of steps and its own source of
chance, so that the same labels always come to stand in the same way.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

_STEPS_EACH, _MOST_STEPS = 200, 2400  # for each label, and in all
_HOT, _COLD = 40.0, 2.0  # pixels by which an arrangement may become worse, at first and at last
_PAIRS = 0.3  # how often two labels change at once
_POLE = 0.9  # times the mean height of the labels
_FAR, _FARTHER = 160.0, 3.0  # pixels from which a label is far from the axis, and what each costs
_INFINITE = float("inf")


class Relation(IntEnum):
    """How a label stands to another."""

    APART = 0
    BESIDE = 1
    UNDER = 2
    OVER = 3
    NEVER = 4


# Comparing numbers is quicker than looking up members, and is done a hundred thousand times.
_UNDER, _OVER, _NEVER = (int(r) for r in tuple(Relation)[2:])


@dataclass(frozen=True, slots=True)
class Option:
    """One choice for a label: its height with the gap above it, and what it costs by itself."""

    height: float
    cost: float


@dataclass(slots=True)
class _Standing:
    """An arrangement: the choice of each label, and as sets of bits who stands to whom how."""

    choices: list[int]
    below: list[int]
    above: list[int]
    beside: list[int]


Relate = Callable[[int, int, int, int], Relation]


class Search:
    """Search among options; `relate` tells how a choice of one label stands to one of another."""

    def __init__(self, options: Sequence[Sequence[Option]], relate: Relate, base: float) -> None:
        """Begin with the options of each label and the lowest place for any."""
        self._options, self._relate, self._base = options, relate, base
        self._count = len(options)
        self._costs: dict[tuple[int, ...], float] = {}  # of arrangements that were tried before
        self._widths = [len(some) for some in options]
        self._known: list[list[list[int | None]]] = [
            [[None] * (len(one) * len(two)) for two in options] for one in options
        ]

    def is_possible(self, choices: Sequence[int]) -> bool:
        """Tell whether all labels can stand as chosen."""
        return self._arrange(choices) is not None

    def run(self, begin: Sequence[int], effort: float = 1.0) -> tuple[list[int], list[float]]:
        """Give the best choices and the heights of the labels, starting from possible ones.

        `effort` is the share of the usual number of steps.
        """
        standing = self._arrange(begin)
        assert standing is not None  # the caller asked whether it is possible
        cost = self._measure(standing)
        best, kept = cost, list(standing.choices)
        chance = random.Random(self._count)  # noqa: S311  # the same for the same figure
        steps = int(effort * min(_STEPS_EACH * self._count, _MOST_STEPS))
        for step in range(steps):
            heat = _HOT * (_COLD / _HOT) ** (step / steps)
            moved = self._disturb(standing, chance)
            if moved is None:
                continue
            tried = self._measure(moved)
            if tried <= cost or chance.random() < math.exp((cost - tried) / heat):
                standing, cost = moved, tried
                if cost < best - 1e-9:
                    best, kept = cost, list(standing.choices)
        final = self._arrange(kept)
        assert final is not None  # it was measured before
        self._descend(final)
        return final.choices, self._settle(final)

    def _disturb(self, standing: _Standing, chance: random.Random) -> _Standing | None:
        """Choose anew for one label, sometimes also for the next; None if that is impossible."""
        number = int(chance.random() * self._count)
        choice = int(chance.random() * len(self._options[number]))
        moved = self._change(standing, number, choice)
        if chance.random() > _PAIRS:
            return moved
        after = (number + 1) % self._count
        choice = int(chance.random() * len(self._options[after]))
        return self._change(moved or standing, after, choice)

    def _descend(self, standing: _Standing) -> None:
        """Change one label at a time as long as it helps."""
        cost, improved = self._measure(standing), True
        while improved:
            improved = False
            for number, options in enumerate(self._options):
                for choice in range(len(options)):
                    moved = self._change(standing, number, choice)
                    tried = self._measure(moved) if moved else _INFINITE
                    if moved and tried < cost - 1e-6:
                        cost, improved = tried, True
                        standing.choices, standing.below = moved.choices, moved.below
                        standing.above, standing.beside = moved.above, moved.beside

    def _arrange(self, choices: Sequence[int]) -> _Standing | None:
        """Find all relations of an arrangement; None if it is impossible."""
        count = self._count
        standing: _Standing | None = _Standing(list(choices), [0] * count, [0] * count, [0] * count)
        for number in range(count):
            if standing is not None:
                standing = self._change(standing, number, choices[number], anew=True)
        return standing if standing is not None and self._settle(standing) else None

    def _change(
        self, standing: _Standing, number: int, choice: int, *, anew: bool = False
    ) -> _Standing | None:
        """Give the arrangement with another choice for one label; None if it is impossible."""
        choices = standing.choices
        if choice == choices[number] and not anew:
            return None
        related = self._list_related(number, choice, choices)
        if related is None:
            return None
        changed = choices[:]
        changed[number] = choice
        bit, clear = 1 << number, ~(1 << number)
        below = [mask & clear for mask in standing.below]
        above = [mask & clear for mask in standing.above]
        beside = [mask & clear for mask in standing.beside]
        below[number] = above[number] = beside[number] = 0
        for other, relation in related:
            if relation == _UNDER:
                above[number] |= 1 << other
                below[other] |= bit
            elif relation == _OVER:
                below[number] |= 1 << other
                above[other] |= bit
            else:
                beside[number] |= 1 << other
                beside[other] |= bit
        return _Standing(changed, below, above, beside)

    def _list_related(
        self, number: int, choice: int, choices: list[int]
    ) -> list[tuple[int, int]] | None:
        """List the labels that are not apart from one, and how it stands to them.

        Gives None if it is impossible together with another.
        """
        known, widths = self._known[number], self._widths
        related = []
        for other, chosen in enumerate(choices):
            relation = known[other][choice * widths[other] + chosen]
            if relation is None:
                relation = self._find_relation(number, choice, other, chosen)
            if relation:
                if relation == _NEVER:
                    return None
                related.append((other, relation))
        return related

    def _find_relation(self, one: int, choice: int, two: int, other: int) -> int:
        """Ask for the relation of two choices, and remember it."""
        relation = int(Relation.APART if one == two else self._relate(one, choice, two, other))
        self._known[one][two][choice * self._widths[two] + other] = relation
        return relation

    def _measure(self, standing: _Standing) -> float:
        """Give the cost: the height of all, the mean height of each, and the costs of choices."""
        choices = tuple(standing.choices)
        cost = self._costs.get(choices)
        if cost is None:
            cost = self._costs[choices] = self._add_up(standing)
        return cost

    def _add_up(self, standing: _Standing) -> float:
        bottoms = self._settle(standing)
        if not bottoms:
            return _INFINITE
        cost = top = 0.0
        for options, choice, bottom in zip(self._options, standing.choices, bottoms, strict=True):
            chosen = options[choice]
            cost += chosen.cost
            if bottom + chosen.height > top:
                top = bottom + chosen.height
        far = max(bottoms) - _FAR
        return top + cost + _POLE * sum(bottoms) / self._count + (_FARTHER * far if far > 0 else 0)

    def _settle(self, standing: _Standing) -> list[float]:
        """Give each label the lowest free place, those that must be lower first.

        Gives nothing if some labels would have to be above each other in a circle.
        """
        below, above, beside = standing.below[:], standing.above, standing.beside
        heights = [o[c].height for o, c in zip(self._options, standing.choices, strict=True)]
        low = [self._base] * self._count
        ends = [0.0] * self._count
        ready = [number for number, mask in enumerate(below) if not mask]
        placed = count = 0
        while ready:
            here = min(ready, key=low.__getitem__) if len(ready) > 1 else ready[0]
            ready.remove(here)
            height, bottom = heights[here], low[here]
            if beside[here] & placed:
                bottom = _find_gap(bottom, height, beside[here] & placed, low, ends)
            low[here] = bottom
            end = ends[here] = bottom + height
            bit = 1 << here
            placed |= bit
            count += 1
            mask = above[here]
            while mask:
                lowest = mask & -mask
                mask ^= lowest
                over = lowest.bit_length() - 1
                if low[over] < end:
                    low[over] = end
                below[over] ^= bit
                if not below[over]:
                    ready.append(over)
        return low if count == self._count else []


def _find_gap(
    bottom: float, height: float, placed: int, low: list[float], ends: list[float]
) -> float:
    """Give the lowest place from `bottom` up that is free beside labels that stand already."""
    taken = []
    while placed:
        lowest = placed & -placed
        placed ^= lowest
        other = lowest.bit_length() - 1
        taken.append((low[other], ends[other]))
    for start, end in sorted(taken):
        if start < bottom + height and bottom < end:
            bottom = end
    return bottom
