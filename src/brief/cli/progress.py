"""Show how a build goes: one line that changes on a terminal, plain lines in a log."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType

import click

from brief.model.variant import Artefact, Status

_SIGNS = {Status.BUILT: "built", Status.UNCHANGED: "unchanged", Status.FAILED: "failed"}


class Progress:
    """Tell of every variant; on a terminal, a last line counts what is still to come."""

    def __init__(self, out: Path, *, quiet: bool) -> None:
        """Begin with nothing to count; `out` is the folder that artefacts go to."""
        self._out = _shown(out)
        self._quiet = quiet
        self._lively = sys.stderr.isatty() and not quiet
        self._total = self._done = self._unchanged = 0
        self._began = time.monotonic()

    def __enter__(self) -> Progress:
        """Begin to show."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear the last line and count what was left alone."""
        self._clear()
        if self._unchanged and not self._quiet:
            noun = "variant" if self._unchanged == 1 else "variants"
            click.echo(f"unchanged  {self._unchanged} {noun}")

    def begin(self, total: int) -> None:
        """Hear how many variants have to be built."""
        self._total = total
        self._draw()

    def tell(self, artefact: Artefact) -> None:
        """Hear of a settled variant."""
        if artefact.status is Status.UNCHANGED:
            self._unchanged += 1
            return
        self._done += 1
        if not self._quiet:
            self._clear()
            noun = "page" if artefact.pages == 1 else "pages"
            pages = f"  ({artefact.pages} {noun})" if artefact.pages else ""
            click.echo(f"{_SIGNS[artefact.status]:<9}  {self._out / artefact.path}{pages}")
        self._draw()

    def _draw(self) -> None:
        if self._lively and self._done < self._total:
            seconds = time.monotonic() - self._began
            click.echo(
                f"\r\x1b[Kbuilding {self._done + 1} of {self._total} … {seconds:.0f} s",
                nl=False,
                err=True,
            )

    def _clear(self) -> None:
        if self._lively:
            click.echo("\r\x1b[K", nl=False, err=True)


def _shown(folder: Path) -> Path:
    """Give a folder as it is seen from here, or absolutely if that is shorter."""
    return min(Path(os.path.relpath(folder)), folder, key=lambda path: len(str(path)))
