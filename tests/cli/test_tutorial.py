"""What the tutorial shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from brief.cli import check, new
from brief.model.dates import parse_when

TUTORIAL = Path(__file__).parent.parent.parent / "docs" / "tutorial.md"


@pytest.fixture(scope="module")
def tutorial() -> str:
    """The text of the tutorial."""
    return TUTORIAL.read_text(encoding="utf-8")


def test_the_mistake_looks_as_shown(
    tutorial: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`title:` changed to `titel:` in a new definition is told in the words of the tutorial."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    runner.invoke(new.command, ["harbour-visit"], catch_exceptions=False)
    path = tmp_path / "briefings" / "harbour-visit" / "briefing.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("^title:", "titel:", text, flags=re.MULTILINE), encoding="utf-8")
    told = runner.invoke(check.command, ["harbour-visit"], catch_exceptions=False).output
    shown = re.search(r"```\n(error.*?)\n```", tutorial, re.DOTALL)
    assert shown is not None
    assert told.startswith(shown[1] + "\n")


def test_the_dates_are_dates(tutorial: str) -> None:
    """Every date of the table can be read."""
    dates = re.findall(r"^\| .* \| `\"?(.*?)\"?`(?:, `(.*?)`)? \|$", tutorial, re.MULTILINE)
    assert len(dates) >= 8
    for text in filter(None, (date for row in dates for date in row)):
        parse_when(text)
