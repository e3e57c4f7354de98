"""Where the poles of events stand: at their dates, or a little beside them where dates crowd.

Poles keep the order of time and a least distance. Where a pole had to move, all poles of its
crowd carry their markers above the axis, and a foot leads from each down to its date.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.compose.timeline.markers import RADIUS_MAJOR, REACH

SEPARATION = 2 * REACH + 0.8
_EDGE = REACH + 0.5  # from a pole to the edge of the row
_MOVED = 0.6  # a shift that nobody sees
_FOOT = 13.0  # height of a foot, if no longer one is needed to pass other markers
_CLEAR = 1.3 * RADIUS_MAJOR + 0.6  # from a foot to the middle of a marker, past its corners


@dataclass(frozen=True, slots=True)
class Pole:
    """A pole: where its date is, where it stands, and whether its marker is off the axis."""

    place: float
    at: float
    raised: bool = False

    @property
    def shift(self) -> float:
        """How far the pole stands from its date."""
        return abs(self.at - self.place)


def measure_row(count: int) -> float:
    """Give the width that so many poles need at the least, with their markers."""
    return 2 * _EDGE + max(0, count - 1) * SEPARATION


def plant_poles(places: Sequence[float], right: float) -> tuple[Pole, ...]:
    """Give the poles for dates in order, all inside a row that ends at `right`."""
    spread = spread_poles(places, _EDGE, right - _EDGE)
    return tuple(
        Pole(places[number], spread[number], raised)
        for crowd, raised in _list_crowds(places, spread)
        for number in crowd
    )


def measure_foot(poles: Sequence[Pole]) -> float:
    """Give the height of markers above the axis, 0 if all stand on it.

    A foot that leans far passes below the marker of its neighbour only if it is steep enough.
    """
    raised = [pole for pole in poles if pole.raised]
    if not raised:
        return 0.0
    room = SEPARATION * SEPARATION - _CLEAR * _CLEAR
    return max(_FOOT, max(pole.shift for pole in raised) * _CLEAR / math.sqrt(room))


def spread_poles(places: Sequence[float], low: float, high: float) -> list[float]:
    """Move poles apart as little as possible in the sense of least squares, keeping their order.

    This is isotonic regression by pooling adjacent violators (Barlow et al. 1972).
    """
    count, step = len(places), SEPARATION
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


def _list_crowds(places: Sequence[float], spread: Sequence[float]) -> Iterator[tuple[range, bool]]:
    """Yield runs of poles at the least distance, and whether one of them had to move."""
    start = 0
    for number in range(1, len(spread) + 1):
        together = number < len(spread) and spread[number] - spread[number - 1] < SEPARATION + 0.01
        if together:
            continue
        crowd = range(start, number)
        yield crowd, any(abs(spread[i] - places[i]) > _MOVED for i in crowd)
        start = number
