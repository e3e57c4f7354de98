"""What has no shape is told before any page is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.diag.diagnostic import Diagnostic
from brief.model.variant import Status
from tests.build.test_font_sets import make_font
from tests.projects import build, open_project, write_definition


def tell(folder: Path, language: str, title: str) -> tuple[Diagnostic, ...]:
    """Build a briefing in a language, with a title, and give what is said."""
    path = write_definition(folder) / "briefing.yaml"
    text = path.read_text(encoding="utf-8").replace("title: Besuch im Hafen", f"title: {title}")
    text = text.replace("language: de\ntitle", f"language: {language}\ntitle")
    path.write_text(text.replace("locales: [en]", "locales: []"), encoding="utf-8")
    (artefact,) = build(open_project(folder)).artefacts
    assert artefact.status is Status.FAILED
    return artefact.diagnostics


@pytest.mark.parametrize("tag", ["ja", "zh-Hant", "hi"])
def test_a_locale_without_typefaces_names_the_command(tmp_path: Path, tag: str) -> None:
    """One error at the language of the definition says what to run."""
    (said,) = (d for d in tell(tmp_path, tag, "A") if d.code.name.startswith("compose"))
    assert said.code.name == "compose.font-missing"
    assert said.place is not None and said.place.line == 2
    assert said.hints == (f"run `brief fonts add {tag}`",)


def test_every_lost_character_is_named_at_its_text(tmp_path: Path) -> None:
    """Characters that no typeface has are named, with the typefaces that could have them."""
    said = [d for d in tell(tmp_path, "de", "Besuch in ᚠᚢ und दिल्ली") if "glyph" in d.code.name]
    assert [d.code.name for d in said] == ["compose.no-glyph"]
    assert "`ᚠ` (U+16A0), `ᚢ` (U+16A2)" in said[0].message
    assert said[0].place is not None and said[0].place.line == 3
    assert said[0].hints == ("run `brief fonts add hi`",)


def test_typefaces_of_the_project_cover_what_ours_lack(tmp_path: Path) -> None:
    """A face of the project takes the place of ours, and its characters count."""
    folder = tmp_path / "fonts" / "runes"
    folder.mkdir(parents=True)
    (folder / "runes.ttf").write_bytes(make_font("Besuchin ᚠ"))
    (folder / "fonts.toml").write_text(
        '[["Brief Serif"]]\nfile = "runes.ttf"\n[["Brief Sans"]]\nfile = "runes.ttf"\n',
        encoding="utf-8",
    )
    said = tell(tmp_path, "de", "Besuch in ᚠᚢ")
    messages = [d.message for d in said if d.code.name == "compose.no-glyph"]
    assert any("`ᚢ`" in text and "`ᚠ`" not in text for text in messages)
