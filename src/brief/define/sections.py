"""Make the sections of a briefing."""

from __future__ import annotations

from brief.define.blocks import read_section
from brief.define.desk import Desk
from brief.define.fields import SectionFields
from brief.define.figures import show_block
from brief.define.files import read_text_file
from brief.define.passage import Passage
from brief.define.register import Aim, Use, refuse_reserved
from brief.diag.define_text_codes import EMPTY_SECTION, SECTION_CONTENT
from brief.model.blocks import Block
from brief.model.briefing import Section

_CONTENTS = ("text", "file", "timeline")


def make_section(desk: Desk, fields: SectionFields) -> Section:
    """Make one section from its text, its file or its timeline."""
    name = fields.id.text
    desk.elements.declare(name, "section", fields.id.place)
    refuse_reserved(name, fields.id.place, desk.collector)
    title = desk.make_field(fields.title, name, "title")
    return Section(name, title, _read_blocks(desk, fields), fields.id.place)


def _read_blocks(desk: Desk, fields: SectionFields) -> tuple[Block, ...]:
    given = [name for name in _CONTENTS if getattr(fields, name) is not None]
    if len(given) != 1:
        has = " and ".join(f"`{name}`" for name in given) or "no content"
        message = f"the section `{fields.id}` has {has}"
        hint = "keep one of `text`, `file` and `timeline`" if given else "add `text:` or `file:`"
        desk.collector.report(SECTION_CONTENT, message, fields.id.place, hint)
    blocks: tuple[Block, ...] = ()
    for text in _find_texts(desk, fields):
        blocks += _read_text(desk, text, fields)
    return blocks + _show_timeline(desk, fields)


def _find_texts(desk: Desk, fields: SectionFields) -> list[Passage]:
    found = [None if fields.text is None else fields.text.passage]
    found.append(None if fields.file is None else read_text_file(desk, fields.file))
    return [text for text in found if text is not None]


def _read_text(desk: Desk, text: Passage, fields: SectionFields) -> tuple[Block, ...]:
    if not text.text.strip():
        message = f"the section `{fields.id}` is empty"
        place = fields.id.place if fields.file is None else text.place(0, 0)
        desk.collector.report(EMPTY_SECTION, message, place, "write its text, or remove it")
        return ()
    return read_section(desk, text, fields.id.text)


def _show_timeline(desk: Desk, fields: SectionFields) -> tuple[Block, ...]:
    if fields.timeline is None:
        return ()
    name, place = fields.timeline.text, fields.timeline.place
    desk.uses.append(Use(Aim.PLACEMENT, name, place))
    block = show_block(desk, name, place)
    return () if block is None else (block,)
