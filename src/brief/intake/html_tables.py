"""Read tables of HTML into rows of equal length."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from brief.intake.inline import is_blank
from brief.model.document import Grid, Spans

ReadCell = Callable[[Element], Spans]

_LONGEST_SPAN = 100
_CELLS = ("td", "th")


def read_grid(table: Element, read: ReadCell) -> Grid | None:
    """Read a table; None if it has a single column or holds tables, which is layout.

    A cell over several columns stands in the first of them; one over several rows is repeated.
    """
    if any(child.tag == "table" for child in table.iter() if child is not table):
        return None
    rows = list(_list_rows(table))
    cells = _fill([list(row) for row, _ in rows], read)
    width = max((len(row) for row in cells), default=0)
    if width < 2:
        return None
    full = [tuple(row + [()] * (width - len(row))) for row in cells]
    heads = [is_head for _, is_head in rows]
    has_head = bool(heads) and heads[0]
    kept = [row for row in full[has_head:] if not all(is_blank(cell) for cell in row)]
    caption = next((read(child) for child in table if child.tag == "caption"), ())
    return Grid(full[0] if has_head else (), tuple(kept), caption)


def _list_rows(table: Element) -> Iterator[tuple[list[Element], bool]]:
    """Yield the rows with whether each is a head row."""
    for part in table:
        if part.tag == "tr":
            yield _row(part, in_head=False)
        elif part.tag in ("thead", "tbody", "tfoot"):
            for row in part:
                if row.tag == "tr":
                    yield _row(row, in_head=part.tag == "thead")


def _row(row: Element, *, in_head: bool) -> tuple[list[Element], bool]:
    cells = [cell for cell in row if cell.tag in _CELLS]
    return cells, in_head or (bool(cells) and all(cell.tag == "th" for cell in cells))


def _fill(rows: list[list[Element]], read: ReadCell) -> list[list[Spans]]:
    """Give every row its cells, with those that reach down from the rows above."""
    filled: list[list[Spans]] = []
    below: dict[int, tuple[int, Spans]] = {}
    for row in rows:
        made: list[Spans] = []

        def take_from_above(made: list[Spans] = made) -> None:
            while len(made) in below:
                left, spans = below[len(made)]
                if left > 1:
                    below[len(made)] = (left - 1, spans)
                else:
                    del below[len(made)]
                made.append(spans)

        for cell in row:
            take_from_above()
            spans = read(cell)
            if (down := _span(cell, "rowspan")) > 1:
                below[len(made)] = (down - 1, spans)
            made += [spans, *[()] * (_span(cell, "colspan") - 1)]
        take_from_above()
        filled.append(made)
    return filled


def _span(cell: Element, name: str) -> int:
    written = cell.get(name) or "1"
    return max(1, min(int(written), _LONGEST_SPAN)) if written.isdigit() else 1
