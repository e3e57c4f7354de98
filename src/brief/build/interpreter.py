"""Start this very interpreter anew for one kind of work, with the modules that are found here.

The new process calls `work` of a module. It reads from its standard input, first of all the
folders of modules, and answers on its standard output; all messages are pickled. What a library
prints meanwhile is no answer and is thrown away.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def command_for(module: str) -> list[str]:
    """Give the command of a process that does the work of a module of ours."""
    program = (
        "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
        f"from {module} import work; work()"
    )
    return [sys.executable, "-c", program]


def greet() -> bytes:
    """Give what the new process reads first."""
    return pickle.dumps(sys.path)


@contextmanager
def open_answers() -> Iterator[BinaryIO]:
    """In the new process, give the file for its answers, and let all else that is printed go."""
    with os.fdopen(os.dup(1), "wb") as answers, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        yield answers
