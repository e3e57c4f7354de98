"""Whole catalogues: ours with every feature of the format, and those of other projects.

`BRIEF_PO_FILES` names a folder of catalogues from elsewhere, such as the test files of polib,
Babel and GNU gettext; without it, those tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from brief.localise.po import PoFile, format_po, parse_po
from brief.localise.units import Unit
from brief.localise.update import make_catalogue, update_catalogue

OWN = Path(__file__).parent / "catalogues"
GOOD = sorted(OWN.glob("*.po"))
REFUSED = sorted((OWN / "refused").glob("*.po"))
ELSEWHERE = os.environ.get("BRIEF_PO_FILES", "")
OTHERS = sorted(Path(ELSEWHERE).rglob("*.po*")) if ELSEWHERE else []
UNITS = (
    Unit("harbour/title", 'A "quoted" title\\', "title"),
    Unit("harbour/arrival", "The ship has come: 100 % of it, {count} times.", "paragraph"),
    Unit("harbour/tab", "Tab\tand line\nend \u2028 \x07", "cell"),
)


def _check_with_msgfmt(data: bytes, folder: Path) -> None:
    """Let GNU gettext judge a catalogue."""
    program = shutil.which("msgfmt")
    if program is None:
        pytest.skip("msgfmt (GNU gettext) is not installed")
    path = folder / "written.po"
    path.write_bytes(data)
    done = subprocess.run(
        [program, "--check", "--output-file", os.devnull, path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    said = [line for line in done.stderr.splitlines() if "header field" not in line]
    assert done.returncode == 0 and not said, done.stderr


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_what_is_read_is_written_the_same(path: Path) -> None:
    """Line ends, marks, blanks, comments and wrapping stay to the byte, and nothing is told."""
    data = path.read_bytes()
    file = parse_po(data.decode("utf-8"))
    assert file.problems == ()
    assert format_po(file).encode() == data


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_what_is_not_understood_is_told(path: Path) -> None:
    """A file in another encoding, or with something that is no PO syntax, is no catalogue."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return  # commands say so, as `tests/cli/test_translate.py` shows
    assert parse_po(text).problems


def test_features_are_read() -> None:
    """The parts of our catalogues come out as what they are."""
    read = {path.stem: parse_po(path.read_bytes().decode("utf-8")) for path in GOOD}
    assert [entry.obsolete for entry in read["obsolete"].entries] == [False, False, True, True]
    assert read["obsolete"].entries[3].target == "Kai"
    previous = read["previous"].entries[1]
    assert (previous.previous_source, previous.previous_plural) == ("one ship", "%d old ships")
    assert read["escapes"].entries[1].source.endswith("\vreturn\rline\n")
    assert read["escapes"].entries[2].target == "oktal A0, hexadezimal A~"
    assert read["flags"].entries[1].flags >= {"markdown-text", "no-python-format", "no-wrap"}
    assert [entry.target for entry in read["close"].entries[1:]] == ["eins", "zwei", "drei"]
    assert read["crlf"].entries[1] != read["all"].entries[1]  # its lines are others
    assert read["crlf"].entries[1].target == read["all"].entries[1].target
    assert read["separators"].entries[1].target == "ä\u2028ö\u0085ü\x0cß"
    assert read["comments"].entries[1].fuzzy


@pytest.mark.parametrize("name", ["all", "crlf", "mixed", "bom", "no-end", "obsolete", "comments"])
def test_an_updated_catalogue_keeps_its_lines(name: str, tmp_path: Path) -> None:
    """New entries end as the others do, kept ones stay as they are, and msgfmt takes all."""
    data = (OWN / f"{name}.po").read_bytes()
    made = format_po(update_catalogue(parse_po(data.decode()), UNITS, "now").file).encode()
    lines = made.split(b"\n")
    if name == "crlf":
        assert all(line.endswith(b"\r") for line in lines[:-1])
    else:
        assert b"\r" not in made  # of the mixed file, only what has changed had it
    assert lines[-1] == b""
    assert not made.startswith(b"\xef\xbb\xbf")  # GNU gettext refuses the mark
    assert b"Das Schiff ist gekommen." in made or name in ("no-end", "obsolete", "comments")
    again = parse_po(made.decode())
    assert again.problems == () and format_po(again).encode() == made
    _check_with_msgfmt(made, tmp_path)


@pytest.mark.parametrize("tag", ["de", "en", "fr", "es", "ru", "ar", "zh-Hans", "ko"])
def test_new_catalogues_please_msgfmt(tag: str, tmp_path: Path) -> None:
    """A new catalogue passes `msgfmt --check`, whatever its texts have in them."""
    file = update_catalogue(make_catalogue(tag, "de"), UNITS, "now").file
    _check_with_msgfmt(format_po(file).encode(), tmp_path)


@pytest.mark.skipif(not ELSEWHERE, reason="`BRIEF_PO_FILES` names no folder of catalogues")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_catalogues_from_elsewhere(path: Path, tmp_path: Path) -> None:
    """They are written as they were read, or it is told why not; GNU gettext reads the same."""
    data = path.read_bytes()
    try:
        file = parse_po(data.decode("utf-8"))
    except UnicodeDecodeError:
        return
    assert format_po(file).encode() == data
    if not file.problems:
        _compare_with_msgcat(path, file)


def _compare_with_msgcat(path: Path, file: PoFile) -> None:
    program = shutil.which("msgcat")
    if program is None:
        pytest.skip("msgcat (GNU gettext) is not installed")
    done = subprocess.run(
        [program, "--no-wrap", "--to-code=UTF-8", path], capture_output=True, check=False
    )
    if done.returncode:
        return  # it refuses what is said twice, and the mark of encodings
    theirs = parse_po(done.stdout.decode("utf-8"))
    assert _messages(theirs) == _messages(file)


def _messages(file: PoFile) -> list[tuple[object, ...]]:
    messages = {
        (entry.context, entry.source, entry.plural, entry.targets, entry.obsolete)
        for entry in file.entries
        if any(entry.targets) and (entry.source or entry.context)
    }
    return sorted(messages, key=repr)
