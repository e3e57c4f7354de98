"""Finding the engine's libraries: without other programs, and as ever afterwards."""

from __future__ import annotations

import ctypes.util
import subprocess
import sys

import pytest

from brief.render.libraries import search_quickly

_COUNT = """
import subprocess
started = []
class Counting(subprocess.Popen):
    def __init__(self, command, *rest, **named):
        started.append(command[0] if isinstance(command, (list, tuple)) else command)
        super().__init__(command, *rest, **named)
subprocess.Popen = Counting
import brief.render.engine
print(*started)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python searches by itself")
def test_no_program_is_started() -> None:
    """Importing the engine asks no compiler, and not the list of the system's loader."""
    done = subprocess.run(
        [sys.executable, "-c", _COUNT], capture_output=True, text=True, check=True
    )
    assert not done.stdout.split()


def test_the_search_is_whole_again() -> None:
    """Others find libraries as they are used to, also after something went wrong."""
    whole = ctypes.util.find_library
    with pytest.raises(ZeroDivisionError), search_quickly():
        raise ZeroDivisionError
    assert ctypes.util.find_library is whole
