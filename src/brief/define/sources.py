"""Read the files of a definition: the only module that opens input files.

A definition reads nothing outside its folder. Names are checked as text first; then every part
of the path is opened without following links, and only regular files are read. What is refused
is never opened for reading.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from brief.define.hints import suggest
from brief.diag.define_file_codes import (
    BAD_PATH,
    FILE_KIND,
    FILE_OUTSIDE,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    MISSING_FILE,
)
from brief.diag.diagnostic import Code

TEXT_LIMIT = 2_000_000
PICTURE_LIMIT = 20_000_000
WORKBOOK_LIMIT = 5_000_000
CATALOGUES = "locale"

_MAX_LENGTH = 400
_SMALLER = {
    TEXT_LIMIT: "split the text",
    PICTURE_LIMIT: "save the picture with fewer pixels",
    WORKBOOK_LIMIT: "keep the sheet with the entries alone, without pictures",
}
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class RefusedError(Exception):
    """A file that is not read: which code says so, what to say, and what to do about it."""

    def __init__(self, code: Code, message: str, *hints: str) -> None:
        """Keep the parts of the diagnostic."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hints = hints


def read_file(folder: Path, name: str, limit: int = TEXT_LIMIT) -> bytes:
    """Read the file `name` of a definition's folder; raise `RefusedError` if it is not to be."""
    _check_name(name)
    try:
        return _read_parts(folder, name, limit)
    except FileNotFoundError:
        raise RefusedError(
            MISSING_FILE, f"there is no file `{name}`", *_hint(folder, name)
        ) from None
    except OSError as error:
        reason = (error.strerror or "an error").lower()
        raise RefusedError(FILE_UNREADABLE, f"`{name}` cannot be read: {reason}") from None


def list_catalogues(folder: Path) -> tuple[str, ...]:
    """Name the catalogues of a definition in alphabetical order."""
    place = folder / CATALOGUES
    if place.is_symlink() or not place.is_dir():
        return ()
    with os.scandir(place) as entries:
        names = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    return tuple(f"{CATALOGUES}/{name}" for name in sorted(names) if name.endswith(".po"))


def _check_name(name: str) -> None:
    if "://" in name or name.startswith("//") or name.partition(":")[0] in ("file", "data"):
        hint = "copy the file into the folder of the definition and name it by its path there"
        raise RefusedError(FILE_OUTSIDE, f"`{name}` is an address, and nothing is fetched", hint)
    parts = name.split("/")
    if name.startswith(("/", "~")) or ".." in parts or name[1:3] in (":\\", ":/"):
        hint = "copy the file into the folder of the definition and name it by its path there"
        raise RefusedError(
            FILE_OUTSIDE, f"`{name}` lies outside the folder of the definition", hint
        )
    if "\\" in name:
        hint = f"write `{name.replace(chr(92), '/')}`"
        raise RefusedError(BAD_PATH, "paths have forward slashes", hint)
    if len(name) > _MAX_LENGTH or any(part in ("", ".") or part[0] == "." for part in parts):
        plain = "/".join(part for part in parts if part not in ("", "."))
        hint = f"write `{plain}`" if plain != name and len(name) <= _MAX_LENGTH else "rename it"
        raise RefusedError(BAD_PATH, f"`{name}` is not the plain path of a visible file", hint)


def _read_parts(folder: Path, name: str, limit: int) -> bytes:
    *above, last = name.split("/")
    here = os.open(folder, _FOLDER)
    try:
        for part in above:
            _refuse_unless(here, part, name, stat.S_ISDIR, "a folder")
            below = os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=here)
            os.close(here)
            here = below
        _refuse_unless(here, last, name, stat.S_ISREG, "a file")
        return _read_whole(os.open(last, _FILE, dir_fd=here), name, limit)
    finally:
        os.close(here)


def _refuse_unless(
    folder: int, part: str, name: str, is_right: Callable[[int], bool], wanted: str
) -> None:
    mode = os.stat(part, dir_fd=folder, follow_symlinks=False).st_mode
    if stat.S_ISLNK(mode):
        message = f"`{part}` is a link, and links are not followed"
        hint = "copy what it leads to into the folder of the definition"
        raise RefusedError(FILE_OUTSIDE, message, hint)
    if not is_right(mode):
        kind = (
            "a folder"
            if stat.S_ISDIR(mode)
            else "a file"
            if stat.S_ISREG(mode)
            else "a pipe or device"
        )
        raise RefusedError(
            FILE_KIND, f"`{name}` needs {wanted} where there is {kind}", "name a file"
        )


def _read_whole(file: int, name: str, limit: int) -> bytes:
    with os.fdopen(file, "rb") as stream:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(FILE_KIND, f"`{name}` is not a file", "name a file")
        data = b"" if status.st_size > limit else stream.read(limit + 1)
    if status.st_size > limit or len(data) > limit:
        message = f"`{name}` has more than {limit // 1_000_000} MB"
        raise RefusedError(FILE_TOO_LARGE, message, _SMALLER[limit])
    return data


def _hint(folder: Path, name: str) -> tuple[str, ...]:
    """Suggest a file of the definition whose name is close; links are not followed."""
    known = [
        (Path(place) / file).relative_to(folder).as_posix()
        for place, _, files in os.walk(folder)
        for file in files
        if not file.startswith(".")
    ]
    return suggest(name, known) or (f"put the file into `{folder.name}/`",)
