"""The vertical form: a list that splits over pages, dates in the margin, spans as stripes.

Nothing is to scale: the distance between entries grows slowly with the time between them, and
long gaps are noted in words.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from brief.compose.timeline.markers import RADIUS, RADIUS_MAJOR, draw_marker
from brief.compose.timeline.markup import Drawings, lang_of, link
from brief.compose.timeline.scene import Area, Line, Mark, Scene, mirror_scene, rectangle
from brief.compose.timeline.statements import (
    NO_WORDS,
    Border,
    Dated,
    Moment,
    Statements,
    Stretch,
    Wording,
    begin_of,
)
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

_TALL = 900.0  # rails are drawn this long and cut off by their box
_LANE, _BAR = 7.0, 4.0
_YEAR = 365.2425
_GAP_YEARS = 4
_TORN = 30.0  # pixels by which a date must become narrower for a line that ends in `to`
_DASH = "\u00a0– "  # of a range whose ends are words


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry of the list; `last` is the row to which its stripe reaches, `lane` its lane.

    `date` holds the lines of its date, `who` the heading that it would have in a drawing.
    """

    entry: Dated
    is_era: bool = False
    last: int = -1
    lane: int = -1
    date: tuple[str, ...] = ()
    who: Wording = NO_WORDS


def write_vertical(
    statements: Statements,
    style: Style,
    name_years: Callable[[int], str],
    drawings: Drawings,
    direction: str,
    weak: frozenset[str] = frozenset(),
) -> str:
    """Write the list, in the order of time.

    `name_years` words a number of years; `weak` words do not like the end of a line.
    """
    arranged = _arrange(statements)
    lanes = 1 + max((row.lane for row in arranged), default=-1)
    column = style.rail - 8 - (RADIUS_MAJOR if not lanes else 4 + _LANE * lanes)
    words = Wrapper(style, style.date, style.language, weak, _TORN)
    rows = [
        replace(
            row,
            date=_break_date(row.entry.words.date, column, words),
            who=_name_lane(statements, row),
        )
        for row in arranged
    ]
    items = [
        _write_row(rows, index, column, style, name_years, drawings, direction)
        for index in range(len(rows))
    ]
    return f'<ol class="tl-list">\n{"".join(items)}</ol>\n'


def _break_date(date: str, column: float, words: Wrapper) -> tuple[str, ...]:
    """Break a date that is wider than its column: behind the dash of a range, or evenly."""
    start, dash, end = date.partition(_DASH)
    halves = (start + _DASH.rstrip(), end)
    if dash and words.width(date) > column >= max(map(words.width, halves)):
        return halves
    return words.wrap(date, column).lines


def _arrange(statements: Statements) -> list[_Row]:
    """Sort all entries by their beginning and give spans their lanes, first fit."""
    entries = [_Row(era, is_era=True) for era in statements.eras]
    entries += [_Row(entry) for entry in statements.in_time()]
    rows = sorted(entries, key=lambda row: (begin_of(row.entry), not row.is_era))
    free: list[int] = []
    for index, row in enumerate(rows):
        if isinstance(row.entry, Moment) or row.is_era:
            continue
        last = max(i for i, r in enumerate(rows) if begin_of(r.entry) < row.entry.outer_after)
        lane = next((k for k, until in enumerate(free) if until < index), len(free))
        free[lane : lane + 1] = [max(last, index)]
        rows[index] = _Row(row.entry, last=max(last, index), lane=lane)
    return rows


def _end(entry: Dated) -> float:
    return entry.after if isinstance(entry, Moment) else entry.outer_after


def _write_row(
    rows: list[_Row],
    index: int,
    column: float,
    style: Style,
    name_years: Callable[[int], str],
    drawings: Drawings,
    direction: str,
) -> str:
    row, words = rows[index], rows[index].entry.words
    gap, note = _measure_gap(rows, index, name_years)
    rails = drawings.add(
        _mirror(Scene(style.offset, _TALL, _draw_rails(rows, index, style)), direction)
    )
    side = "left" if direction == "ltr" else "right"
    styles = (
        f"min-height:{len(row.date) * style.title_leading:g}px;padding-bottom:{gap:g}px;"
        f"background-image:url({rails});background-position:{side} top"
    )
    title = "tl-title tl-age" if row.is_era else "tl-title"
    colour = style.muted if row.is_era else row.entry.look.colour
    noted = _write_gap(rows, index, note, style, drawings, direction) if note else ""
    date = "\n".join(row.date)
    kind = "tl-entry tl-era" if row.is_era else "tl-entry"
    return (
        f'<li class="{kind}" id="{escape(row.entry.anchor)}" style="{styles}">'
        f'<span class="tl-when" style="width:{column:g}px;color:{colour}">'
        f'{link(escape(date), words.target)}</span> <span class="{title}"{lang_of(words)}>'
        f"{_write_who(row.who)}{escape(words.title)}</span>{noted}</li>\n"
    )


def _name_lane(statements: Statements, row: _Row) -> Wording:
    """Give the heading that an entry would stand under in a drawing."""
    if row.is_era:
        return statements.groups[row.entry.lane]
    lane = statements.lanes[row.entry.lane]
    return lane.heading if lane.heading.title else statements.groups[lane.group]


def _write_who(who: Wording) -> str:
    if not who.title:
        return ""
    return f'<span class="tl-who"{lang_of(who)}>{escape(who.title)}:</span> '


def _mirror(scene: Scene, direction: str) -> Scene:
    return scene if direction == "ltr" else mirror_scene(scene)


def _measure_gap(
    rows: list[_Row], index: int, name_years: Callable[[int], str]
) -> tuple[float, str]:
    """Give the room below a row and, for a long time without entries, its length in words."""
    if index + 1 == len(rows):
        return 2.0, ""
    after = begin_of(rows[index + 1].entry)
    ends = [_end(row.entry) for row in rows[: index + 1] if not row.is_era]
    passed = [begin_of(rows[index].entry), *(end for end in ends if end <= after)]
    days = after - max(passed)
    years = int(days / _YEAR)
    if years > _GAP_YEARS:
        return 3.0, name_years(years)
    return float(round(3 + min(6.0, 1.6 * math.log1p(days / 60)))), ""


def _write_gap(
    rows: list[_Row], index: int, note: str, style: Style, drawings: Drawings, direction: str
) -> str:
    line = Line((style.rail, 1), (style.rail, _TALL), style.hair, 0.8, "axis", "", (2.4, 2.4))
    ground = Area((rectangle(0, 0, style.offset, _TALL),), style.paper, "ground")
    stripes = _draw_stripes(rows, index, style, inside=True)
    rails = drawings.add(_mirror(Scene(style.offset, _TALL, (ground, line, *stripes)), direction))
    side = "left" if direction == "ltr" else "right"
    image = f"background-image:url({rails});background-position:{side} top"
    return f'<span class="tl-gap" style="{image}">{escape(note)}</span>'


def _draw_rails(rows: list[_Row], index: int, style: Style) -> tuple[Mark, ...]:
    middle = style.title_leading / 2
    top = middle if index == 0 else 0.0
    bottom = middle if index + 1 == len(rows) else _TALL
    marks: list[Mark] = []
    if bottom > top:
        marks.append(Line((style.rail, top), (style.rail, bottom), style.ink, 1.4, "axis"))
    marks += _draw_stripes(rows, index, style)
    row = rows[index]
    if not row.is_era:
        marks.append(_draw_own_marker(row.entry, middle, style))
    return tuple(marks)


def _draw_own_marker(entry: Dated, middle: float, style: Style) -> Area:
    radius = RADIUS_MAJOR if entry.rank == 0 else RADIUS
    if isinstance(entry, Moment):
        hollow = entry.vague or entry.doubted
    else:
        hollow = entry.doubted or Border.VAGUE in (entry.start, entry.end)
    return draw_marker(
        entry.look, (style.rail, middle), radius, style, role="marker", hollow=hollow
    )


def _draw_stripes(
    rows: list[_Row], index: int, style: Style, *, inside: bool = False
) -> list[Mark]:
    """Draw the part of every stripe that passes a row."""
    middle = style.title_leading / 2
    marks: list[Mark] = []
    for begin, row in enumerate(rows):
        if row.lane < 0 or not begin <= index <= row.last or (inside and index == row.last):
            continue
        assert isinstance(row.entry, Stretch)
        colour = row.entry.look.colour
        right = style.rail - 8 - row.lane * _LANE
        top = middle - 5 if begin == index and not inside else 0.0
        bottom = middle + 5 if index == row.last else _TALL
        ring = rectangle(right - _BAR, top, right, bottom)
        marks.append(Area((ring,), colour, "stripe", row.entry.id))
        if index == row.last and row.entry.end is Border.OPEN:
            point = (
                (right - _BAR - 1.4, bottom), (right + 1.4, bottom), (right - _BAR / 2, bottom + 6),
            )  # fmt: skip
            marks.append(Area((point,), colour, "open", row.entry.id))
    return marks
