"""Diagnostics are told so that an author finds the place, and a machine too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brief.cli.report import count_diagnostics, report_diagnostics
from brief.diag.define_codes import UNKNOWN_FIELD
from brief.diag.define_text_codes import BLOCK_WITHOUT_ID, UNUSED_SOURCE
from brief.diag.diagnostic import Diagnostic, Place

FILE = "briefings/case/briefing.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one file."""
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    lines = [
        "id: case",
        "北京titel: 朝鲜",
        "e\u0301🚢x: \x1b]0;evil\x07 \u202eabc",
        "long: " + "x" * 400,
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def tell(root: Path, place: Place | None, form: str = "full", message: str = "unknown `x`") -> str:
    """Tell one diagnostic."""
    return report_diagnostics(
        [Diagnostic(UNKNOWN_FIELD, message, place, ("did you mean `title`?",))], root, form
    )


def test_the_full_form_shows_the_line(root: Path) -> None:
    """Code, place, excerpt, caret and hint stand below each other, aligned."""
    assert tell(root, Place(FILE, 1, 1, 1, 3)) == (
        "error[define.unknown-field]: unknown `x`\n"
        f" --> {FILE}:1:1\n"
        "  |\n"
        "1 | id: case\n"
        "  | ^^\n"
        "  = help: did you mean `title`?\n\n"
        "`brief explain define.unknown-field` says more about a code"
    )


def test_carets_are_as_wide_as_what_they_mark(root: Path) -> None:
    """Wide characters take two cells, combining ones none."""
    lines = tell(root, Place(FILE, 2, 3, 2, 8)).split("\n")
    assert lines[3:5] == ["2 | 北京titel: 朝鲜", "  |     ^^^^^"]
    lines = tell(root, Place(FILE, 2, 10, 2, 12)).split("\n")
    assert lines[4] == "  |            ^^^^"
    lines = tell(root, Place(FILE, 3, 4, 3, 5)).split("\n")
    assert lines[4] == "  |    ^"


def test_files_cannot_steer_a_terminal(root: Path) -> None:
    """Control and direction characters of a file or a message are shown as such."""
    told = tell(root, Place(FILE, 3, 1, 3, 2), message="`\x1b[31m`")
    assert not any(char in told for char in "\x1b\x07\u202e")
    assert told.count("\ufffd") == 4


def test_long_lines_are_cut(root: Path) -> None:
    """Of a long line, what is meant and its surroundings are shown."""
    lines = tell(root, Place(FILE, 4, 200, 4, 203)).split("\n")
    assert len(lines[3]) < 160
    assert lines[4].count("^") == 3
    assert lines[3].index("…") < lines[4].index("^") < lines[3].rindex("…")


@pytest.mark.parametrize(
    "place",
    [Place("briefings/none.yaml"), Place(FILE, 99, 1), Place(FILE, 1, 80, 1, 90), Place(FILE, 1)],
)
def test_places_that_are_not_there_do_no_harm(root: Path, place: Place) -> None:
    """A file that is gone, or shorter than it was, costs the excerpt alone."""
    assert f"--> {place.file}:{place.line}:{place.column}" in tell(root, place)


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first(root: Path) -> None:
    """The caret line belongs to one line of the file."""
    lines = tell(root, Place(FILE, 1, 5, 2, 3)).split("\n")
    assert lines[4] == "  |     ^^^^"


def test_a_diagnostic_without_place(root: Path) -> None:
    """There is a message and a hint, and nothing else."""
    assert tell(root, None) == (
        "error[define.unknown-field]: unknown `x`\n"
        "  = help: did you mean `title`?\n\n"
        "`brief explain define.unknown-field` says more about a code"
    )


def test_the_concise_form_is_one_line(root: Path) -> None:
    """Editors and `grep` take the place from the beginning of the line."""
    assert tell(root, Place(FILE, 2, 3), "concise") == (
        f"{FILE}:2:3: error: unknown `x` [define.unknown-field] (did you mean `title`?)"
    )


def test_the_github_form_escapes_its_separators(root: Path) -> None:
    """Messages may hold percent signs and line ends, and files colons and commas."""
    told = tell(root, Place("a,b:c.md", 2, 3, 2, 5), "github", "100% is\nwrong")
    assert told == (
        "::error title=define.unknown-field,file=a%2Cb%3Ac.md,line=2,col=3,endLine=2,endColumn=5"
        "::100%25 is%0Awrong%0Adid you mean `title`?"
    )


def test_the_json_form_holds_everything(root: Path) -> None:
    """Machines get the same as people."""
    (record,) = json.loads(tell(root, Place(FILE, 2, 3, 2, 8), "json"))
    assert record == {
        "code": "define.unknown-field",
        "severity": "error",
        "message": "unknown `x`",
        "hints": ["did you mean `title`?"],
        "place": {"file": FILE, "line": 2, "column": 3, "end_line": 2, "end_column": 8},
    }
    assert json.loads(report_diagnostics([], root, "json")) == []


def test_diagnostics_are_counted() -> None:
    """Plurals are right, and what is not there is not counted."""
    codes = (UNKNOWN_FIELD, UNKNOWN_FIELD, UNUSED_SOURCE, BLOCK_WITHOUT_ID)
    said = [Diagnostic(code, str(number)) for number, code in enumerate(codes)]
    assert count_diagnostics(said) == "2 errors, 1 warning, 1 note"
    assert count_diagnostics(said[1:2]) == "1 error"
    assert count_diagnostics([]) == ""


def test_many_doubts_of_one_kind_do_not_hide_a_mistake(root: Path) -> None:
    """The first three are told in full, the rest in a line each; mistakes always in full."""
    places = [Place(FILE, 1, column) for column in range(1, 7)]
    said = [Diagnostic(UNUSED_SOURCE, f"doubt {number}", at) for number, at in enumerate(places)]
    said += [Diagnostic(UNKNOWN_FIELD, f"mistake {number}", at) for number, at in enumerate(places)]
    told = report_diagnostics(said, root, "full")
    assert told.count("warning[") == 3
    assert told.count("error[") == len(places)
    assert f"{FILE}:1:4: warning: doubt 3 [{UNUSED_SOURCE.name}]\n{FILE}:1:5: " in told
    assert all(told.count(item.message) == 1 for item in said)


def test_a_catalogue_that_is_begun_does_not_fill_the_screen() -> None:
    """Of doubts of a kind in a file, five are told in a line each, and then their number."""
    files = [f"briefings/case/locale/{tag}.po" for tag in ("ar", "fr")]
    said = [
        Diagnostic(UNUSED_SOURCE, f"{file} {line}", Place(file, line))
        for file in files
        for line in range(1, 41)
    ]
    told = report_diagnostics(said, Path(), "full")
    assert len(told.split("\n")) < 40
    assert f"{files[0]}: 32 more warnings [{UNUSED_SOURCE.name}]\n" in told
    assert f"{files[1]}: 35 more warnings [{UNUSED_SOURCE.name}]\n" in told
    assert report_diagnostics(said, Path(), "concise").count("\n") == len(said) - 1
