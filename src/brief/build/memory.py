"""Where calls find room in a process that builds, and when it looks for objects in cycles."""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import count
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])

_SLOTS = 70_000  # eight bytes each: more than half a megabyte, so that a whole one is taken
_YOUNG, _MIDDLE, _OLD = 300_000, 50, 100
_begun = count()


def with_room(function: F) -> F:
    """Give all calls below a function room in one piece of memory.

    CPython (3.11 and later) keeps the frames of calls in pieces of 16 KB. Where calls go to and
    fro over the end of one, it is given back and taken anew each time: ten thousand times while a
    briefing is built, a tenth of all time. The frame of this function says that it needs so much
    that a large piece is taken, of which the rest is left to the calls below; what is not used of
    it takes no memory.
    """
    code = function.__code__
    function.__code__ = code.replace(co_stacksize=_SLOTS)
    return function


def collect_rarely() -> None:
    """Let the collector run rarely: imports and layout make many objects and few cycles.

    It takes a sixth of the time otherwise.
    """
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


def end_quickly() -> None:
    """Spare a process that ends the search for cycles among all that goes with it.

    After a build, that takes a quarter of a second.
    """
    gc.freeze()


def collect_between_variants() -> None:
    """Free what the variant before this one has left, so that memory stays as it is.

    To be called before each variant. What has been loaded for the first one stays for good; it is
    set aside, so that the collector need not look at it again.
    """
    begun = next(_begun)
    if begun:
        gc.collect()
    if begun == 1:
        gc.freeze()
