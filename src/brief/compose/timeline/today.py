"""The line at the state of knowledge, drawn only where the author asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.compose.timeline.baseline import AXIS
from brief.compose.timeline.eras import ROW, Era, cut_rule
from brief.compose.timeline.scale import Scale
from brief.compose.timeline.scene import Line, Words
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

_PAD = 4.0
_GAP = 8.0
_DOTS = (1.2, 2.4)


@dataclass(frozen=True, slots=True)
class Today:
    """The line with its label, which stands in a row with the names of the eras."""

    place: float
    label: str
    left: float
    width: float
    row: int


def place_today(
    statements: Statements, scale: Scale, eras: Sequence[Era], label: Wrapper, width: float
) -> Today | None:
    """Place the line, with its label on the side where there is room, in a row that is free."""
    if not statements.today:
        return None
    place, taken = scale.place(statements.now), label.width(statements.today)
    left = place - _PAD - taken if place - _PAD - taken >= 0 else place + _PAD
    left = max(0.0, min(left, width - taken))
    beside = [era for era in eras if _overlaps(era, left - _GAP, left + taken + _GAP)]
    rows = {era.row + line for era in beside for line in range(len(era.name))}
    row = next(number for number in range(len(rows) + 1) if number not in rows)
    return Today(place, statements.today, left, taken, row)


def _overlaps(era: Era, left: float, right: float) -> bool:
    end = era.name_left + era.name_width
    if era.date:
        end += _GAP + era.date_width
    return era.name_left < right and left < end


def write_label(today: Today, top: float, style: Style) -> Words:
    """Write the label; `top` is where the rows begin."""
    high = top + 3 + today.row * ROW
    return Words(today.left, high, today.width, (today.label,), "era-date", style.ink,
                 style.small_leading, "today", AXIS)  # fmt: skip


def draw_line(today: Today, bottom: float, words: Sequence[Words], style: Style) -> Iterator[Line]:
    """Draw a dotted line from the label down, cut where words are."""
    top = next(word.top for word in words if word.role == "today")
    for low, high in cut_rule(today.place, top, bottom, words):
        yield Line((today.place, low), (today.place, high), style.ink, 1.2, "today", "", _DOTS)
