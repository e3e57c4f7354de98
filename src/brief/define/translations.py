"""Find in a translation what would be reported in a text of the definition."""

from __future__ import annotations

from collections.abc import Iterator

from brief.define.decoding import find_hidden
from brief.define.files import find_templates
from brief.define.markdown import parse_again
from brief.define.text_checks import check_characters
from brief.diag.diagnostic import Code


def find_faults(source: str, language: str) -> Iterator[tuple[Code, str, tuple[str, ...]]]:
    """Yield code, message and hints for everything that is wrong with a translation by itself."""
    _, notes = parse_again(source)
    problems = [*notes.problems, *check_characters(source, notes, language)]
    problems += [*find_hidden(source), *find_templates(source)]
    for problem in problems:
        yield problem.code, problem.message, problem.hints
