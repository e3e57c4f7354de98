"""The commands that need no PDF: check, explain, new, schema."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from brief.cli import check, explain, new, schema
from brief.define.schema import make_schema
from brief.diag.codes import CODES
from brief.diag.diagnostic import Severity

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: click.Command, *arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


@pytest.mark.parametrize("language", new.LANGUAGES)
def test_a_new_definition_has_no_mistakes(project: Path, language: str) -> None:
    """What `new` writes passes the strictest check without a word."""
    assert run(new.command, "harbour-visit", "--language", language).exit_code == 0
    result = run(check.command, "--strict")
    assert (result.exit_code, result.output) == (0, "1 briefing, no mistakes\n")
    text = (project / "briefings/harbour-visit/briefing.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../briefing.schema.json\n")
    kept = json.loads((project / "briefings/briefing.schema.json").read_text(encoding="utf-8"))
    assert kept == make_schema()
    for wanted in ("summary:", "key_points:", "timelines:", "sources:", "[@"):
        assert wanted in text
    more = (project / "briefings/harbour-visit/situation.md").read_text(encoding="utf-8")
    assert "[^" in more
    assert "::: callout" in more


def test_a_checkout_of_ours_has_its_schema_already(project: Path) -> None:
    """The modeline leads to the schema of the reference pages where that is there."""
    (project / "docs" / "reference").mkdir(parents=True)
    (project / new.REFERENCE_SCHEMA).write_text("{}", encoding="utf-8")
    run(new.command, "visit")
    text = (project / "briefings/visit/briefing.yaml").read_text(encoding="utf-8")
    assert "$schema=../../docs/reference/briefing.schema.json\n" in text
    assert not (project / new.OWN_SCHEMA).exists()


def test_new_overwrites_nothing(project: Path) -> None:
    """A folder that is there stays as it is."""
    (project / "briefings" / "visit").mkdir(parents=True)
    result = run(new.command, "visit")
    assert result.exit_code == 2
    assert "`briefings/visit` is there already" in result.output
    assert list((project / "briefings").iterdir()) == [project / "briefings" / "visit"]


@pytest.mark.parametrize("name", ["Harbour Visit", "..", "Ünder", "a_b", "-", ".hidden"])
def test_new_takes_ids_alone(project: Path, name: str) -> None:
    """A name that is no id is refused with one that would do."""
    result = run(new.command, "--", name)
    assert result.exit_code == 2
    assert "is not an id" in result.output
    assert list(project.iterdir()) == []


def write(project: Path, name: str, line: str) -> None:
    """Write a definition with one line that may be wrong."""
    folder = project / "briefings" / name
    folder.mkdir(parents=True)
    (folder / "briefing.yaml").write_text(
        f"id: {name}\nlanguage: en\ntitle: A title\ndate: 2024-06-19\n{line}\n"
        "sections:\n  - {id: one, title: One, text: Words.}\n",
        encoding="utf-8",
    )


def test_check_tells_all_mistakes_of_all_briefings(project: Path) -> None:
    """One run tells everything, with a count at its end, and fails."""
    write(project, "a", "subtitel: x")
    write(project, "b", "edition: 0")
    result = run(check.command)
    assert result.exit_code == 1
    assert "error[define.unknown-field]: unknown field `subtitel`" in result.output
    assert "  --> briefings/b/briefing.yaml:5:10" in result.output.replace(" -->", "  -->")
    assert result.output.endswith("2 briefings, 2 errors\n")


def test_doubts_fail_strict_runs_alone(project: Path) -> None:
    """A warning is told in any case; `--strict` makes it count."""
    write(project, "a", "sources: [{id: s, title: A source}]")
    assert run(check.command).exit_code == 0
    result = run(check.command, "--strict", "--format", "concise")
    assert result.exit_code == 1
    assert result.output == (
        "briefings/a/briefing.yaml:5:16: warning: nothing cites the source `s` "
        "[define.unused-source] (cite it as `[@s]`, or remove it)\n1 briefing, 1 warning\n"
    )


def test_check_takes_ids_and_folders(project: Path) -> None:
    """Both name a briefing; another is a mistake in the call."""
    write(project, "a", "")
    write(project, "b", "edition: 0")
    assert run(check.command, "a").exit_code == 0
    assert run(check.command, "briefings/a/").exit_code == 0
    assert run(check.command, "briefings/a", "b").exit_code == 1
    assert run(check.command, "aa").exit_code == 2


def test_machines_get_nothing_but_their_form(project: Path) -> None:
    """JSON stays JSON, and GitHub gets annotations alone."""
    write(project, "a", "edition: 0")
    (record,) = json.loads(run(check.command, "--format", "json").output)
    assert (record["code"], record["place"]["line"]) == ("define.out-of-range", 5)
    told = run(check.command, "--format", "github").output
    assert told.startswith(
        "::error title=define.out-of-range,file=briefings/a/briefing.yaml,line=5"
    )
    write(project, "b", "")
    assert json.loads(run(check.command, "b", "--format", "json").output) == []


@pytest.mark.parametrize("name", CODES)
def test_every_code_is_explained(name: str) -> None:
    """Each code has a cause and a remedy, in whole sentences."""
    result = run(explain.command, name)
    assert result.exit_code == 0
    assert result.output.startswith(f"{name} ({CODES[name].severity.value})\n")
    for text in (CODES[name].cause, CODES[name].remedy):
        assert text[0].isupper() or text[0] in "`“", text
        assert text.endswith("."), text
    assert not CODES[name].title.endswith(".")


def test_wrong_codes_get_a_guess() -> None:
    """The nearest codes are suggested, also for a code without its first part."""
    result = run(explain.command, "define.unknown-feild")
    assert result.exit_code == 2
    assert "did you mean `define.unknown-field`" in result.output
    assert "did you mean `define.tab`?" in run(explain.command, "tab").output
    assert "lists all codes" in run(explain.command, "zzzzzz").output


def test_all_codes_are_listed() -> None:
    """Without an argument, every code stands on a line of its own."""
    lines = run(explain.command).output.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)


def test_the_page_on_diagnostics_is_current() -> None:
    """`brief explain --reference > docs/reference/diagnostics.md` would change nothing."""
    kept = (ROOT / "docs" / "reference" / "diagnostics.md").read_text(encoding="utf-8")
    assert kept == run(explain.command, "--reference").output
    assert kept.count("\n### ") == len(CODES)


def test_severities_are_told_by_the_page() -> None:
    """The page says of each code whether it stops a PDF."""
    page = explain.write_reference()
    for severity in Severity:
        wanted = sum(code.severity is severity for code in CODES.values())
        assert page.count(f"*{severity.value.capitalize()}: ") == wanted


def test_schema_is_printed() -> None:
    """What is printed is JSON, and the same as the schema that validates."""
    assert json.loads(run(schema.command).output) == make_schema()
    assert run(schema.command, "--reference").output.startswith("# Fields of a definition\n")


@pytest.mark.slow
def test_a_check_waits_for_no_engine(project: Path) -> None:
    """Without pictures, nothing that draws or typesets is imported."""
    run(new.command, "visit")
    code = (
        "import sys\n"
        "from brief.cli.main import main\n"
        "sys.argv = ['brief', 'check', '--strict']\n"
        "try:\n    main()\n"
        "except SystemExit as stop:\n    assert not stop.code\n"
        "heavy = {'weasyprint', 'matplotlib', 'PIL', 'jinja2', 'numpy', 'pikepdf', 'rich'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=project, env=environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
