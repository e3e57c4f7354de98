"""Put the translation of a text in its place, and say how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from brief.diag.collector import Collector
from brief.diag.diagnostic import Code
from brief.diag.localise_codes import (
    TERM_FORBIDDEN,
    TERM_MISSING,
)
from brief.localise.catalogue import Catalogue
from brief.localise.comparison import compare_texts
from brief.localise.glossary import find_forbidden_terms, find_missing_terms
from brief.localise.remedies import report_missing, report_stale
from brief.localise.units import needs_translation
from brief.model.briefing import Term
from brief.model.text import (
    Emphasis,
    FootnoteMark,
    Foreign,
    Freshness,
    Inline,
    Link,
    Strong,
    Text,
)

ParseInline = Callable[[str], tuple[Inline, ...]]
FindFaults = Callable[[str, str], Iterable[tuple[Code, str, tuple[str, ...]]]]


def translate_text(
    text: Text,
    tag: str,
    catalogue: Catalogue | None,
    parse_inline: ParseInline,
    collector: Collector,
) -> Text:
    """Give `text` in the locale `tag`, or the text as it is with its state and a diagnostic.

    What stands in for a missing or stale translation, the policy of the catalogue says; a text
    that is to be left out is only marked so, since what depends on it has to go along.
    """
    if tag == text.language:
        return text
    entry = catalogue.entries.get(text.key) if catalogue else None
    if entry is None and not needs_translation(text.source):
        return replace(text, language=tag, freshness=Freshness.CURRENT)
    if entry is None or not entry.target:
        if catalogue is None:
            return replace(text, freshness=Freshness.MISSING)
        return report_missing(text, entry, catalogue, collector)
    assert catalogue is not None
    spans = _adopt_footnotes(parse_inline(entry.target), text)
    compare_texts(text, replace(text, spans=spans, language=tag), entry, catalogue, collector)
    made = replace(text, spans=spans, language=tag, freshness=Freshness.CURRENT)
    if entry.fuzzy or entry.source != text.source:
        return report_stale(text, made, entry, catalogue, collector)
    return made


def report_faults(
    text: Text, tag: str, catalogue: Catalogue | None, find_faults: FindFaults, collector: Collector
) -> None:
    """Report what is wrong with a translation by itself, at its entry."""
    entry = catalogue.entries.get(text.key) if catalogue else None
    if catalogue is None or entry is None or tag == text.language:
        return
    for code, message, hints in find_faults(entry.target, tag):
        collector.report(code, message, catalogue.place_of(entry), *hints)


def report_terms(
    text: Text,
    tag: str,
    catalogue: Catalogue | None,
    glossary: tuple[Term, ...],
    collector: Collector,
) -> None:
    """Report where a current translation leaves the glossary."""
    entry = catalogue.entries.get(text.key) if catalogue and glossary else None
    if catalogue is None or entry is None or not entry.target or entry.source != text.source:
        return
    compared = text.source, text.language, entry.target, tag, glossary
    for term, forms in find_missing_terms(*compared):
        message = f"`{term}` is not translated by a term of the glossary"
        hint = f"write `{'` or `'.join(forms)}`"
        collector.report(TERM_MISSING, message, catalogue.place_of(entry), hint)
    for term, form in find_forbidden_terms(*compared):
        message = f"`{form}` must not stand for `{term}`"
        hint = "write what the glossary prescribes"
        collector.report(TERM_FORBIDDEN, message, catalogue.place_of(entry), hint)


def _adopt_footnotes(spans: tuple[Inline, ...], text: Text) -> tuple[Inline, ...]:
    """Let the notes of a translation be those of its source text, whose section they belong to."""
    own = {name.rpartition("/")[2]: name for name in _footnotes(text.spans)}

    def adopt(span: Inline) -> Inline:
        match span:
            case FootnoteMark(footnote):
                return FootnoteMark(own.get(footnote, footnote))
            case Emphasis(children) | Strong(children) | Link(_, children) | Foreign(_, children):
                return replace(span, children=tuple(adopt(child) for child in children))
            case _:
                return span

    return tuple(adopt(span) for span in spans)


def _footnotes(spans: tuple[Inline, ...]) -> list[str]:
    names: list[str] = []
    for span in spans:
        match span:
            case FootnoteMark(footnote):
                names.append(footnote)
            case Emphasis(children) | Strong(children) | Link(_, children) | Foreign(_, children):
                names += _footnotes(children)
            case _:
                pass
    return names
