"""Every glyph of the flagship is the right one and stands in its place, in eight languages.

Two judges: numbers and outlines of glyphs are those that HarfBuzz takes from the font files, and
pages look as if HarfBuzz and Agg had drawn them. What the judges should find is put in here, too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from brief.compose.design import load_design
from brief.model.variant import Status
from tests.glyphs import compare_glyphs, match_lines
from tests.projects import FLAGSHIP, ROOT, build, open_project
from tests.rasters import compare_rasters

pytestmark = pytest.mark.slow

LOCALES = ("de", "en", "fr", "es", "ru", "ar", "zh-Hans", "ko")


@pytest.mark.parametrize("tag", LOCALES)
def test_every_glyph_is_in_its_place(tag: str, tmp_path: Path) -> None:
    """Marks stand over their letters, ligatures are those of the font, nothing is missing."""
    path = build_copy(tag, tmp_path)
    project = open_project(ROOT)
    numbers, rasters = compare_glyphs(path, tag, project), compare_rasters(path, tag, project)
    assert (numbers.wrong, rasters.wrong) == ([], [])
    assert (numbers.lines > 600, rasters.lines > 8000) == (True, True)
    assert measure_lines(path, tag) < measure_type_area() + 2  # points; a title hangs by one pixel


def test_a_mark_that_lost_its_height_is_seen(copy: Path) -> None:
    """Marks that are not raised any more stand in the letters below them."""
    change(copy, "Ts", lambda operands: [0])
    assert see(copy) != []


def test_a_letter_that_a_viewer_would_draw_elsewhere_is_seen(copy: Path) -> None:
    """PDFium passes over the last offset of an array with an empty string, and moves a word."""
    change(copy, "TJ", lambda operands: [pikepdf.Array([*operands[0], pikepdf.String("")])])
    assert see(copy) != []


def test_a_glyph_that_says_another_letter_is_seen(copy: Path) -> None:
    """Where text extraction reads one letter and the page shows another, the numbers differ."""
    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and b"begincmap" in item.read_bytes():
                item.write(item.read_bytes().replace(b"> <0628>", b"> <062A>"))  # beh, teh
        pdf.save(copy)
    assert len(compare_glyphs(copy, "ar", open_project(ROOT)).wrong) > 100


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give the Arabic copy, in which many marks are raised and words are divided by offsets."""
    path = build_copy("ar", tmp_path)
    assert see(path) == []
    return path


def measure_lines(path: Path, tag: str) -> float:
    """Give how far it is from the leftmost letter to the right end of the rightmost, in points."""
    starts, ends = [], []
    for match in match_lines(path, tag, open_project(ROOT)):
        assert match.shaped is not None
        line = match.line
        starts.append(line.places[0][0])
        ends.append(line.places[-1][0] + match.shaped.advances[-1] * line.size)
    return max(ends) - min(starts)


def measure_type_area() -> float:
    """Give the width of the type area of our design in points."""
    project = open_project(ROOT)
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    return float(design.tokens.get("measure", "full").removesuffix("px")) * 0.75


def build_copy(tag: str, root: Path) -> Path:
    """Build one copy of the flagship in a project of its own."""
    shutil.copytree(ROOT / "briefings" / FLAGSHIP, root / "briefings" / FLAGSHIP)
    project = open_project(root)
    (artefact,) = build(project, (FLAGSHIP,), locales=(tag,)).artefacts
    assert artefact.status is Status.BUILT
    return project.output / artefact.path


def change(path: Path, name: str, alter: Callable[[Any], list[Any]]) -> None:
    """Give one operator of all pages other operands."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            altered = [
                (alter(operands) if str(operator) == name else operands, operator)
                for operands, operator in pikepdf.parse_content_stream(page)
            ]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(altered))
        pdf.save(path)


def see(path: Path) -> list[str]:
    """Give what is wrong with the look of an Arabic copy."""
    return compare_rasters(path, "ar", open_project(ROOT)).wrong
