"""Whole briefings, from their definitions to PDFs that independent readers take apart.

The flagship in its eight languages, the starters that `brief new` writes and a gallery of
everything, in German and English. What is expected comes from the localised texts, never from a
former PDF.
"""

from __future__ import annotations

import itertools
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import pikepdf
import pypdfium2
import pytest

from brief.build.pipeline import list_locales, localise, read_briefing
from brief.build.project import Project
from brief.diag.collector import Collector
from brief.model.blocks import Figure, Heading, ListBlock, Table
from brief.model.localised import LocalisedBriefing
from brief.model.text import (
    Citation,
    FootnoteMark,
    Freshness,
    Inline,
    Reference,
    Text,
    plain_text,
)
from brief.model.variant import Status
from brief.model.walk import iterate_texts
from tests.gallery import write_gallery
from tests.judges import extract_text, read_structure, validate
from tests.projects import FLAGSHIP, ROOT, build, open_project, run_brief

pytestmark = pytest.mark.slow

T = TypeVar("T")
NAMES = (FLAGSHIP, "gallery", "starter-de", "starter-en")
LOCALES = ("de", "en", "fr", "es", "ru", "ar", "zh-Hans", "ko")
COPIES = [
    *((FLAGSHIP, tag) for tag in LOCALES), ("gallery", "de"), ("gallery", "en"),
    ("starter-de", "de"), ("starter-en", "en"),
]  # fmt: skip
_INVISIBLE = re.compile("[\\s\u00ad\u2060\u200b\u0002\ufffe]")
# What readers put among the letters of Arabic, or part from them.
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u202a-\u202e\u2066-\u2069]")
_HYPHENS = dict.fromkeys(map(ord, "-\u2010"))  # readers leave them out at the ends of lines


@dataclass(frozen=True)
class Copy:
    """A PDF with the localised briefing that it was made from."""

    path: Path
    localised: LocalisedBriefing

    @cached_property
    def structure(self) -> list[tuple[dict[str, int], str]]:
        """The structure tree as poppler reads it: pieces of text with the roles above them.

        With each role stands the number of the line on which the nearest such element begins.
        """
        return _read_structure(self.path)

    def each(self, role: str) -> list[str]:
        """Give the text below every element of a role, without spaces."""
        found: dict[int, str] = {}
        for roles, text in self.structure:
            if role in roles:
                found[roles[role]] = found.get(roles[role], "") + _squeeze(text)
        return list(found.values())

    def under(self, role: str) -> str:
        """Give all text below elements of a role, without spaces."""
        return "".join(self.each(role))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with all briefings built."""
    root = tmp_path_factory.mktemp("briefings")
    shutil.copytree(ROOT / "briefings" / FLAGSHIP, root / "briefings" / FLAGSHIP)
    write_gallery(root)
    for language in ("de", "en"):
        done = run_brief(root, "new", f"starter-{language}", "--language", language)
        assert done.returncode == 0, done.stderr
    project = open_project(root)
    report = build(project, NAMES)
    assert {item.path: item.status for item in report.artefacts} == {
        f"{name}/{name}.{tag}.digital.pdf": Status.BUILT for name, tag in COPIES
    }
    return project


# Poppler gives the letters of Arabic from left to right when it reads the structure.
READ_BY_BOTH = [(name, tag) for name, tag in COPIES if tag != "ar"]


@pytest.fixture(params=READ_BY_BOTH, ids=["-".join(copy) for copy in READ_BY_BOTH])
def copy(request: pytest.FixtureRequest, project: Project) -> Copy:
    """Give every copy in turn that both readers can take apart."""
    return open_copy(project, *request.param)


def open_copy(project: Project, name: str, tag: str) -> Copy:
    """Give a copy with what it was made from."""
    collector = Collector()
    briefing = read_briefing(project, name, collector)
    assert briefing is not None and tag in list_locales(briefing)
    localised = localise(briefing, tag, collector)
    assert localised is not None
    return Copy(project.output / name / f"{name}.{tag}.digital.pdf", localised)


def test_every_copy_conforms(project: Project) -> None:
    """PDF/A-3a and PDF/UA-1, says veraPDF."""
    paths = [project.output / name / f"{name}.{tag}.digital.pdf" for name, tag in COPIES]
    assert validate(paths) == []


@pytest.mark.parametrize("extract", ["poppler", "pdfium"])
def test_every_text_is_there_once_and_in_order(copy: Copy, extract: str) -> None:
    """Two engines extract every printed text from the pages."""
    raw = extract == "poppler" and copy.localised.locale.tag in ("ko", "zh-Hans")
    pages = _read_raw(copy.path) if raw else _EXTRACTORS[extract](copy.path)
    parts = list(_printed_parts(copy.localised))
    if copy.localised.locale.tag not in ("de", "en"):
        parts = [part.translate(_HYPHENS) for part in parts]
        pages = [page.translate(_HYPHENS) for page in pages]
    assert [part for part in parts if not _stands_in(part, pages)] == []


def test_every_word_of_arabic_is_there(project: Project) -> None:
    """pdfium gives every word and every page number; it guesses the order of runs in a line."""
    copy = open_copy(project, FLAGSHIP, "ar")
    pages = [_squeeze_arabic(page) for page in _read_with_pdfium(copy.path)]
    whole = "".join(re.sub(r"\W", "", page) for page in pages)
    printed = (copy.localised.briefing.title, *copy.localised.briefing.sections)
    for text in iterate_texts(printed):
        for word in re.findall(r"\w+", plain_text(text.spans)):
            assert _squeeze_arabic(word) in whole, text.key
    for number, page in enumerate(pages, start=1):
        assert _squeeze_arabic(_number_page(copy, number, len(pages))) in page


def test_every_page_says_its_number(copy: Copy) -> None:
    """`Seite 2 von 6`, in the reader's language."""
    pages = _read_with_poppler(copy.path)
    for number, page in enumerate(pages, start=1):
        assert _number_page(copy, number, len(pages)) in page


def test_contents_from_six_pages_on(copy: Copy) -> None:
    """Long briefings have contents whose page numbers are right; short ones have none."""
    pages = _read_with_poppler(copy.path)
    heads = _squeeze(copy.localised.interface.gettext("Contents"))
    assert (heads in copy.under("H2")) == (len(pages) >= 6)
    entries = copy.each("TOCI")
    for number, section in enumerate(copy.localised.briefing.sections, start=1):
        title = f"{number}{_squeeze(plain_text(section.title.spans))}"
        head = f"{number}{_marked(section.title)}"
        page = next(entry.removeprefix(title) for entry in entries if entry.startswith(title))
        assert head in pages[int(page) - 1]


def test_headings_are_headings(copy: Copy) -> None:
    """Title, sections and headings stand in the tree at their levels, and in the bookmarks."""
    briefing = copy.localised.briefing
    assert copy.under("H1") == _marked(briefing.title)
    for number, section in enumerate(briefing.sections, start=1):
        assert f"{number}{_marked(section.title)}" in copy.each("H2")
        for heading in _find(section, Heading):
            assert _marked(heading.text) in copy.each(f"H{heading.level + 1}")
    with pypdfium2.PdfDocument(copy.path) as pdf:
        bookmarks = [_squeeze(item.get_title()) for item in pdf.get_toc()]
    for number, section in enumerate(briefing.sections, start=1):
        assert f"{number}{_squeeze(plain_text(section.title.spans))}" in bookmarks


def test_tables_lists_notes_and_events_are_what_they_are(copy: Copy) -> None:
    """Everything with a role of its own has it in the tree."""
    briefing = copy.localised.briefing
    for table in _find(briefing.sections, Table):
        for cell in table.head:
            assert _squeeze(plain_text(cell.spans)) in copy.under("TH")
        for cell in (cell for row in table.rows for cell in row):
            assert _squeeze(plain_text(cell.spans)) in copy.under("TR")
    for block in _find(briefing.sections, ListBlock):
        for item in block.items:
            for part in _parts(next(iterate_texts(item))):
                assert part in copy.under("LBody")
    for note in briefing.footnotes:
        for part in _parts(note.text):
            assert part in copy.under("Note")
    for timeline in briefing.timelines:
        for entry in (*timeline.events, *timeline.spans, *timeline.eras, *timeline.undated):
            shown = {_squeeze(plain_text((entry.short or entry.title).spans))}
            shown.add(_squeeze(plain_text(entry.title.spans)))
            assert any(title in copy.under("LI") for title in shown), shown


def test_pictures_say_what_they_show(copy: Copy) -> None:
    """Every picture is a figure of the tree with its text."""
    with pikepdf.open(copy.path) as pdf:
        nodes = _walk(pdf.Root.StructTreeRoot)
        told = {str(node.Alt) for node in nodes if node.S == "/Figure"}
    figures = _find(copy.localised.briefing.sections, Figure)
    assert told == {plain_text(figure.alt.spans) for figure in figures}


def test_the_definition_is_attached_as_its_source(copy: Copy, project: Project) -> None:
    """The files of the definition are inside, unchanged, and the metadata say what it is."""
    briefing = copy.localised.briefing
    with pikepdf.open(copy.path) as pdf:
        relations = {str(item.AFRelationship) for item in pdf.Root.AF}
        attached = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
        assert pdf.open_metadata()["dc:title"] == plain_text(briefing.title.spans)
        assert str(pdf.Root.Lang) == copy.localised.locale.tag
    assert relations == {"/Source"}
    source = project.definition_folder(briefing.id) / "briefing.yaml"
    assert attached["briefing.yaml"] == source.read_bytes()


def _squeeze(text: str) -> str:
    return _INVISIBLE.sub("", text)


def _squeeze_arabic(text: str) -> str:
    """Leave out marks, and take ligatures apart, which readers do in different ways."""
    return _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", _squeeze(text)))


@lru_cache
def _read_structure(path: Path) -> list[tuple[dict[str, int], str]]:
    return list(_parse_structure(read_structure(path)))


def _parse_structure(text: str) -> Iterator[tuple[dict[str, int], str]]:
    above: list[tuple[int, str, int]] = []
    for number, line in enumerate(text.splitlines()):
        depth = len(line) - len(line.lstrip())
        shown = line.strip()
        above = [item for item in above if item[0] < depth]
        if shown.startswith('"'):
            yield {role: begun for _, role, begun in above}, shown[1:-1]
        elif shown and shown[0] != "/" and not shown.startswith("Object"):
            above.append((depth, shown.split()[0].rstrip(":"), number))


def _number_page(copy: Copy, number: int, pages: int) -> str:
    words = copy.localised.interface.gettext("Page {page} of {pages}")
    return _squeeze(words.format(page=number, pages=pages))


def _read_with_poppler(path: Path) -> list[str]:
    return [_squeeze(page) for page in extract_text(path).split("\f")[:-1]]


def _read_raw(path: Path) -> list[str]:
    """Read in the order of the content: columns without spaces between words get mixed up."""
    return [_squeeze(page) for page in extract_text(path, "-raw").split("\f")[:-1]]


def _read_with_pdfium(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [_squeeze(page.get_textpage().get_text_bounded()) for page in pdf]


_EXTRACTORS: dict[str, Callable[[Path], list[str]]] = {
    "poppler": _read_with_poppler,
    "pdfium": _read_with_pdfium,
}


def _printed_parts(localised: LocalisedBriefing) -> Iterator[str]:
    briefing = localised.briefing
    printed = (
        briefing.title, briefing.subtitle, briefing.summary, briefing.key_points,
        briefing.sections, briefing.footnotes,
        *(source.note for source in briefing.sources),
    )  # fmt: skip
    heard = {id(figure.alt) for figure in _find(briefing.sections, Figure)}
    for value in printed:
        for text in iterate_texts(value):
            if id(text) not in heard:
                yield from _parts(text)


def _marked(text: Text) -> str:
    """Give a text as it is printed, with the mark that it is not translated."""
    mark = text.language.upper() if text.freshness is Freshness.MISSING else ""
    return mark + _squeeze(plain_text(text.spans))


def _parts(text: Text) -> list[str]:
    """Part a text at its notes, citations and references, whose printed form is not its own."""
    parts = [""]
    _collect(text.spans, parts)
    return [part for part in map(_squeeze, parts) if part]


def _collect(spans: tuple[Inline, ...], parts: list[str]) -> None:
    for span in spans:
        if isinstance(span, Citation | FootnoteMark | Reference):
            parts.append("")
        elif hasattr(span, "children"):
            _collect(span.children, parts)
        else:
            parts[-1] += span.text


def _stands_in(part: str, pages: list[str]) -> bool:
    """Tell whether a text stands on one page, or on two that follow each other."""
    if any(part in page for page in pages):
        return True
    return any(
        part[:cut] in page and part[cut:] in following
        for page, following in itertools.pairwise(pages)
        for cut in range(1, len(part))
    )


def _walk(node: Any) -> Iterator[Any]:
    """Yield every structure element below a node."""
    kids = node.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _walk(kid)


def _find(value: object, kind: type[T]) -> Iterator[T]:
    """Yield the blocks of a kind, wherever they stand in sections, lists and the like."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _find(item, kind)
    elif hasattr(value, "blocks"):
        yield from _find(value.blocks, kind)
    elif isinstance(value, ListBlock):
        yield from _find(value.items, kind)
