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
PROGRAM_FAULT = Code(
    "build.program-fault",
    Severity.ERROR,
    "a fault of the program",
    "Something went wrong that no author can have caused. The other variants are not affected, "
    "and the file that was there before is untouched.",
    "Set `BRIEF_DEBUG=1`, build again, and report what is printed, if possible with the "
    "definition.",
)
UNKNOWN_DESIGN = Code(
    "build.unknown-design",
    Severity.ERROR,
    "a design that is not there",
    "No folder of this name lies under the `templates/` of the project or among those that ship.",
    "Correct the name as the hint suggests, or create `templates/<name>/` in the project.",
)
FIGURE_TOO_TALL = Code(
    "build.figure-too-tall",
    Severity.ERROR,
    "a figure that does not fit on a single page",
    "A figure alone is one page, cut to it, and a page of PDF is at most five metres high. A "
    "list of many hundred entries is longer.",
    "Leave out entries, part the timeline into two, or take its pages from the briefing.",
)

ALL: tuple[Code, ...] = (WORKER_DIED, PROGRAM_FAULT, UNKNOWN_DESIGN, FIGURE_TOO_TALL)
