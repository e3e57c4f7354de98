"""Write files so that a reader never sees a part of one."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step: beside it first, made durable, then moved there.

    Whatever interrupts the writing, `path` holds either its former content or all of the new.
    Raises `OSError` when the folder cannot be written, with nothing left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with files by their relative paths, whole or not at all.

    Raises `FileExistsError` when there is something of that name, and `OSError` when it cannot be
    written; then nothing is left behind.
    """
    if folder.exists() or folder.is_symlink():
        raise FileExistsError(f"`{folder}` is there already")
    draft = _write_draft(folder, files)
    try:
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    _sync_folder(folder.parent)


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with just these files in the place of `folder`, whole or not at all.

    A former folder steps aside for the moment in which the new one is moved; it comes back when
    that fails. Raises `OSError` when the folder above cannot be written, with nothing left behind.
    """
    draft = _write_draft(folder, files)
    former = draft.with_suffix(".old")
    try:
        if folder.exists():
            folder.rename(former)
        draft.rename(folder)
    except BaseException:
        if former.exists() and not folder.exists():
            former.rename(folder)
        shutil.rmtree(draft, ignore_errors=True)
        raise
    shutil.rmtree(former, ignore_errors=True)
    _sync_folder(folder.parent)


def _write_draft(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder beside the one that they are for."""
    draft = folder.with_name(f".{folder.name}.{secrets.token_hex(6)}.part")
    try:
        draft.mkdir(parents=True)
        for name, data in files.items():
            write_whole(draft / name, data)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return draft


def remove_leftovers(folder: Path) -> None:
    """Remove what writers that were killed left in `folder`."""
    for draft in folder.glob(".*.part"):
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
