"""Real text that nobody here wrote, in every language that ships: nothing is lost or disordered."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from brief.model.variant import Status
from tests.declaration import NAME, read_declaration, write_declaration
from tests.judges import extract_text, validate
from tests.projects import build, open_project

FOLDER = os.environ.get("BRIEF_UDHR", "")
TAGS = ("en", "fr", "es", "ru", "ar", "zh-Hans", "ko")
_UNSEEN = re.compile("[\\s\u00ad\u2060\u200b\u2066-\u2069\u064b-\u0652\u0640\ufffe\u0002]")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER, reason="`BRIEF_UDHR` names no folder of declarations"),
]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The declaration in all languages."""
    root = tmp_path_factory.mktemp("declaration")
    write_declaration(root, Path(FOLDER), TAGS)
    project = open_project(root)
    report = build(project, (NAME,))
    assert {item.status for item in report.artefacts} == {Status.BUILT}, [
        item.diagnostics for item in report.artefacts if item.status is not Status.BUILT
    ]
    return {item.variant.locale: project.output / item.path for item in report.artefacts}


def test_every_copy_conforms(copies: dict[str, Path]) -> None:
    """PDF/A-3a and PDF/UA-1, in every script."""
    assert validate(list(copies.values())) == []


@pytest.mark.parametrize("tag", ["de", *TAGS])
def test_every_sentence_is_there(copies: dict[str, Path], tag: str) -> None:
    """What pdfium takes out of the file is what was put in, sentence by sentence."""
    with pypdfium2.PdfDocument(copies[tag]) as pdf:
        text = bare("".join(page.get_textpage().get_text_range() for page in pdf))
    lost = [sentence for sentence in sentences(tag) if not holds(text, bare(sentence))]
    assert lost == []


@pytest.mark.parametrize("tag", ["de", *(tag for tag in TAGS if tag != "ar")])
def test_another_reader_agrees(copies: dict[str, Path], tag: str) -> None:
    """So does poppler, which takes letters of Arabic that overlap for words of their own."""
    text = bare(extract_text(copies[tag]))
    lost = [sentence for sentence in sentences(tag) if not holds(text, bare(sentence))]
    assert lost == []


def holds(text: str, sentence: str) -> bool:
    """Tell whether a text holds a sentence, whole or in two parts, as where a page ends."""
    places = range(1, len(sentence))
    return sentence in text or any(sentence[:n] in text and sentence[n:] in text for n in places)


def sentences(tag: str) -> Iterator[str]:
    """Yield the parts between commas and full stops."""
    title, parts = read_declaration(Path(FOLDER), tag)
    for text in (title, *(t for part in parts for t in (*part.paragraphs, *part.items))):
        yield from (piece for piece in re.split(r"(?<=[.,;،؛，。；])\s*", text) if piece)


def bare(text: str) -> str:
    """Give a text without spaces, marks and hyphens, which depend on the ends of lines."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub("[-‐–]", "", _UNSEEN.sub("", text))
