"""The scale of a time axis: days on a line, at one rate or at up to four.

A scale is piecewise linear and never cuts anything out: where its rate changes, it breaks, and
what lasts goes on across the break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

SHORTEST = 10.0  # days that an axis shows at the least
MOST_SEGMENTS = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch at one rate: `first` stands at `left` and `after` at `right` (pixels)."""

    first: float
    after: float
    left: float
    right: float

    @property
    def pixels_a_day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / (self.after - self.first)

    def place(self, day: float) -> float:
        """Give the place of a day serial."""
        return self.left + (day - self.first) * self.pixels_a_day

    def day(self, place: float) -> float:
        """Give the day serial at a place."""
        return self.first + (place - self.left) / self.pixels_a_day


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where a scale changes its rate, and which share of its length each stretch takes."""

    days: tuple[float, ...] = ()
    shares: tuple[float, ...] = (1.0,)


WHOLE = Cuts()


@dataclass(frozen=True, slots=True)
class Scale:
    """Days on a line; beyond its ends a scale goes on at the rate that it has there."""

    segments: tuple[Segment, ...]

    @property
    def left(self) -> float:
        """Where the first day begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.segments[-1].right

    @property
    def breaks(self) -> tuple[float, ...]:
        """The places where the rate changes."""
        return tuple(segment.left for segment in self.segments[1:])

    def place(self, day: float) -> float:
        """Give the place of a day serial."""
        for segment in self.segments:
            if day < segment.after:
                return segment.place(day)
        return self.segments[-1].place(day)


def make_scale(first: float, after: float, left: float, right: float, cuts: Cuts = WHOLE) -> Scale:
    """Make a scale over a stretch of time, which is widened when it is very short."""
    lacking = max(0.0, SHORTEST - (after - first)) / 2
    first, after = first - lacking, after + lacking
    days, shares = _keep_inside(cuts, first, after)
    places = [left]
    for share in shares:
        places.append(places[-1] + share * (right - left))
    places[-1] = right
    edges = (first, *days, after)
    return Scale(
        tuple(
            Segment(start, end, low, high)
            for (start, end), (low, high) in zip(pairwise(edges), pairwise(places), strict=True)
        )
    )


def _keep_inside(cuts: Cuts, first: float, after: float) -> tuple[Sequence[float], list[float]]:
    """Leave out breaks beyond the ends; the shares that remain fill the whole."""
    edges = (float("-inf"), *cuts.days, float("inf"))
    days = [day for day in cuts.days if first < day < after]
    shares = [
        share
        for (start, end), share in zip(pairwise(edges), cuts.shares, strict=True)
        if start < after and first < end
    ]
    return days, [share / sum(shares) for share in shares]
