"""Codes of what is found while variants are planned and built."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

WORKER_DIED = Code(
    "build.worker-died",
    Severity.ERROR,
    "a worker process that died",
    "The process that built a variant ended without an answer: it ran out of memory, was killed, "
    "or a native library failed. The other variants are not affected, and the file that was "
    "there before is untouched.",
    "Run `brief doctor` and mend what it reports, then build again.",
)
UNKNOWN_BRIEFING = Code(
    "build.unknown-briefing",
    Severity.ERROR,
    "a briefing that is not there",
    "No folder of this name lies under `briefings/`.",
    "Correct the name as the hint suggests, or create the briefing with `brief new NAME`.",
)

ALL: tuple[Code, ...] = (WORKER_DIED, UNKNOWN_BRIEFING)
