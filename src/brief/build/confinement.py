"""Read a foreign document in a process of its own that can do nothing else.

Whatever a document does to its reader, the process has two gigabytes of memory, a minute of time,
no network, no other program, and no file to read or write; when it ends, nothing of it is left.
It is a bare interpreter that imports the readers alone, since its start is most of what an author
waits for.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from brief.build.interpreter import command_for, greet, open_answers
from brief.diag.intake_codes import DAMAGED, TOO_LARGE
from brief.intake.errors import ForeignFormatError, UnreadableError
from brief.intake.options import ReadingOptions
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
_NEEDED = (  # modules that readers import when they are used, and what stands in the bytes then
    ("mammoth", (b"word/document.xml",)),
    ("pypdfium2", (b"%PDF-",)),
    ("PIL.ImageOps", (b"word/media/", b"Pictures/", b"image/")),
)
_UNLIKE_TEXT = (b"PK", b"%PDF-")


def read_confined(
    name: str, data: bytes, options: ReadingOptions, read: Reader | None = None
) -> Document:
    """Read a document in a confined process; an `UnreadableError` says what it was that failed.

    A `ForeignFormatError` says that pandoc reads it. `read` is a function of a module; without it,
    that is `read_document`.
    """
    asked = greet() + pickle.dumps((name, data, options, read))
    try:
        done = subprocess.run(  # noqa: S603  # this very interpreter
            command_for(__name__), input=asked, capture_output=True, check=False,
            timeout=SECONDS + _GRACE,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        message = f"it could not be read within {SECONDS} seconds"
        raise UnreadableError(
            TOO_LARGE, message, "split it, or take out what is not needed"
        ) from error
    if done.returncode or not done.stdout:
        message = "its reader needed too much time or memory, or broke down over it"
        raise UnreadableError(TOO_LARGE, message, "save it anew, or split it")
    answer = pickle.loads(done.stdout)  # noqa: S301  # of our own process
    if isinstance(answer, Document):
        return answer
    raise answer


def work() -> None:
    """Read the one document that stands on the standard input, and answer on the output.

    The answer is the document, or what keeps it from being read.
    """
    name, data, options, read = pickle.load(sys.stdin.buffer)  # noqa: S301  # of our own process
    from brief.intake.reading import read_document  # of this process alone

    _import_readers(data)
    with open_answers() as answers:
        _confine()
        answers.write(_answer(read or read_document, name, data, options))


def _answer(read: Reader, name: str, data: bytes, options: ReadingOptions) -> bytes:
    """Give the answer to a document, pickled."""
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
        return pickle.dumps(answer)
    except (RecursionError, ValueError):
        return pickle.dumps(UnreadableError(DAMAGED, "it is nested too deeply to be a text"))


def _import_readers(data: bytes) -> None:
    """Import what readers will import for a document, before files are out of reach."""
    wanted = [module for module, signs in _NEEDED if any(sign in data for sign in signs)]
    if not data.startswith(_UNLIKE_TEXT):
        try:
            data.decode()
        except UnicodeDecodeError:
            wanted.append("charset_normalizer")
    for module in wanted:
        with contextlib.suppress(ImportError):
            __import__(module)
    if "PIL.ImageOps" in wanted:
        from PIL import Image  # its decoders are modules of their own

        Image.init()


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
