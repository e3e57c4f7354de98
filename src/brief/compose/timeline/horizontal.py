"""The horizontal form: flags above an axis, spans below it, eras behind; lanes one under another.

Statements come in, a scene goes out: numbers alone, with the words in the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from brief.compose.timeline import baseline, eras, today
from brief.compose.timeline.axis import AxisWords, Tick, list_ticks
from brief.compose.timeline.bands import (
    Band,
    Content,
    Wrappers,
    draw_events,
    list_contents,
    make_wrappers,
    needs_more_room,
    stand_band,
)
from brief.compose.timeline.events import write_label
from brief.compose.timeline.markers import REACH
from brief.compose.timeline.proportion import draw_proportion
from brief.compose.timeline.scale import WHOLE, Cuts, Scale, make_scale
from brief.compose.timeline.scene import Line, Mark, Scene, Words
from brief.compose.timeline.spans import draw_bars
from brief.compose.timeline.staircase import PAD
from brief.compose.timeline.statements import Statements, Wording
from brief.compose.timeline.style import Style

START, END = 26.0, 18.0  # from the edges of the figure to the first and last day
_SHORTEST = 90.0  # no axis is shorter
_HEAD = 6.0  # above the highest flag
_INDENT, _HEADING = 5.0, 3.0  # of headings, from the edge and from what is above and below
_BARS = 6.0  # from the labels of the axis to the bars
_LANE_BARS = 12.0  # from the line of a lane to its bars
_LANE_FOOT = 6.0
_CORRIDOR = 14.0  # between the two lines of a lane, for the markers on both
_AXIS_ROOM = 8.0  # above the common axis of lanes


@dataclass(frozen=True, slots=True)
class Plan:
    """A laid-out figure.

    `shift` is how far the pole that moved most stands from its date, `leader` how far the label
    that is farthest from the axis stands off.
    """

    scene: Scene
    shift: float
    leader: float
    scale: Scale


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that is settled by the scale alone; `eras` are those of each group."""

    scale: Scale
    eras: tuple[tuple[eras.Era, ...], ...]
    edges: tuple[float, ...]
    today: today.Today | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """All that is settled before anything is drawn."""

    statements: Statements
    under: _Ground
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    style: Style
    axis: AxisWords


@dataclass(slots=True)
class _Sheet:
    """What has been drawn so far, the backmost apart."""

    behind: list[Mark] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def plan_horizontal(
    statements: Statements,
    style: Style,
    axis: AxisWords,
    cuts: Cuts = WHOLE,
    effort: float = 1.0,
    sides: int = 1,
) -> Plan | None:
    """Lay out a figure of the width of the style; it may be very high.

    Gives None only if there are more events than poles can stand beside each other. `effort` is
    the share of the usual search, for a figure that is only to be measured. With two `sides`,
    every second event hangs below its line.
    """
    words = make_wrappers(style, axis)
    contents = list_contents(statements, words, style)
    if needs_more_room(contents, style.width, sides):
        return None
    under = _lay_ground(statements, style, style.width - END, words, cuts)
    bands = _stand(contents, under, words, style, sides, effort)
    if bands is None:
        # On a shorter axis every flag fits on the reading side, and a staircase always exists.
        contents = tuple(
            replace(each, labels=tuple(ways[:1] for ways in each.labels)) for each in contents
        )
        widest = max(ways[0].width for each in contents for ways in each.labels)
        right = max(style.width - widest - PAD - REACH - 1, START + _SHORTEST)
        under = _lay_ground(statements, style, right, words, cuts)
        bands = _stand(contents, under, words, style, sides, effort)
    if bands is None:
        return None
    ticks = list_ticks(under.scale, style.width, axis)
    scene = _compose(_Frame(statements, under, tuple(bands), ticks, style, axis))
    shift, leader = max(band.shift for band in bands), max(band.leader for band in bands)
    return Plan(scene, shift, leader, under.scale)


def _lay_ground(
    statements: Statements, style: Style, right: float, words: Wrappers, cuts: Cuts
) -> _Ground:
    """Settle scale and eras; `right` is where the last day ends."""
    scale = make_scale(statements.first, statements.after, START, right, cuts)
    grounds = tuple(
        tuple(_arrange_eras(statements, group, scale, style, words))
        for group in range(len(statements.groups))
    )
    edges = {edge for each in grounds for edge in eras.list_edges(each, style.width)}
    line = today.place_today(statements, scale, grounds[0], words.era_date, style.width)
    edges |= {line.place} if line else set()
    return _Ground(scale, grounds, tuple(sorted(edges)), line)


def _arrange_eras(
    statements: Statements, group: int, scale: Scale, style: Style, words: Wrappers
) -> list[eras.Era]:
    own = [era for era in statements.eras if era.lane == group]
    places = [
        scale.place(moment.centre)
        for moment in statements.moments
        if statements.lanes[moment.lane].group == group
    ]
    return eras.arrange_eras(own, scale, style.width, places, words.era, words.era_date)


def _stand(
    contents: Sequence[Content],
    under: _Ground,
    words: Wrappers,
    style: Style,
    sides: int,
    effort: float,
) -> list[Band] | None:
    bands = []
    for content in contents:
        band = stand_band(content, under.scale, under.edges, words, style, sides, effort)
        if band is None:
            return None
        bands.append(band)
    return bands


def _compose(frame: _Frame) -> Scene:
    sheet, style = _Sheet(), frame.style
    bottom = 0.0
    for group in range(len(frame.statements.groups)):
        bottom = _draw_group(frame, sheet, group, bottom)
    if frame.statements.is_parted:
        line = bottom + _AXIS_ROOM
        sheet.marks += _draw_axis(frame, line)
        sheet.words += baseline.write_ticks(frame.ticks, line, frame.axis, style)
        bottom = line + baseline.measure_labels(frame.ticks)
    marks: list[Mark] = []
    if frame.under.today:
        marks += today.draw_line(frame.under.today, bottom, sheet.words, style)
    strip = draw_proportion(frame.statements, frame.under.scale, bottom, frame.axis, style)
    words = _order_words(frame.statements, [*sheet.words, *strip.words])
    marks = [*sheet.behind, *marks, *sheet.marks, *strip.marks]
    return Scene(style.width, round(strip.bottom + 0.5), tuple(marks), tuple(words))


def _draw_group(frame: _Frame, sheet: _Sheet, group: int, top: float) -> float:
    """Draw the bands of a timeline below each other with its eras behind; gives the lower edge."""
    statements, style = frame.statements, frame.style
    grounds, y = frame.under.eras[group], top
    words: list[Words] = []
    if top > 0:
        sheet.marks.append(_draw_parting(top, style))
    if statements.groups[group].title:
        words.append(_write_heading(frame, statements.groups[group], y, "group", group))
        y = words[-1].bottom + _HEADING
    if frame.under.today and group == 0:
        words.append(today.write_label(frame.under.today, y, style))
    words += eras.write_names(grounds, y, style)
    y += eras.ROW * _count_rows(frame.under, group)
    for number, lane in enumerate(statements.lanes):
        if lane.group == group:
            if number and lane.group == statements.lanes[number - 1].group:
                sheet.marks.append(_draw_parting(y, style, inside=True))
            if lane.heading.title:
                words.append(_write_heading(frame, lane.heading, y, "lane", number))
                y = words[-1].bottom + _HEADING
            y = _draw_band(frame, sheet, words, frame.bands[number], y)
    sheet.behind += eras.draw_tints(grounds, top, y, style)
    edges = eras.list_edges(grounds, style.width)
    sheet.behind += eras.draw_edges(edges, top, y, words, style)
    sheet.words += eras.tell_grounds(words, grounds, style)
    return y


def _draw_band(frame: _Frame, sheet: _Sheet, words: list[Words], band: Band, top: float) -> float:
    style, scale = frame.style, frame.under.scale
    line = top + _HEAD + band.above
    below = line + _draw_lines(frame, sheet, words, line, twice=bool(band.hanging))
    if band.hanging:
        sheet.marks += draw_events(band.hanging, scale, below, band.foot, style)
        words += (word for event in band.hanging for word in write_label(event, below, style))
        below += band.below + _LANE_BARS
    marks, bar_words, bottom = draw_bars(band.bars, below, style, scale.breaks)
    words += (word for event in band.events for word in write_label(event, line, style))
    words += bar_words
    sheet.marks += [*marks, *draw_events(band.events, scale, line, band.foot, style)]
    return bottom + (_LANE_FOOT if frame.statements.is_parted else 0.0)


def _draw_lines(
    frame: _Frame, sheet: _Sheet, words: list[Words], line: float, *, twice: bool
) -> float:
    """Draw the line of a band, and a second one for events that hang; gives the room they take.

    Between the two stand the labels of the axis, unless lanes share an axis below them.
    """
    scale, style = frame.under.scale, frame.style
    if frame.statements.is_parted:
        sheet.marks += baseline.draw_line(scale.breaks, line, style, 0.933)
        sheet.marks += baseline.draw_echo(frame.ticks, line, style)
        room = _CORRIDOR if twice else _LANE_BARS
    else:
        sheet.marks += _draw_axis(frame, line)
        words += baseline.write_ticks(frame.ticks, line, frame.axis, style)
        room = baseline.measure_labels(frame.ticks) + _BARS
    if twice:
        sheet.marks += baseline.draw_line(scale.breaks, line + room, style, 0.933)
    return room


def _count_rows(under: _Ground, group: int) -> int:
    """Count the rows above a group: the names of its eras, and today's over the first."""
    rows = eras.count_rows(under.eras[group])
    return max(rows, under.today.row + 1) if under.today and group == 0 else rows


def _draw_axis(frame: _Frame, line: float) -> Iterator[Mark]:
    yield from baseline.draw_line(frame.under.scale.breaks, line, frame.style, 1.467)
    yield from baseline.draw_ticks(frame.ticks, line, frame.style)


def _draw_parting(top: float, style: Style, *, inside: bool = False) -> Line:
    """Draw the rule between two timelines, or two lanes inside one."""
    colour = style.hair if inside else style.ink
    return Line((0, top), (style.width, top), colour, 0.667, "lane-edge")


def _write_heading(frame: _Frame, heading: Wording, top: float, role: str, number: int) -> Words:
    style = frame.style
    words = make_wrappers(style, frame.axis).era
    lines = words.wrap(heading.title, style.width - 2 * _INDENT)
    colour = style.house if role == "group" else style.ink
    return Words(_INDENT, top + _HEADING, lines.width, lines.lines, role, colour,
                 style.small_leading, role, f"{role}:{number}",
                 language=heading.language)  # fmt: skip


def _order_words(statements: Statements, words: Sequence[Words]) -> list[Words]:
    """Sort words as their statements are read, below their headings; the axis comes last."""
    order: dict[str, tuple[int, int, int]] = {}
    for number, entry in enumerate(statements.in_reading_order()):
        group, place = 0, 0
        if statements.is_parted:
            is_era = entry in statements.eras
            group = entry.lane if is_era else statements.lanes[entry.lane].group
            place = 0 if is_era else entry.lane + 1
        order[entry.anchor] = (group, place, number)
    for number, lane in enumerate(statements.lanes):
        order[f"lane:{number}"] = (lane.group, number + 1, -1)
        order[f"group:{lane.group}"] = (lane.group, -1, 0)
    last = (len(statements.groups), 0, 0)
    return sorted(words, key=lambda word: order.get(word.ref, last))
