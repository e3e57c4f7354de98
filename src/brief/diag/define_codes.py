"""Codes of the mistakes that are found while reading a definition."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

UNKNOWN_FIELD = Code(
    "define.unknown-field",
    Severity.ERROR,
    "a field that definitions do not have",
    "Every field of a definition is known; a field that is not is most often a typing mistake, "
    "and ignoring it would silently lose what the author meant.",
    "Correct the spelling as the hint suggests, or remove the field. "
    "`brief schema` lists the fields, and editors that read the schema complete them.",
)

ALL: tuple[Code, ...] = (UNKNOWN_FIELD,)
