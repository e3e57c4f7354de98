"""A copy says whether a native reader has read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.build.pipeline import localise, read_briefing
from brief.diag.collector import Collector
from tests.projects import open_project, write_definition


@pytest.mark.parametrize(
    ("header", "reviewed"),
    [
        ("X-Brief-Review: no native reader yet\\n", False),
        ("X-Brief-Review: A. B.\\n", True),
        ("", True),
    ],
)
def test_the_header_of_the_catalogue_tells(tmp_path: Path, header: str, reviewed: bool) -> None:
    """The line of the header decides, and the original needs no review."""
    folder = write_definition(tmp_path)
    path = folder / "locale" / "en.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Language: en', f'"{header}"\n"Language: en'), encoding="utf-8")
    briefing = read_briefing(open_project(tmp_path), "harbour", Collector())
    assert briefing is not None
    copies = {tag: localise(briefing, tag, Collector()) for tag in ("en", "de")}
    assert copies["en"] is not None and copies["de"] is not None
    assert copies["en"].reviewed == reviewed
    assert copies["de"].reviewed
