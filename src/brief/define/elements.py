"""Figures and tables that the YAML declares, to be placed by their ids."""

from __future__ import annotations

from brief.define.block_tree import build_tree
from brief.define.desk import Desk
from brief.define.fields import FigureFields, TableFields
from brief.define.files import read_text_file
from brief.define.markdown import parse_blocks
from brief.define.naming import Name
from brief.define.nodes import Scalar
from brief.define.passage import Passage
from brief.define.pictures import read_picture
from brief.define.tables import make_table, report_lost_table
from brief.define.text_checks import Marks
from brief.diag.define_text_codes import SECTION_CONTENT, TABLE_EXPECTED
from brief.model.blocks import Figure, Table
from brief.model.text import Text


def declare_figure(desk: Desk, name: Scalar, fields: FigureFields) -> None:
    """Make a figure and let texts place it."""
    desk.elements.declare(name.text, "figure", name.place)
    read_picture(desk, fields.file.text, fields.file.place)
    key = f"figure/{name}"
    desk.placeable[name.text] = Figure(
        id=name.text,
        file=fields.file.text,
        alt=desk.make_field(fields.alt, f"{key}.alt", "description"),
        caption=desk.make_optional(fields.caption, f"{key}.caption", "caption", Marks.CITATIONS),
        credit=desk.make_optional(fields.credit, f"{key}.credit", "credit", Marks.CITATIONS),
    )


def declare_table(desk: Desk, name: Scalar, fields: TableFields) -> None:
    """Make a table and let texts place it."""
    desk.elements.declare(name.text, "table", name.place)
    key = f"table/{name}"
    texts: dict[str, Text] = {}
    for field in ("caption", "note", "credit"):
        given: Scalar | None = getattr(fields, field)
        if given is not None:
            texts[field] = desk.make_field(given, f"{key}.{field}", field, Marks.CITATIONS)
    made = _read_table(desk, name, fields, texts)
    if made is not None:
        desk.placeable[name.text] = made


def _read_table(
    desk: Desk, name: Scalar, fields: TableFields, texts: dict[str, Text]
) -> Table | None:
    text = _find_text(desk, name, fields)
    if text is None:
        return None
    branches = build_tree(parse_blocks(text.text), text.lines())
    if len(branches) == 1 and branches[0].kind == "table_open":
        known = Name(name.text, f"table/{name}")
        columns = [column.passage.strip() for column in fields.columns] or None
        return make_table(desk, branches[0].lines, known, texts, columns=columns)
    if not any(report_lost_table(desk, branch.lines) for branch in branches):
        hint = "write a head row, a row of hyphens (`|---|---|`) and the rows, and nothing else"
        message = f"this is not one table, as `{name}` needs it"
        desk.collector.report(TABLE_EXPECTED, message, text.strip().place(), hint)
    return None


def _find_text(desk: Desk, name: Scalar, fields: TableFields) -> Passage | None:
    if (fields.text is None) == (fields.file is None):
        message = f"the table `{name}` needs its rows once: in `text` or in `file`"
        hint = "write the rows under `text: |`, or name a Markdown file"
        desk.collector.report(SECTION_CONTENT, message, name.place, hint)
        return None
    if fields.text is not None:
        return fields.text.passage
    assert fields.file is not None
    return read_text_file(desk, fields.file)
