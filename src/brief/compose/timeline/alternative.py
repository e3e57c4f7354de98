"""The whole of a timeline in words, for readers and formats without the figure."""

from __future__ import annotations

import re
from gettext import NullTranslations

from brief.compose.timeline.statements import Statements
from brief.model.digits import Digits
from brief.model.lists import ListPatterns

_WIDE_STOP = re.compile("(。) ")  # the full stop of Chinese and Japanese brings its own space


def write_alternative(
    statements: Statements, interface: NullTranslations, lists: ListPatterns, digits: Digits
) -> str:
    """Write one sentence on the figure, then every statement in the order of time."""
    sentences = [summarise(statements, interface, lists, digits)]
    entry = interface.gettext("{date}: {title}.")
    for shown in statements.in_time(with_eras=True):
        sentences.append(entry.format(date=shown.words.date, title=shown.words.title))
    if statements.undated:
        titles = interface.gettext("; ").join(words.title for words in statements.undated)
        pattern = interface.gettext("Without an exact date: {titles}.")
        sentences.append(pattern.format(titles=titles))
    return _WIDE_STOP.sub(r"\1", " ".join(sentences))


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
