"""Let the engine find its libraries by their names alone, without asking other programs.

It tries several names for each library, those of other systems first. For every name that is no
file Python asks `ldconfig`, then `gcc` and `ld`: two dozen programs in every start, a third of a
second. On Linux one of the names is that under which the system's loader knows the library.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_quickly() -> Iterator[None]:
    """Look for no library in other ways than by its name, where that is enough (Linux)."""
    if not sys.platform.startswith("linux"):
        yield
        return
    whole = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = whole
