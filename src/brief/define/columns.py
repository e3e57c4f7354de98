"""Read what the columns of a table hold: `columns="text, number, unit=kilometer"`.

The cells of a column of figures are written by each language in its own way, so that nobody has
to translate them.
"""

from __future__ import annotations

from collections.abc import Sequence

from brief.define.desk import Desk
from brief.define.fillings import Filling, fill, read_filling, refuse_attribute
from brief.define.passage import Passage
from brief.define.problems import Problem, report_problems
from brief.diag.define_text_codes import UNEVEN_TABLE
from brief.model.blocks import Alignment
from brief.model.text import Text

_TEXT = "text"
_NOTHING = frozenset({"", "–", "—", "-", "…", "?"})  # a cell without a figure


def read_columns(
    desk: Desk, given: Sequence[Passage] | None, count: int
) -> tuple[Filling | None, ...]:
    """Give what each of `count` columns holds, None for text; mistakes are reported."""
    if given is None:
        return (None,) * count
    if len(given) != count:
        named = "1 column is" if len(given) == 1 else f"{len(given)} columns are"
        message = f"{named} named, but the table has {count}"
        hint = "name all of them; `text` is one that is translated"
        desk.collector.report(UNEVEN_TABLE, message, given[0].place(), hint)
        return (None,) * count
    return tuple(_read_column(desk, column) for column in given)


def split_columns(given: Passage) -> list[Passage]:
    """Split the names of columns at commas."""
    parts, start = [], 0
    for part in given.text.split(","):
        parts.append(given.cut(start, start + len(part)).strip())
        start += len(part) + 1
    return parts


def align_column(column: Filling | None, given: Alignment) -> Alignment:
    """Give the alignment of a column: figures stand at its end unless the author says otherwise."""
    figures = column is not None and column.kind != "name"
    return Alignment.END if figures and given is Alignment.START else given


def make_cell(desk: Desk, cell: Passage, column: Filling, key: str) -> Text | None:
    """Make a cell of a column of figures or names; None if it holds neither."""
    words = cell.strip()
    if words.text in _NOTHING:
        return None
    made = fill(words.text, column, 0, short=True)
    if isinstance(made, Problem):
        report_problems((made,), words, desk.collector)
        return None
    attribute = f"{column.kind}={column.of}" if column.of else column.kind
    source = f"[{words.text}]{{{attribute}}}"
    return Text(
        f"{desk.briefing}/{key}", "cell", source, (made,), desk.language, place=words.place()
    )


def _read_column(desk: Desk, column: Passage) -> Filling | None:
    if column.text == _TEXT:
        return None
    found = read_filling(column.text)
    if isinstance(found, Filling):
        return found
    hint = found or "write `text`, `number`, `percent`, `name`, `currency=USD` or `unit=kilometer`"
    problem = refuse_attribute(column.text, 0, len(column.text), hint)
    report_problems((problem,), column, desk.collector)
    return None
