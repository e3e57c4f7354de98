"""Read a Markdown text into blocks.

The parser tells which lines belong to which block; the words are then taken from the passage
itself, so that every text knows its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brief.define.asides import read_opening
from brief.define.attributes import Attributes, read_attributes, refuse_values
from brief.define.block_tree import Branch, build_tree, find_too_deep
from brief.define.columns import split_columns
from brief.define.desk import Desk
from brief.define.figures import Picture, find_picture, make_figure, place_block
from brief.define.footnotes import read_footnote
from brief.define.markdown import parse_blocks
from brief.define.naming import Name, Namer
from brief.define.paragraphs import part_attribution, read_heading, read_words
from brief.define.passage import Passage
from brief.define.tables import make_table, report_lost_table, write_table_texts
from brief.define.text_checks import Marks
from brief.diag.define_codes import EMPTY_FIELD
from brief.diag.define_text_codes import (
    BLOCK_NOT_HERE,
    MISPLACED_ID,
    NESTED_TOO_DEEPLY,
    UNSUPPORTED_MARKDOWN,
)
from brief.diag.diagnostic import Code
from brief.model.blocks import Aside, Block, Heading, ListBlock, Paragraph, Quote, Table
from brief.model.text import Text

_KINDS: Mapping[str, tuple[str, str]] = {  # the letter of automatic ids, and what authors call it
    "paragraph_open": ("p", "paragraph"),
    "heading_open": ("h", "heading"),
    "bullet_list_open": ("l", "list"),
    "ordered_list_open": ("l", "list"),
    "blockquote_open": ("q", "quotation"),
    "table_open": ("t", "table"),
    "aside_open": ("a", "callout"),
    "picture": ("f", "figure"),
    "footnote": ("", "footnote"),
}
_REFUSED = {
    "code_block": ("lines indented by four spaces are code", "remove the indentation"),
    "fence": ("there are no code blocks", "write the text as a paragraph"),
    "hr": ("there are no rules", "write a heading, `## …`, or leave it out"),
}
_SECTION = frozenset(_KINDS)
_SUMMARY = frozenset({"paragraph_open"})
_INSIDE = frozenset({"paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open"})


@dataclass(frozen=True, slots=True)
class _Spot:
    """A block with what may stand there, the id given to it, and its name inside another block."""

    branch: Branch
    allowed: frozenset[str]
    given: Attributes | None
    number: Name | None


def read_section(desk: Desk, text: Passage, section: str) -> tuple[Block, ...]:
    """Read the text of a section."""
    return _read_text(_BlockReader(desk, Namer(desk, section), Marks.ALL, section), text, _SECTION)


def read_summary(desk: Desk, text: Passage) -> tuple[Block, ...]:
    """Read the summary, which consists of paragraphs."""
    reader = _BlockReader(desk, Namer(desk, "summary"), Marks.CITATIONS, kind="summary")
    return _read_text(reader, text, _SUMMARY)


def _read_text(reader: _BlockReader, text: Passage, allowed: frozenset[str]) -> tuple[Block, ...]:
    branches = build_tree(parse_blocks(text.text), text.lines())
    if deep := next(find_too_deep(branches), None):
        message = "what stands here is nested too deeply to be read"
        reader.refuse(NESTED_TOO_DEEPLY, message, deep, "flatten the list or quotation")
        return ()
    return reader.read(branches, allowed, lambda number: None)


@dataclass(slots=True)
class _BlockReader:
    """Reads the blocks of one text; `scope` is the section whose footnotes it calls, if any."""

    desk: Desk
    namer: Namer
    marks: Marks
    scope: str = ""
    kind: str = "paragraph"
    level: int = 1

    def read(
        self,
        branches: Sequence[Branch],
        allowed: frozenset[str],
        number: Callable[[int], Name | None],
    ) -> tuple[Block, ...]:
        """Read blocks that stand side by side; `number` names those that stand in another."""
        made: list[Block] = []
        count = 0
        given: Attributes | None = None
        for branch in branches:
            if branch.kind == "block_id":
                self._refuse_lost(given)
                given = read_attributes(branch.lines[0], self.desk.collector)
                continue
            count += branch.kind != "footnote"
            block = self._read_branch(_Spot(branch, allowed, given, number(count)))
            made += [] if block is None else [block]
            given = None
        self._refuse_lost(given)
        return tuple(made)

    def refuse(self, code: Code, message: str, branch: Branch, hint: str) -> None:
        """Report a block, at its first line."""
        place = branch.lines[0].strip().place() if branch.lines else None
        self.desk.collector.report(code, message, place, hint)

    def _read_branch(self, spot: _Spot) -> Block | None:
        kind = spot.branch.kind
        if kind in _REFUSED:
            self.refuse(UNSUPPORTED_MARKDOWN, _REFUSED[kind][0], spot.branch, _REFUSED[kind][1])
            return None
        if kind not in spot.allowed:
            self._refuse_here(spot, kind)
            return None
        read = _READERS[kind]
        return read(self, spot)

    def _read_footnote(self, spot: _Spot) -> None:
        self._refuse_lost(spot.given)
        read_footnote(self.desk, spot.branch.lines, self.namer.section)

    def _read_paragraph(self, spot: _Spot) -> Block | None:
        if report_lost_table(self.desk, spot.branch.lines):
            return None
        words = read_words(self.desk, spot.branch)
        picture = find_picture(words)
        if picture is not None:
            return self._read_picture(spot, picture)
        name = self._name(spot, words)
        return Paragraph(name.id, self._write(words, name.key, self.kind))

    def _read_picture(self, spot: _Spot, picture: Picture) -> Block | None:
        if "picture" not in spot.allowed:
            self._refuse_here(spot, "picture")
            return None
        if picture.is_placement:
            self._refuse_lost(spot.given)
            return place_block(self.desk, picture)
        name = self._name(spot, picture.whole, "picture", ("credit",))
        return make_figure(self.desk, picture, name, spot.given)

    def _read_heading(self, spot: _Spot) -> Heading:
        words, level = read_heading(self.desk, spot.branch, self.level)
        self.level = level
        name = self._name(spot, words)
        return Heading(name.id, level, self.desk.make_text(words, name.key, "heading"))

    def _read_list(self, spot: _Spot) -> ListBlock:
        name = self._name(spot, spot.branch.lines[0])
        items = []
        for position, item in enumerate(spot.branch.children, start=1):
            if not item.children:
                self.refuse(EMPTY_FIELD, "this item of the list is empty", item, "remove it")
            items.append(self.read(item.children, _INSIDE, _number_item(name.part(position))))
        start = int(spot.branch.token.attrs.get("start", 1))
        ordered = spot.branch.kind == "ordered_list_open"
        return ListBlock(name.id, ordered, start, tuple(items))

    def _read_quote(self, spot: _Spot) -> Quote:
        name = self._name(spot, spot.branch.lines[0])
        by = part_attribution(spot.branch)
        if not spot.branch.children:
            self.refuse(EMPTY_FIELD, "the quotation has no words", spot.branch, "write them")
        blocks = self.read(spot.branch.children, _INSIDE, name.part)
        key = name.part("by").key
        words = None if by is None else self._write(by, key, "attribution")
        return Quote(name.id, blocks, words)

    def _read_table(self, spot: _Spot) -> Table:
        name = self._name(
            spot, spot.branch.lines[0], None, ("caption", "note", "credit", "columns")
        )
        given = spot.given.values if spot.given else {}
        texts = write_table_texts(self.desk, name, given)
        columns = split_columns(given["columns"]) if "columns" in given else None
        return make_table(self.desk, spot.branch.lines, name, texts, self.scope, columns)

    def _read_aside(self, spot: _Spot) -> Aside:
        kind, title = read_opening(self.desk, spot.branch)
        name = self._name(spot, spot.branch.lines[0])
        key = name.part("title").key
        words = None if title is None else self.desk.make_text(title, key, "title", Marks.CITATIONS)
        blocks = self.read(spot.branch.children, _INSIDE, name.part)
        return Aside(name.id, kind, words, blocks)

    def _name(
        self, spot: _Spot, line: Passage, kind: str | None = None, values: tuple[str, ...] = ()
    ) -> Name:
        """Name a block, and report the values that its kind does not take."""
        letter, what = _KINDS[kind or spot.branch.kind]
        refuse_values(spot.given, values, what, self.desk.collector)
        if spot.number is None:
            return self.namer.name(spot.given, letter, what, line)
        if spot.given is not None and spot.given.id.text:
            return self.namer.declare(spot.given, what)
        return spot.number

    def _write(self, words: Passage, key: str, kind: str) -> Text:
        return self.desk.make_text(words, key, kind, self.marks, self.scope)

    def _refuse_here(self, spot: _Spot, kind: str) -> None:
        message = f"a {_KINDS[kind][1]} cannot stand here"
        hint = "move it out, into the text of the section itself"
        if not self.scope:
            hint = "move it into a section; the summary consists of paragraphs"
        self.refuse(BLOCK_NOT_HERE, message, spot.branch, hint)

    def _refuse_lost(self, given: Attributes | None) -> None:
        """Report an id that no block follows."""
        if given is not None:
            message = f"no block that could have the id `{given.id.text}` follows"
            hint = "put it on the line before a paragraph, heading, list, quotation or table"
            place = given.line.strip().place()
            self.desk.collector.report(MISPLACED_ID, message, place, hint)


def _number_item(name: Name) -> Callable[[int], Name]:
    """Name the first block of a list's item as the item, and further ones by their number."""
    return lambda number: name if number == 1 else name.part(f"b{number}")


_READERS: Mapping[str, Callable[[_BlockReader, _Spot], Block | None]] = {
    "paragraph_open": _BlockReader._read_paragraph,
    "heading_open": _BlockReader._read_heading,
    "bullet_list_open": _BlockReader._read_list,
    "ordered_list_open": _BlockReader._read_list,
    "blockquote_open": _BlockReader._read_quote,
    "table_open": _BlockReader._read_table,
    "aside_open": _BlockReader._read_aside,
    "footnote": _BlockReader._read_footnote,
}
