"""`brief explain`: explain a diagnostic code, with cause and remedy."""

from __future__ import annotations

import difflib
import textwrap

import click

from brief.diag.codes import CODES
from brief.diag.diagnostic import Code

_WIDTH = 80
_HEAD = """# Diagnostics

Everything that `brief` says to an author has a code, and every code is on this page.
The part before the dot names what was being done: `define` reads definitions, `localise` puts \
them into a language, `compose` and `render` make pages, `build` runs the others.
An error stops a PDF from being made; a warning does so with `--strict`; a note never does.
The page is generated: `brief explain --reference` prints it, `brief explain CODE` explains \
one code.
"""


@click.command()
@click.argument("code", required=False)
@click.option("--reference", is_flag=True, help="Print the reference page on all codes instead.")
def command(code: str | None, reference: bool) -> None:
    """Explain CODE, or list all codes."""
    if reference:
        click.echo(write_reference(), nl=False)
    elif code is None:
        width = max(len(name) for name in CODES)
        for name, each in CODES.items():
            click.echo(f"{name:<{width}}  {each.severity.value:<7}  {each.title}")
    else:
        click.echo(_explain(_find(code)))


def write_reference() -> str:
    """Write the reference page on all codes in Markdown."""
    parts = [_HEAD]
    for stage in dict.fromkeys(name.partition(".")[0] for name in CODES):
        parts.append(f"## {stage}\n")
        for code in CODES.values():
            if code.name.startswith(f"{stage}."):
                parts.append(f"### {code.name}\n")
                parts.append(f"*{code.severity.value.capitalize()}: {code.title}.*\n")
                parts.append(f"{code.cause}\n\n**Remedy.** {code.remedy}\n")
    return "\n".join(parts)


def _find(name: str) -> Code:
    name = name.strip("[]` ")
    if name in CODES:
        return CODES[name]
    ends = [known for known in CODES if known.partition(".")[2] == name]
    close = ends or difflib.get_close_matches(name, CODES, 3, 0.5)
    hint = f"did you mean {' or '.join(f'`{known}`' for known in close)}?"
    rest = hint if close else "`brief explain` lists all codes"
    raise click.UsageError(f"there is no code `{name}`; {rest}")


def _explain(code: Code) -> str:
    return "\n\n".join(
        (
            f"{code.name} ({code.severity.value})\n{code.title}",
            textwrap.fill(code.cause, _WIDTH),
            textwrap.fill(f"What to do: {code.remedy}", _WIDTH),
        )
    )
