"""Read a foreign document in a process of its own that can do nothing else.

Whatever a document does to its reader, the process has two gigabytes of memory, a minute of time,
no network, no other program, and no file to read or write; when it ends, nothing of it is left.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

from brief.diag.intake_codes import DAMAGED, TOO_LARGE
from brief.intake.errors import ForeignFormatError, UnreadableError
from brief.intake.reading import ReadingOptions, read_document
from brief.model.document import Document

Reader: TypeAlias = Callable[[str, bytes, ReadingOptions], Document]

SECONDS = 60
_GRACE = 5  # seconds that the process has to start
_ANEW = "save it anew in the program that it was made with"
MEMORY = 2_000_000_000
_READABLE = tuple(  # the program itself, of which parts are imported when they are used
    {*map(os.path.realpath, (sys.prefix, sys.base_prefix)), sys.prefix, sys.base_prefix,
     str(Path(__file__).parents[2])}
)  # fmt: skip
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "shutil.", "ftplib.", "smtplib.", "urllib.", "webbrowser.", "winreg.",
)  # fmt: skip


def read_confined(
    name: str, data: bytes, options: ReadingOptions, read: Reader = read_document
) -> Document:
    """Read a document in a confined process; an `UnreadableError` says what it was that failed.

    A `ForeignFormatError` says that pandoc reads it. `read` is a function of a module.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, read), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((name, data, options))
        if not ours.poll(SECONDS + _GRACE):
            message = f"it could not be read within {SECONDS} seconds"
            raise UnreadableError(TOO_LARGE, message, "split it, or take out what is not needed")
        answer = ours.recv()
    except (EOFError, BrokenPipeError, ConnectionError) as error:
        process.join(1)
        message = "its reader needed too much time or memory, or broke down over it"
        raise UnreadableError(TOO_LARGE, message, "save it anew, or split it") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, Document):
        return answer
    raise answer


def _work(pipe: Connection, read: Reader) -> None:
    """Read one document and answer with it, or with what keeps it from being read."""
    name, data, options = pipe.recv()
    _import_readers()
    _confine()
    answer: Document | UnreadableError | ForeignFormatError
    try:
        answer = read(name, data, options)
    except (UnreadableError, ForeignFormatError) as error:
        answer = error
    except MemoryError:
        answer = UnreadableError(TOO_LARGE, "it needs more than two gigabytes to be read")
    except RecursionError:
        answer = UnreadableError(DAMAGED, "it is nested too deeply to be a text")
    except PermissionError as error:
        answer = UnreadableError(DAMAGED, f"it asks for what documents may not do ({error})")
    except Exception as error:  # whatever a broken document does to a reader, it is told as such
        kind = type(error).__name__
        answer = UnreadableError(DAMAGED, f"its reader broke down over it ({kind})", _ANEW)
    try:
        pipe.send(answer)
    except (RecursionError, ValueError):
        pipe.send(UnreadableError(DAMAGED, "it is nested too deeply to be a text"))
    pipe.close()


def _import_readers() -> None:
    """Import what readers import when they are used, before files are out of reach."""
    from PIL import Image

    Image.init()
    for module in ("mammoth", "pypdfium2", "charset_normalizer", "encodings.idna"):
        with contextlib.suppress(ImportError):
            __import__(module)


def _confine() -> None:
    """Give up what reading does not need."""
    with contextlib.suppress(ImportError):
        import resource

        limits = ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0),
                  (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0))  # fmt: skip
        for kind, most in limits:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"`{event}` is refused")
    if event == "open":
        path, mode, flags = (*arguments, None, None)[:3]
        writes = isinstance(mode, str) and any(letter in mode for letter in "wax+")
        if writes or (isinstance(flags, int) and flags & 0o3):
            raise PermissionError("writing is refused")
        if isinstance(path, str | bytes) and not os.fsdecode(path).startswith(_READABLE):
            raise PermissionError("reading another file is refused")
