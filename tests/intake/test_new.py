"""`brief new --from`, as an analyst types it, with mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import run_brief

pytestmark = pytest.mark.slow
TEXT = "Der Hafen im Winter\n\nDer Hafen ist geschlossen, und die Boote liegen an der Mole.\n"


def _project(root: Path) -> Path:
    (root / "briefings").mkdir()
    (root / "bericht.txt").write_text(TEXT, encoding="utf-8")
    return root


def test_a_document_becomes_a_definition_that_is_checked(tmp_path: Path) -> None:
    """The definition has no mistakes, and the files are listed."""
    root = _project(tmp_path)
    done = run_brief(root, "new", "hafen", "--from", "bericht.txt")
    assert done.returncode == 0, done.stderr
    assert "wrote  briefings/hafen/briefing.yaml" in done.stdout
    checked = run_brief(root, "check", "hafen")
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("hafen", "--from", "berciht.txt"), 1, "did you mean `bericht.txt`?"),
        (("hafen", "--from", "."), 1, "it is a folder"),
        (("hafen", "--from", "bericht.txt", "--language", "xx"), 1, "`xx` is not shipped"),
        (("hafen", "--from", "bericht.txt", "--encoding", "utf-9"), 1, "no encoding `utf-9`"),
        (("Hafen!", "--from", "bericht.txt"), 2, "try `hafen`"),
        (("taken", "--from", "bericht.txt"), 2, "is there already"),
        (("hafen", "--from", "bericht.txt", "--changes", "maybe"), 2, "maybe"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(
    arguments: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    """Each names its remedy and has the exit code of its kind."""
    root = _project(tmp_path)
    (root / "briefings" / "taken").mkdir()
    done = run_brief(root, "new", *arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "briefings" / "hafen").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file in the place of the folder of definitions is no traceback."""
    (tmp_path / "bericht.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "briefings").write_text("", encoding="utf-8")
    done = run_brief(tmp_path, "new", "hafen", "--from", "bericht.txt")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr, done.stderr
