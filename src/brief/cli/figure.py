"""`brief figure`: draw one timeline alone, for slides and web pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from brief.build.figure import FORMATS, draw_figure, make_figure
from brief.build.pipeline import list_locales, read_briefing, report_unwritable
from brief.build.project import Project, find_project
from brief.cli.names import check_locales, check_names, choose_briefings
from brief.cli.report import report_diagnostics
from brief.diag.collector import Collector
from brief.finish.raster import NoRasterError, TooManyPointsError
from brief.model.briefing import Briefing
from brief.model.pdf import FinishedFigure
from brief.publish.files import write_whole

EXIT_MISTAKES = 1
EXIT_FAILED = 3
EXIT_UNAVAILABLE = 69


@click.command()
@click.argument("briefing")
@click.argument("timeline", required=False)
@click.option("--format", "form", type=click.Choice(FORMATS), help="By the name of the file.")
@click.option("--locale", help="The locale; the language of the definition if not given.")
@click.option("--dpi", type=click.IntRange(36, 2400), default=300, help="Of a PNG.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write."
)
@click.option("--strict", is_flag=True, help="Doubts (warnings) count as mistakes.")
def command(
    briefing: str,
    timeline: str | None,
    form: str | None,
    locale: str | None,
    dpi: int,
    output: Path | None,
    strict: bool,
) -> None:
    """Draw the TIMELINE of a BRIEFING alone; where there is only one, it needs no name."""
    project = find_project(Path.cwd())
    (name,) = choose_briefings(project, (briefing,))
    form = _choose_format(form, output)
    collector = Collector()
    read = read_briefing(project, name, collector)
    if read is None:
        _stop(project, collector, EXIT_MISTAKES)
    assert read is not None
    timeline = _choose_timeline(read, timeline)
    tag = locale or read.language
    check_locales((tag,), list_locales(read))
    made = make_figure(project, read, timeline, tag, collector)
    if made is None or collector.failed(strict=strict):
        _stop(project, collector, EXIT_MISTAKES)
    assert made is not None
    path = output or project.output_folder(name) / f"{name}.{timeline}.{tag}.{form}"
    _write(path, _draw(made, form, timeline, dpi), collector)
    _stop(project, collector, EXIT_FAILED if collector.failed() else 0)


def _choose_format(form: str | None, output: Path | None) -> str:
    """Take the format that was asked for, or that of the file's name."""
    suffix = "" if output is None else output.suffix.lower().lstrip(".")
    if form is None and output is not None and suffix not in FORMATS:
        listed = ", ".join(f"`{known}`" for known in FORMATS)
        raise click.UsageError(
            f"the name `{output.name}` does not say the format; add `--format` with one of {listed}"
        )
    if form is not None and suffix in FORMATS and suffix != form:
        raise click.UsageError(f"`{output}` has the name of another format than `{form}`")
    return form or suffix or FORMATS[0]


def _choose_timeline(briefing: Briefing, given: str | None) -> str:
    known = tuple(timeline.id for timeline in briefing.timelines)
    if not known:
        raise click.UsageError(f"the briefing `{briefing.id}` has no timeline")
    if given is None and len(known) > 1:
        raise click.UsageError(f"name one of the timelines: {', '.join(known)}")
    name = given or known[0]
    check_names("timeline", (name,), known)
    return name


def _draw(figure: FinishedFigure, form: str, timeline: str, dpi: int) -> bytes:
    try:
        return draw_figure(figure, form, timeline, dpi)
    except NoRasterError:
        click.echo("brief: PNG needs a library that is not installed", err=True)
        click.echo("  type `pip install 'brief[png]'`, or choose `--format svg`", err=True)
        sys.exit(EXIT_UNAVAILABLE)
    except TooManyPointsError as error:
        raise click.UsageError(f"{error}; `--dpi {error.limit}` is the highest here") from None


def _write(path: Path, data: bytes, collector: Collector) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        report_unwritable(error, collector)
    else:
        click.echo(f"{path}")


def _stop(project: Project, collector: Collector, code: int) -> None:
    """Tell what was found, and end."""
    if collector.diagnostics:
        click.echo(report_diagnostics(collector.diagnostics, project.root, "full"), err=True)
    sys.exit(code)
