"""Formats that pandoc reads: without it, with it, and when it fails.

A script stands in for the program, so that nothing depends on what is installed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from brief.build.intake import IntakeOptions, take_in
from brief.diag.collector import Collector
from brief.intake import pandoc
from tests.intake.takings import TODAY, outline

pytestmark = pytest.mark.slow
RTF = rb"{\rtf1\ansi Der Hafen ist im Winter geschlossen.}"
GERMAN = IntakeOptions(TODAY, language="de")
PAGE = "<html><head><title>Hafen</title></head><body><p>Der <b>Hafen</b> ist zu.</p></body></html>"


def _stand_in(folder: Path, lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called pandoc, of some lines of Python, where programs are looked for."""
    folder.mkdir()
    program = folder / "pandoc"
    program.write_text(f"#!{sys.executable}\nimport sys, time\n{lines}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def _take(folder: Path, name: str = "a.rtf") -> tuple[object, list[str], list[str]]:
    (folder / name).write_bytes(RTF)
    collector = Collector()
    taken = take_in(folder / name, GERMAN, collector)
    said = [f"{each.code.name}: {each.message}" for each in collector.diagnostics]
    hints = [hint for each in collector.diagnostics for hint in each.hints]
    return (outline(taken.document.parts) if taken else None), said, hints


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a"])
def test_without_pandoc(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named, and what to do instead; the content counts, not the name."""
    monkeypatch.setenv("PATH", str(tmp_path))
    parts, said, hints = _take(tmp_path, name)
    assert parts is None
    assert len(said) == 1 and said[0].startswith("intake.no-reader: ")
    assert "`*.rtf` are read by pandoc, which is not installed" in said[0]
    assert "install pandoc" in hints[0]


def test_what_pandoc_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets the bytes on its input, the format by name, and its sandbox."""
    lines = (
        "data = sys.stdin.buffer.read()\n"
        "assert data.startswith(b'{') and sys.argv[1:4] == ['--sandbox', '-f', 'rtf'], sys.argv\n"
        f"print({PAGE!r})"
    )
    _stand_in(tmp_path / "bin", lines, monkeypatch)
    parts, said, _ = _take(tmp_path)
    assert parts == ["Der *Hafen* ist zu."], said


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("sys.exit('no such thing as a table\\nand more')",
         "intake.damaged: `a.rtf` cannot be read: pandoc cannot read it: no such thing as a table"),
        ("time.sleep(60)", "intake.too-large: `a.rtf` cannot be read: pandoc did not finish"),
        ("while True: pass", "intake.too-large: `a.rtf` cannot be read: pandoc"),
        ("while True: sys.stdout.write('x' * 100_000)",
         "intake.too-large: `a.rtf` cannot be read: pandoc needed too much time, or made more"),
        ("print()", "intake.no-text: `a.rtf` cannot be read: the file is empty"),
    ],
    ids=["failing", "hanging", "endless", "huge", "nothing"],
)  # fmt: skip
def test_pandoc_in_trouble(
    lines: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Failing, hanging, and output without end are told in one diagnostic with a remedy."""
    monkeypatch.setattr(pandoc, "_SECONDS", 2)
    monkeypatch.setattr(pandoc, "_LARGEST", 2_000_000)
    _stand_in(tmp_path / "bin", lines, monkeypatch)
    parts, said, hints = _take(tmp_path)
    assert parts is None
    assert len(said) == 1 and said[0].startswith(told), said
    assert hints


def test_a_pandoc_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason of the system is given."""
    _stand_in(tmp_path / "bin", "", monkeypatch)
    (tmp_path / "bin" / "pandoc").write_bytes(b"\0\1\2")
    parts, said, hints = _take(tmp_path)
    assert parts is None
    assert len(said) == 1 and "pandoc cannot be started" in said[0]
    assert hints
