"""Leave out of a drawing what matters least, so that the rest has room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from brief.compose.timeline.statements import Dated, Moment, Statements, Stretch, begin_of

Plan = TypeVar("Plan")
_QUICK = 0.12  # of the usual search


def leave_out(
    statements: Statements,
    ranks: Sequence[int],
    plan: Callable[[Statements, float], Plan | None],
    fits: Callable[[Plan], bool],
) -> tuple[Plan, Statements] | None:
    """Leave out as few entries of some ranks as possible for the plan to fit.

    `plan` lays out what is left with a share of the usual effort. Gives the plan with the
    statements in it, or None if leaving out all of them is not enough.
    """
    order = list_least(statements, ranks)
    if not order:
        return None

    def is_enough(number: int) -> bool:
        tried = plan(statements.without(order[:number]), _QUICK)
        return tried is not None and fits(tried)

    low, high = 0, len(order)  # so many are not enough, and so many are, or none
    while high - low > 1 and (high < len(order) or is_enough(high)):
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    for number in range(high, len(order) + 1):
        shown = statements.without(order[:number])
        final = plan(shown, 1.0)
        if final is not None and fits(final):
            return final, shown
    return None


def list_least(statements: Statements, ranks: Sequence[int]) -> list[str]:
    """List the anchors of what may be left out, the first to go first.

    Of one rank, events that stand in a crowd go before others, and spans go last.
    """
    crowding = _measure_crowding(statements)
    found = []
    for rank in ranks:
        entries = [entry for entry in statements.in_time() if entry.rank == rank]
        entries.sort(key=lambda e: (isinstance(e, Stretch), crowding.get(e.anchor, 0.0)))
        found += [entry.anchor for entry in entries]
    return found


def list_left_out(statements: Statements, shown: Statements) -> tuple[Dated, ...]:
    """Give what stands in the statements and is not shown, in the order of time."""
    anchors = {entry.anchor for entry in shown.in_time()}
    left = [entry for entry in statements.in_time() if entry.anchor not in anchors]
    return tuple(sorted(left, key=begin_of))


def _measure_crowding(statements: Statements) -> dict[str, float]:
    """Give for each event the time between its neighbours in its lane."""
    found: dict[str, float] = {}
    lanes: dict[int, list[Moment]] = {}
    for moment in statements.moments:
        lanes.setdefault(moment.lane, []).append(moment)
    for moments in lanes.values():
        times = [moment.centre for moment in moments]
        before = [float("-inf"), *times[:-1]]
        after = [*times[1:], float("inf")]
        for moment, low, high in zip(moments, before, after, strict=True):
            found[moment.anchor] = high - low
    return found
