"""Catalogues on their way to translators and back: templates (POT) and XLIFF."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from brief.build.project import find_project
from brief.cli.catalogues import Translation, name_state, open_catalogues, read_all
from brief.cli.names import choose_briefings
from brief.publish.files import write_whole

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("extract")
@click.argument("briefing")
@click.option("-o", "output", type=_FILE, help="Write here.")
def extract(briefing: str, output: Path | None) -> None:
    """Print the template (POT) of BRIEFING: all its texts, none translated."""
    from brief.localise.po import PoFile, format_po
    from brief.localise.units import list_units
    from brief.localise.update import make_catalogue, update_catalogue

    project = find_project(Path.cwd())
    found = read_all(project, choose_briefings(project, (briefing,)))[0]
    header = make_catalogue(found.language, found.language).entries[0]
    fields = header.target.splitlines(keepends=True)
    fields = [line for line in fields if not line.startswith(("Language", "Plural", "X-Brief-Rev"))]
    empty = PoFile((replace(header, targets=("".join(fields),)),))
    text = format_po(update_catalogue(empty, list_units(found), name_state(found)).file)
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(output, text.encode())
    click.echo(f"wrote      {output}")


@click.command("export")
@click.argument("briefing")
@click.option("--locale", required=True, help="The locale to translate into.")
@click.option("-o", "output", required=True, type=_FILE, help="Write here.")
def export(briefing: str, locale: str, output: Path) -> None:
    """Write the catalogue of BRIEFING in one locale as XLIFF 2.1."""
    from brief.localise.units import list_units
    from brief.localise.xliff import write_xliff

    item = _open_one(briefing, locale)
    units = list_units(item.briefing)
    text = write_xliff(item.file, units, item.briefing.id, item.briefing.language, item.tag)
    write_whole(output, text.encode())
    click.echo(f"wrote      {output}  ({len(units)} texts)")


@click.command("import")
@click.argument("briefing")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--locale", required=True, help="The locale that FILE translates into.")
def take(briefing: str, file: Path, locale: str) -> None:
    """Put the translations of an XLIFF FILE into the catalogue of BRIEFING."""
    from brief.localise.po import format_po
    from brief.localise.units import list_units
    from brief.localise.update import update_catalogue
    from brief.localise.xliff import XliffError, read_xliff

    item = _open_one(briefing, locale)
    units = list_units(item.briefing)
    ready = update_catalogue(item.file, units, name_state(item.briefing)).file
    try:
        made = read_xliff(file.read_text(encoding="utf-8-sig"), ready, units, item.tag)
    except (XliffError, UnicodeDecodeError) as error:
        raise click.UsageError(f"`{file}`: {error}; nothing was changed") from None
    write_whole(item.path, format_po(made.file).encode())
    click.echo(f"updated    {item.shown}  ({len(made.taken)} texts)")
    for key in made.unknown:
        click.echo(f"  `{key}` is no text of this briefing; it was left out", err=True)
    for key in made.old:
        click.echo(f"  `{key}` has changed since it was exported; it was left out", err=True)
    sys.exit(1 if made.unknown or made.old else 0)


def _open_one(briefing: str, locale: str) -> Translation:
    return next(open_catalogues(find_project(Path.cwd()), (briefing,), (locale,)))
