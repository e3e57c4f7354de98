"""`brief fonts`: what it says, and with which exit code it ends."""

from __future__ import annotations

from pathlib import Path

from tests.projects import run_brief


def open_folder(root: Path) -> Path:
    """Make an empty project."""
    (root / "briefings").mkdir()
    return root


def test_list_tells_what_could_be_added(tmp_path: Path) -> None:
    """Every set stands on a line with its state."""
    done = run_brief(open_folder(tmp_path), "fonts", "list")
    assert done.returncode == 0, done.stderr
    rows = [line.split(maxsplit=3) for line in done.stdout.splitlines()]
    assert ["ja", "not", "added", "Japanese"] in rows


def test_a_language_that_has_its_typefaces_is_no_choice(tmp_path: Path) -> None:
    """French needs nothing; the message names what there is."""
    done = run_brief(open_folder(tmp_path), "fonts", "add", "fr")
    assert done.returncode == 2
    assert "no typefaces to add for `fr`; known: hi, ja" in done.stderr


def test_without_the_package_client(tmp_path: Path) -> None:
    """Exit 69 says that something outside is missing, with one remedy, and nothing is written."""
    done = run_brief(open_folder(tmp_path), "fonts", "add", "ja", environment={"PATH": ""})
    assert done.returncode == 69
    assert "`npm` is not installed; nothing was added" in done.stderr
    assert done.stderr.count("hint:") == 1
    assert not any((tmp_path / "fonts").glob("**/*"))


def test_a_wrong_file(tmp_path: Path) -> None:
    """A file that is not the one that is known is refused."""
    wrong = tmp_path / "NotoSerifJP_400Regular.ttf"
    wrong.write_bytes(b"no font")
    done = run_brief(open_folder(tmp_path), "fonts", "add", "ja", "--file", str(wrong))
    assert done.returncode == 1
    assert "has the digest" in done.stderr and "nothing was added" in done.stderr


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A file that stands where the folder should be is told, without a traceback."""
    (open_folder(tmp_path) / "fonts").write_text("in the way", encoding="utf-8")
    done = run_brief(tmp_path, "fonts", "add", "ja", environment={"PATH": ""})
    assert done.returncode == 3
    assert "could not be written" in done.stderr and "Traceback" not in done.stderr
