"""`brief update`: bring a definition up to date with a newer version of its document."""

from __future__ import annotations

import datetime
import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from brief.build.project import DEFINITIONS, Project, find_project
from brief.cli.names import choose_briefings
from brief.cli.new import settle_schema
from brief.cli.report import report_diagnostics
from brief.diag.collector import Collector
from brief.intake.merging import Conflict
from brief.publish.files import write_whole

EXIT_MISTAKES = 1
EXIT_FAILED = 3
_SENTENCE = re.compile(r"(?<=[.!?。！？؟])\s+")


@click.command()
@click.argument("name")
@click.option(
    "--from", "document", type=click.Path(path_type=Path), required=True,
    help="The newer version of the document.",
)  # fmt: skip
@click.option("--take", multiple=True, metavar="ID", help="Settle a conflict for the document.")
@click.option("--keep", multiple=True, metavar="ID", help="Settle a conflict for your own text.")
@click.option("--language", default="", help="The language of the document.")
@click.option("--encoding", default="", help="The encoding of a document that is plain text.")
@click.option(
    "--changes", type=click.Choice(("accept", "refuse")), default="accept",
    help="What to do with tracked changes of the document.",
)  # fmt: skip
@click.option("--keep-characters", is_flag=True, help="Leave typewriter quotes and dashes alone.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")
def command(
    name: str,
    document: Path,
    take: tuple[str, ...],
    keep: tuple[str, ...],
    language: str,
    encoding: str,
    changes: str,
    keep_characters: bool,
    dry_run: bool,
) -> None:
    """Bring the definition NAME up to date with a newer version of its document.

    Paragraphs keep their ids, so that translations stay with them, and so does what you have
    edited. What both you and the document have changed is a conflict: yours stays, and the
    differences are shown.
    """
    from brief.build.intake import IntakeOptions, take_in  # its readers are heavy
    from brief.build.update import update_definition

    project = find_project(Path.cwd())
    (name,) = choose_briefings(project, (name,))
    collector = Collector()
    day = datetime.date.today().isoformat()
    options = IntakeOptions(day, language, encoding, changes == "accept", keep_characters)
    taken = take_in(document, options, collector)
    folder = project.definition_folder(name)
    update = None
    if taken is not None:
        schema = settle_schema(project)
        update = update_definition(folder, name, schema, taken, (take, keep), collector)
    if collector.diagnostics:
        click.echo(report_diagnostics(collector.diagnostics, project.root, "concise"), err=True)
    if update is None:
        sys.exit(EXIT_MISTAKES)
    _refuse_unsettled({*take, *keep} - update.settled, update.conflicts)
    for path, conflict in update.conflicts:
        click.echo("\n".join(_show(path, conflict.before, conflict.now, conflict.yours)))
    for word, items in (
        ("changed", update.changed), ("added", update.added), ("removed", update.removed),
    ):  # fmt: skip
        for item in items:
            click.echo(f"{word:8} {DEFINITIONS}/{name}/{item}")
    if not dry_run:
        _write(project, folder, update.files, update.removed_files)
    click.echo(_count(update.changed, update.added, update.removed, update.conflicts))
    sys.exit(EXIT_MISTAKES if update.conflicts else 0)


def _refuse_unsettled(ids: set[str], conflicts: list[tuple[str, Conflict]]) -> None:
    """Refuse ids under which there is no conflict to be settled."""
    if ids:
        named = ", ".join(f"`{name}`" for name in sorted(ids))
        found = dict.fromkeys(f"`{conflict.group}`" for _, conflict in conflicts)
        there_are = f"; there are {', '.join(found)}" if found else ""
        raise click.UsageError(f"no conflict has the id {named}{there_are}; nothing was changed")


def _write(project: Project, folder: Path, files: dict[str, bytes], removed: list[str]) -> None:
    """Write the files of a definition, those that the next update compares with at the end.

    If something goes wrong between two of them, the same update can simply be made again.
    """
    try:
        for path in sorted(files, key=lambda path: (path.startswith("."), path)):
            target = folder / path
            if not target.is_file() or target.read_bytes() != files[path]:
                write_whole(target, files[path])
        for path in removed:
            (folder / path).unlink(missing_ok=True)
    except OSError as error:
        shown = folder.relative_to(project.root)
        message = f"brief: `{shown}` cannot be written: {error.strerror or error}"
        click.echo(f"{message}; free it and run the same update again", err=True)
        sys.exit(EXIT_FAILED)


def _show(path: str, before: str, now: str, yours: str) -> Iterator[str]:
    """Yield both sides of a conflict as differences from what the document said before."""
    yield f"conflict in {path}"
    for title, text in (("the document now", now), ("your text", yours)):
        lines = difflib.unified_diff(
            _part(before), _part(text), "the document before", title, lineterm="", n=1
        )
        yield from (f"  {line}" for line in lines)


def _part(text: str) -> list[str]:
    """Part a passage at its sentences, so that differences are short."""
    _, _, words = text.partition("}\n") if text.startswith("{#") else ("", "", text)
    return _SENTENCE.split(" ".join(words.split())) if words.strip() else []


def _count(*groups: Sequence[object]) -> str:
    words = ("changed", "added", "removed", "in conflict")
    return ", ".join(f"{len(group)} {word}" for group, word in zip(groups, words, strict=True))
