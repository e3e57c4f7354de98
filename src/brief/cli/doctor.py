"""`brief doctor`: say what this machine lacks, and the line that mends it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from brief import __version__
from brief.build.key import library_version
from brief.build.project import find_house, find_project

EXIT_UNAVAILABLE = 69

_LIBRARIES = (
    ("pango-1.0", "pango_version_string"),
    ("pangoft2-1.0", None),
    ("harfbuzz", "hb_version_string"),
    ("harfbuzz-subset", None),
    ("fontconfig", None),
    ("gobject-2.0", None),
)
_INSTALL = (
    (
        "apt-get",
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 "
        "libfontconfig1",
    ),
    ("dnf", "dnf install pango harfbuzz fontconfig"),
    ("apk", "apk add pango harfbuzz harfbuzz-subset fontconfig"),
    ("brew", "brew install pango"),
)
_PACKAGES = ("weasyprint", "matplotlib", "jinja2", "babel", "pikepdf", "pydantic", "pyyaml")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` is a line to type when it is not well."""

    name: str
    value: str
    well: bool = True
    remedy: str = ""


@click.command()
def command() -> None:
    """Say what this machine lacks for building briefings, and the line that mends it."""
    findings = [*_examine_python(), *_examine_libraries(), *_examine_folders()]
    for finding in findings:
        sign = "ok     " if finding.well else "MISSING"
        click.echo(f"{sign}  {finding.name:<22} {finding.value}")
    remedies = dict.fromkeys(f.remedy for f in findings if not f.well and f.remedy)
    for remedy in remedies:
        click.echo(f"\nto mend it, run:\n  {remedy}")
    sys.exit(0 if all(finding.well for finding in findings) else EXIT_UNAVAILABLE)


def _examine_python() -> Iterator[Finding]:
    yield Finding("brief", __version__)
    enough = sys.version_info >= (3, 11)
    yield Finding("Python", platform.python_version(), enough, "install Python 3.11 or newer")
    for package in _PACKAGES:
        try:
            yield Finding(package, importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(package, "not installed", False, "./brief doctor")


def _examine_libraries() -> Iterator[Finding]:
    line = next((line for tool, line in _INSTALL if shutil.which(tool)), "install Pango 1.50")
    for name, call in _LIBRARIES:
        found = library_version(name, call)
        yield Finding(f"lib{name}", found, found != "absent", line)


def _examine_folders() -> Iterator[Finding]:
    house = find_house()
    for name in ("templates", "assets"):
        there = (house / name).is_dir()
        yield Finding(name, "found" if there else "not found", there, "install brief again")
    project = find_project(Path.cwd())
    yield Finding("project", str(project.root))
    writable = _is_writable(project.output)
    yield Finding("output folder", str(project.output), writable, f"mkdir -p {project.output}")


def _is_writable(folder: Path) -> bool:
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
