"""Every sentence of a document stands in the PDF that is built from it, once and in order."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from brief.build.intake import IntakeOptions, take_in, write_definition
from brief.diag.collector import Collector
from brief.diag.diagnostic import Severity
from tests.intake.hostile import odt
from tests.intake.stories import WRITERS, load_story
from tests.intake.takings import TODAY, lay_out
from tests.intake.test_office import CONTENT
from tests.intake.word import make_word
from tests.judges import extract_text
from tests.projects import build, open_project, read_artefact

pytestmark = pytest.mark.slow
TEXTS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("texts.toml").read_text(encoding="utf-8")
)
SHIPPED = ("ar", "de", "en", "es", "fr", "ko", "ru", "zh-Hans")


def _write(tag: str, kind: str) -> bytes:
    first, second = re.findall(r"[^.。]+[.。]", TEXTS[tag])[:2]
    first, second = first.strip(), second.strip()
    match kind:
        case "txt":
            return f"{first}\n\n{second}\n".encode()
        case "md":
            return f"# 1\n\n{first}\n\n# 2\n\n- {second}\n".encode()
        case _:
            return f"<html><title>1</title><p>{first}</p><p><b>{second}</b></p>".encode()


@pytest.mark.parametrize("kind", ["md", "html"])
@pytest.mark.parametrize("tag", SHIPPED)
def test_every_sentence_is_printed(tag: str, kind: str, tmp_path: Path) -> None:
    """In every language that is shipped; hyphens, blanks and marks of print aside."""
    (tmp_path / f"a.{kind}").write_bytes(_write(tag, kind))
    sentences = re.findall(r"[^.。]+[.。]", TEXTS[tag])[:2]
    _compare(tmp_path / f"a.{kind}", IntakeOptions(TODAY, language=tag), sentences, tmp_path)


def test_a_word_document_is_printed(tmp_path: Path) -> None:
    """Headings, cells, notes and quotations are printed once."""
    (tmp_path / "a.docx").write_bytes(make_word())
    sentences = ["Der Hafen hat vier Kräne.", "Wer wartet, sieht das Meer.",
                 "Im Frühjahr geht es weiter."]  # fmt: skip
    _compare(tmp_path / "a.docx", IntakeOptions(TODAY), sentences, tmp_path)


def test_an_opendocument_text_is_printed(tmp_path: Path) -> None:
    """The same from OpenDocument."""
    (tmp_path / "a.odt").write_bytes(odt(CONTENT.encode()))
    sentences = ["Es sind vier Kräne.", "Wer wartet, sieht das Meer.", "Mehr im Bericht."]
    _compare(tmp_path / "a.odt", IntakeOptions(TODAY, language="de"), sentences, tmp_path)


CASES = [(kind, "de") for kind in WRITERS] + [
    ("html", "ar"), ("md", "zh-Hans"), ("txt", "ko"), ("docx", "ru"), ("odt", "fr"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "tag"), CASES, ids=[f"{kind}-{tag}" for kind, tag in CASES])
def test_a_story_is_printed(kind: str, tag: str, tmp_path: Path) -> None:
    """Every sentence, heading, item, quotation, note and cell of it, as two readers read it.

    Poppler gives the order of the lines; PDFium that of painting, in which lists and quotations
    stand apart from the paragraphs. Of Arabic, poppler puts words of one line into another order,
    so that they are looked for one by one.
    """
    story = load_story(tag)
    blank = "" if tag.startswith("zh") else " "
    path = tmp_path / f"a.{kind}"
    path.write_bytes(WRITERS[kind](story, blank))
    texts = _print(path, IntakeOptions(TODAY, language=tag), tmp_path)
    for reader, printed in texts.items():
        sentences = list(story.sentences())
        if reader == "poppler" and tag == "ar":
            words = " ".join(story.sentences()).split()
            assert not [word for word in words if _bare(word) not in printed]
            continue
        if reader == "pdfium":
            _find(list(story.items), printed, reader)
            _find([story.quote], printed, reader)
            sentences = [one for one in sentences if one not in (*story.items, story.quote)]
        _find(sentences, printed, reader)
        more = [*story.heads]
        more += [] if kind == "txt" else story.cells
        more += [story.note] if kind in ("md", "html", "odt") else []
        missing = [each for each in more if _bare(each) not in printed]
        assert not missing, (reader, missing)
        assert kind not in ("md", "html", "odt") or printed.count(_bare(story.note)) == 1


def _compare(path: Path, options: IntakeOptions, sentences: list[str], root: Path) -> None:
    for reader, printed in _print(path, options, root).items():
        _find(sentences, printed, reader)


def _print(path: Path, options: IntakeOptions, root: Path) -> dict[str, str]:
    """Take a document in, build it, and give the letters of the PDF as each reader has them."""
    collector = Collector()
    taken = take_in(path, options, collector)
    assert taken is not None
    briefing, found = lay_out(write_definition(taken, "taken", "schema.json"), root)
    errors = [each for each in found.diagnostics if each.code.severity is Severity.ERROR]
    assert briefing is not None and not errors
    project = open_project(root)
    (artefact,) = build(project, ("taken",)).artefacts
    assert not [d for d in artefact.diagnostics if d.code.severity is Severity.ERROR]
    data = read_artefact(project, artefact)
    pdf = pypdfium2.PdfDocument(data)
    texts = {"pdfium": _bare("".join(page.get_textpage().get_text_range() for page in pdf))}
    pdf.close()
    if shutil.which("pdftotext") or os.environ.get("BRIEF_REQUIRE_JUDGES"):
        (root / "made.pdf").write_bytes(data)
        texts["poppler"] = _bare(extract_text(root / "made.pdf"))
    return texts


def _find(sentences: list[str], printed: str, reader: str) -> None:
    """Find every sentence, once and in order."""
    places = [printed.find(_bare(each)) for each in sentences]
    missing = [each for each, place in zip(sentences, places, strict=True) if place < 0]
    assert not missing, (reader, missing, printed)
    assert places == sorted(places), reader
    assert all(printed.count(_bare(each)) == 1 for each in sentences), reader


def _bare(text: str) -> str:
    """Leave letters and figures, in which hyphenation and typography make no difference."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
