"""Whatever a document says, its definition says the same, and nothing is taken for a mark."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from brief.diag.diagnostic import Severity
from brief.intake.inline import is_blank, tidy
from brief.intake.inline_writer import InlineWriter
from brief.intake.sections import part_sections
from brief.intake.shaping import shape_document
from brief.model.blocks import Block, Figure, Heading, ListBlock, Paragraph, Quote, Table
from brief.model.briefing import Briefing
from brief.model.document import Document, Grid, Head, Listing, Para, Part, Picture, Quotation
from brief.model.text import (
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Str,
    Strong,
    plain_text,
)
from tests.intake.takings import define
from tests.projects import draw_picture

_NASTY = (
    "*", "_", "**", "[", "]", "<", ">", "{", "}", "{{", "{%", "{#x}", "|", "#", "@", "^", "\\",
    "`", "```", "~", "~~", ":::", "::: callout", "![", "](", "[^1]:", "[@a]", "&amp;", "&#60;",
    "<b>", "<!--", "-->", "---", "===", "1.", "12)", "-", "+", "—", "–", "> a", "# a", "http://a",
    "<https://a.b>", "„", "“", "«", "(", ")", ".", "!", ":", ": ", " #", "'", '"', "%", "a:b",
    "null", "no", "2024", "港", "，", "مرحبا", "Ж", "\u00a0", "\u3000", "é", "🙂", "€", "\u200d",
)  # fmt: skip
_WORDS = ("Hafen", "Kran", "a", "of", "x1", "Zürich", "long-winded-compound")
_CODE = ("a", "*b", "_c", "<d>", "|", "\\", "]", "~~", " ", "&lt;")
_TARGETS = (
    "https://a.example/b_(c)", "https://a.example/?x=1&copy;=2", "mailto:a@b.example",
    "http://a.example/<|>{{x}}", "https://a.example/*b*_c_",
)  # fmt: skip


class _Author:
    """Writes documents at random, of the most awkward characters."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.most = self.chance.choice((1, 2, 3, 5))

    def text(self, most: int = 8) -> str:
        pool = self.chance.choice((_NASTY, _WORDS, (*_NASTY, *_WORDS, *(" ",) * 30)))
        return "".join(self.chance.choices(pool, k=self.chance.randint(1, most)))

    def inline(self, depth: int = 0) -> Inline:
        kind = self.chance.randint(0, 11 if depth < 3 else 6)
        if kind < 6:
            return Str(self.text())
        if kind == 6:
            return CodeSpan("".join(self.chance.choices(_CODE, k=self.chance.randint(1, 4))))
        children = tuple(self.inline(depth + 1) for _ in range(self.chance.randint(1, 3)))
        if kind < 10:
            return (Emphasis if kind % 2 else Strong)(children)
        if kind == 10:
            return Link(self.chance.choice(_TARGETS), children)
        return Foreign(self.chance.choice(("ru", "zh-Hans", "fr-CA")), children)

    def spans(self, *, noted: bool = False) -> tuple[Inline, ...]:
        made: list[Inline] = []
        while is_blank(tidy(made)):
            made.append(self.inline())
        made += [self.inline() for _ in range(self.chance.randint(0, self.most))]
        if noted and self.chance.random() < 0.2:
            made.insert(self.chance.randint(0, len(made)), FootnoteMark("n"))
        return tidy(made)

    def block(self, depth: int = 0) -> Part:
        kind = self.chance.randint(0, 9 if depth < 3 else 5)
        if kind < 5:
            return Para(self.spans(noted=True))
        if kind == 5:
            return Para(tidy((Str(" ".join(self.text() for _ in range(30))),)))
        if kind == 9:
            by = self.spans() if self.chance.random() < 0.5 else ()
            return Quotation(self.blocks(depth), by)
        items = tuple(self.blocks(depth) for _ in range(self.chance.randint(1, 3)))
        return Listing(kind == 8, items, self.chance.choice((1, 1, 0, 7)) if kind == 8 else 1)

    def blocks(self, depth: int) -> tuple[Part, ...]:
        return tuple(self.block(depth + 1) for _ in range(self.chance.randint(1, 3)))

    def grid(self) -> Grid:
        width = self.chance.randint(2, 3)
        rows = tuple(
            tuple(self.spans(noted=True) if self.chance.random() < 0.8 else ()
                  for _ in range(width)) for _ in range(self.chance.randint(2, 4))
        )  # fmt: skip
        head = rows[0] if self.chance.random() < 0.7 else ()
        return Grid(head, rows[1:], self.spans() if self.chance.random() < 0.5 else ())

    def part(self) -> Part:
        kind = self.chance.randint(0, 9)
        if kind < 5:
            return self.block()
        if kind < 7:
            return Head(self.chance.randint(1, 4), self.spans(noted=True))
        if kind < 9:
            return self.grid()
        caption = self.spans() if self.chance.random() < 0.5 else ()
        return Picture("picture-1.png", self.text(), caption)

    def document(self) -> Document:
        return Document(
            tuple(self.part() for _ in range(self.chance.randint(1, 2 * self.most))),
            title=self.text(), subtitle=self.text(), publisher=self.text(), slug=self.text(),
            path=self.text(), authors=(self.text(), self.text()), language="de",
            lead=(self.spans(noted=True),) if self.chance.random() < 0.3 else (),
            notes={"n": (self.block(),)}, pictures={"picture-1.png": draw_picture()},
        )  # fmt: skip


@settings(max_examples=250, deadline=None)
@example(776888)  # three kinds of spaces before what looks like a callout, where a line ends
@given(st.integers(0, 2**32))
def test_written_documents_are_read_back(seed: int) -> None:
    """A definition of any document is without errors, and has its words, marks and structure."""
    shaped = shape_document(_Author(seed).document())
    if not shaped.parts or not shaped.title:
        return
    with tempfile.TemporaryDirectory() as root:
        briefing, collector = define(shaped, Path(root))
        texts = {
            path.name: path.read_text(encoding="utf-8")
            for path in Path(root).rglob("*.*")
            if path.suffix in (".md", ".yaml")
        }
    errors = [each for each in collector.diagnostics if each.code.severity is Severity.ERROR]
    assert not errors, (errors, texts)
    assert briefing is not None
    assert _words(briefing.title.spans) == _words((Str(shaped.title),))
    assert _read(briefing) == list(_expect(shaped)), texts


def _expect(document: Document) -> Iterator[object]:
    """Yield what the sections of a document must say."""
    for section in part_sections(document):
        yield ("section", _words(section.title))
        yield from filter(None, map(_expect_part, section.parts))


def _expect_part(part: Part) -> object:
    match part:
        case Para(spans):
            return _words(spans)
        case Head(level, spans):
            return ("head", level, _words(spans))
        case Listing(ordered, items, start):
            inner = [[_expect_part(each) for each in item] for item in items]
            return ("list", ordered, start if ordered else 1, inner)
        case Quotation(parts, attribution):
            return ("quote", [_expect_part(each) for each in parts], _words(attribution))
        case Grid(head, rows, caption):
            width = len(head or rows[0])
            whole = [[_words(cell) for cell in row] for row in (head or ((),) * width, *rows)]
            return ("grid", whole, _words(caption))
        case Picture(_, alt, caption):
            return ("picture", _words((Str(alt or plain_text(caption)),)), _words(caption))


def _read(briefing: Briefing) -> list[object]:
    made: list[object] = []
    for section in briefing.sections:
        made.append(("section", _words(section.title.spans)))
        made += filter(None, map(_read_block, section.blocks))  # notes of titles stand alone
    return made


def _read_block(block: Block) -> object:
    match block:
        case Paragraph(_, text):
            return _words(text.spans)
        case Heading(_, level, text):
            return ("head", level, _words(text.spans))
        case ListBlock(_, ordered, start, items):
            inner = [[_read_block(each) for each in item] for item in items]
            return ("list", ordered, start if ordered else 1, inner)
        case Quote(_, blocks, attribution):
            by = attribution.spans if attribution else ()
            return ("quote", [_read_block(each) for each in blocks], _words(by))
        case Table(_, caption, _, head, rows):
            whole = [[_words(cell.spans) for cell in row] for row in (head, *rows)]
            return ("grid", whole, _words(caption.spans if caption else ()))
        case Figure(_, _, alt, caption):
            return ("picture", _words(alt.spans), _words(caption.spans if caption else ()))
    raise AssertionError(block)


def _words(spans: tuple[Inline, ...]) -> str:
    """Give the words with single blanks."""
    return " ".join(plain_text(spans).split())


def test_marks_are_kept() -> None:
    """Emphasis, links and languages are written wherever Markdown can say them."""
    link = Link("https://a.example/", (Str("Ort"),))
    spans = (
        Strong((Str("„Hafen“"),)), Str("s "), Emphasis((Str("See "), Strong((Str("und"),)),
        Str(" Land"))), Str(" "), Strong((link,)), Str("e "), Foreign("ru", (Str("порт"),)),
    )  # fmt: skip
    assert InlineWriter().write(spans) == (
        "**„Hafen**“s *See **und** Land* [**Ort**](https://a.example/)e [порт]{lang=ru}"
    )
