"""What an author may say of a document before it is read; the readers are heavy, and elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read: the encoding of text if it is known, and whether to accept tracked changes."""

    encoding: str = ""
    accept_changes: bool = True
