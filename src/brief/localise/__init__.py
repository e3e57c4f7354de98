"""The stage `localise`: takes a briefing and its catalogue, gives the briefing in one locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from brief.diag.collector import Collector
from brief.diag.localise_codes import LANGUAGE_UNSUPPORTED
from brief.localise.catalogue import Catalogue, read_catalogue
from brief.localise.fillings import write_fillings
from brief.localise.interface import load_interface
from brief.localise.lists import find_lists
from brief.localise.locales import describe_locale
from brief.localise.name_check import report_names
from brief.localise.numbering import find_numbering
from brief.localise.omission import count_omitted, leave_out
from brief.localise.translate import FindFaults, report_faults, report_terms, translate_text
from brief.localise.typography import (
    find_conventions,
    is_shipped,
    list_shipped,
    load_typography,
    set_text,
)
from brief.localise.wording import name_grouping, name_months, word_dates
from brief.model.briefing import Briefing
from brief.model.localised import LocalisedBriefing
from brief.model.text import Freshness, Inline, Text
from brief.model.walk import iterate_texts, replace_texts

ParseInline = Callable[[str], tuple[Inline, ...]]


def localise_briefing(
    briefing: Briefing,
    tag: str,
    parse_inline: ParseInline,
    collector: Collector,
    find_faults: FindFaults = lambda source, language: (),
    *,
    typeset: bool = True,
) -> LocalisedBriefing | None:
    """Give `briefing` in the locale `tag`, ready to be composed.

    Texts without a current translation are reported; what stands in for them, the policy of the
    locale says, and that is visible in the copy.
    `parse_inline` turns the Markdown of a translation into inline elements, `find_faults` says
    what is wrong with it by itself. Without `typeset`, texts have the characters that they are
    written with, which is enough to check them. A language that is not shipped is reported, and
    nothing is given.
    """
    if not _is_shipped(briefing, tag, collector):
        return None
    catalogue = _catalogue_for(briefing, tag, collector)

    def change(text: Text) -> Text:
        report_faults(text, tag, catalogue, find_faults, collector)
        report_terms(text, tag, catalogue, briefing.glossary, collector)
        report_names(text, tag, catalogue, briefing.glossary, collector)
        made = translate_text(text, tag, catalogue, parse_inline, collector)
        filled = write_fillings(made, collector, briefing.digits)
        return set_text(filled) if typeset else filled

    translated = replace_texts(briefing, change)
    texts = leave_out(translated, tag, collector)
    conventions = find_conventions(tag, briefing.digits)
    return LocalisedBriefing(
        briefing=texts,
        locale=describe_locale(tag, tag),
        original=describe_locale(briefing.language, tag),
        typography=load_typography(tag),
        interface=load_interface(tag),
        dates=word_dates(texts, conventions),
        months=name_months(conventions),
        grouping=name_grouping(conventions),
        digits=find_numbering(conventions).digits,
        lists=find_lists(conventions),
        freshness=_count_freshness(texts, count_omitted(translated, texts)),
        reviewed=catalogue is None or catalogue.reviewed,
    )


def _is_shipped(briefing: Briefing, tag: str, collector: Collector) -> bool:
    for wanted, choice in ((briefing.language, "language"), (tag, f"locales/{tag}")):
        if not is_shipped(wanted):
            hints = (f"shipped are: {', '.join(f'`{known}`' for known in list_shipped())}",)
            message = f"the language `{wanted}` is not shipped"
            collector.report(LANGUAGE_UNSUPPORTED, message, briefing.places.get(choice), *hints)
            return False
    return True


def _catalogue_for(briefing: Briefing, tag: str, collector: Collector) -> Catalogue | None:
    if tag == briefing.language:
        return None
    return read_catalogue(briefing, tag, collector)


def _count_freshness(briefing: Briefing, omitted: int) -> dict[Freshness, int]:
    counts = Counter(text.freshness for text in iterate_texts(briefing))
    return {**counts, Freshness.OMITTED: omitted}
