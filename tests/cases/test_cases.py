"""Every case file: the definition in it is told exactly what the case expects."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from brief.build.pipeline import check_briefing
from brief.build.project import find_project
from brief.cli.report import report_diagnostics
from brief.diag import define_codes, localise_codes
from brief.diag.collector import Collector
from tests.cases.case_files import lay_out, read_case, write_expected

FOLDER = Path(__file__).parent
CASES = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said, with file, line and column, is what the case file expects.

    With `BRIEF_UPDATE_CASES` in the environment, the case files are rewritten instead.
    """
    case = read_case(path)
    lay_out(case, tmp_path / "briefings" / "case")
    if case.without:
        monkeypatch.setitem(sys.modules, case.without, None)
    project = find_project(tmp_path)
    collector = Collector()
    check_briefing(project, "case", collector)
    text = report_diagnostics(collector.diagnostics, tmp_path, "concise")
    said = [line.replace("briefings/case/", "", 1) for line in text.split("\n") if line]
    if os.environ.get("BRIEF_UPDATE_CASES"):
        write_expected(path, said)
        return
    assert said == list(case.expected)


@pytest.mark.parametrize(
    "code", [*define_codes.ALL, *localise_codes.ALL], ids=lambda code: code.name
)
def test_every_code_has_a_case(code: define_codes.Code) -> None:
    """A code that no case expects could as well not exist."""
    needle = f"[{code.name}]"
    assert any(needle in path.read_text(encoding="utf-8") for path in CASES), code.name


def test_there_are_many_cases() -> None:
    """Mistakes are many; so are the cases."""
    assert len(CASES) >= 60
