"""Briefings for a print shop, as Ghostscript separates them and pdfium shows them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy
import pypdfium2
import pytest
from PIL import Image

from brief.build.project import find_project
from tests.exhibition import write_exhibition
from tests.judges import find_program
from tests.projects import FLAGSHIP, ROOT, build, open_project

pytestmark = [pytest.mark.slow, pytest.mark.conformance]

HYPHEN = "\ufffe"  # at the end of a line; pdfium guesses its box
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
DPI = 72
SLUG = 28.35  # points around the trimmed page
SPOTS = """\
[ink]
house = 'spot("HKS 43 K", cmyk(100 70 0 10))'
house-mid = 'spot("HKS 43 K" 20%, cmyk(100 70 0 10))'
house-tint = 'spot("HKS 43 K" 8%, cmyk(100 70 0 10))'
"""


def _build(root: Path, *names: str, profile: str, **options: object) -> dict[str, Path]:
    project = open_project(root)
    made = build(project, names, profiles=(profile,), **options).artefacts  # type: ignore[arg-type]
    assert [item.diagnostics for item in made] == [()] * len(made)
    return {item.variant.locale: project.output / item.path for item in made}


@pytest.fixture(scope="module")
def exhibition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with timelines in every form."""
    root = tmp_path_factory.mktemp("press")
    write_exhibition(root)
    return root


def _separate(path: Path, folder: Path) -> list[dict[str, numpy.ndarray]]:
    """Give the plates of every page as shares of ink, within the trimmed page."""
    folder.mkdir()
    command = [
        find_program("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep",
        f"-r{DPI}", f"-sOutputFile={folder}/%03d.tif", str(path),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "rror" not in done.stdout + done.stderr, done.stdout + done.stderr
    pages: dict[str, dict[str, numpy.ndarray]] = {}
    for file in sorted(folder.glob("*(*).tif")):
        number, plate = file.stem.rstrip(")").split("(")
        shares = 1 - numpy.asarray(Image.open(file).convert("L")) / 255
        edge = round(SLUG) + 1
        pages.setdefault(number, {})[plate] = shares[edge:-edge, edge:-edge]
    return list(pages.values())


def _collect(pages: list[dict[str, numpy.ndarray]]) -> dict[str, float]:
    """Give the darkest spot of each plate."""
    plates = {plate for page in pages for plate in page}
    return {plate: max(float(page[plate].max()) for page in pages) for plate in plates}


def test_timelines_print_in_process_colours(exhibition: Path, tmp_path: Path) -> None:
    """Every form in black and the inks of the house colour; no magenta anywhere."""
    path = _build(exhibition, "exhibition", profile="press")["de"]
    pages = _separate(path, tmp_path / "plates")
    most = _collect(pages)
    assert most["Magenta"] == 0
    assert most["Cyan"] == pytest.approx(0.75, abs=0.02)
    assert most["Black"] == 1
    for page in pages:
        assert float(sum(page[plate] for plate in PROCESS).max()) <= 3.0
        assert float(page["Black"].max()) > 0.9


def test_timelines_print_with_a_spot_colour(exhibition: Path, tmp_path: Path) -> None:
    """Two plates are enough: black and the house colour; the other three stay empty."""
    folder = exhibition / "templates" / "policy-brief"
    folder.mkdir(parents=True)
    (folder / "tokens.toml").write_text(SPOTS, encoding="utf-8")
    path = _build(exhibition, "exhibition", profile="press")["de"]
    most = _collect(_separate(path, tmp_path / "plates"))
    assert most.pop("HKS 43 K") == 1
    assert most == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 1}


@pytest.mark.parametrize("locale", ["de", "ar", "zh-Hans"])
def test_pages_are_those_of_the_digital_edition(locale: str, tmp_path: Path) -> None:
    """Every character stands where it does on the screen, says pdfium."""
    project = find_project(ROOT, tmp_path)
    read = {}
    for profile in ("digital", "press"):
        report = build(project, (FLAGSHIP,), locales=(locale,), profiles=(profile,))
        (made,) = report.artefacts
        read[profile] = _list_characters(project.output / made.path)
    assert len(read["digital"]) == len(read["press"]) > 4000
    for (shown, place), (printed, other) in zip(read["digital"], read["press"], strict=True):
        assert printed == shown
        if shown != HYPHEN:
            assert other == pytest.approx(place, abs=0.02)


def _list_characters(path: Path) -> list[tuple[str, tuple[float, ...]]]:
    """Give the characters of all pages with their boxes, from the corner of the trimmed page."""
    found = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            left, bottom, _, _ = page.get_trimbox()
            text = page.get_textpage()
            for at in range(text.count_chars()):
                box = text.get_charbox(at)
                place = (box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom)
                found.append((text.get_text_range(at, 1), place))
    return found
