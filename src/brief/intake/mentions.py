"""Find where a text speaks of times, and write each as a date of ours with its certainty.

Text, the phrases of its language and the date of the document come in, mentions in the order of
the text go out. Nothing is known but what the text says: an event with a famous date is none,
and what counts from a date that is not given stays undated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from brief.intake.moments import Moment
from brief.intake.patterns import compile_patterns
from brief.intake.relative import Base, count_from, find_weekday, supply_year
from brief.intake.stretches import Stretch, make_stretches
from brief.model.calendar import CivilDay
from brief.model.dates import Kind, WhenError, parse_when
from brief.model.mention import Mention, Role
from brief.model.phrases import DatePhrases

_ADDRESS = re.compile(r"(?<!\w)(?:\w{2,12}://|www\.)\S+")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_LONGEST_EVENT = 31  # days that a period may have and still be one event
_BOUNDS = {  # what is said of one date that bounds a time
    "since": "{}/..",
    "until": "../{}",
    "before": "[..{}]",
    "after": "[{}..]",
}
_SPANS = {"range", "since", "until"}


def find_mentions(
    text: str, phrases: DatePhrases, anchor: CivilDay | None = None
) -> tuple[Mention, ...]:
    """Find all mentions; `anchor` is the date of the document, as far as it is known."""
    found = compile_patterns(phrases).search(_ADDRESS.sub(_blank_out, text))
    return tuple(_resolve(text, make_stretches(text, found, phrases), anchor))


def _blank_out(address: re.Match[str]) -> str:
    """Hide an address: what looks like a date in one is none."""
    return "_" * len(address[0])


def _resolve(text: str, stretches: list[Stretch], anchor: CivilDay | None) -> Iterator[Mention]:
    """Work out what counts from another date, from left to right."""
    document = Base(*anchor) if anchor else None
    last: Base | None = None  # the date named last
    near: Base | None = None  # the one of this paragraph that tells of its time
    end = 0
    for stretch in stretches:
        if _PARAGRAPH.search(text, end, stretch.start):
            near = None
        if stretch.first is None:
            mention, base = _resolve_relative(text, stretch, last, document)
        else:
            mention, base = _resolve_date(text, stretch, near, document or last)
        end = stretch.end
        last = base or last
        guessed = mention is not None and mention.derived and stretch.first is not None
        if base is not None and stretch.says not in _BOUNDS and not (guessed and near is None):
            near = base
        if mention is not None:
            yield mention


def _resolve_relative(
    text: str, stretch: Stretch, last: Base | None, document: Base | None
) -> tuple[Mention | None, Base | None]:
    relative = stretch.relative
    undated = Mention(stretch.start, stretch.end, text[stretch.start : stretch.end], "")
    if relative is None:
        return undated, None
    base = last if relative.base == "text" else document
    if base is None:
        return (None if relative.quiet else undated), None
    if relative.unit == "weekday":
        moment = find_weekday(base, stretch.count)
    else:
        moment = count_from(base, relative.unit, stretch.count * relative.step)
    if moment is None:
        return (None if relative.quiet else undated), None
    return replace(undated, when=moment.text, derived=True), Base.of(moment)


def _resolve_date(
    text: str, stretch: Stretch, near: Base | None, far: Base | None
) -> tuple[Mention | None, Base | None]:
    first, last = stretch.first, stretch.last
    assert first is not None
    derived = False
    if first.is_partial and (supplied := supply_year(first, near, far)):
        derived = True
        last = replace(last, year=supplied.year) if last else None
        first = supplied
    when = _write(first, last, stretch.says)
    try:
        parsed = parse_when(when)
    except WhenError:  # 31 June, or an end before its beginning
        return None, None
    quoted = text[stretch.start : stretch.end]
    role = Role.SPAN if stretch.says in _SPANS else Role.EVENT
    if parsed.kind is Kind.INTERVAL and parsed.first is not None and parsed.after is not None:
        role = Role.EVENT if parsed.after - parsed.first <= _LONGEST_EVENT else role
    mention = Mention(stretch.start, stretch.end, quoted, when, derived, role)
    return mention, Base.of(last or first)


def _write(first: Moment, last: Moment | None, says: str) -> str:
    one = first.text
    if last is not None:
        pattern = {"between": "[{}..{}]", "or": "[{},{}]"}.get(says, "{}/{}")
        return pattern.format(one, last.text)
    return _BOUNDS.get(says, "{}").format(one)
