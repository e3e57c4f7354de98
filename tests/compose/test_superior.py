"""Letters of ordinals are raised in the languages that do so, and nothing else is."""

from __future__ import annotations

import re
from gettext import NullTranslations
from pathlib import Path

import pypdfium2
import pytest
from markupsafe import Markup

from brief.compose.inline import InlineWriter
from brief.compose.numbering import Numbering
from brief.compose.superior import raise_letters
from brief.localise.typography import list_shipped, load_typography
from brief.model.text import CodeSpan, Foreign, Freshness, Link, Str, Text
from brief.model.variant import Status
from tests.projects import build, open_project

FRENCH = load_typography("fr").superior


def show(markup: Markup) -> str:
    """Give markup with `^` before raised letters and without its spans."""
    return re.sub(r'<span class="superior">(.*?)</span>', r"^\1", markup)


@pytest.mark.parametrize(
    ("plain", "shown"),
    [
        ("le 1er mars, la 1re fois", "le 1^er mars, la 1^re fois"),
        ("le 38e parallèle au XXe siècle", "le 38^e parallèle au XX^e siècle"),
        ("Ier siècle, 2d semestre, 21e", "I^er siècle, 2^d semestre, 21^e"),
        ("Vers 1949, De 3 à 4, 12 de ces 3D, 4d", "Vers 1949, De 3 à 4, 12 de ces 3D, 4d"),
        ("les 1ers et 2es, la Ve République", "les 1^ers et 2^es, la V^e République"),
    ],
)
def test_french(plain: str, shown: str) -> None:
    """Ordinals have raised letters, words and other figures none."""
    assert show(raise_letters(Markup(plain), FRENCH)) == shown


def test_spanish() -> None:
    """In `1.er` the letters are raised; `1.º` has a character of its own."""
    pattern = load_typography("es").superior
    assert show(raise_letters(Markup("1.er y 2.º trimestre"), pattern)) == "1.^er y 2.º trimestre"


@pytest.mark.parametrize("tag", [tag for tag in list_shipped() if tag not in ("es", "fr")])
def test_other_languages(tag: str) -> None:
    """All other languages write theirs on the line."""
    made = raise_letters(Markup("1er, 19th, 1.er, XXe"), load_typography(tag).superior)
    assert made == "1er, 19th, 1.er, XXe"


def test_words_of_other_languages_and_code_stay() -> None:
    """What is not in the page's language, or is copied to the letter, is not touched."""
    writer = InlineWriter("fr", NullTranslations(), Numbering({}, {}, {}), {}, superior=FRENCH)
    spans = (CodeSpan("1er"), Foreign("de", (Str("1er"),)), Link("https://a.fr/1er", (Str("1er"),)))
    written = show(writer.write_spans(spans))
    assert written.count("^") == 1
    assert '<a href="https://a.fr/1er">1^er</a>' in written
    older = Text("k", "label", "1er", (Str("1er"),), "de", Freshness.MISSING)
    assert "^" not in show(writer.write(older))


@pytest.mark.slow
def test_what_is_copied_has_plain_letters(tmp_path: Path) -> None:
    """The letters are raised by the typeface: whoever copies or searches finds `38e` and `1er`."""
    folder = tmp_path / "briefings" / "harbour"
    folder.mkdir(parents=True)
    (folder / "briefing.yaml").write_text(
        "id: harbour\nlanguage: fr\ntitle: Visite\ndate: 2024-06-01\nsections:\n"
        "  - {id: one, title: Le XXe siècle, text: Au nord du 38e parallèle.}\n"
        "  - {id: two, title: Dates, timeline: dates}\n"
        "timelines:\n  dates:\n    title: Dates\n    events:\n"
        "      - {id: first, when: 1990-10-01, title: Le 2d accord}\n",
        encoding="utf-8",
    )
    project = open_project(tmp_path)
    (artefact,) = build(project).artefacts
    assert artefact.status is Status.BUILT, artefact.diagnostics
    with pypdfium2.PdfDocument(project.output / artefact.path) as pdf:
        page = pdf[0].get_textpage()
        text = " ".join(page.get_text_bounded().split())
        plain, raised = (measure_letter(page, word) for word in ("parallèle", "38e"))
    for words in ("XXe siècle", "38e parallèle", "1er octobre 1990", "2d accord", "1er juin 2024"):
        assert words in text
    assert raised > plain + 1


def measure_letter(page: pypdfium2.PdfTextPage, word: str) -> float:
    """Give the height in points at which the last letter of a word begins."""
    index, count = page.search(word).get_next()
    bottom: float = page.get_charbox(index + count - 1)[1]
    return bottom
