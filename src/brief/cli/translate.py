"""`brief translate`: catalogues made, brought up to date, checked and counted."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.build.pipeline import localise
from brief.build.project import find_project
from brief.cli.catalogues import (
    EXIT_MISTAKES,
    Translation,
    choose_locales,
    name_state,
    open_catalogues,
    read_all,
)
from brief.cli.exchange import export, extract, take
from brief.cli.names import choose_briefings
from brief.cli.report import FORMS, count_diagnostics, report_diagnostics
from brief.diag.collector import Collector
from brief.publish.files import write_whole

if TYPE_CHECKING:
    from brief.localise.status import Status
    from brief.localise.update import Update

_LOCALES = click.option(
    "--locale", "locales", multiple=True, help="Only this locale; may be repeated."
)


@click.group()
def command() -> None:
    """Work with the translations of briefings: one gettext catalogue for each locale."""


for exchange in (extract, export, take):
    command.add_command(exchange)


@command.command("update")
@click.argument("briefings", nargs=-1)
@_LOCALES
def update(briefings: tuple[str, ...], locales: tuple[str, ...]) -> None:
    """Bring the catalogues of BRIEFINGS up to their present texts; what is translated stays."""
    from brief.localise.po import format_po
    from brief.localise.units import list_units
    from brief.localise.update import update_catalogue

    project = find_project(Path.cwd())
    for item in open_catalogues(project, briefings, locales):
        made = update_catalogue(item.file, list_units(item.briefing), name_state(item.briefing))
        data = format_po(made.file).encode()
        if not item.new and item.path.read_bytes() == data:
            click.echo(f"unchanged  {item.shown}")
            continue
        write_whole(item.path, data)
        what = "made" if item.new else "updated"
        click.echo(f"{what:<9}  {item.shown}  ({_count_changes(made)})")


@command.command("status")
@click.argument("briefings", nargs=-1)
@_LOCALES
@click.option("--sections", is_flag=True, help="Count each section by itself.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
@click.option("--strict", is_flag=True, help="Fail when anything is stale or missing.")
def status(
    briefings: tuple[str, ...],
    locales: tuple[str, ...],
    sections: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Tell how many texts of BRIEFINGS are current, stale or missing in each locale."""
    from brief.localise.status import read_status
    from brief.localise.units import list_units

    project = find_project(Path.cwd())
    found = [
        (item, read_status(item.file, list_units(item.briefing)))
        for item in open_catalogues(project, briefings, locales)
    ]
    if as_json:
        records = [_record(item, counted) for item, counted in found]
        click.echo(json.dumps({"catalogues": records}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_tell_status(found, sections=sections)))
    if strict and any(counted.stale or counted.missing for _, counted in found):
        sys.exit(EXIT_MISTAKES)


@command.command("check")
@click.argument("briefings", nargs=-1)
@_LOCALES
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="full", help="How to tell mistakes."
)
@click.option("--strict", is_flag=True, help="Doubts (warnings) count as mistakes.")
def check(briefings: tuple[str, ...], locales: tuple[str, ...], form: str, strict: bool) -> None:
    """Check the translations of BRIEFINGS, and nothing else."""
    project = find_project(Path.cwd())
    collector = Collector()
    for briefing in read_all(project, choose_briefings(project, briefings)):
        for tag in choose_locales(briefing, locales):
            localise(briefing, tag, collector)
    said = collector.diagnostics
    if said or form == "json":
        click.echo(report_diagnostics(said, project.root, form))
    if form in ("full", "concise"):
        click.echo(count_diagnostics(said) or "no mistakes")
    sys.exit(EXIT_MISTAKES if collector.failed(strict=strict) else 0)


@command.command("fix-quotes")
@click.argument("briefings", nargs=-1)
@_LOCALES
def fix(briefings: tuple[str, ...], locales: tuple[str, ...]) -> None:
    """Put the quotation marks of each language into the translations of BRIEFINGS."""
    from brief.localise.po import format_po
    from brief.localise.quotes import fix_quotes

    project = find_project(Path.cwd())
    for item in open_catalogues(project, briefings, locales):
        entries, fixed, left = [], 0, []
        for entry in item.file.entries:
            target = fix_quotes(entry.target, item.tag) if entry.context else entry.target
            if target is None:
                left.append(entry)
            elif target != entry.target and not entry.obsolete:
                fixed += 1
                entry = replace(entry, targets=(target, *entry.targets[1:]), raw=())
            entries.append(entry)
        if fixed:
            write_whole(
                item.path, format_po(replace(item.file, entries=tuple(entries), mark="")).encode()
            )
        click.echo(f"{'fixed' if fixed else 'unchanged':<9}  {item.shown}  ({fixed} texts)")
        for entry in left:
            click.echo(
                f"  {item.shown}:{entry.line}: quotation marks do not pair; put them by hand"
            )


def _count_changes(made: Update) -> str:
    changes = {
        "new": made.added,
        "changed": made.changed,
        "moved": made.moved,
        "obsolete": made.dropped,
    }
    return ", ".join(f"{len(keys)} {word}" for word, keys in changes.items() if keys) or "comments"


def _record(item: Translation, counted: Status) -> dict[str, object]:
    return {
        "briefing": item.briefing.id,
        "locale": item.tag,
        "path": str(item.path),
        "current": len(counted.current),
        "stale": list(counted.stale),
        "missing": list(counted.missing),
        "obsolete": list(counted.obsolete),
        "sections": counted.parts,
    }


def _tell_status(found: list[tuple[Translation, Status]], *, sections: bool) -> Iterator[str]:
    """Give a table: one line a catalogue, or one a section."""
    yield f"{'briefing and locale':<44} {'current':>8} {'stale':>8} {'missing':>8} {'obsolete':>8}"
    for item, counted in found:
        numbers = (counted.current, counted.stale, counted.missing, counted.obsolete)
        name = f"{item.briefing.id} {item.tag}"
        yield f"{name:<44} " + " ".join(f"{len(keys):>8}" for keys in numbers)
        for part, states in counted.parts.items() if sections else ():
            shown = "  " + part.partition("/")[2]
            yield f"{shown:<44} " + " ".join(f"{number:>8}" for number in states.values())
