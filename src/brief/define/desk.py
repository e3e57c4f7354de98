"""The desk on which a definition is put together: what all its parts share while it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it.token import Token

from brief.define.inline_tree import build_inline
from brief.define.markdown import parse_tokens
from brief.define.nodes import Scalar
from brief.define.passage import Passage, join_lines
from brief.define.problems import report_problems
from brief.define.register import Aim, Register, Use
from brief.define.text_checks import Marks, check_characters, check_marks
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.model.blocks import Block
from brief.model.briefing import Footnote
from brief.model.text import Text


@dataclass(slots=True)
class Desk:
    """What is known of a briefing while it is read.

    `placeable` are the figures, tables and timelines that texts can place by their ids, `placed`
    those that have been. `anchors` are the addresses that entries of timelines have in the
    document. `unnamed` are the places of blocks without id, by section.
    """

    briefing: str
    language: str
    folder: Path
    shown: str
    collector: Collector
    elements: Register
    files: dict[str, bytes] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    footnote_places: dict[str, Place] = field(default_factory=dict)
    placeable: dict[str, Block] = field(default_factory=dict)
    placed: dict[str, Place] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    unnamed: dict[str, list[Place]] = field(default_factory=dict)

    def make_field(self, scalar: Scalar, key: str, kind: str, marks: Marks = Marks.NONE) -> Text:
        """Make the text of a field; its lines are joined."""
        return self.make_text(join_lines(scalar.passage.lines()), key, kind, marks)

    def make_optional(
        self, scalar: Scalar | None, key: str, kind: str, marks: Marks = Marks.NONE
    ) -> Text | None:
        """Make the text of a field that may be absent."""
        return None if scalar is None else self.make_field(scalar, key, kind, marks)

    def make_text(
        self, line: Passage, key: str, kind: str, marks: Marks = Marks.NONE, scope: str = ""
    ) -> Text:
        """Make a text of one line of Markdown, and note what it uses and what is wrong with it.

        `key` is without the id of the briefing; `scope` is the section whose footnotes it calls.
        """
        tokens, notes = parse_tokens(line.text)
        problems = [*notes.problems, *check_marks(tokens, marks, kind)]
        problems += check_characters(line.text, notes, self.language)
        report_problems(problems, line, self.collector)
        self.uses += _find_uses(tokens, line, marks, scope)
        kept = [token for token in tokens if token.type != "picture"]
        spans = build_inline(kept, scope)
        whole = f"{self.briefing}/{key}"
        return Text(whole, kind, line.text, spans, self.language, place=line.place())


def _find_uses(tokens: Sequence[Token], line: Passage, marks: Marks, scope: str) -> Iterator[Use]:
    for token in tokens:
        for aim, name, start, end in _name_aims(token):
            excused = token.type not in marks.value
            yield Use(aim, name, line.place(start, end), scope, excused)


def _name_aims(token: Token) -> Iterator[tuple[Aim, str, int, int]]:
    """Give the ids that a token uses, each with its stretch of the text."""
    meta = token.meta
    match token.type:
        case "citation":
            for item in meta["cited"]:
                yield Aim.SOURCE, item.source.source, item.start, item.end
        case "footnote":
            yield Aim.FOOTNOTE, meta["id"], meta["start"], meta["end"]
        case "reference":
            yield Aim.NUMBER, meta["id"], meta["start"], meta["end"]
        case "link_open" if meta["target"].startswith("#"):
            yield Aim.LINK, meta["target"][1:], meta["start"], meta["end"]
        case _:
            pass
