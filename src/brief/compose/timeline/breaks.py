"""Find where a scale may change its rate, so that crowded years get room and empty ones give it.

A break must earn its place: it costs as much as some height of the figure, and so does every
doubling between the rates.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from brief.compose.timeline.axis import YEAR
from brief.compose.timeline.scale import Cuts, Scale, make_scale
from brief.compose.timeline.statements import Statements
from brief.model.calendar import civil_day, day_serial

BREAK_COST, RATE_COST = 16.0, 8.0  # pixels, for a break and times the logarithm of the rates
_GAPS = 4  # the widest gaps between dates, where a break may be
_INSIDE = (0.02, 0.12, 0.88, 0.98)  # where in a gap
_MOST = 2  # breaks that are chosen without being asked for
_SLACK = 200  # parts of the whole; a break is no nearer to a date than one
_MIXES = (0.45, 0.7, 0.9)  # how much the number of dates counts beside their time
_UNLIKE = 1.6  # times that the rates of neighbours differ, or the break says nothing
_NARROWEST = 0.08  # of the whole, for a stretch
_ROOM = 60.0  # that a label would like to have beside its pole
_CLEAR, _CLOSE = 12.0, 2.0  # that a pole keeps from a break, and what each pixel less costs
_CROWD = 14.0  # pixels, for two poles at the same place
_SHORT_BAR = 18.0
_TRIALS = 4  # candidates that are laid out


def find_cuts(
    statements: Statements, left: float, right: float, measure: Callable[[Cuts], float | None]
) -> Cuts | None:
    """Give the best breaks for the room from `left` to `right`, or None if none could be better.

    `measure` lays a figure out quickly and gives its height.
    """
    ranked = sorted(
        _list_candidates(statements), key=lambda cuts: _guess(statements, left, right, cuts)
    )
    best: tuple[float, Cuts] | None = None
    for cuts in ranked[:_TRIALS]:
        height = measure(cuts)
        if height is None:
            continue
        cost = height + weigh_cuts(cuts, statements)
        if best is None or cost < best[0]:
            best = (cost, cuts)
    return best[1] if best else None


def weigh_cuts(cuts: Cuts, statements: Statements) -> float:
    """Give what breaks cost, in pixels of height."""
    scale = make_scale(statements.first, statements.after, 0, 1, cuts)
    rates = [segment.pixels_a_day for segment in scale.segments]
    return BREAK_COST * len(cuts.days) + RATE_COST * math.log(max(rates) / min(rates))


def _list_candidates(statements: Statements) -> Iterator[Cuts]:
    first, after = statements.first, statements.after
    dates = sorted(moment.centre for moment in statements.moments)
    days = _list_days(first, after, dates)
    for count in range(1, _MOST + 1):
        for chosen in combinations(days, count):
            edges = (first, *chosen, after)
            times = [end - start for start, end in pairwise(edges)]
            numbers = [sum(a <= date < b for date in dates) + 0.35 for a, b in pairwise(edges)]
            for mix in _MIXES:
                shares = _share(times, numbers, mix)
                rates = [share / time for share, time in zip(shares, times, strict=True)]
                if all(max(a, b) / min(a, b) >= _UNLIKE for a, b in pairwise(rates)):
                    yield Cuts(chosen, tuple(shares))


def _share(times: Sequence[float], numbers: Sequence[float], mix: float) -> list[float]:
    whole, all_ = sum(times), sum(numbers)
    raw = [
        max(_NARROWEST, (1 - mix) * time / whole + mix * number / all_)
        for time, number in zip(times, numbers, strict=True)
    ]
    return [share / sum(raw) for share in raw]


def _list_days(first: float, after: float, dates: Sequence[float]) -> list[float]:
    """List the first days of years (or of months, on a short axis) inside the widest gaps."""
    edges = sorted({first, *dates, after})
    gaps = sorted(((b - a, a, b) for a, b in pairwise(edges)), reverse=True)[:_GAPS]
    shortest = (after - first) / _SLACK
    found = set()
    for length, start, end in gaps:
        for share in _INSIDE:
            day = _round_day(start + share * length, after - first)
            if start + shortest < day < end - shortest:
                found.add(day)
    return sorted(found)


def _round_day(day: float, whole: float) -> float:
    year, month, of_month = civil_day(round(day))
    if whole > 6 * YEAR:
        return float(day_serial(year + (month > 6)))
    month += of_month > 15
    return float(day_serial(year + (month > 12), month if month <= 12 else 1))


def _guess(statements: Statements, left: float, right: float, cuts: Cuts) -> float:
    """Guess how good a scale is, from how near the poles and how short the bars are."""
    scale = make_scale(statements.first, statements.after, left, right, cuts)
    places = sorted(scale.place(moment.centre) for moment in statements.moments)
    crowd = sum(max(0.0, _ROOM - (b - a)) / _ROOM for a, b in pairwise(places))
    near = sum(max(0.0, _CLEAR - abs(place - at)) for place in places for at in scale.breaks)
    return (
        _CROWD * crowd
        + _CLOSE * near
        + _weigh_bars(statements, scale)
        + weigh_cuts(cuts, statements)
    )


def _weigh_bars(statements: Statements, scale: Scale) -> float:
    bars = (scale.place(span.outer_after) - scale.place(span.outer_first)
            for span in statements.spans)  # fmt: skip
    return sum(max(0.0, _SHORT_BAR - bar) for bar in bars)
