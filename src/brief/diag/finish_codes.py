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

NOT_PRINTABLE = Code(
    "finish.not-printable",
    Severity.ERROR,
    "something that a press cannot print",
    "For the profile `press`, all colours become inks. Colours of sRGB can be turned into them, "
    "and `device-cmyk()` is taken as it is; other colour spaces have no inks that would be right.",
    "In a design of your own, write the colour as a token with an ink in `[ink]`, or as a colour "
    "of sRGB.",
)

ALL: tuple[Code, ...] = (CLAIM_NOT_KEPT, NOT_PRINTABLE)
