"""Typefaces that a project adds: whole or not at all, and only the ones that are known."""

from __future__ import annotations

import hashlib
import io
import stat
import tarfile
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from brief.build.font_sets import FontError, add_set, is_installed, list_sets
from brief.build.key import digest_own_fonts
from brief.build.packages import PackageError
from brief.build.project import Project
from brief.compose.design import load_design
from brief.localise.typography import list_shipped, load_typography
from brief.model.design import FontSet, FontSource
from tests.projects import open_project

PACKAGE, FILE = "@example/small-face", "400Regular/Small_400Regular.ttf"


def make_font(characters: str = "AB") -> bytes:
    """Make a font in which every character is a square."""
    names = [".notdef", *(f"u{ord(char):04X}" for char in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"u{ord(char):04X}" for char in characters})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (700, 700), (700, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (750, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    target = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(target)
    return target.getvalue()


FONT = make_font()


def make_set(data: bytes = FONT) -> FontSet:
    """Give a set with one file."""
    digest = hashlib.sha256(data).hexdigest()
    return FontSet(
        "xx", "Small", "Latn", (FontSource("Brief Own", PACKAGE, "1.0.0", FILE, digest),)
    )


def pack(path: Path, data: bytes = FONT) -> Path:
    """Write a package as its client would bring it."""
    with tarfile.open(path, "w:gz") as archive:
        for name, content in ((FILE, data), ("LICENSE", b"MIT"), ("LICENSE_FONT", b"OFL")):
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    (tmp_path / "briefings").mkdir()
    return open_project(tmp_path)


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a client into the path that does what `script` says."""
    folder = tmp_path / "bin"
    folder.mkdir()
    client = folder / "npm"
    client.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    client.chmod(client.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def add(project: Project, fonts: FontSet, *files: Path) -> None:
    """Add a set without a word."""
    add_set(project, fonts, files, lambda line: None)


def test_a_set_comes_through_the_package_client(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pinned package is asked for, and its file and licence lie in the project."""
    packed = pack(tmp_path / "kept.tgz")
    asked = tmp_path / "asked"
    stand_in(tmp_path, monkeypatch, f'echo "$@" > {asked}; cp {packed} "$4/small.tgz"')
    add(project, make_set())
    assert asked.read_text(encoding="utf-8").startswith(f"pack {PACKAGE}@1.0.0 --pack-dest")
    folder = project.root / "fonts" / "xx"
    assert sorted(path.name for path in folder.iterdir()) == [
        "LICENSE.md", "Small_400Regular.ttf", "fonts.toml",
    ]  # fmt: skip
    assert (folder / "LICENSE.md").read_bytes() == b"OFL"
    assert is_installed(project, make_set())
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    (face,) = (face for face in design.fonts if face.family == "Brief Own")
    assert face.path.read_bytes() == FONT


def test_no_network_is_told_with_the_line_that_helps(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the client says is passed on, and nothing is left behind."""
    stand_in(
        tmp_path,
        monkeypatch,
        "echo 'npm error code ENOTFOUND' >&2; echo 'npm error no net' >&2; exit 1",
    )
    with pytest.raises(PackageError, match="could not be fetched: no net") as raised:
        add(project, make_set())
    assert f"npm pack {PACKAGE}@1.0.0" in raised.value.remedy
    assert not list((project.root / "fonts").iterdir())


def test_without_a_client(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the client is told so."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PackageError, match="`npm` is not installed"):
        add(project, make_set())


@pytest.mark.parametrize("kind", ["font", "package"])
def test_files_that_are_given_need_no_network(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A font file may have any name; a package is looked into."""
    monkeypatch.setenv("PATH", "")
    given = tmp_path / "anything.bin"
    given.write_bytes(FONT) if kind == "font" else pack(given)
    add(project, make_set(), given)
    assert is_installed(project, make_set())


def test_another_file_is_refused(project: Project, tmp_path: Path) -> None:
    """A digest that is not ours stops the work, and what was there stays."""
    add(project, make_set(), pack(tmp_path / "good.tgz"))
    before = {path: path.read_bytes() for path in (project.root / "fonts").rglob("*.*")}
    with pytest.raises(FontError, match="has the digest"):
        add(project, make_set(b"expected"), pack(tmp_path / "bad.tgz", make_font("ABC")))
    assert {path: path.read_bytes() for path in (project.root / "fonts").rglob("*.*")} == before


def test_fonts_count_for_what_is_rebuilt(project: Project, tmp_path: Path) -> None:
    """A project without fonts of its own has the digest that it always had."""
    assert digest_own_fonts(project) == ""
    add(project, make_set(), pack(tmp_path / "one.tgz"))
    first = digest_own_fonts(project)
    other = make_font("ABC")
    add(project, make_set(other), pack(tmp_path / "two.tgz", other))
    assert first and digest_own_fonts(project) not in ("", first)


def test_every_script_that_ships_has_typefaces_or_a_set(project: Project) -> None:
    """No language that ships is without letters, and every set is for one of them."""
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    had = {face.family for face in design.fonts}
    sets = {fonts.script: fonts for fonts in list_sets(project)}
    scripts = {load_typography(tag).script for tag in list_shipped()}
    assert set(sets) <= scripts
    for script in scripts - {"Latn"}:
        stacks = design.tokens.scripts.get(script, {}).get("family", {})
        first = {stack.split(",")[0].strip('"') for stack in stacks.values()}
        assert first <= had | (sets[script].families if script in sets else set()), script
