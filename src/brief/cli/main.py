"""The program `brief`: its commands, loaded only when they are called, and its exit codes."""

from __future__ import annotations

import importlib
import os
import sys

import click

from brief import __version__
from brief.build.memory import collect_rarely, end_quickly, with_room

COMMANDS: dict[str, str] = {
    "new": "Write a commented definition that builds at once.",
    "update": "Bring a definition up to date with a newer version of its document.",
    "check": "Tell all mistakes of definitions and translations, without making a PDF.",
    "build": "Build the PDFs of briefings; what has not changed is skipped.",
    "translate": "Make, update, check and count translations.",
    "figure": "Draw one timeline alone, as PDF, SVG or PNG.",
    "fonts": "List and add typefaces that do not ship with `brief`.",
    "explain": "Explain a diagnostic code, with cause and remedy.",
    "schema": "Print the JSON Schema of definitions, for editors.",
    "doctor": "Say what this machine lacks, and the line that mends it.",
}

EXIT_MISTAKES = 1
EXIT_USAGE = 2
EXIT_FAILED = 3
EXIT_UNAVAILABLE = 69
EXIT_INTERRUPTED = 130


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of an author's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"brief.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a misspelt one is answered with the one that was meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def group() -> None:
    """Turn structured briefing definitions into print-ready, localised PDF briefings."""


@with_room
def main() -> None:
    """Run the command line; the only place that turns exceptions into exit codes."""
    collect_rarely()
    try:
        code = group.main(prog_name="brief", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("brief: interrupted; nothing was left half-written", err=True)
        code = EXIT_INTERRUPTED
    except click.ClickException as mistake:
        mistake.show()
        code = mistake.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _report_bug(error)
    finally:  # commands end by `sys.exit`
        end_quickly()
    sys.exit(code if isinstance(code, int) else 0)


def _report_bug(error: Exception) -> int:
    """Say that something went wrong that is no author's mistake; with BRIEF_DEBUG, all of it."""
    if os.environ.get("BRIEF_DEBUG"):
        import traceback  # only a bug needs it

        traceback.print_exception(error)
    kind = type(error).__name__
    click.echo(
        f"brief: this is a fault of the program, not of your files: {kind}: {error}", err=True
    )
    click.echo("  set BRIEF_DEBUG=1 and run again for a full report", err=True)
    return EXIT_FAILED
