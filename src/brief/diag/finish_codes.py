"""Codes of what is found while a written PDF is held against its profile."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

CLAIM_NOT_KEPT = Code(
    "finish.claim-not-kept",
    Severity.ERROR,
    "a PDF that is not what its profile claims",
    "Every PDF is read again after it was written, and held against the standards of its profile. "
    "One that does not keep a rule is not delivered; the file that was there before stays.",
    "If a design or template of your own is in use, look there first. Otherwise this is a fault of "
    "the program; please report it with the definition.",
)

ALL: tuple[Code, ...] = (CLAIM_NOT_KEPT,)
