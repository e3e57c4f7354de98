"""The whole of a timeline in words, for readers and formats without the figure."""

from __future__ import annotations

from gettext import NullTranslations

from brief.compose.timeline.statements import Statements
from brief.model.digits import Digits
from brief.model.lists import ListPatterns


def write_alternative(
    statements: Statements, interface: NullTranslations, lists: ListPatterns, digits: Digits
) -> str:
    """Write one sentence on the figure, then every statement in the order of time."""
    entries = statements.in_time(with_eras=True)
    listed = [f"{entry.words.date}: {entry.words.title}." for entry in entries]
    if statements.undated:
        titles = "; ".join(words.title for words in statements.undated)
        pattern = interface.gettext("Without an exact date: {titles}.")
        listed.append(pattern.format(titles=titles))
    return " ".join([summarise(statements, interface, lists, digits), *listed])


def summarise(
    statements: Statements, interface: NullTranslations, lists: ListPatterns, digits: Digits
) -> str:
    """Say what the figure shows, in one sentence."""
    events, spans = len(statements.moments), len(statements.spans)
    event = interface.ngettext("{number} event", "{number} events", events)
    period = interface.ngettext("{number} period", "{number} periods", spans)
    counted = event.format(number=digits.write(events))
    periods = period.format(number=digits.write(spans))
    parts = [part for part, number in ((counted, events), (periods, spans)) if number]
    joined = lists.join(parts) or counted
    return interface.gettext("Timeline with {entries}.").format(entries=joined)
