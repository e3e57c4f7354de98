"""The catalogues that a command is for, opened as they lie on disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.build.pipeline import list_locales, read_briefing
from brief.build.project import DEFINITIONS, Project
from brief.cli.names import check_locales, choose_briefings
from brief.cli.report import report_diagnostics
from brief.diag.collector import Collector
from brief.model.briefing import Briefing

if TYPE_CHECKING:
    from brief.localise.po import PoFile

EXIT_MISTAKES = 1


@dataclass(frozen=True, slots=True)
class Translation:
    """A catalogue of a briefing as it lies on disk; one that is not there yet is empty."""

    briefing: Briefing
    tag: str
    path: Path
    file: PoFile
    new: bool

    @property
    def shown(self) -> str:
        """The path as authors know it."""
        return f"{DEFINITIONS}/{self.briefing.id}/locale/{self.tag}.po"


def read_all(project: Project, names: tuple[str, ...]) -> list[Briefing]:
    """Read briefings; mistakes in their definitions are told, and nothing is done."""
    collector = Collector()
    read = [read_briefing(project, name, collector) for name in names]
    found = [briefing for briefing in read if briefing is not None]
    if len(found) < len(names) or collector.failed():
        click.echo(report_diagnostics(collector.diagnostics, project.root, "full"), err=True)
        sys.exit(EXIT_MISTAKES)
    return found


def open_catalogues(
    project: Project, briefings: tuple[str, ...], locales: tuple[str, ...]
) -> Iterator[Translation]:
    """Open the catalogues that are asked for; one that cannot be read is a usage error."""
    from brief.localise.po import parse_po
    from brief.localise.update import make_catalogue

    for briefing in read_all(project, choose_briefings(project, briefings)):
        for tag in choose_locales(briefing, locales):
            path = project.definition_folder(briefing.id) / "locale" / f"{tag}.po"
            if not path.exists():
                empty = make_catalogue(tag, briefing.language)
                yield Translation(briefing, tag, path, empty, new=True)
                continue
            try:
                file = parse_po(path.read_bytes().decode("utf-8"))
            except UnicodeDecodeError:
                raise click.UsageError(f"`{path.name}` is not UTF-8; nothing was changed") from None
            if file.problems:
                line = file.problems[0].line
                raise click.UsageError(
                    f"`{path.name}` line {line}: {file.problems[0].message}; nothing was changed"
                )
            yield Translation(briefing, tag, path, file, new=False)


def choose_locales(briefing: Briefing, given: tuple[str, ...]) -> tuple[str, ...]:
    """Give the locales that are asked for, or all but the original; a wrong one is an error."""
    known = list_locales(briefing)[1:]
    check_locales(given, known)
    if not known:
        where = f"{DEFINITIONS}/{briefing.id}/briefing.yaml"
        click.echo(
            f"brief: `{briefing.id}` has no locale to translate into;"
            f" `locales: [fr, ar]` in `{where}` would name two",
            err=True,
        )
    return given or known


def name_state(briefing: Briefing) -> str:
    """Name the present state of a briefing to translators."""
    return f"edition {briefing.edition} ({briefing.date.text})"
