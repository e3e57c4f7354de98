"""`brief check`: tell all mistakes of definitions and translations, without making a PDF."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from brief.build.pipeline import check_briefing
from brief.build.project import find_project
from brief.cli.names import choose_briefings
from brief.cli.report import FORMS, count_diagnostics, report_diagnostics
from brief.diag.collector import Collector

EXIT_MISTAKES = 1


@click.command()
@click.argument("briefings", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="full", help="How to tell mistakes."
)
@click.option("--strict", is_flag=True, help="Doubts (warnings) count as mistakes.")
def command(briefings: tuple[str, ...], form: str, strict: bool) -> None:
    """Check BRIEFINGS (folders or ids), or all under `briefings/`, in all their languages."""
    project = find_project(Path.cwd())
    names = choose_briefings(project, briefings)
    collector = Collector()
    for name in names:
        check_briefing(project, name, collector)
    said = collector.diagnostics
    if said or form == "json":
        click.echo(report_diagnostics(said, project.root, form))
    if form in ("full", "concise"):
        count = f"{len(names)} briefing{'s' * (len(names) != 1)}"
        click.echo(f"{count}, {count_diagnostics(said) or 'no mistakes'}")
    sys.exit(EXIT_MISTAKES if collector.failed(strict=strict) else 0)
