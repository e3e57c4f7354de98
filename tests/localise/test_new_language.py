"""A language is added as data alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from brief.localise import date_words, interface, typography
from brief.model.variant import Status
from tests.projects import build, open_project, write_definition

pytestmark = pytest.mark.slow


def test_four_files_make_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its tables and its catalogue, Esperanto is printed like any language that ships."""
    tables = tmp_path / "tables"
    shutil.copytree(typography.FOLDER, tables)
    (tables / "typography.eo.toml").write_text(
        "quotes = '“”‘’'\nhyphenate-limits = [6, 3, 3]\nweak-words = 'la kaj de'\n"
        "details = [['\\b(n-ro) (?=\\d)', '\\1\\u00A0']]\n",
        encoding="utf-8",
    )
    shutil.copy(tables / "dates.en.toml", tables / "dates.eo.toml")
    text = (tables / "fr.po").read_text(encoding="utf-8").replace("Synthèse", "Resumo")
    (tables / "eo.po").write_text(text, encoding="utf-8")
    for module in (date_words, interface, typography):
        monkeypatch.setattr(module, "FOLDER", tables)
    folder = write_definition(tmp_path)
    definition = (folder / "briefing.yaml").read_text(encoding="utf-8")
    definition = definition.replace("locales: [en]", "locales: [eo]")
    (folder / "briefing.yaml").write_text(definition, encoding="utf-8")
    shutil.copy(folder / "locale" / "en.po", folder / "locale" / "eo.po")
    project = open_project(tmp_path)
    report = build(project, locales=("eo",))
    (artefact,) = report.artefacts
    assert artefact.status is Status.BUILT, artefact.diagnostics
    with pikepdf.open(project.output / artefact.path) as pdf:
        assert str(pdf.Root.Lang) == "eo"
    assert typography.set_string("n-ro 5", "eo") == "n-ro\u00a05"
