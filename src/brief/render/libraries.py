"""Let the engine find its libraries without asking compilers for them.

It tries several names for each library, those of other systems first. For every name that is not
there Python asks `ldconfig`, then runs `gcc` and `ld`: together that takes a third of a second of
every start. The names that exist are known to `ldconfig`, or are tried as files by the engine.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_quickly() -> Iterator[None]:
    """Look for libraries in the list of the system's loader alone, where there is one (Linux)."""
    listed = getattr(ctypes.util, "_findSoname_ldconfig", None)
    if listed is None or not sys.platform.startswith("linux"):
        yield
        return
    whole = ctypes.util.find_library
    ctypes.util.find_library = listed
    try:
        yield
    finally:
        ctypes.util.find_library = whole
