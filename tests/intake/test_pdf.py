"""PDFs: of offices, of our own, in columns, with tables of figures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from brief.build.intake import IntakeOptions, take_in, write_definition
from brief.diag.collector import Collector
from tests.intake.takings import TODAY, lay_out, outline, read
from tests.projects import build, open_project, read_artefact

OFFICE = Path(__file__).parent / "documents" / "office.pdf"
SENTENCES = (
    "Der Hafen ist im Winter geschlossen, und die Boote liegen an der Mole.",
    "Die Fischer flicken ihre Netze und warten auf den Frühling.",
    "Im Februar bricht das Eis, und die ersten Schiffe fahren wieder aus.",
    "Die Behörde misst jeden Tag, wie dick das Eis ist.",
)
LONG = (
    "Der Hafenbetriebsrat entscheidet über die Winterschließung",
    "Die Fischereigenossenschaft bezahlt die Instandsetzungsarbeiten",
    "Das Schifffahrtsamt veröffentlicht die Wasserstandsvorhersage",
    "Der Leuchtturmwärter beobachtet die Eisbedeckung",
)
Placed = tuple[float, float, float, str]  # from the left, from below, size, words


def _set(pages: Sequence[Sequence[Placed]]) -> bytes:
    """Make a PDF of words at their places, in the order in which they are given."""
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for lines in pages:
        page = made.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        shown = "".join(
            f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj\n" for x, y, size, words in lines
        )
        page.Contents = made.make_stream(f"BT {shown} ET".encode())
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def _column(x: float, y: float, lines: Sequence[str]) -> list[Placed]:
    return [(x, y - 14 * at, 11, line) for at, line in enumerate(lines)]


def test_a_pdf_of_an_office() -> None:
    """Headings, paragraphs and a list are as they were; head and number of pages are told."""
    document = read("a.pdf", OFFICE.read_bytes())
    paragraphs = iter(" ".join(SENTENCES[(n + i) % 4] for i in range(4)) for n in range(9))
    wanted: list[object] = []
    for title in ("Lage", "Eis", "Ausblick"):
        wanted += [("h2", title), *(next(paragraphs) for _ in range(3))]
        if title == "Eis":
            wanted.append(("ul", "dünnes Eis", "dickes Eis"))
    assert document.title == "Der Hafen im Winter"
    assert document.authors == ("Erika Muster",)
    assert outline(document.parts) == wanted
    assert "“Bericht der Hafenbehörde”, “1”" in document.remarks[-1]


def test_columns_are_read_one_after_the_other() -> None:
    """A paragraph goes on in the next column, and its short lines do not part it."""
    left = ["The harbour is closed for the winter.", "The boats lie at the pier and wait",
            "for the ice to go. Nobody knows when", "that will be, and the council"]  # fmt: skip
    right = ["has not met. It will decide in the", "spring whether they may leave.",
             "Until then the fishermen mend nets."]  # fmt: skip
    page = [(50, 780, 20, "Two columns"), *_column(50, 740, left), *_column(310, 740, right)]
    document = read("a.pdf", _set([page]))
    assert document.title == "Two columns"
    assert outline(document.parts) == [" ".join([*left, *right])]


def test_rows_that_differ_in_figures_are_kept() -> None:
    """Only what stands apart at the edge of pages, on several of them, is left out."""
    pages = []
    for number in range(1, 5):
        rows = [f"{2000 + 4 * number + at} Kiel {at}{number} {number}{at}" for at in range(30)]
        pages.append(
            [(50, 800, 9, f"Yearbook of harbours {number}"), *_column(50, 750, rows),
             (290, 40, 9, f"{number} of 4")]
        )  # fmt: skip
    document = read("a.pdf", _set(pages))
    words = str(outline(document.parts))
    for number in range(1, 5):
        for at in range(30):
            assert f"{2000 + 4 * number + at} Kiel {at}{number} {number}{at}" in words
    assert "Yearbook" not in words and "of 4" not in words
    assert "“Yearbook of harbours 1”, “1 of 4”" in document.remarks[-1]


def test_the_first_rows_of_pages_are_no_running_heads() -> None:
    """A table that fills every page from edge to edge loses nothing."""
    rows = [f"Kiel {at} harbour {at * at}" for at in range(100)]
    pages = [_column(50, 800, rows[first : first + 50]) for first in (0, 50)]
    words = str(outline(read("a.pdf", _set(pages)).parts))
    assert all(f"{row} " in f"{words} ".replace("'", " ") for row in rows)


def test_lists_and_headings_in_the_margin() -> None:
    """Numbers that count on make a list; a heading goes before the text beside it."""
    text = ["The harbour is closed for the winter, and the boats lie at the pier.",
            "1. The ice has to go before they may leave it again in spring.",
            "2. The council has to meet, which it has not done since May.",
            "Until then the fishermen mend their nets and wait for the council."]  # fmt: skip
    page = [*_column(200, 740, text[:3]), (200, 688, 11, text[3]), (50, 738, 16, "The ice")]
    assert outline(read("a.pdf", _set([page])).parts) == [
        text[0], ("ol1", text[1][3:], text[2][3:]), text[3],
    ]  # fmt: skip
    assert read("a.pdf", _set([page])).title == "The ice"


@pytest.mark.slow
def test_a_pdf_of_our_own(tmp_path: Path) -> None:
    """Paragraphs, headings and divided words are found again; notes go to the end."""
    paragraphs = [
        " ".join(f"{LONG[(n + i) % 4]}, wie es Punkt {n} will." for i in range(5))
        for n in range(16)
    ]
    text = "# Der Hafen im Winter\n\n"
    for title, first in (("Lage", 0), ("Kosten", 4), ("Ausblick", 8), ("Folgen", 12)):
        text += f"## {title}\n\n" + "\n\n".join(paragraphs[first : first + 4]) + "\n\n"
    text = text.replace(" will.", " will.[^1]", 1) + "[^1]: Sitzung des Vorstands vom Januar.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    taken = take_in(tmp_path / "a.md", IntakeOptions(TODAY, language="de"), Collector())
    assert taken is not None
    lay_out(write_definition(taken, "taken", "schema.json"), tmp_path)
    project = open_project(tmp_path)
    (artefact,) = build(project, ("taken",)).artefacts
    document = read("a.pdf", read_artefact(project, artefact))
    found = outline(document.parts)
    heads = [part for part in found if isinstance(part, tuple)]
    assert heads == [("h2", "1 Lage"), ("h2", "2 Kosten"), ("h2", "3 Ausblick"), ("h2", "4 Folgen")]
    plain = [str(part).replace("\xa0", " ").replace("will.1", "will.").removesuffix(" [1]")
             for part in found]  # fmt: skip
    assert [part for part in plain if part in paragraphs] == paragraphs
    note = plain.index("1 Sitzung des Vorstands vom Januar.")
    assert note > plain.index(paragraphs[-1])
    assert not any("Seite" in part for part in plain)
    assert "Seite 1" in document.remarks[-1]
