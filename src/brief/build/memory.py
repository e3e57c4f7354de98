"""When a process that builds looks for cycles of objects that nobody needs any more."""

from __future__ import annotations

import gc
from itertools import count

_YOUNG, _MIDDLE, _OLD = 100_000, 50, 100
_begun = count()


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
