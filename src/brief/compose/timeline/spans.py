"""Spans below the axis: bars with their words above, packed as high as they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.compose.timeline.markers import (
    draw_arrow_head,
    draw_fading_comb,
    draw_marker,
    draw_question,
)
from brief.compose.timeline.scale import Scale
from brief.compose.timeline.scene import Area, Mark, Point, Words
from brief.compose.timeline.statements import Border, Stretch
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Wrapper

BAR = 8.0
ARROW = 8.0
_SIGN = 12.0  # the marker of the category before the words
_GAP = 6.0  # between date and title
_BETWEEN = 10.0  # between two spans of one row
_ROW_GAP = 8.2
_LEAST, _THINNEST = 3.0, 0.6  # no bar is shorter, and no core of a vague one
_UNKNOWN = 30.0  # how far a bar fades towards an end that is not known: 8 mm
_QUESTION = 9.0
_BELOW = 1.8  # from the words to their bar
_NOTCH, _NOTCH_GAP, _SLANT = 6.0, 1.5, 2.0  # from the ends, half the gap, half the slant


@dataclass(frozen=True, slots=True)
class Bar:
    """A span on the page: its edges, where the vague ends begin, and its words in lines."""

    span: Stretch
    left: float
    inner_left: float
    inner_right: float
    right: float
    words_left: float
    date: tuple[str, ...]
    title: tuple[str, ...]
    inline: bool
    date_width: float
    width: float

    @property
    def room(self) -> tuple[float, float]:
        """The stretch that bar and words take together."""
        return min(self.left, self.words_left), max(self.right, self.words_left + self.width)

    def lines(self) -> int:
        """Count the lines of the words."""
        return len(self.title) if self.inline else len(self.date) + len(self.title)


def make_bar(span: Stretch, scale: Scale, width: float, date: Wrapper, title: Wrapper) -> Bar:
    """Measure a span: its words on one line where there is room, else in several."""
    left, inner_left, inner_right, right = _find_edges(span, scale, width)
    date_width = date.width(span.words.date)
    whole = _SIGN + date_width + _GAP + title.width(span.words.title)
    words_left = max(0.0, min(left, width - whole))
    if whole <= width and left - words_left <= 0.45 * width:
        lines = (span.words.title,)
        return Bar(span, left, inner_left, inner_right, right, words_left, (span.words.date,),
                   lines, True, date_width, whole)  # fmt: skip
    measure = min(width - _SIGN, max(0.4 * width, right - left))
    dates, titles = date.wrap(span.words.date, measure), title.wrap(span.words.title, measure)
    taken = _SIGN + max(dates.width, titles.width)
    words_left = max(0.0, min(left, width - taken))
    return Bar(span, left, inner_left, inner_right, right, words_left, dates.lines, titles.lines,
               False, dates.width, taken)  # fmt: skip


def draw_bars(
    bars: Sequence[Bar], top: float, style: Style, breaks: Sequence[float] = ()
) -> tuple[list[Mark], list[Words], float]:
    """Draw all bars from `top` down; gives marks, words and the lower edge.

    A bar takes the highest place where it and its words touch none of those before it. Where
    the scale breaks, a bar that goes on is notched.
    """
    marks: list[Mark] = []
    words: list[Words] = []
    placed: list[tuple[Bar, float, float]] = []
    for bar in sorted(bars, key=lambda bar: (bar.span.outer_first, bar.room)):
        height = bar.lines() * style.title_leading + _BELOW + BAR
        high = _find_place(bar, height, top, placed)
        placed.append((bar, high, high + height))
        floor = high + bar.lines() * style.title_leading
        words += _write_words(bar, floor, style)
        marks += _draw_bar(bar, floor, style, breaks)
    return marks, words, max((low for _, _, low in placed), default=top - _ROW_GAP) + _ROW_GAP


def _find_place(
    bar: Bar, height: float, top: float, placed: Sequence[tuple[Bar, float, float]]
) -> float:
    """Give the highest place that is free beside the bars that stand already."""
    near = sorted((high, low) for other, high, low in placed if not _are_apart(bar, other))
    for high, low in near:
        if high < top + height + _ROW_GAP and top < low + _ROW_GAP:
            top = low + _ROW_GAP
    return top


def _find_edges(span: Stretch, scale: Scale, width: float) -> tuple[float, float, float, float]:
    """Give the outer and inner edges; an unknown end lies a fixed way from the other one."""
    left, right = scale.place(span.outer_first), scale.place(span.outer_after)
    inner_left, inner_right = scale.place(span.inner_first), scale.place(span.inner_after)
    if span.end is Border.UNKNOWN:
        inner_right = max(inner_left, left)
        right = min(inner_right + _UNKNOWN, width - _QUESTION)
    if span.start is Border.UNKNOWN:
        inner_left = min(inner_right, right)
        left = max(inner_left - _UNKNOWN, _QUESTION)
    if span.end is Border.OPEN:
        right = inner_right = min(right, width - ARROW)
    if span.start is Border.OPEN:
        left = inner_left = max(left, ARROW)
    if right < left + _LEAST:
        right = left + _LEAST
        inner_right = right if span.end is Border.FIRM else inner_right
        inner_left = left if span.start is Border.FIRM else inner_left
    return left, min(max(inner_left, left), right), max(min(inner_right, right), left), right


def _are_apart(bar: Bar, other: Bar) -> bool:
    (left, right), (other_left, other_right) = bar.room, other.room
    return left >= other_right + _BETWEEN or other_left >= right + _BETWEEN


def _write_words(bar: Bar, floor: float, style: Style) -> Iterator[Words]:
    span, colour = bar.span, bar.span.look.colour
    left = bar.words_left + _SIGN
    top = floor - bar.lines() * style.title_leading
    title_left, title_top = left, top + len(bar.date) * style.title_leading
    if bar.inline:
        title_left, title_top = left + bar.date_width + _GAP, top
    yield Words(left, top, bar.date_width, bar.date, "span-date", colour, style.title_leading,
                "span-date", span.anchor)  # fmt: skip
    yield Words(title_left, title_top, bar.words_left + bar.width - title_left, bar.title,
                "span-title", style.ink, style.title_leading, "span", span.anchor,
                language=span.words.language)  # fmt: skip


def _draw_bar(bar: Bar, floor: float, style: Style, breaks: Sequence[float]) -> Iterator[Mark]:
    span, look = bar.span, bar.span.look
    top, bottom = floor + _BELOW, floor + _BELOW + BAR
    first_line = floor - (bar.lines() - 0.5) * style.title_leading
    yield draw_marker(look, (bar.words_left + 4.2, first_line), 3.4, style, role="sign",
                      ref=span.anchor)  # fmt: skip
    if bar.inner_right - bar.inner_left > _THINNEST:
        yield _draw_core(bar, top, bottom, style, breaks)
    for outer, inner in ((bar.left, bar.inner_left), (bar.right, bar.inner_right)):
        comb = draw_fading_comb(
            outer, inner, top, bottom, look.colour, role="fade", ref=span.anchor
        )
        if comb is not None:
            yield comb
    yield from _draw_ends(bar, top, bottom)


def _draw_core(bar: Bar, top: float, bottom: float, style: Style, breaks: Sequence[float]) -> Area:
    colour, anchor = bar.span.look.colour, bar.span.anchor
    inset = 0.7 if bar.span.doubted else 0.0
    rings = _notch(bar.inner_left + inset, top + inset, bar.inner_right - inset, bottom - inset,
                   breaks)  # fmt: skip
    if bar.span.doubted:
        return Area(rings, style.paper, "bar", anchor, colour, 2 * inset)
    return Area(rings, colour, "bar", anchor)


def _notch(
    left: float, top: float, right: float, bottom: float, breaks: Sequence[float]
) -> tuple[tuple[Point, ...], ...]:
    """Give the pieces of a bar, parted by a slanted gap at every break that it crosses."""
    crossed = [place for place in breaks if left + _NOTCH < place < right - _NOTCH]
    rings: list[tuple[Point, ...]] = []
    start = ((left, bottom), (left, top))
    for place in crossed:
        before, after = place - _NOTCH_GAP, place + _NOTCH_GAP
        rings.append((*start, (before + _SLANT, top), (before - _SLANT, bottom)))
        start = ((after - _SLANT, bottom), (after + _SLANT, top))
    rings.append((*start, (right, top), (right, bottom)))
    return tuple(rings)


def _draw_ends(bar: Bar, top: float, bottom: float) -> Iterator[Mark]:
    span, colour, middle = bar.span, bar.span.look.colour, (top + bottom) / 2
    if span.end is Border.OPEN:
        yield draw_arrow_head(bar.right, top, bottom, ARROW, colour, role="open", ref=span.anchor)
    if span.start is Border.OPEN:
        yield draw_arrow_head(bar.left, top, bottom, -ARROW, colour, role="open", ref=span.anchor)
    if span.end is Border.UNKNOWN:
        yield from draw_question((bar.right + 5, middle), BAR, colour, ref=span.anchor)
    if span.start is Border.UNKNOWN:
        yield from draw_question((bar.left - 5, middle), BAR, colour, ref=span.anchor)
