"""Timelines of every form in a PDF: what print and readers get, as independent engines see it."""

from __future__ import annotations

import math
import re
import textwrap
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from brief.compose.timeline.scene import Words
from brief.model.timeline import Form
from brief.model.variant import Artefact
from tests.compose.timeline.documents import FLAGSHIP
from tests.compose.timeline.trials import try_timelines
from tests.exhibition import FORMS, write_exhibition
from tests.judges import read_structure, validate
from tests.projects import FLAGSHIP as FLAGSHIP_NAME
from tests.projects import ROOT, build, open_project, run_brief

pytestmark = pytest.mark.slow

SMALLEST = 7.0  # points
THINNEST = 0.45


@pytest.fixture(scope="module")
def artefact(tmp_path_factory: pytest.TempPathFactory) -> tuple[Artefact, Path]:
    """The exhibition, built."""
    root = tmp_path_factory.mktemp("exhibition")
    write_exhibition(root)
    project = open_project(root)
    (made,) = build(project, ("exhibition",)).artefacts
    assert made.diagnostics == ()
    return made, project.output / made.path


@pytest.fixture(scope="module")
def path(artefact: tuple[Artefact, Path]) -> Path:
    """Its PDF."""
    return artefact[1]


def test_every_form_is_told_with_its_reason(artefact: tuple[Artefact, Path]) -> None:
    """What was chosen for each timeline can be asked for."""
    told = dict(re.findall(r"timeline `([^`]+)` is ([a-z]+): ", "\n".join(artefact[0].notes)))
    assert told == FORMS


def test_it_conforms(path: Path) -> None:
    """PDF/A-3a and PDF/UA-1, says veraPDF."""
    assert validate([path]) == []


def test_nothing_is_transparent(path: Path) -> None:
    """No soft mask, no blend mode and no opacity is in the file."""
    with pikepdf.open(path) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                assert str(item.get("/SMask", "/None")) == "/None"
                assert str(item.get("/BM", "/Normal")) == "/Normal"
                assert float(item.get("/ca", 1)) == float(item.get("/CA", 1)) == 1


def test_no_type_is_smaller_than_seven_points(path: Path) -> None:
    """Every character on every page, in whatever direction it runs."""
    with pypdfium2.PdfDocument(path) as pdf:
        sizes = {size for page in pdf for size in _list_sizes(page)}
    assert min(sizes) >= SMALLEST - 0.01, sorted(sizes)[:3]


def _list_sizes(page: pypdfium2.PdfPage) -> set[float]:
    text = page.get_textpage()
    sizes = set()
    for number in range(text.count_chars()):
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFText_GetUnicode(text, number) > 32 and pdfium.FPDFText_GetMatrix(
            text, number, matrix
        ):
            size = pdfium.FPDFText_GetFontSize(text, number)
            sizes.add(round(size * math.hypot(matrix.c, matrix.d), 2))
    return sizes


def test_only_the_turned_page_is_turned(path: Path) -> None:
    """The page of the landscape figure is shown upright; its sheet is like all others."""
    with pikepdf.open(path) as pdf:
        turned = [int(page.obj.get("/Rotate", 0)) for page in pdf.pages]
        boxes = {tuple(map(float, page.mediabox)) for page in pdf.pages}
    assert sorted(set(turned)) == [0, 90]
    assert turned.count(90) == 1
    assert len(boxes) == 1
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[turned.index(90)].get_textpage().get_text_bounded()
        assert "Auf einer Seite" in text
        assert "Seite" in text.splitlines()[-1] or "Zeitleisten" in text


def test_a_turned_figure_stays_on_its_page(path: Path) -> None:
    """All that is printed on the turned page lies inside its margins."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = next(page for page in pdf if page.get_rotation() == 90)
        _, _, width, height = page.get_mediabox()  # what characters are placed in
        text = page.get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
        image = page.render(scale=1, grayscale=True).to_numpy()
    assert all(left > 0 and right < width for left, _, right, _ in boxes)
    assert all(bottom > 0 and top < height for _, bottom, _, top in boxes)
    end = image[:, image.shape[1] * 85 // 100 : image.shape[1] * 90 // 100]
    assert (end < 200).all(axis=1).any(), "the axis goes on to the right of the page"


def test_entries_are_read_in_the_order_of_time(path: Path) -> None:
    """The items of each list in the tag tree follow time: those of a figure, or of a lane."""
    lists: list[list[int]] = [[]]
    for line in map(str.strip, read_structure(path).splitlines()):
        if line.split(" ")[0] == "L":
            lists.append([])
        year = re.match(r'"(?:seit |[A-Z][a-zä]+ )?(\d{4})', line)
        if year:
            lists[-1].append(int(year[1]))
    dated = [years for years in lists if years]
    assert [len(years) for years in dated].count(11) >= 2  # eight events and three spans
    assert all(years == sorted(years) for years in dated)


def test_the_strip_is_a_figure_with_its_words(path: Path) -> None:
    """What a strip does not print is in its alternative text."""
    with pikepdf.open(path) as pdf:
        elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        told = [str(item.Alt) for item in elements if item.get("/S") == "/Figure"]
    (alt,) = told
    assert "Koreakrieg" in alt
    assert "Gemeinsame Kritik an den US-Raketenabwehrplänen" in alt


def test_words_are_as_wide_as_they_were_measured(tmp_path: Path) -> None:
    """The flagship's labels take the width in the PDF that the layout gave them."""
    run = run_brief(ROOT, "build", FLAGSHIP_NAME, "--locale", "de", "--out", str(tmp_path))
    assert run.returncode == 0, run.stderr
    trial = try_timelines(FLAGSHIP)
    assert trial.choice.form is Form.HORIZONTAL
    printed = tmp_path / FLAGSHIP_NAME / f"{FLAGSHIP_NAME}.de.digital.pdf"
    wanted = [words for words in trial.plan.scene.words if words.role == "era"]
    with pypdfium2.PdfDocument(printed) as pdf:
        texts = [page.get_textpage() for page in pdf]
        found = {words.lines[0]: _measure(words, texts) for words in wanted}
    for words in wanted:
        width = found[words.lines[0]]
        assert width == pytest.approx(words.width * 0.75, rel=0.005), words.lines


def _measure(words: Words, texts: list[pypdfium2.PdfTextPage]) -> float:
    """Give the width of words as a page prints them, from the first advance to the last."""
    for text in texts:
        hit = text.search(words.lines[0]).get_next()
        if hit:
            first, count = hit
            left = text.get_charbox(first, loose=True)[0]
            return float(text.get_charbox(first + count - 1, loose=True)[2] - left)
    raise AssertionError(words)


def test_verbose_says_which_form_and_why(tmp_path: Path) -> None:
    """Plain lines on the standard error, beside the results, and only when asked for."""
    write_exhibition(tmp_path)
    done = run_brief(tmp_path, "build", "--verbose")
    assert done.returncode == 0, done.stderr
    line = "exhibition/exhibition.de.digital.pdf: timeline `list` is vertical: "
    assert f"{line}the definition asks for it\n" in done.stderr
    assert "timeline" not in run_brief(tmp_path, "build", "--force").stderr


def test_the_examples_of_the_page_on_timelines_work(tmp_path: Path) -> None:
    """Every example in `docs/timelines.md` is a timeline that nothing is said against."""
    page = (ROOT / "docs" / "timelines.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(?:timelines:\n)?(.*?)```", page, re.S)
    examples = "".join(map(textwrap.dedent, blocks))
    names = re.findall(r"^([a-z]+):$", examples, re.M)
    assert len(names) >= 8
    placed = [name for name in names if name not in ("plan", "fact")]
    folder = tmp_path / "briefings" / "examples"
    folder.mkdir(parents=True)
    sections = "".join(f"  - {{id: s-{n}, title: Section, timeline: {n}}}\n" for n in placed)
    indented = "".join(f"  {line}\n" for line in examples.splitlines())
    (folder / "briefing.yaml").write_text(
        "id: examples\nlanguage: en\ntitle: Examples\ndate: 2024-06-19\n"
        f"sections:\n{sections}timelines:\n{indented}",
        encoding="utf-8",
    )
    (made,) = build(open_project(tmp_path), ("examples",)).artefacts
    assert made.diagnostics == ()
    assert len(made.notes) == len(placed)


_CROWDED = """\
id: crowded
language: en
title: A crowd
date: 2024-06-19
sections:
  - id: one
    title: One
    text: |
      Compare [](#plan) with [](#fact).

      ![](#line)
  - id: two
    title: Two
    timeline: plan
timelines:
  line:
    title: A line
    form: horizontal
    height_mm: 20
    events:
EVENTS  plan:
    title: Plan
    beside: fact
    events:
      - {id: begin, when: 2018, title: Begin}
  fact:
    title: Fact
    events:
      - {id: begin, when: 2020, title: Begin}
"""


def test_a_wish_without_room_is_told_at_its_place(tmp_path: Path) -> None:
    """A figure that cannot be as low as asked for is a doubt, at the timeline's name."""
    events = "".join(
        f"      - {{id: e{n}, when: {1990 + n}, rank: 0, title: An event of some length}}\n"
        for n in range(9)
    )
    folder = tmp_path / "briefings" / "crowded"
    folder.mkdir(parents=True)
    text = _CROWDED.replace("EVENTS", events)
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")
    project = open_project(tmp_path)
    (made,) = build(project, ("crowded",)).artefacts
    (said,) = made.diagnostics
    assert said.code.name == "compose.figure-too-high"
    assert said.place is not None
    assert text.splitlines()[said.place.line - 1] == "  line:"
    assert re.search(r"a figure would be \d+ mm high, more than 20 mm", said.message)
    assert _read_text(project.output / made.path).count("Figure 2") >= 3


def _read_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
