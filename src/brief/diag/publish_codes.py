"""Codes of what is found while results are written."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

CANNOT_WRITE = Code(
    "publish.cannot-write",
    Severity.ERROR,
    "a result that could not be written",
    "The output folder did not take a file: the disk is full, a right is missing, or something "
    "else stands in the way. Nothing was left half-written, and a file that was there stays.",
    "Mend what the message names, or choose another folder with `--out`.",
)

ALL: tuple[Code, ...] = (CANNOT_WRITE,)
