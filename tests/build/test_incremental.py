"""Incremental equals clean: whatever changes, what is skipped is what would come out the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from brief.build.project import Project
from brief.model.variant import Status
from tests.projects import (
    build,
    draw_picture,
    open_project,
    read_artefacts,
    statuses,
    write_definition,
)

GERMAN, ENGLISH = "harbour.de.digital.pdf", "harbour.en.digital.pdf"


def _edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def _write(path: str, content: str | bytes) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def _swap_font(root: Path) -> None:
    fonts = root / "fonts" / "source-sans"
    shutil.copy(fonts / "SourceSans3-Semibold.ttf", fonts / "SourceSans3-Regular.ttf")


YAML = "briefings/harbour/briefing.yaml"
# What is changed, and which variants have to be built again because of it.
CHANGES: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "text": (_edit("briefings/harbour/arrival.md", "Abend", "Morgen"), {GERMAN, ENGLISH}),
    "yaml": (_edit(YAML, "Was zu sagen ist", "Was zu tun ist"), {GERMAN, ENGLISH}),
    "date": (_edit(YAML, "when: 2024-06-18", "when: early 2024"), {GERMAN, ENGLISH}),
    "table": (
        _edit("briefings/harbour/visit.csv", "2024-06-20", "2024-06-21"),
        {GERMAN, ENGLISH},
    ),
    "catalogue": (
        _edit("briefings/harbour/locale/en.po", "A visit", "The visit"),
        {ENGLISH},
    ),
    "picture": (
        _write("briefings/harbour/images/harbour.png", draw_picture((200, 0, 0))),
        {GERMAN, ENGLISH},
    ),
    "token": (
        _write("templates/policy-brief/tokens.toml", '[colour]\nhouse = "#7a1f2b"\n'),
        {GERMAN, ENGLISH},
    ),
    "template": (
        _write("templates/policy-brief/colophon.html", "<p>Impressum</p>"),
        {GERMAN, ENGLISH},
    ),
    "style": (
        _write("templates/policy-brief/9-own.css", "h1 { color: #7a1f2b }"),
        {GERMAN, ENGLISH},
    ),
    "font": (_swap_font, {GERMAN, ENGLISH}),
    "unrelated": (_write("notes.txt", "nothing"), set()),
    "touched": (lambda root: (root / YAML).touch(), set()),
    "hidden": (_write("briefings/harbour/.swp", "x"), set()),
}


def _own_fonts(project: Project) -> Project:
    folder = project.root / "fonts"
    if not folder.exists():
        shutil.copytree(project.font_folder, folder)
    return replace(project, font_folder=folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_rebuilds_what_depends_on_it(name: str, tmp_path: Path) -> None:
    """After a single change, an incremental build gives the bytes of a clean one."""
    change, rebuilt = CHANGES[name]
    write_definition(tmp_path)
    (tmp_path / "templates").mkdir()
    project = _own_fonts(open_project(tmp_path))
    before = read_artefacts(project, build(project))
    change(tmp_path)
    _forget_environment()
    incremental = build(project)
    built = {file for file, status in statuses(incremental).items() if status is Status.BUILT}
    assert built == rebuilt
    left = read_artefacts(project, incremental)
    clean = replace(project, output=tmp_path / "clean")
    assert {Path(p).name: d for p, d in left.items()} == {
        Path(p).name: d for p, d in read_artefacts(clean, build(clean)).items()
    }
    if rebuilt:
        assert left != before


@pytest.mark.slow
def test_options_are_part_of_the_key(tmp_path: Path) -> None:
    """Another design is another variant, even when its files are the same."""
    write_definition(tmp_path)
    house = open_project(tmp_path).template_folders[-1] / "policy-brief"
    shutil.copytree(house, tmp_path / "templates" / "own")
    project = open_project(tmp_path)
    assert set(statuses(build(project)).values()) == {Status.BUILT}
    assert set(statuses(build(project)).values()) == {Status.UNCHANGED}
    assert set(statuses(build(project, design="own")).values()) == {Status.BUILT}
    assert set(statuses(build(project, force=True)).values()) == {Status.BUILT}


@pytest.mark.slow
def test_a_harmed_or_missing_file_is_built_again(tmp_path: Path) -> None:
    """What lies in the output folder is trusted only when it has the bytes that were written."""
    write_definition(tmp_path)
    project = open_project(tmp_path)
    sound = read_artefacts(project, build(project))
    german = project.output / "harbour" / GERMAN
    for harm in (
        lambda: german.write_bytes(german.read_bytes()[:-9]),
        german.unlink,
        lambda: (german.parent / "manifest.json").write_text("{", encoding="utf-8"),
        lambda: (german.parent / "manifest.json").unlink(),
    ):
        harm()
        report = build(project)
        assert statuses(report)[GERMAN] is Status.BUILT
        assert read_artefacts(project, report) == sound


def _forget_environment() -> None:
    """Let the digest of fonts be taken anew, as in another process."""
    from brief.build.key import digest_environment

    digest_environment.cache_clear()
