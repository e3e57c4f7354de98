"""`brief fonts`: list the typefaces that a project can add, and add them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brief.build.project import Project, find_project
from brief.cli.names import suggest

if TYPE_CHECKING:
    from brief.model.design import FontSet

EXIT_MISTAKES = 1
EXIT_FAILED = 3
EXIT_UNAVAILABLE = 69


@click.group()
def command() -> None:
    """List and add typefaces that do not ship with `brief`.

    They are put into the folder `fonts/` of the project.
    """


@command.command("list")
def list_fonts() -> None:
    """Say which typefaces the project has, and which it could add."""
    from brief.build.font_sets import is_installed, list_sets

    project = find_project(Path.cwd())
    sets = list_sets(project)
    width = max(len(fonts.id) for fonts in sets)
    for fonts in sets:
        state = "added" if is_installed(project, fonts) else "not added"
        click.echo(f"{fonts.id:<{width}}  {state:<9}  {fonts.name}")
    click.echo("\nlanguages that are not listed have their typefaces in `brief` itself")


@command.command("add")
@click.argument("locales", nargs=-1, required=True)
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take them from this font file or package (.tgz) instead; may be repeated.",
)
def add(locales: tuple[str, ...], files: tuple[Path, ...]) -> None:
    """Add the typefaces for LOCALES to the project.

    They come through the package client `npm`, in one pinned version, and are compared with the
    digests that `brief` knows.
    """
    project = find_project(Path.cwd())
    for fonts in [_find(project, locale) for locale in locales]:
        _add_one(project, fonts, files)


def _find(project: Project, locale: str) -> FontSet:
    from brief.build.font_sets import find_set, list_sets

    sets = list_sets(project)
    found = find_set(sets, locale)
    if found is None:
        known = tuple(fonts.id for fonts in sets)
        raise click.UsageError(
            f"there are no typefaces to add for `{locale}`; {suggest(locale, known)}"
        )
    return found


def _add_one(project: Project, fonts: FontSet, files: tuple[Path, ...]) -> None:
    from brief.build.font_sets import FontError, add_set, is_installed, set_folder
    from brief.build.packages import PackageError

    folder = set_folder(project, fonts)
    if is_installed(project, fonts):
        click.echo(f"unchanged  {folder}  ({fonts.name})")
        return
    try:
        add_set(project, fonts, files, lambda line: click.echo(line, err=True))
    except PackageError as error:
        _stop(str(error), error.remedy, EXIT_UNAVAILABLE)
    except FontError as error:
        _stop(str(error), "give other files with `--file`", EXIT_MISTAKES)
    except OSError as error:
        message = f"`{error.filename or folder}` could not be written: {error.strerror or error}"
        _stop(message, f"make `{folder.parent}` writable", EXIT_FAILED)
    click.echo(f"added      {folder}  ({fonts.name})")


def _stop(message: str, remedy: str, code: int) -> None:
    click.echo(f"brief: {message}; nothing was added\n  hint: {remedy}", err=True)
    sys.exit(code)
