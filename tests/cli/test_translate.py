"""`brief translate` as a translator's editor uses it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.judges import find_program
from tests.projects import FLAGSHIP, ROOT, run_brief, write_definition

pytestmark = pytest.mark.slow


def test_from_a_new_locale_to_a_stale_sentence(tmp_path: Path) -> None:
    """A catalogue is made, filled, and says which text has changed under its translation."""
    folder = write_definition(tmp_path)
    (folder / "locale" / "en.po").unlink()
    done = run_brief(tmp_path, "translate", "update")
    assert done.returncode == 0, done.stderr
    assert "made       briefings/harbour/locale/en.po  (" in done.stdout
    path = folder / "locale" / "en.po"
    text = path.read_text(encoding="utf-8")
    text = text.replace('msgid "Ankunft"\nmsgstr ""', 'msgid "Ankunft"\nmsgstr "Arrival"')
    path.write_text(text, encoding="utf-8")
    definition = folder / "briefing.yaml"
    changed = definition.read_text(encoding="utf-8").replace("title: Ankunft", "title: Landung")
    definition.write_text(changed, encoding="utf-8")
    assert "(1 changed)" in run_brief(tmp_path, "translate", "update").stdout
    assert "unchanged  " in run_brief(tmp_path, "translate", "update").stdout
    record = json.loads(run_brief(tmp_path, "translate", "status", "--json").stdout)
    (catalogue,) = record["catalogues"]
    assert catalogue["stale"] == ["harbour/arrival"]
    assert catalogue["sections"]["harbour/arrival"]["stale"] == 1
    assert run_brief(tmp_path, "translate", "status", "--strict").returncode == 1
    told = run_brief(tmp_path, "translate", "check", "--format", "concise").stdout
    assert "`harbour/arrival` is older than its source text" in told


def test_every_catalogue_of_ours_is_up_to_date(tmp_path: Path) -> None:
    """The flagship's translations are complete, current, and as `update` writes them."""
    shutil.copytree(ROOT / "briefings" / FLAGSHIP, tmp_path / "briefings" / FLAGSHIP)
    done = run_brief(tmp_path, "translate", "update")
    assert done.returncode == 0, done.stderr
    assert {line.split()[0] for line in done.stdout.splitlines()} == {"unchanged"}
    assert run_brief(tmp_path, "translate", "status", "--strict").returncode == 0


def test_the_template_is_what_gettext_expects(tmp_path: Path) -> None:
    """GNU gettext reads what is printed, and finds every text once."""
    write_definition(tmp_path)
    target = tmp_path / "harbour.pot"
    done = run_brief(tmp_path, "translate", "extract", "harbour", "-o", str(target))
    assert done.returncode == 0, done.stderr
    program = find_program("msgfmt")
    checked = subprocess.run(
        [program, "-c", "--statistics", "-o", str(tmp_path / "x.mo"), str(target)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert checked.returncode == 0, checked.stderr
    assert " untranslated messages" in checked.stderr


def test_quotation_marks_are_mended_in_place(tmp_path: Path) -> None:
    """Only what pairs is changed, and the rest is named with its line."""
    folder = write_definition(tmp_path)
    path = folder / "locale" / "en.po"
    path.write_text(
        path.read_text(encoding="utf-8")
        + '\nmsgctxt "harbour/arrival"\nmsgid "Ankunft"\nmsgstr "The \\"arrival\\""\n'
        + '\nmsgctxt "harbour/chronology"\nmsgid "Ablauf"\nmsgstr "A 5\\" gap"\n',
        encoding="utf-8",
    )
    told = run_brief(tmp_path, "translate", "fix-quotes").stdout
    assert "(1 texts)" in told
    assert "en.po:14: quotation marks do not pair" in told
    text = path.read_text(encoding="utf-8")
    assert 'msgstr "The “arrival”"' in text
    assert 'msgstr "A 5\\" gap"' in text


def test_a_briefing_without_locales_is_answered(tmp_path: Path) -> None:
    """Who has named no locale yet is told how."""
    path = write_definition(tmp_path) / "briefing.yaml"
    path.write_text(path.read_text("utf-8").replace("locales: [en]\n", ""), "utf-8")
    done = run_brief(tmp_path, "translate", "update")
    assert (done.returncode, done.stdout) == (0, "")
    assert "`harbour` has no locale to translate into; `locales: [fr, ar]` in" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("update", "habour"), "did you mean `harbour`"),
        (
            ("update", "--locale", "fr"),
            "there is no locale `fr`; known: en; `locales` in `briefing",
        ),
        (("update", "--locale", "EN"), "there is no locale `EN`; did you mean `en`?\n"),
    ],
)
def test_typing_mistakes_get_an_answer(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """A wrong name is a usage error that names the right one, and nothing is written."""
    write_definition(tmp_path)
    done = run_brief(tmp_path, "translate", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_damaged_catalogue_is_not_touched(tmp_path: Path) -> None:
    """What cannot be read is left as it is."""
    folder = write_definition(tmp_path)
    path = folder / "locale" / "en.po"
    path.write_text('msgid "open\nmsgstr ""\n', encoding="utf-8")
    done = run_brief(tmp_path, "translate", "update")
    assert done.returncode == 2
    assert "nothing was changed" in done.stderr
    assert path.read_text(encoding="utf-8") == 'msgid "open\nmsgstr ""\n'


def test_catalogues_keep_the_ends_of_their_lines(tmp_path: Path) -> None:
    """A catalogue that an editor on Windows wrote stays one, and one in UTF-16 is left alone."""
    folder = write_definition(tmp_path)
    path = folder / "locale" / "en.po"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done = run_brief(tmp_path, "translate", "update")
    assert done.returncode == 0, done.stderr
    lines = path.read_bytes().split(b"\n")
    assert len(lines) > 40 and all(line.endswith(b"\r") for line in lines[:-1])
    assert "unchanged  " in run_brief(tmp_path, "translate", "update").stdout
    data = path.read_bytes().decode().encode("utf-16")
    path.write_bytes(data)
    done = run_brief(tmp_path, "translate", "update")
    assert done.returncode == 2 and "is not UTF-8; nothing was changed" in done.stderr
    assert path.read_bytes() == data
