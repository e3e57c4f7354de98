"""Definitions take part in a pipeline of `pybabel`."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from brief.build.pipeline import read_briefing
from brief.diag.collector import Collector
from brief.localise.units import list_units
from tests.projects import open_project, write_definition

METHOD = "brief.build.extractor:extract"
KEYWORDS = {"pgettext": ((1, "c"), 2)}


def test_babel_finds_what_we_find(tmp_path: Path) -> None:
    """Every text comes with its key as context, and with comments for translators."""
    folder = write_definition(tmp_path)
    found = extract_from_file(METHOD, folder / "briefing.yaml", keywords=KEYWORDS)
    messages = {context: message for _, message, _, context in found}
    briefing = read_briefing(open_project(tmp_path), "harbour", Collector())
    assert briefing is not None
    expected = {unit.key: unit.source for unit in list_units(briefing)}
    assert messages == expected
    assert any("type: paragraph" in comments for _, _, comments, _ in found)


def test_a_definition_with_mistakes_is_no_half_catalogue(tmp_path: Path) -> None:
    """Babel stops with the mistake rather than losing texts."""
    folder = write_definition(tmp_path)
    (folder / "briefing.yaml").write_text("id: harbour\ntitel: x\n", encoding="utf-8")
    with pytest.raises(ValueError, match="titel"):
        extract_from_file(METHOD, folder / "briefing.yaml", keywords=KEYWORDS)
