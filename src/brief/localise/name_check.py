"""Compare the names of countries and places in a translation with our table of names.

A text that names one of them has to name it in every language, by one of the forms of the table: a
noun where the source has an adjective is as good. A glossary that has the name goes before.
"""

from __future__ import annotations

from functools import lru_cache

from brief.diag.collector import Collector
from brief.diag.localise_codes import NAME_FORBIDDEN, NAME_MISSING
from brief.localise.catalogue import Catalogue
from brief.localise.glossary import holds
from brief.localise.names import NameForms, find_names, list_names
from brief.model.briefing import Term
from brief.model.text import Text, plain_text


def report_names(
    text: Text,
    tag: str,
    catalogue: Catalogue | None,
    glossary: tuple[Term, ...],
    collector: Collector,
) -> None:
    """Report where a current translation leaves the table of names."""
    entry = catalogue.entries.get(text.key) if catalogue else None
    if catalogue is None or entry is None or not entry.target or entry.source != text.source:
        return
    for code, shown in _find_named(plain_text(text.spans), text.language):
        names = find_names(code, tag)
        if names is None or _is_settled(shown, text.language, tag, glossary):
            continue
        said = _hide_others(entry.target, code, tag)
        if not any(holds(said, form, tag) for form in _list_forms(names)):
            message = f"`{shown}` is named in the source text, and not in its translation"
            known = dict.fromkeys(filter(None, (names.short, names.formal)))
            hint = f"write `{'`, `'.join(known)}` or a form of it"
            collector.report(NAME_MISSING, message, catalogue.place_of(entry), hint)
        for form in names.avoid:
            if holds(entry.target, form, tag):
                message = f"`{form}` must not stand for `{shown}`"
                hint = f"write `{names.short}`"
                collector.report(NAME_FORBIDDEN, message, catalogue.place_of(entry), hint)


@lru_cache(maxsize=1024)
def _find_named(source: str, language: str) -> tuple[tuple[str, str], ...]:
    """Find the countries and places that a text names, each with the name that it has there."""
    named = []
    for code, names in list_names(language):
        shown = _hide_others(source, code, language)
        form = next((form for form in _list_forms(names) if holds(shown, form, language)), None)
        if form is not None:
            named.append((code, form.strip("*")))
    return tuple(named)


def _hide_others(text: str, code: str, tag: str) -> str:
    """Take the full names of other states out of a text, since names can hold others."""
    for name in _list_others(code, tag):
        text = text.replace(name, "\ufffc")
    return text


@lru_cache(maxsize=1024)
def _list_others(code: str, tag: str) -> tuple[str, ...]:
    own = find_names(code, tag)
    formal = own.formal if own else ""
    return tuple(
        names.formal
        for other, names in list_names(tag)
        if other != code and names.formal not in ("", formal)
    )


def _list_forms(names: NameForms) -> tuple[str, ...]:
    full = (names.formal,) if names.formal else ()
    return (names.short, *full, *names.forms, *names.adjective)


def _is_settled(shown: str, language: str, tag: str, glossary: tuple[Term, ...]) -> bool:
    """Tell whether the glossary says how a name is translated."""
    return any(tag in term.use and holds(shown, term.source, language) for term in glossary)
