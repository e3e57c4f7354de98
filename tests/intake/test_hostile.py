"""Broken and hostile documents are told or made harmless; nothing else happens."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brief.build import confinement
from brief.build.confinement import read_confined
from brief.build.intake import IntakeOptions, take_in
from brief.diag.collector import Collector
from brief.diag.diagnostic import Severity
from brief.intake.errors import UnreadableError
from brief.intake.options import ReadingOptions
from brief.model.document import Document, Para
from brief.model.text import Str
from tests.intake.hostile import DEFUSED, REFUSED
from tests.intake.takings import TODAY, take

pytestmark = pytest.mark.slow
GERMAN = IntakeOptions(TODAY, language="de")


@pytest.mark.parametrize("case", [name for name in REFUSED if REFUSED[name][2]])
def test_what_cannot_be_read_is_told(
    case: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The one diagnostic says what is wrong; nothing is written, and no traceback is seen."""
    name, make, code, message = REFUSED[case]
    (tmp_path / name).write_bytes(make())
    collector = Collector()
    assert take_in(tmp_path / name, GERMAN, collector) is None
    assert [each.code.name for each in collector.diagnostics] == [f"intake.{code}"]
    assert message in collector.diagnostics[0].message
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("case", DEFUSED)
def test_poison_is_left_out(case: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The text is taken in without errors, and without what would act or reach outside."""
    name, make, told = DEFUSED[case]
    (tmp_path / name).write_bytes(make())
    began = time.monotonic()
    briefing, collector = take(tmp_path / name, tmp_path / "project", GERMAN)
    assert time.monotonic() - began < 45
    said = [each.message for each in collector.diagnostics]
    errors = [each for each in collector.diagnostics if each.code.severity is Severity.ERROR]
    assert briefing is not None and not errors, said[:5]
    assert any(told in message for message in said) or not told, said[:5]
    written = b"".join(each.read_bytes() for each in (tmp_path / "project").rglob("*.[my]*"))
    assert b"root:" not in written and b"alert" not in written and b"javascript" not in written
    assert b"\x1b" not in written and "\u202e".encode() not in written
    assert not capfd.readouterr().err


def test_places_that_are_no_files(tmp_path: Path) -> None:
    """Folders, pipes and missing files are told with what may have been meant."""
    (tmp_path / "folder.docx").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "Bericht.docx").write_bytes(b"x")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, message, hint in (
        ("folder.docx", "it is a folder", "in it"),
        ("pipe.txt", "device or pipe", "as a file"),
        ("Berciht.docx", "does not exist", "did you mean `Bericht.docx`?"),
        ("no/such/file.txt", "there is no folder", "path"),
    ):
        collector = Collector()
        assert take_in(tmp_path / name, GERMAN, collector) is None
        (told,) = collector.diagnostics
        assert message in told.message
        assert hint in told.hints[0]
    collector = Collector()
    assert take_in(tmp_path / "loop.txt", GERMAN, collector) is None
    assert len(collector.diagnostics) == 1


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason of the system is given."""
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    collector = Collector()
    assert take_in(tmp_path / "a.txt", GERMAN, collector) is None
    assert "permission denied" in collector.diagnostics[0].message


def _connect(name: str, data: bytes, options: ReadingOptions) -> Document:
    socket.create_connection(("127.0.0.1", 9))
    return _say("connected")


def _look_up(name: str, data: bytes, options: ReadingOptions) -> Document:
    socket.getaddrinfo("localhost", 80)
    return _say("looked up")


def _write(name: str, data: bytes, options: ReadingOptions) -> Document:
    Path(name).write_bytes(data)
    return _say("written")


def _open_low(name: str, data: bytes, options: ReadingOptions) -> Document:
    os.open(name, os.O_WRONLY | os.O_CREAT)
    return _say("opened")


def _spy(name: str, data: bytes, options: ReadingOptions) -> Document:
    return _say(Path(data.decode()).read_text(encoding="utf-8"))


def _start(name: str, data: bytes, options: ReadingOptions) -> Document:
    subprocess.run(["true"], check=True)
    return _say("started")


def _fork(name: str, data: bytes, options: ReadingOptions) -> Document:
    os.fork()
    return _say("forked")


def _delete(name: str, data: bytes, options: ReadingOptions) -> Document:
    Path(data.decode()).unlink()
    return _say("deleted")


def _fail(name: str, data: bytes, options: ReadingOptions) -> Document:
    raise KeyError(name)


def _devour(name: str, data: bytes, options: ReadingOptions) -> Document:
    return _say(str(len(bytearray(3_000_000_000))))


def _dig(name: str, data: bytes, options: ReadingOptions) -> Document:
    return _dig(name, data, options)


def _die(name: str, data: bytes, options: ReadingOptions) -> Document:
    os._exit(7)


def _wait(name: str, data: bytes, options: ReadingOptions) -> Document:
    while True:
        pass


def _say(text: str) -> Document:
    return Document((Para((Str(text),)),))


@pytest.mark.parametrize(
    ("reader", "message"),
    [(_connect, "may not do"), (_look_up, "may not do"), (_write, "may not do"),
     (_open_low, "may not do"), (_spy, "may not do"), (_start, "may not do"),
     (_fork, "may not do"), (_delete, "may not do"), (_fail, "KeyError"),
     (_devour, "two gigabytes"), (_dig, "too deeply"), (_die, "broke down")],
    ids=lambda value: getattr(value, "__name__", ""),
)  # fmt: skip
def test_readers_are_confined(
    reader: confinement.Reader, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A reader that was taken over can open no socket, file or program, and is outlived."""
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "kept.txt"
    kept.write_text("secret", encoding="utf-8")
    with pytest.raises(UnreadableError, match=message):
        read_confined(str(tmp_path / "made"), str(kept).encode(), ReadingOptions(), reader)
    assert [each.name for each in tmp_path.iterdir()] == ["kept.txt"]
    assert "Traceback" not in capfd.readouterr().err


def test_endless_reading_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that does not end is ended, and the limit is told."""
    monkeypatch.setattr(confinement, "SECONDS", 1)
    monkeypatch.setattr(confinement, "_GRACE", 2)
    with pytest.raises(UnreadableError, match="within 1 seconds"):
        read_confined("a", b"", ReadingOptions(), _wait)


def test_reading_imports_what_the_document_needs() -> None:
    """A text waits for no reader of other formats, and for none of the engines."""
    script = (
        "import sys; from brief.build.confinement import _import_readers; "
        "from brief.intake import reading; _import_readers(b'Text'); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "brief.intake.docx" in loaded
    heavy = {"pydantic", "babel", "matplotlib", "weasyprint", "pikepdf", "jinja2", "PIL",
             "mammoth", "pypdfium2", "charset_normalizer"}  # fmt: skip
    assert not loaded & heavy
