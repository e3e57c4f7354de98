"""`brief figure`: one timeline alone, as PDF, SVG and PNG."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import click
import pikepdf
import pypdfium2
import pytest
import weasyprint
from click.testing import CliRunner, Result
from PIL import Image, ImageChops

from brief.cli import figure
from tests.judges import read_structure, validate
from tests.projects import FLAGSHIP, ROOT, run_brief

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
DEFINITION = """\
id: visit
language: en
title: A visit
date: 2024-06-19
marking: {{regime: tlp, level: GREEN}}
locales: [de]
sections:
  - id: one
    title: Course
    text: |
      {{#intro}}
      The course is known [@first].

      ![](#course)
timelines:
  course:
    title: The course of the visit & more
    subtitle: From landing to leaving
    note: As [](#one) says, and [there](#intro), after [@second, p. 3] and <https://example.org/a>.
    form: {form}
    now: 2024-06-19
    categories: {{politics: {{label: Politics}}}}
    eras: [{{id: before, when: 2024-05/2024-06-18, title: Before}}]
    spans: [{{id: talks, when: 2024-06-18/.., category: politics, title: Talks, source: first}}]
    events:
      - {{id: landing, when: 2024-06-10~, category: politics, title: Landing, source: first}}
      - {{id: dinner, when: 2024-06-19, title: 'Dinner for “two”'}}
    undated: [{{id: later, title: A return visit}}]
  other:
    title: Another
    events: [{{id: only, when: 1991, title: Only}}]
sources:
  - {{id: first, title: First report}}
  - {{id: second, title: Second report}}
"""
CATALOGUE = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "visit/timeline/other/only"
msgid "Only"
msgstr "Einzig"
"""


def write_project(root: Path, form: str = "horizontal") -> Path:
    """Write a project with two timelines."""
    folder = root / "briefings" / "visit"
    folder.mkdir(parents=True)
    text = DEFINITION.format(form=form)
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")
    (folder / "locale").mkdir()
    (folder / "locale/de.po").write_text(CATALOGUE, encoding="utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two timelines as the current folder."""
    monkeypatch.chdir(write_project(tmp_path))
    return tmp_path


def run(*arguments: str, command: click.Command = figure.command) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def draw(path: Path, *more: str) -> bytes:
    """Draw the first timeline into a file."""
    result = run("visit", "course", "-o", str(path), *more)
    assert result.exit_code == 0, result.output
    return path.read_bytes()


def test_the_pdf_is_one_page_cut_to_the_figure(project: Path) -> None:
    """All of it is on the page, and the last line stands right above the edge."""
    draw(project / "a.pdf")
    pdf = pypdfium2.PdfDocument(project / "a.pdf")
    assert len(pdf) == 1
    width, height = pdf[0].get_size()
    page = pdf[0].get_textpage()
    boxes = [page.get_rect(index) for index in range(page.count_rects())]
    assert min(bottom for _, bottom, _, _ in boxes) == pytest.approx(12 + 3, abs=5)
    assert height - max(top for *_, top in boxes) < 30
    assert all(left >= 11 and right <= width - 11 for left, _, right, _ in boxes)


@pytest.mark.conformance
@pytest.mark.parametrize("form", ["horizontal", "vertical", "landscape"])
def test_the_pdf_keeps_its_claims(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figure alone is PDF/A-3a and PDF/UA-1, with its title as the heading."""
    monkeypatch.chdir(write_project(tmp_path, form))
    draw(tmp_path / "a.pdf")
    assert validate([tmp_path / "a.pdf"]) == []
    structure = read_structure(tmp_path / "a.pdf")
    assert re.search(r'H1 \(block\)\s+"The course of the visit & more"', structure)
    for title in ("Landing", "Talks", "Dinner for “two”", "A return visit"):
        assert title in structure


def test_what_the_figure_cites_comes_along(project: Path) -> None:
    """Sources of the note are listed below it, references are words, and the marking is there."""
    draw(project / "a.pdf")
    pdf = pypdfium2.PdfDocument(project / "a.pdf")
    text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "As Section 1 says, and there, after 1, p. 3" in text.replace("[1, p. 3]", "1, p. 3")
    assert "Second report" in text
    assert "First report" not in text
    assert "TLP:GREEN" in text
    with pikepdf.open(project / "a.pdf") as opened:
        annotations = opened.pages[0].get("/Annots", [])
        targets = [item.A.URI if "/A" in item else item.Dest for item in annotations]  # type: ignore[operator]  # pikepdf's objects are untyped
        assert "https://example.org/a" in [str(target) for target in targets]


def test_the_svg_says_what_it_shows(project: Path) -> None:
    """It has a title, a description, and every word as text that nothing paints."""
    root = ElementTree.fromstring(draw(project / "a.svg"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and title.text == "The course of the visit & more"
    assert description is not None and description.text is not None
    assert description.text.startswith("Timeline with 2 events and 1 period.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    texts = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    for words in ("The course of the visit & more", "Landing", "Dinner for “two”", "Talks",
                  "A return visit", "TLP:GREEN"):  # fmt: skip
        assert words in texts
        assert words in description.text or words in ("TLP:GREEN", title.text)
    groups = [g for g in root.iter(f"{SVG}g") if g.find(f"{SVG}text") is not None]
    assert [group.get("fill-opacity") for group in groups] == ["0"]


def test_the_svg_needs_nothing_from_outside(project: Path) -> None:
    """All that it refers to is in it, under ids that begin with the name of the timeline."""
    data = draw(project / "a.svg")
    root = ElementTree.fromstring(data)
    ids = [item.get("id") for item in root.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name is not None and name.startswith("course-") for name in ids)
    used = [item.get(LINK, "") for item in root.iter() if item.get(LINK)]
    assert used
    assert {target.lstrip("#") for target in used} <= set(ids)
    for word in (b"<image", b"<style", b"<script", b"url(http", b"@font-face", b"base64"):
        assert word not in data


@pytest.mark.parametrize("form", ["horizontal", "vertical", "landscape", "strip"])
def test_all_formats_show_the_same(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The SVG, painted by another engine, is the picture that the PDF gives."""
    monkeypatch.chdir(write_project(tmp_path, form))
    _compare(draw(tmp_path / "a.svg"), draw(tmp_path / "a.png", "--dpi", "96"))


@pytest.mark.parametrize("locale", ["ar", "ko"])
def test_all_scripts_look_the_same(
    locale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Joined letters, marks above them and letters of several typefaces stand in their places."""
    monkeypatch.chdir(ROOT)
    drawn = []
    for name in ("a.svg", "a.png"):
        result = run(
            FLAGSHIP, "relations", "--locale", locale, "--dpi", "96", "-o", str(tmp_path / name)
        )
        assert result.exit_code == 0, result.output
        drawn.append((tmp_path / name).read_bytes())
    _compare(*drawn)


def _compare(svg: bytes, png: bytes) -> None:
    """Compare an SVG with a picture of 96 points to the inch."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    width, height = picture.size
    page = f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }}"
    image = f'<img style="display: block" src="data:image/svg+xml;utf8,{quote(svg)}">'
    document = weasyprint.HTML(string=f"<style>{page}</style>{image}")
    pdf = pypdfium2.PdfDocument(document.write_pdf())
    painted = pdf[0].render(scale=4 / 3).to_pil().convert("L")
    assert painted.size == picture.size
    far = sum(ImageChops.difference(painted, picture).histogram()[128:])
    ink = sum(picture.histogram()[:128])
    assert ink > 2000
    assert far < ink / 50


def test_the_png_has_the_size_that_was_asked_for(project: Path) -> None:
    """Points to the inch, and words for those who do not see it."""
    data = draw(project / "a.pdf")
    picture = Image.open(io.BytesIO(draw(project / "a.png", "--dpi", "150")))
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    assert picture.size == (pytest.approx(width * 150 / 72, abs=1),
                            pytest.approx(height * 150 / 72, abs=1))  # fmt: skip
    assert picture.info["dpi"][0] == pytest.approx(150, abs=0.1)
    assert picture.info["Title"] == "The course of the visit & more"
    assert "Landing" in picture.info["Description"]


def test_the_same_figure_has_the_same_bytes(project: Path) -> None:
    """Other processes with other seeds write the same files."""
    for form in ("pdf", "svg", "png"):
        drawn = set()
        for seed in ("1", "2"):
            done = run_brief(
                project, "figure", "visit", "course", "-o", f"{seed}.{form}",
                environment={"PYTHONHASHSEED": seed},
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            drawn.add((project / f"{seed}.{form}").read_bytes())
        assert len(drawn) == 1, form


def test_without_a_file_the_figure_lies_beside_the_briefing(project: Path) -> None:
    """The name says briefing, timeline, locale and format; PDF is the one without a wish."""
    result = run("visit", "other", "--locale", "de")
    assert result.exit_code == 0
    text = pypdfium2.PdfDocument(project / "out/visit/visit.other.de.pdf")[0].get_textpage()
    assert "Einzig" in text.get_text_range()
    assert run("visit", "course", "--format", "svg").exit_code == 0
    assert (project / "out/visit/visit.course.en.svg").is_file()


USAGE = {
    "an unknown briefing": (("visits", "course"), "did you mean `visit`?"),
    "an unknown timeline": (("visit", "curse"), "did you mean `course`?"),
    "no timeline of two": (("visit",), "name one of the timelines: course, other"),
    "an unknown locale": (("visit", "course", "--locale", "fr"), "known: en, de"),
    "an unknown format": (("visit", "course", "--format", "gif"), "'gif' is not one of"),
    "a name without format": (("visit", "course", "-o", "a.gif"), "does not say the format"),
    "two formats": (("visit", "course", "-o", "a.svg", "--format", "png"), "another format"),
}


@pytest.mark.parametrize("name", USAGE)
def test_typing_mistakes_are_answered(name: str, project: Path) -> None:
    """Each is a usage error with what was meant, and nothing is written."""
    arguments, answer = USAGE[name]
    result = run(*arguments)
    assert result.exit_code == 2
    assert answer in result.output
    assert not list(project.glob("a.*")) and not (project / "out").exists()


def test_a_picture_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer names the resolution that does."""
    rows = "".join(f"e{number},{1900 + number},Entry {number}\n" for number in range(120))
    folder = write_project(tmp_path, "vertical") / "briefings" / "visit"
    text = (folder / "briefing.yaml").read_text(encoding="utf-8")
    text = text.replace("title: Another", "title: Another\n    file: more.csv")
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")
    (folder / "more.csv").write_text("id,when,title\n" + rows, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("visit", "other", "-o", "a.png", "--dpi", "2400")
    assert result.exit_code == 2
    limit = re.search(r"`--dpi (\d+)`", result.output)
    assert limit is not None
    assert run("visit", "other", "-o", "a.png", "--dpi", limit[1]).exit_code == 0


def test_mistakes_leave_the_former_file(project: Path) -> None:
    """A definition with a mistake gives no figure and harms none."""
    before = draw(project / "a.svg")
    path = project / "briefings/visit/briefing.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("1991", "199x"), encoding="utf-8")
    result = run("visit", "course", "-o", "a.svg")
    assert result.exit_code == 1
    assert "define.bad-date" in result.output
    assert (project / "a.svg").read_bytes() == before


def test_doubts_fail_in_strict_runs(project: Path) -> None:
    """A timeline that no text shows is a doubt."""
    assert run("visit", "course", "-o", "a.pdf", "--strict").exit_code == 1
    assert not (project / "a.pdf").exists()


def test_png_without_its_library_says_what_to_type(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra; the other formats need nothing."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    result = run("visit", "course", "-o", "a.png")
    assert result.exit_code == 69
    assert "pip install 'brief[png]'" in result.output
    assert run("visit", "course", "-o", "a.svg").exit_code == 0


def test_a_folder_that_cannot_be_written_is_told(project: Path) -> None:
    """The message names the file, and the exit code is that of a failure."""
    (project / "taken").write_text("", encoding="utf-8")
    result = run("visit", "course", "-o", "taken/a.svg")
    assert result.exit_code == 3
    assert "publish.cannot-write" in result.output
