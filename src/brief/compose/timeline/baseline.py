"""The line of time: its ticks and labels, and the double stroke where its rate changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from brief.compose.timeline.axis import AxisWords, Tick
from brief.compose.timeline.scene import Line, Mark, Words
from brief.compose.timeline.style import Style

AXIS = "tick"  # what the words of the axis refer to in place of an entry
LABELS = 24.0  # room for the labels
CONTEXT = 14.0  # from one row of them to the next
_BELOW = 8.0  # from the line to the labels
_LONG, _SHORT = (6.667, 0.933), (4.0, 0.6)  # length and stroke of ticks
_GAP = 2.4  # half the gap where the rate changes
_SLANT, _TALL = 2.0, 5.6  # of the strokes beside it


def measure_labels(ticks: Sequence[Tick]) -> float:
    """Give the room that the labels of an axis take below it."""
    return LABELS + (CONTEXT if any(tick.context for tick in ticks) else 0)


def draw_line(breaks: Sequence[float], line: float, style: Style, width: float) -> Iterator[Mark]:
    """Draw the line over the whole figure, parted where the rate changes."""
    edges = (-_GAP, *breaks, style.width + _GAP)
    for left, right in pairwise(edges):
        yield Line((left + _GAP, line), (right - _GAP, line), style.ink, width, "axis")
    for place in breaks:
        for side in (-_GAP, _GAP):
            ends = (place + side - _SLANT, line + _TALL), (place + side + _SLANT, line - _TALL)
            yield Line(*ends, style.ink, 0.933, "break")


def draw_ticks(ticks: Sequence[Tick], line: float, style: Style) -> Iterator[Mark]:
    """Draw the ticks of a labelled axis; where the rate changes, the strokes stand for them."""
    for tick in ticks:
        length, stroke = _LONG if tick.label else _SHORT
        if not tick.starts:
            yield Line((tick.place, line), (tick.place, line + length), style.ink, stroke, "tick")


def draw_echo(ticks: Sequence[Tick], line: float, style: Style) -> Iterator[Mark]:
    """Draw the main ticks alone, on a line whose labels stand elsewhere."""
    for tick in ticks:
        if tick.label and not tick.starts:
            ends = (tick.place, line), (tick.place, line + _SHORT[0])
            yield Line(*ends, style.ink, _SHORT[1], "tick")


def write_ticks(
    ticks: Sequence[Tick], line: float, axis: AxisWords, style: Style
) -> Iterator[Words]:
    """Write the labels below the line, with their contexts in a second row."""
    for tick in ticks:
        rows = ((tick.label, _BELOW, style.ink), (tick.context, _BELOW + CONTEXT, style.muted))
        for text, below, colour in rows:
            width = axis.width(text) + 1
            left = min(max(tick.place - width / 2, 0.0), style.width - width)
            if text:
                yield Words(left, line + below, width, (text,), "tick", colour,
                            style.small_leading, "tick", AXIS, align="centre")  # fmt: skip
