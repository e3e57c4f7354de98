"""`brief new`: write a definition that builds at once, commented or made from a document."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from brief.build.project import DEFINITIONS, Project, find_project
from brief.cli.report import report_diagnostics
from brief.diag.collector import Collector
from brief.model.ids import make_id
from brief.publish.files import write_folder

STARTERS = Path(__file__).parent.parent / "starter"
LANGUAGES = tuple(sorted(folder.name for folder in STARTERS.iterdir() if folder.is_dir()))
REFERENCE_SCHEMA = Path("docs/reference/briefing.schema.json")
OWN_SCHEMA = Path(DEFINITIONS) / "briefing.schema.json"
EXIT_MISTAKES = 1
EXIT_FAILED = 3


@click.command()
@click.argument("name")
@click.option(
    "--from", "document", type=click.Path(path_type=Path), help="The document to begin with."
)
@click.option("--language", help="The language to write in, or of the document.")
@click.option("--encoding", default="", help="The encoding of a document that is plain text.")
@click.option(
    "--changes", type=click.Choice(("accept", "refuse")), default="accept",
    help="What to do with tracked changes of a document.",
)  # fmt: skip
@click.option("--keep-characters", is_flag=True, help="Leave typewriter quotes and dashes alone.")
def command(
    name: str,
    document: Path | None,
    language: str | None,
    encoding: str,
    changes: str,
    keep_characters: bool,
) -> None:
    """Write a definition called NAME under `briefings/`, ready to be built.

    Without a document it is an example with comments. With one, its text becomes the sections of
    the definition, and the dates in it are proposed as a timeline.
    """
    project = find_project(Path.cwd())
    name = _check_name(name)
    folder = project.definition_folder(name)
    if folder.exists() or folder.is_symlink():
        shown = folder.relative_to(project.root).as_posix()
        raise click.UsageError(f"`{shown}` is there already; nothing was changed")
    if document is None:
        files = _start(name, language or "en", settle_schema(project))
    else:
        from brief.build.intake import IntakeOptions  # its readers are heavy

        options = IntakeOptions(
            datetime.date.today().isoformat(), language or "", encoding, changes == "accept",
            keep_characters,
        )  # fmt: skip
        files = _take_in(project, document, name, options)
    try:
        write_folder(folder, files)
    except OSError as error:
        click.echo(f"brief: `{folder}` cannot be written: {error.strerror or error}", err=True)
        sys.exit(EXIT_FAILED)
    for path in sorted(files):
        if not path.startswith("."):
            click.echo(f"wrote  {DEFINITIONS}/{name}/{path}")
    click.echo(f"now try  brief check {name}  and  brief build {name}")


def _start(name: str, language: str, schema: str) -> dict[str, bytes]:
    """Give the files of the example in a language."""
    if language not in LANGUAGES:
        listed = ", ".join(f"`{known}`" for known in LANGUAGES)
        raise click.UsageError(f"there is no example in `{language}`; there are {listed}")
    return {
        file.name: file.read_text(encoding="utf-8")
        .replace("NAME", name)
        .replace("SCHEMA", schema)
        .encode()
        for file in sorted((STARTERS / language).iterdir())
    }


def _take_in(project: Project, document: Path, name: str, options: object) -> dict[str, bytes]:
    """Give the files that a document becomes; what keeps it from that ends the command."""
    from brief.build.intake import IntakeOptions, take_in, write_definition

    assert isinstance(options, IntakeOptions)
    collector = Collector()
    taken = take_in(document, options, collector)
    if collector.diagnostics:
        click.echo(report_diagnostics(collector.diagnostics, document.parent, "concise"), err=True)
    if taken is None:
        sys.exit(EXIT_MISTAKES)
    return write_definition(taken, name, settle_schema(project))


def _check_name(given: str) -> str:
    name = given.rstrip("/").rpartition("/")[2]
    if name != make_id(name):
        guess = make_id(name) or "my-briefing"
        raise click.UsageError(
            f"`{name}` is not an id: lower-case letters, digits and hyphens; try `{guess}`"
        )
    return name


def settle_schema(project: Project) -> str:
    """Give the address of the schema as a definition names it; write it if there is none."""
    if (project.root / REFERENCE_SCHEMA).is_file():
        return f"../../{REFERENCE_SCHEMA.as_posix()}"
    path = project.root / OWN_SCHEMA
    if not path.exists():
        from brief.cli.schema import format_schema  # pydantic is heavy
        from brief.define.schema import make_schema

        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(format_schema(make_schema()), encoding="utf-8")
    return f"../{OWN_SCHEMA.name}"
