"""Get files out of packages of the npm registry, through its ordinary client.

The client brings its own settings: which registry, which proxy, which certificates. What it
brings is a claim only; whoever asks compares digests.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

CLIENT = "npm"
_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
_LIMIT = 600  # seconds for one package; the largest has 70 MB
_INSIDE = "package/"  # the folder that all such archives have


class PackageError(Exception):
    """A package could not be had; `remedy` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        """Say what happened, and what to do about it."""
        self.remedy = remedy
        super().__init__(message)


def fetch_package(name: str, version: str, folder: Path) -> Path:
    """Bring the archive of a package into an empty folder and give its path."""
    client = shutil.which(CLIENT)
    if client is None:
        raise PackageError(
            f"the package client `{CLIENT}` is not installed",
            f"install `{CLIENT}`, or run `{pack_line(name, version)}` where there is one and give "
            "what it brings with `--file`",
        )
    command = [client, "pack", f"{name}@{version}", "--pack-destination", str(folder), *_OPTIONS]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command with names from our own table
            command, capture_output=True, text=True, check=False, timeout=_LIMIT
        )
        complaint = _last_complaint(done.stderr) if done.returncode else ""
    except subprocess.TimeoutExpired:
        complaint = f"no answer within {_LIMIT} seconds"
    archives = sorted(folder.glob("*.tgz"))
    if complaint or not archives:
        raise PackageError(
            f"`{name}` {version} could not be fetched: {complaint or 'nothing came'}",
            f"try again with a network, or run `{pack_line(name, version)}` elsewhere and give "
            "what it brings with `--file`",
        )
    return archives[0]


def pack_line(name: str, version: str) -> str:
    """Give the line that fetches a package by hand."""
    return f"{CLIENT} pack {name}@{version}"


def read_archive(path: Path) -> dict[str, bytes]:
    """Read the files of a package by their paths in it; what is no archive holds nothing."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            return {
                member.name.removeprefix(_INSIDE): held.read()
                for member in archive
                if member.isfile() and _is_wanted(member.name)
                if (held := archive.extractfile(member)) is not None
            }
    except (tarfile.TarError, EOFError, OSError):
        return {}


def _is_wanted(name: str) -> bool:
    return name.lower().endswith((".ttf", ".otf")) or "LICENSE" in name


def _last_complaint(text: str) -> str:
    """Give what the client says is wrong, without its list of paths."""
    lines = [line.removeprefix("npm error ").removeprefix("npm ERR! ") for line in text.split("\n")]
    said = [line.strip() for line in lines if line.strip() and "log of this run" not in line]
    return next((line for line in said if not line.startswith("code ")), "no reason given")
