"""`brief build`: build the PDFs of briefings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from brief.build.plan import Selection
from brief.build.pool import default_workers
from brief.build.project import Project, find_project, list_designs
from brief.build.run import Report, UnknownLocaleError, build_briefings
from brief.cli.names import check_locales, check_names, choose_briefings
from brief.cli.progress import Progress
from brief.cli.report import report_diagnostics
from brief.diag.build_codes import PROGRAM_FAULT, WORKER_DIED
from brief.diag.finish_codes import CLAIM_NOT_KEPT
from brief.diag.publish_codes import CANNOT_WRITE
from brief.model.profile import PROFILES
from brief.model.variant import Artefact, Status
from brief.publish.manifest import artefact_record, diagnostic_record

EXIT_MISTAKES = 1
EXIT_FAILED = 3
_NO_MISTAKES = {code.name for code in (CANNOT_WRITE, CLAIM_NOT_KEPT, PROGRAM_FAULT, WORKER_DIED)}


@click.command()
@click.argument("briefings", nargs=-1)
@click.option("--locale", "locales", multiple=True, help="Only this locale; may be repeated.")
@click.option("--profile", "profiles", multiple=True, help="This profile instead of those given.")
@click.option("--design", help="This design instead of the one given.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Output folder.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; the number of cores if not given.")
@click.option("--strict", is_flag=True, help="Doubts (warnings) fail a variant as errors do.")
@click.option("--force", is_flag=True, help="Build even what has not changed.")
@click.option("--verbose", is_flag=True, help="Say on stderr what was chosen, and why.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def command(
    briefings: tuple[str, ...],
    locales: tuple[str, ...],
    profiles: tuple[str, ...],
    design: str | None,
    out: Path | None,
    jobs: int | None,
    strict: bool,
    force: bool,
    verbose: bool,
    as_json: bool,
) -> None:
    """Build the PDFs of BRIEFINGS (folders or ids), or of all under `briefings/`."""
    project = find_project(Path.cwd(), out)
    names = choose_briefings(project, briefings)
    check_names("profile", profiles, tuple(PROFILES))
    check_names("design", (design,) if design else (), list_designs(project))
    selection = Selection(locales, profiles, design, strict, force)
    progress = Progress(project.output, quiet=as_json)
    workers = jobs or default_workers()
    try:
        with progress:
            report = build_briefings(
                project, names, selection, workers, progress.tell, progress.begin
            )
    except UnknownLocaleError as error:
        check_locales((error.locale,), error.known)
        raise
    if verbose:
        _print_notes(report)
    if as_json:
        _print_json(project, report)
    else:
        _print_report(project, report, strict=strict)
    sys.exit(_exit_code(report))


def _print_json(project: Project, report: Report) -> None:
    """Print what was made; paths are whole, so that a machine can open them from anywhere."""
    made = sorted(report.artefacts, key=_by_path)
    output = project.output.resolve()
    record = {
        "artefacts": [artefact_record(item) | {"path": str(output / item.path)} for item in made],
        "diagnostics": [diagnostic_record(item) for item in report.mistakes],
    }
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))


def _print_notes(report: Report) -> None:
    """Print what was chosen in what has been built, in plain lines beside the results."""
    for item in sorted(report.artefacts, key=_by_path):
        for note in item.notes:
            click.echo(f"{item.path}: {note}", err=True)


def _print_report(project: Project, report: Report, *, strict: bool) -> None:
    said = [*report.mistakes]
    for artefact in report.artefacts:
        said += artefact.diagnostics
    if said:
        click.echo(report_diagnostics(dict.fromkeys(said), project.root, "full"), err=True)
    if strict and any(item.status is Status.FAILED for item in report.artefacts):
        click.echo("brief: in strict runs, doubts fail a variant as errors do", err=True)


def _exit_code(report: Report) -> int:
    """Give 1 when nothing came of it because of mistakes, 3 when it was a part or not those."""
    failed = [item for item in report.artefacts if item.status is Status.FAILED]
    if not failed and not report.refused:
        return 0
    others = {item.code.name for artefact in failed for item in artefact.diagnostics} & _NO_MISTAKES
    nothing = len(failed) == len(report.artefacts)
    return EXIT_MISTAKES if nothing and not others else EXIT_FAILED


def _by_path(artefact: Artefact) -> str:
    return artefact.path
