"""Writing results whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.publish.files import remove_leftovers, write_whole


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """The folder is made when it is not there, and the file holds what was given."""
    path = tmp_path / "out" / "x.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [child.name for child in path.parent.iterdir()] == ["x.pdf"]


def test_a_failure_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails, the file that was there stays, and no part of the new one is left."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"former")

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"former"
    assert [child.name for child in tmp_path.iterdir()] == ["x.pdf"]


def test_leftovers_of_killed_writers_are_removed(tmp_path: Path) -> None:
    """A part that a killed run left behind is cleared away."""
    (tmp_path / ".x.pdf.0a1b2c.part").write_bytes(b"half")
    (tmp_path / "x.pdf").write_bytes(b"whole")
    remove_leftovers(tmp_path)
    assert [child.name for child in tmp_path.iterdir()] == ["x.pdf"]
