"""The blocks of Markdown that briefings know, with their ids, keys and places."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.model.blocks import (
    Alignment,
    Aside,
    AsideKind,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    TimelinePlacement,
)
from brief.model.briefing import Briefing
from brief.model.text import plain_text
from brief.model.walk import iterate_texts
from tests.cases.case_files import draw_png
from tests.define.definitions import HEAD, codes, read_files, read_section, write_definition


def read(text: str, root: Path) -> tuple[Block, ...]:
    """Read a text in which nothing is wrong."""
    briefing, collector = read_section(text, root)
    assert briefing is not None, codes(collector)
    assert not collector.diagnostics, codes(collector)
    return briefing.sections[0].blocks


def keys(blocks: tuple[Block, ...]) -> list[str]:
    """Give the keys of all texts, without briefing and section."""
    return [text.key.removeprefix("case/one/") for text in iterate_texts(blocks)]


def words(block: Block) -> str:
    """Give the words of a paragraph or heading."""
    assert isinstance(block, Paragraph | Heading)
    return plain_text(block.text.spans)


def test_paragraphs_are_joined_lines(tmp_path: Path) -> None:
    """Lines are joined by a space; the text knows its source on one line and its place."""
    (block,) = read("{#a}\nOne *two*\n  three.\n", tmp_path)
    assert isinstance(block, Paragraph)
    assert (block.id, block.text.key) == ("a", "case/one/a")
    assert block.text.source == "One *two* three."
    place = block.text.place
    assert place is not None
    assert (place.file, place.line, place.column) == ("briefings/case/one.md", 2, 1)
    assert (place.end_line, place.end_column) == (3, 9)


def test_chinese_lines_are_joined_without_a_space(tmp_path: Path) -> None:
    """Scripts without spaces get none at the ends of lines; Korean gets one."""
    first, second = read("俄罗斯与\n朝鲜。\n\n러시아와\n북한.\n", tmp_path)
    assert words(first) == "俄罗斯与朝鲜。"
    assert words(second) == "러시아와 북한."


def test_blocks_without_id_are_counted_by_kind(tmp_path: Path) -> None:
    """Each kind has its own numbers, and an id of the author's does not count."""
    blocks = read("A.\n\n## H\n\n{#b}\nB.\n\nC.\n\n- L\n\n> Q\n", tmp_path)
    assert keys(blocks) == ["p1", "h1", "b", "p2", "l1.1", "q1.1"]
    ids = [getattr(block, "id", None) for block in blocks]
    assert ids == ["one.p1", "one.h1", "b", "one.p2", "one.l1", "one.q1"]


def test_headings_keep_their_levels(tmp_path: Path) -> None:
    """The first level within a section is 2; closing marks are no words."""
    blocks = read("## A\n\n### B ###\n\n#### C\n\n## D\n", tmp_path)
    assert [block.level for block in blocks if isinstance(block, Heading)] == [2, 3, 4, 2]
    assert [words(block) for block in blocks] == ["A", "B", "C", "D"]


def test_lists_hold_blocks(tmp_path: Path) -> None:
    """Items hold paragraphs and lists, each with its key."""
    text = "{#l}\n3. one\n4. two\n\n   more\n   - inner\n"
    (block,) = read(text, tmp_path)
    assert isinstance(block, ListBlock)
    assert (block.ordered, block.start, len(block.items)) == (True, 3, 2)
    assert keys((block,)) == ["l.1", "l.2", "l.2.b2", "l.2.b3.1"]
    inner = block.items[1][2]
    assert isinstance(inner, ListBlock)
    assert not inner.ordered


@pytest.mark.parametrize("last", ["> — Someone", ">\n> – Someone", "> -- Someone"])
def test_quotations_say_whose_words_they_are(last: str, tmp_path: Path) -> None:
    """The last line that begins with a dash is the attribution."""
    (block,) = read(f"> Words\n> and words.\n{last}\n", tmp_path)
    assert isinstance(block, Quote)
    assert [words(inner) for inner in block.blocks] == ["Words and words."]
    assert block.attribution is not None
    assert block.attribution.source == "Someone"
    assert keys((block,)) == ["q1.1", "q1.by"]


def test_a_quotation_needs_no_attribution(tmp_path: Path) -> None:
    """A dash within a quotation is a dash."""
    (block,) = read("> Words – and words.\n", tmp_path)
    assert isinstance(block, Quote)
    assert block.attribution is None


def test_tables(tmp_path: Path) -> None:
    """Cells know their columns; caption, note and credit come with the id."""
    text = (
        '{#v caption="A *caption*" note="A note" credit="Someone"}\n'
        "|  | a \\| b | c |\n|:-|:-:|--:|\n| x | [слово]{lang=ru} | 北京 |\n"
    )
    (table,) = read(text, tmp_path)
    assert isinstance(table, Table)
    assert table.alignments == (Alignment.START, Alignment.CENTRE, Alignment.END)
    assert [cell.source for cell in table.head] == ["", "a | b", "c"]
    assert [cell.source for cell in table.rows[0]] == ["x", "[слово]{lang=ru}", "北京"]
    places = [cell.place for cell in table.rows[0]]
    assert [(place.line, place.column) for place in places if place] == [(4, 3), (4, 7), (4, 26)]
    assert table.caption is not None
    assert table.caption.place is not None
    assert table.caption.place.column == 14
    assert keys((table,)) == [
        "v.caption", "v.head.1", "v.head.2", "v.head.3", "v.1.1", "v.1.2", "v.1.3", "v.note",
        "v.credit",
    ]  # fmt: skip


def test_asides(tmp_path: Path) -> None:
    """A callout has a title; margin notes and pull quotes need none."""
    text = (
        "::: callout A *title*\nWords.\n\n- list\n:::\n\n"
        "::: margin-note\nWords.\n:::\n::: pull-quote\nW.\n:::\n"
    )
    asides = [block for block in read(text, tmp_path) if isinstance(block, Aside)]
    assert [aside.kind for aside in asides] == [
        AsideKind.CALLOUT,
        AsideKind.MARGIN_NOTE,
        AsideKind.PULL_QUOTE,
    ]
    assert asides[0].title is not None
    assert asides[0].title.source == "A *title*"
    assert keys(tuple(asides)) == ["a1.title", "a1.1", "a1.2.1", "a2.1", "a3.1"]


def test_figures(tmp_path: Path) -> None:
    """A picture alone in its paragraph is a figure, and its bytes go with the briefing."""
    png = draw_png(3, 2)
    write_definition(tmp_path / "case", {"images/a.png": png})
    briefing, collector = read_section(
        '{#map credit="Someone"}\n![A *map*](images/a.png "The [caption](#map)")\n', tmp_path
    )
    assert briefing is not None, codes(collector)
    (figure,) = briefing.sections[0].blocks
    assert isinstance(figure, Figure)
    assert (figure.id, figure.file) == ("map", "images/a.png")
    assert plain_text(figure.alt.spans) == "A map"
    assert figure.caption is not None
    assert figure.credit is not None
    assert (figure.caption.source, figure.credit.source) == ("The [caption](#map)", "Someone")
    assert figure.caption.place is not None
    assert figure.caption.place.column == 26
    assert [file.path for file in briefing.files] == ["briefing.yaml", "one.md", "images/a.png"]
    assert briefing.files[2].data == png


def test_footnotes_belong_to_their_section(tmp_path: Path) -> None:
    """Two sections may both have a note `[^1]`; texts keep the mark as it was written."""
    yaml = (
        f"{HEAD}sections:\n"
        "  - id: one\n    title: One\n    text: |\n      A.[^1]\n\n      [^1]: First\n      note.\n"
        "  - id: two\n    title: Two\n    text: |\n      B.[^1]\n\n      [^1]: Second.\n"
    )
    write_definition(tmp_path / "case", {"briefing.yaml": yaml})
    briefing = read_whole(tmp_path / "case")
    assert [note.id for note in briefing.footnotes] == ["one/1", "two/1"]
    assert [note.text.source for note in briefing.footnotes] == ["First note.", "Second."]
    assert [note.text.key for note in briefing.footnotes] == ["case/one/^1", "case/two/^1"]
    texts = [text.source for text in iterate_texts(briefing.sections[1].blocks)]
    assert texts == ["B.[^1]"]


def test_timelines_are_placed(tmp_path: Path) -> None:
    """A section that is a timeline holds its placement, and so does a text with its id."""
    line = "  {}:\n    title: T\n    events: [{{id: e, when: 1991, title: E}}]\n"
    yaml = (
        f"{HEAD}sections:\n  - {{id: one, title: One, timeline: a}}\n"
        "  - {id: two, title: Two, text: '![](#b)'}\n"
        f"timelines:\n{line.format('a')}{line.format('b')}"
    )
    write_definition(tmp_path / "case", {"briefing.yaml": yaml})
    briefing = read_whole(tmp_path / "case")
    blocks = [section.blocks for section in briefing.sections]
    assert blocks == [(TimelinePlacement("a"),), (TimelinePlacement("b"),)]


def read_whole(folder: Path) -> Briefing:
    """Read a definition in which nothing is wrong."""
    briefing, collector = read_files(folder)
    assert briefing is not None, codes(collector)
    return briefing
