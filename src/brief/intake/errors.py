"""What keeps a document from being read, as a mistake that the author can mend."""

from __future__ import annotations

from brief.diag.diagnostic import Code


class UnreadableError(Exception):
    """A document that cannot be read; `hints` say what would help."""

    def __init__(self, code: Code, message: str, *hints: str) -> None:
        """Say what is wrong with a document."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hints = hints

    def __reduce__(self) -> tuple[object, ...]:
        """Let it travel between processes."""
        return type(self), (self.code, self.message, *self.hints)


class ForeignFormatError(Exception):
    """A document that pandoc reads, whose name ends in `suffix`."""

    def __init__(self, suffix: str) -> None:
        """Say what pandoc would be told."""
        super().__init__(suffix)
        self.suffix = suffix
