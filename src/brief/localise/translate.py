"""Put the translation of a text in its place, and say how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from brief.diag.collector import Collector
from brief.diag.diagnostic import Code
from brief.diag.localise_codes import (
    MARKS_DIFFER,
    NUMBERS_DIFFER,
    TERM_FORBIDDEN,
    TERM_MISSING,
)
from brief.localise.catalogue import Catalogue
from brief.localise.glossary import find_forbidden_terms, find_missing_terms
from brief.localise.numerals import find_lost_numbers
from brief.localise.po import PoEntry
from brief.localise.remedies import report_missing, report_stale
from brief.localise.units import needs_translation
from brief.model.briefing import Term
from brief.model.text import (
    Citation,
    CountryName,
    Emphasis,
    FootnoteMark,
    Foreign,
    Freshness,
    Inline,
    Link,
    Measure,
    Quantity,
    Reference,
    Strong,
    Text,
    plain_text,
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
    _compare_marks(text, entry, spans, catalogue, collector)
    _compare_numbers(text, entry, spans, catalogue, collector)
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
    place = catalogue.place_of(entry)
    compared = text.source, text.language, entry.target, tag, glossary
    for term, forms in find_missing_terms(*compared):
        message = f"`{term}` is not translated by a term of the glossary"
        collector.report(TERM_MISSING, message, place, f"write `{'` or `'.join(forms)}`")
    for term, form in find_forbidden_terms(*compared):
        message = f"`{form}` must not stand for `{term}`"
        collector.report(TERM_FORBIDDEN, message, place, "write what the glossary prescribes")


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


def _compare_marks(
    text: Text,
    entry: PoEntry,
    spans: tuple[Inline, ...],
    catalogue: Catalogue,
    collector: Collector,
) -> None:
    wanted, found = sorted(_marks(text.spans)), sorted(_marks(spans))
    if wanted == found:
        return
    lost = [mark for mark in wanted if mark not in found]
    added = [mark for mark in found if mark not in wanted]
    parts = [f"loses {', '.join(lost)}"] if lost else []
    parts += [f"adds {', '.join(added)}"] if added else []
    message = f"the translation of `{text.key}` {' and '.join(parts) or 'repeats marks'}"
    hint = "keep notes, citations and references as they are in the source text"
    collector.report(MARKS_DIFFER, message, catalogue.place_of(entry), hint)


def _compare_numbers(
    text: Text,
    entry: PoEntry,
    spans: tuple[Inline, ...],
    catalogue: Catalogue,
    collector: Collector,
) -> None:
    if entry.source != text.source:
        return  # the numbers may be those of an older source
    lost = find_lost_numbers(plain_text(text.spans), plain_text(spans))
    if lost:
        named = ", ".join(f"`{number}`" for number in lost)
        message = f"the translation of `{text.key}` lacks {named}"
        hint = "compare it with its source"
        collector.report(NUMBERS_DIFFER, message, catalogue.place_of(entry), hint)


def _marks(spans: tuple[Inline, ...]) -> list[str]:
    marks: list[str] = []
    for span in spans:
        match span:
            case FootnoteMark(footnote):
                marks.append(f"`[^{footnote.rpartition('/')[2]}]`")
            case Reference(target):
                marks.append(f"`[](#{target})`")
            case Citation(cited):
                marks += [f"`@{item.source}`" for item in cited]
            case Quantity(value, measure, of):
                kind = "number=words" if measure is Measure.WORDS else measure.value
                marks.append(f"`[{value:f}]{{{kind}{'=' if of else ''}{of}}}`")
            case CountryName(code, form):
                marks.append(f"`[{code}]{{{'name' if form == 'short' else f'name={form}'}}}`")
            case Link(target, children):
                marks += [f"`{target}`", *_marks(children)]
            case Emphasis(children) | Strong(children) | Foreign(_, children):
                marks += _marks(children)
            case _:
                pass
    return marks
