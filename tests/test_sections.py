"""Sections on pages: a head is never without what it is the head of."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from brief.model.variant import Status
from tests.projects import build, open_project

pytestmark = pytest.mark.slow


def test_a_head_stays_with_a_figure_that_fills_its_section(tmp_path: Path) -> None:
    """A figure without room takes the head of its section along to the next page."""
    count = 9
    sections = "".join(
        f"  - {{id: part-{n}, title: Kopf{n}x, timeline: figure-{n}}}\n" for n in range(count)
    )
    timelines = "".join(
        f"  figure-{n}:\n    title: Bild{n}x\n    form: horizontal\n    events:\n"
        "      - {id: one, when: 1948-10-12, title: Anerkennung}\n"
        "      - {id: two, when: 2024-06-19, title: Gipfel}\n"
        for n in range(count)
    )
    folder = tmp_path / "briefings" / "harbour"
    folder.mkdir(parents=True)
    (folder / "briefing.yaml").write_text(
        "id: harbour\nlanguage: de\ntitle: Besuch\ndate: 2024-06-19\n"
        f"sections:\n{sections}timelines:\n{timelines}",
        encoding="utf-8",
    )
    project = open_project(tmp_path)
    (artefact,) = build(project).artefacts
    assert artefact.status is Status.BUILT, artefact.diagnostics
    with pypdfium2.PdfDocument(project.output / artefact.path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 1
    for n in range(count):
        (page,) = (text for text in pages if f"Bild{n}x" in text)
        assert f"Kopf{n}x" in page
