"""The ways to set the label of an event, from narrow and high to wide and low."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brief.compose.timeline.staircase import Label
from brief.compose.timeline.statements import Moment, Wording
from brief.compose.timeline.style import Style
from brief.compose.timeline.wrap import Lines, Wrapper

MOST_LINES = 5
_WIDEST = 205.0  # a label is no wider if fewer than five lines do
_WIDE_DATE = 92.0  # a narrower date stays on one line
_BROKEN_DATE = 12.0
_EVEN = 0.45  # of the longest line, for every other but the last


def list_labels(moment: Moment, date: Wrapper, title: Wrapper, style: Style) -> tuple[Label, ...]:
    """List the labels of an event, the narrowest first, each lower than the one before.

    The short title stands in where the long one would take more than five lines.
    """
    found = [
        _make(dates, titles, style)
        for titles in _set_title(moment.words, title, style)
        for dates in _set_date(moment.words.date, titles.width, date)
    ]
    return tuple(_drop_beaten(found))


def _set_title(words: Wording, title: Wrapper, style: Style) -> list[Lines]:
    for text in (words.title, words.short):
        settings = title.settings(text, MOST_LINES)
        narrow = [lines for lines in settings if lines.width <= _WIDEST]
        if narrow:
            return [lines for lines in narrow if _is_even(lines, title)] or narrow
    full = [lines for lines in settings if len(lines.lines) == MOST_LINES]
    return full or [title.wrap(words.short, style.width * 0.6)]


def _is_even(lines: Lines, words: Wrapper) -> bool:
    """Tell whether no line before the last is much shorter than the longest."""
    return all(words.width(line) >= _EVEN * lines.width for line in lines.lines[:-1])


def _set_date(date: str, measure: float, words: Wrapper) -> Iterator[Lines]:
    """Give the date on one line, and in more if it is much wider than its title."""
    yield words.wrap(date, _WIDEST)
    if words.width(date) > max(measure, _WIDE_DATE):
        lines = words.wrap(date, max(measure, _WIDE_DATE))
        yield replace(lines, flaw=lines.flaw + _BROKEN_DATE)


def _make(date: Lines, title: Lines, style: Style) -> Label:
    height = (len(date.lines) + len(title.lines)) * style.title_leading
    flaw = date.flaw + title.flaw
    return Label(date.lines, title.lines, max(date.width, title.width), height, flaw)


def _drop_beaten(labels: list[Label]) -> list[Label]:
    """Keep labels that no other beats in width and height, the narrowest first."""
    kept: list[Label] = []
    for label in sorted(labels, key=lambda each: (each.width, each.height, each.flaw)):
        if not kept or label.height < kept[-1].height:
            kept.append(label)
    return kept
