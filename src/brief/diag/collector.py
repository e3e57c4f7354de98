"""Collect the diagnostics of one run, so that an author sees all mistakes at once."""

from __future__ import annotations

from collections.abc import Iterable

from brief.diag.diagnostic import Code, Diagnostic, Place, Severity


class Collector:
    """Take diagnostics from the stages and give them back sorted by place, each only once."""

    def __init__(self) -> None:
        """Begin with nothing reported."""
        self._seen: dict[Diagnostic, None] = {}

    def report(self, code: Code, message: str, place: Place | None = None, *hints: str) -> None:
        """Report one diagnostic; the same one reported again is said once."""
        if place is not None and place.cell:
            message = f"{message} (cell `{place.cell}`)"
        self._seen[Diagnostic(code, message, place, hints)] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over diagnostics that were collected elsewhere."""
        self._seen.update(dict.fromkeys(diagnostics))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All diagnostics in the order of files, lines and columns; those without place last."""
        return tuple(sorted(self._seen, key=_sort_key))

    def failed(self, *, strict: bool = False) -> bool:
        """Tell whether anything reported so far stops the work; in strict runs a doubt does."""
        stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(diagnostic.severity in stopping for diagnostic in self._seen)


def _sort_key(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str]:
    place = diagnostic.place
    if place is None:
        return True, "", 0, 0, diagnostic.code.name
    return False, place.file, place.line, place.column, diagnostic.code.name
