"""`brief new`: write a commented definition that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from brief.build.project import DEFINITIONS, Project, find_project

STARTERS = Path(__file__).parent.parent / "starter"
LANGUAGES = tuple(sorted(folder.name for folder in STARTERS.iterdir() if folder.is_dir()))
REFERENCE_SCHEMA = Path("docs/reference/briefing.schema.json")
OWN_SCHEMA = Path(DEFINITIONS) / "briefing.schema.json"


@click.command()
@click.argument("name")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", help="The language to write in."
)
def command(name: str, language: str) -> None:
    """Write a definition called NAME under `briefings/`, with comments, ready to be built."""
    project = find_project(Path.cwd())
    name = _check_name(name)
    folder = project.definition_folder(name)
    if folder.exists() or folder.is_symlink():
        shown = folder.relative_to(project.root).as_posix()
        raise click.UsageError(f"`{shown}` is there already; nothing was changed")
    schema = _settle_schema(project)
    folder.mkdir(parents=True)
    for file in sorted((STARTERS / language).iterdir()):
        text = file.read_text(encoding="utf-8").replace("NAME", name).replace("SCHEMA", schema)
        (folder / file.name).write_text(text, encoding="utf-8")
        click.echo(f"wrote  {DEFINITIONS}/{name}/{file.name}")
    click.echo(f"now try  brief check {name}  and  brief build {name}")


def _check_name(given: str) -> str:
    from brief.define.hints import make_id  # only this command needs it

    name = given.rstrip("/").rpartition("/")[2]
    if name != make_id(name):
        guess = make_id(name) or "my-briefing"
        raise click.UsageError(
            f"`{name}` is not an id: lower-case letters, digits and hyphens; try `{guess}`"
        )
    return name


def _settle_schema(project: Project) -> str:
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
