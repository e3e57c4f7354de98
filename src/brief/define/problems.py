"""What is found in a stretch of text, before the place of that stretch is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from brief.define.passage import Passage
from brief.diag.collector import Collector
from brief.diag.diagnostic import Code


class Problem(NamedTuple):
    """A diagnostic about the characters from `start` up to, but without, `end`."""

    code: Code
    message: str
    start: int
    end: int
    hints: tuple[str, ...] = ()


def report_problems(problems: Iterable[Problem], passage: Passage, collector: Collector) -> None:
    """Report problems of a passage, each at its place."""
    for code, message, start, end, hints in problems:
        collector.report(code, message, passage.place(start, end), *hints)
