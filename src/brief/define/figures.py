"""Figures and placements: a picture, or `![](#id)`, alone in its paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from brief.define.attributes import Attributes
from brief.define.desk import Desk
from brief.define.markdown import parse_tokens
from brief.define.naming import Name
from brief.define.passage import Passage
from brief.define.pictures import read_picture
from brief.define.register import Aim, Use
from brief.define.text_checks import Marks
from brief.diag.define_text_codes import MISSING_ALT, PLACED_TWICE, UNSUPPORTED_MARKDOWN
from brief.diag.diagnostic import Place
from brief.model.blocks import Block, Figure
from brief.model.text import Text


class Picture(NamedTuple):
    """`![alt](target "caption")` with the place of each part."""

    whole: Passage
    alt: Passage
    target: Passage
    caption: Passage

    @property
    def is_placement(self) -> bool:
        """Whether it shows something that the YAML declares."""
        return self.target.text.startswith("#")


def find_picture(line: Passage) -> Picture | None:
    """Give the picture that a paragraph consists of, if it is one."""
    if not line.text.startswith("!["):
        return None
    tokens = [
        token for token in parse_tokens(line.text)[0] if token.type != "text" or token.content
    ]
    if len(tokens) != 1 or tokens[0].type != "picture":
        return None
    meta = tokens[0].meta
    target = line.cut(*meta["at"])
    plain = Passage(meta["target"], target.file, target.runs)
    return Picture(line, line.cut(*meta["label"]), plain, line.cut(*meta["title"]))


def make_figure(desk: Desk, picture: Picture, name: Name, attributes: Attributes | None) -> Figure:
    """Make the figure of a picture that stands in a text."""
    if not picture.alt.text.strip():
        hint = "say what it shows: `![A map of the border](…)`"
        message = "the picture has no description"
        desk.collector.report(MISSING_ALT, message, picture.whole.place(), hint)
    read_picture(desk, picture.target.text, picture.target.place())
    given: Mapping[str, Passage] = attributes.values if attributes else {}
    alt = desk.make_text(picture.alt, f"{name.key}.alt", "description")
    caption = _write(desk, picture.caption, name, "caption")
    credit = _write(desk, given.get("credit"), name, "credit")
    return Figure(name.id, picture.target.text, alt, caption, credit)


def place_block(desk: Desk, picture: Picture) -> Block | None:
    """Give the figure, table or timeline that a placement shows; the rest is checked at the end."""
    name = picture.target.text[1:]
    place = picture.whole.place()
    desk.uses.append(Use(Aim.PLACEMENT, name, place))
    if picture.alt.text.strip() or picture.caption.text.strip():
        message = "what is placed brings its own caption and description"
        hint = f"write `![](#{name})`, and the words where the YAML declares it"
        desk.collector.report(UNSUPPORTED_MARKDOWN, message, place, hint)
    return show_block(desk, name, place)


def show_block(desk: Desk, name: str, place: Place) -> Block | None:
    """Give what has the id, once; a second time is reported."""
    if name in desk.placed:
        first = desk.placed[name]
        message = f"`{name}` is shown already, on line {first.line}"
        desk.collector.report(PLACED_TWICE, message, place, f"write `[](#{name})` to refer to it")
        return None
    desk.placed[name] = place
    return desk.placeable.get(name)


def _write(desk: Desk, words: Passage | None, name: Name, field: str) -> Text | None:
    if words is None or not words.text.strip():
        return None
    return desk.make_text(words.strip(), f"{name.key}.{field}", field, Marks.CITATIONS)
