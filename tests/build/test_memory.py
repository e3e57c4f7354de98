"""Room for calls: they find it in one piece, and functions stay what they are."""

from __future__ import annotations

import sys

import pytest

from brief.build.memory import with_room


@with_room
def _begin(number: int, *, step: int = 1) -> int:
    """Begin to count."""
    return _count(number, step)


def _count(number: int, step: int) -> int:
    return 0 if number <= 0 else 1 + _count(number - step, step)


def test_a_function_stays_what_it_is() -> None:
    """Arguments, result, name and docstring are those of the function, and so is the depth."""
    assert _begin(9, step=3) == 3
    assert (_begin.__name__, _begin.__doc__) == ("_begin", "Begin to count.")
    with pytest.raises(RecursionError):
        _begin(10 * sys.getrecursionlimit())
    assert _begin(500) == 500
