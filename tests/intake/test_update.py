"""Bringing a definition up to date with a newer version of its document."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from brief.intake.matching import Known, match_blocks
from brief.intake.merging import merge
from brief.intake.three_way import join_changes, merge_sequences
from brief.intake.units import Unit, join_markdown, join_yaml, split_markdown, split_yaml
from tests.projects import run_brief

REPORT = """\
Der Hafen von Rason

Im Hafen wird gebaut. Zwei Kräne stehen schon.

Lage

Der Hafen ist eisfrei. Seine Kais sind alt. Die Bahn führt bis an das Wasser.

Im Sommer kommen Schiffe aus dem Süden. Im Winter liegt er still.

Ausblick

Bis zum Herbst soll ein dritter Kran stehen. Niemand weiß, wer ihn bezahlt.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a definition that was made from the report."""
    (tmp_path / "briefings").mkdir()
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run_brief(tmp_path, "new", "hafen", "--from", "report.txt")
    assert done.returncode == 0, done.stderr
    return tmp_path


def _update(project: Path, text: str, *options: str) -> tuple[int, str]:
    (project / "newer.txt").write_text(text, encoding="utf-8")
    done = run_brief(project, "update", "hafen", "--from", "newer.txt", *options)
    return done.returncode, done.stdout + done.stderr


def _read(project: Path) -> dict[str, str]:
    folder = project / "briefings" / "hafen"
    return {file.name: file.read_text("utf-8") for file in folder.iterdir() if file.is_file()}


def _edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / "briefings" / "hafen" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _ids(text: str) -> list[str]:
    return [unit.key for unit in split_markdown(text)]


@pytest.mark.slow
def test_the_same_document_changes_nothing(project: Path) -> None:
    """Not a byte of the definition but the name of the file it was read from."""
    before = _read(project)
    code, said = _update(project, REPORT)
    assert code == 0
    assert said.splitlines()[-1] == "1 changed, 0 added, 0 removed, 0 in conflict"
    after = _read(project)
    assert after.pop("briefing.yaml").replace("newer.txt", "report.txt") == before.pop(
        "briefing.yaml"
    )
    assert after == before


@pytest.mark.slow
def test_changed_paragraphs_keep_their_ids(project: Path) -> None:
    """Reworded, moved and renamed: ids stay; what is new gets one, what is gone goes."""
    before = _read(project)
    newer = (
        REPORT.replace("Seine Kais sind alt.", "Seine Kais werden erneuert.")
        .replace("Lage\n", "Die Lage im Hafen\n")
        .replace("Im Sommer kommen", "Ein neuer Leuchtturm ist geplant.\n\nIm Sommer kommen")
        .replace(" Niemand weiß, wer ihn bezahlt.", "")
    )
    code, said = _update(project, newer)
    assert code == 0, said
    after = _read(project)
    assert set(after) == set(before)
    (lage,) = (name for name in before if "lage" in name)
    ids = _ids(before[lage])
    assert _ids(after[lage]) == [ids[0], "ein-neuer-leuchtturm-ist-geplant", ids[1]]
    assert "werden erneuert" in after[lage]
    assert "title: Die Lage im Hafen\n" in after["briefing.yaml"]
    assert "id: lage\n" in after["briefing.yaml"]
    assert run_brief(project, "check", "hafen").returncode == 0


@pytest.mark.slow
def test_edits_of_the_author_stay(project: Path) -> None:
    """What the document has not changed stays as the author left it, new blocks as well."""
    name = next(name for name in _read(project) if "lage" in name)
    _edit(project, name, "Seine Kais sind alt.", "Seine Kais sind *sehr* alt.")
    _edit(project, name, "liegt er still.", "liegt er still.\n\nEin Satz ohne Kennung.")
    _edit(project, "briefing.yaml", "edition: 1\n", "edition: 2\nkeywords: [Hafen]\n")
    code, said = _update(project, REPORT.replace("eisfrei", "ganzjährig eisfrei"))
    assert code == 0, said
    after = _read(project)
    assert "Der Hafen ist ganzjährig eisfrei. Seine Kais sind *sehr* alt." in after[name]
    assert "Ein Satz ohne Kennung." in after[name]
    assert "edition: 2\nkeywords: [Hafen]\n" in after["briefing.yaml"]


@pytest.mark.slow
def test_a_conflict_stays_until_it_is_settled(project: Path) -> None:
    """The author's text stays, both sides are shown, again and again, then settled."""
    name = next(name for name in _read(project) if "ausblick" in name)
    _edit(project, name, "ein dritter Kran", "ein dritter, grüner Kran")
    newer = REPORT.replace("ein dritter Kran", "ein dritter Kran aus dem Ausland")
    group = _ids(_read(project)[name])[0]
    for _ in range(2):
        code, said = _update(project, newer)
        assert code == 1
        assert "+Bis zum Herbst soll ein dritter Kran aus dem Ausland stehen." in said
        assert "+Bis zum Herbst soll ein dritter, grüner Kran stehen." in said
        assert "intake.conflict" in said
        assert "grüner" in _read(project)[name]
    assert _update(project, newer, "--keep", "nothing")[0] == 2
    assert "grüner" in _read(project)[name]
    assert _update(project, newer, "--keep", group)[0] == 0
    assert "grüner" in _read(project)[name]
    assert _update(project, newer)[0] == 0
    once_more = newer.replace("aus dem Ausland", "aus dem Süden")
    assert _update(project, once_more)[0] == 1
    assert _update(project, once_more, "--take", group)[0] == 0
    assert "aus dem Süden" in _read(project)[name]
    assert "grüner" not in _read(project)[name]


@pytest.mark.slow
def test_what_both_removed_and_changed_is_a_conflict(project: Path) -> None:
    """An edited paragraph does not vanish with the document's, nor come back unasked."""
    name = next(name for name in _read(project) if "lage" in name)
    first, second = _ids(_read(project)[name])
    _edit(project, name, "Im Winter liegt er still.", "Im Winter ruht er.")
    cut = REPORT.replace(
        "Im Sommer kommen Schiffe aus dem Süden. Im Winter liegt er still.\n\n", ""
    )
    code, said = _update(project, cut)
    assert code == 1
    assert "is gone from the document" in said
    assert "ruht er" in _read(project)[name]
    assert _update(project, cut, "--take", second)[0] == 0
    assert _ids(_read(project)[name]) == [first]


NOTED = """\
# Der Hafen

## Lage[^1]

Im Jahr 1950 wurde der Hafen gebaut, im Jahr 1991 wurde er erneuert.

[^1]: Nach dem Jahrbuch.
"""


@pytest.mark.slow
def test_a_paragraph_that_calls_the_note_of_its_heading_keeps_its_id(project: Path) -> None:
    """Entries lead to it, and an update finds it again."""
    (project / "noted.md").write_text(NOTED, encoding="utf-8")
    options = ("--from", "noted.md", "--language", "de")
    assert run_brief(project, "new", "noted", *options).returncode == 0
    done = run_brief(project, "check", "noted")
    assert done.returncode == 0, done.stdout
    (project / "noted.md").write_text(NOTED.replace("gebaut", "angelegt"), encoding="utf-8")
    done = run_brief(project, "update", "noted", *options)
    assert done.returncode == 0, done.stdout
    assert "changed  briefings/noted/1-lage.md: im-jahr-1950-wurde-der\n" in done.stdout
    assert "added    briefings/noted/1-lage.md" not in done.stdout
    assert run_brief(project, "check", "noted").returncode == 0


@pytest.mark.slow
def test_a_dry_run_writes_nothing(project: Path) -> None:
    """It tells what would change."""
    before = _read(project)
    code, said = _update(project, REPORT.replace("eisfrei", "frei von Eis"), "--dry-run")
    assert code == 0
    assert "changed  briefings/hafen/" in said
    assert _read(project) == before


@pytest.mark.slow
def test_a_definition_of_one_s_own_cannot_be_updated(project: Path) -> None:
    """It has no text to compare with."""
    assert run_brief(project, "new", "own").returncode == 0
    done = run_brief(project, "update", "own", "--from", "report.txt")
    assert done.returncode == 1
    assert "intake.no-base" in done.stderr


@pytest.mark.slow
def test_translations_stay_with_their_paragraphs(project: Path) -> None:
    """One sentence of the document changes, and one entry of the catalogue is stale."""
    _edit(project, "briefing.yaml", "language: de\n", "language: de\nlocales: [en]\n")
    assert run_brief(project, "translate", "update", "hafen").returncode == 0
    catalogue = project / "briefings" / "hafen" / "locale" / "en.po"
    filled = re.sub(
        r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "\1"', catalogue.read_text("utf-8")
    )
    catalogue.write_text(filled, encoding="utf-8")
    assert _update(project, REPORT.replace("eisfrei", "ohne Eis"))[0] == 0
    done = run_brief(project, "translate", "status", "hafen", "--json")
    (status,) = json.loads(done.stdout)["catalogues"]
    assert status["stale"] == ["hafen/lage/der-hafen-ist-eisfrei-seine"]
    assert status["obsolete"] == []


def test_changes_that_do_not_touch_are_joined() -> None:
    """Sentences of a paragraph, lines of a list; what touches is left to a person."""
    before = "{#a}\nEins ist so. Zwei ist so. Drei ist so."
    now = before.replace("Eins ist", "Eins war")
    yours = before.replace("Zwei ist", "Zwei war")
    assert join_changes(before, now, yours) == "{#a}\nEins war so. Zwei war so. Drei ist so."
    assert join_changes(before, now, before.replace("Eins", "Einst")) is None
    rows = "{#b}\n- eins\n- zwei\n- drei"
    joined = join_changes(rows, rows + "\n- vier", rows.replace("eins", "Eins"))
    assert joined == "{#b}\n- Eins\n- zwei\n- drei\n- vier"
    assert merge_sequences("ab", "xab", "yab") is None
    assert merge_sequences("ab", "ab", "ab") == ["a", "b"]
    assert merge_sequences("", "x", "") == ["x"]


def test_the_closest_block_is_the_same_one() -> None:
    """Equal words first, in order; then likeness; what is unlike is new."""
    known = [
        Known("one", "Der Hafen ist eisfrei und alt."),
        Known("two", "Der Hafen ist eisfrei und alt."),
        Known("three", "Im Sommer kommen viele Schiffe aus dem Süden."),
    ]
    texts = [
        "Ganz andere Wörter stehen hier.",
        "Der Hafen ist eisfrei und alt.",
        "Im Sommer kommen wenige Schiffe aus dem Süden.",
        "Der Hafen ist eisfrei und alt.",
    ]
    found = match_blocks(known, texts)
    assert [block and block.id for block in found] == [None, "one", "three", "two"]


MARKDOWN = """\
{#first}
Ein Absatz
auf zwei Zeilen.

![](#chronology)

{#list}
- eins

- zwei

  noch etwas

Ohne Kennung.

{#table caption="Zahlen"}
| a | b |
|---|---|
| 1 | 2 |

[^1]: Eine Note.
"""
YAML = """\
# oben
id: x
title: "Ein Titel: mit Punkt"
summary: |
  {#why}
  Warum: darum.

  # kein Kommentar
sections:
  - id: one
    title: Eins   # Rest
    file: one.md
  - {id: two, title: Zwei, file: two.md}

# die Zeit
timelines:
  chronology:
    events:
      - id: a
        when: 1950
        review: true
sources:
- id: document
  title: T
"""


def test_markdown_is_parted_and_joined() -> None:
    """Every block has its name, and nothing is lost."""
    units = split_markdown(MARKDOWN)
    assert [unit.key for unit in units] == [
        "first", "!chronology", "list", "=Ohne Kennung.", "table", "^1",
    ]  # fmt: skip
    assert join_markdown(units) == MARKDOWN


def test_yaml_is_parted_and_joined() -> None:
    """Every field has its path, entries are told by their ids, and nothing is lost."""
    units = split_yaml(YAML)
    assert [unit.key for unit in units] == [
        "id", "title", "summary", "sections", "sections/[one]/id", "sections/[one]/title",
        "sections/[one]/file", "sections/[two]", "timelines", "timelines/chronology",
        "timelines/chronology/events", "timelines/chronology/events/[a]/id",
        "timelines/chronology/events/[a]/when", "timelines/chronology/events/[a]/review",
        "sources", "sources/[document]/id", "sources/[document]/title",
    ]  # fmt: skip
    assert {unit.group for unit in units if "[a]" in unit.key} == {
        "timelines/chronology/events/[a]"
    }
    assert join_yaml(units) == YAML


def _units(text: str) -> list[Unit]:
    return [Unit(part[0], part[0], part) for part in text.split()]


@pytest.mark.parametrize(
    ("before", "now", "yours", "merged", "conflicts"),
    [
        ("a1 b1", "a1 b2", "a1 b1", "a1 b2", ""),
        ("a1 b1", "a1 b1", "a1 b3", "a1 b3", ""),
        ("a1 b1", "a1 b2", "a1 b3", "a1 b3", "b"),
        ("a1 b1", "a1", "a1 b1", "a1", ""),
        ("a1 b1", "a1", "a1 b3", "a1 b3", "b"),
        ("a1 b1", "a1 b1", "a1", "a1", ""),
        ("a1 b1", "a1 b2", "a1", "a1", "b"),
        ("a1 b1", "a1 c1 b1", "a1 b1", "a1 c1 b1", ""),
        ("a1 b1", "c1 a1 b1", "b1 a1", "c1 b1 a1", ""),
        ("a1", "a1 b1", "a1 b1", "a1 b1", ""),
        ("a1", "a1 b1", "a1 b2", "a1 b2", "b"),
    ],
)
def test_three_versions_are_merged(
    before: str, now: str, yours: str, merged: str, conflicts: str
) -> None:
    """One side's change is taken, both sides' is a conflict in which the author's stays."""
    made = merge(_units(before), _units(now), _units(yours))
    assert [unit.text for unit in made.units] == merged.split()
    assert [conflict.key for conflict in made.conflicts] == list(conflicts)
    again = merge(made.base, _units(now), made.units)
    assert [unit.text for unit in again.units] == merged.split()
    assert [conflict.key for conflict in again.conflicts] == list(conflicts)
