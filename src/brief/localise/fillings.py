"""Write quantities and names of countries into texts, in the language of each text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from brief.diag.collector import Collector
from brief.diag.localise_codes import UNKNOWN_NAME
from brief.localise.compact import format_words
from brief.localise.names import UnknownNameError, write_name
from brief.localise.numbers import (
    UnknownMeasureError,
    Width,
    format_currency,
    format_number,
    format_percent,
    format_unit,
)
from brief.localise.typography import NO_BREAK, find_conventions, set_string
from brief.model.text import (
    Emphasis,
    Foreign,
    Inline,
    Link,
    Measure,
    Quantity,
    Str,
    Strong,
    Text,
    Toponym,
)

_BESIDE_FIGURE = re.compile(r"(?<=\d) (?=\S)|(?<=\S) (?=[\u2212-]?\d)")
_Write = Callable[[Quantity | Toponym, str], str]


def write_fillings(text: Text, collector: Collector, digits: Mapping[str, str]) -> Text:
    """Give a text in which quantities and names are characters, as its language has them.

    Currencies, units and countries that do not exist are reported, and stay as they were typed.
    `digits` are the numbering systems that locales have by choice.
    """

    def write(item: Quantity | Toponym, language: str) -> str:
        try:
            return write_filling(item, language, digits)
        except UnknownNameError:
            assert isinstance(item, Toponym)
            what = f"{item.form} name of a country or place `{item.code}`"
            hint = "codes are those of ISO 3166; formal names are known for a few countries"
            shown = item.code
        except UnknownMeasureError:
            assert isinstance(item, Quantity)
            what = f"{item.measure.value} `{item.of}`"
            hint = "currencies have the codes of ISO 4217, units the names of CLDR"
            shown = f"{item.value:f} {item.of}"
        collector.report(UNKNOWN_NAME, f"there is no {what} in `{language}`", text.place, hint)
        return shown

    spans = _write_spans(text.spans, text.language, write)
    return text if spans == text.spans else replace(text, spans=spans)


def write_filling(item: Quantity | Toponym, language: str, digits: Mapping[str, str]) -> str:
    """Write a quantity or the name of a country in a language."""
    if isinstance(item, Toponym):
        return write_name(item.code, language, item.form)
    return _set_spaces(_write_quantity(item, find_conventions(language, digits)), language)


def _set_spaces(text: str, language: str) -> str:
    """Set the spaces that the language has in typed text; what is left binds a figure."""
    made = set_string(text.replace(NO_BREAK, " "), language)
    return _BESIDE_FIGURE.sub(NO_BREAK, made)


def _write_quantity(item: Quantity, tag: str) -> str:
    match item.measure:
        case Measure.NUMBER:
            return format_number(item.value, tag)
        case Measure.WORDS:
            return format_words(item.value, tag)
        case Measure.PERCENT:
            return format_percent(item.value, tag)
        case Measure.CURRENCY:
            return format_currency(item.value, item.of, tag, _width(item))
        case Measure.UNIT:
            return format_unit(item.value, item.of, tag, _width(item))


def _width(item: Quantity) -> Width:
    return "short" if item.short else "long"


def _write_spans(spans: tuple[Inline, ...], language: str, write: _Write) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for span in spans:
        match span:
            case Quantity() | Toponym():
                span = Str(write(span, language))
            case Emphasis(children) | Strong(children) | Link(_, children):
                span = replace(span, children=_write_spans(children, language, write))
            case Foreign(tag, children):
                span = replace(span, children=_write_spans(children, tag, write))
            case _:
                pass
        last = made[-1] if made else None
        if isinstance(span, Str) and isinstance(last, Str):
            made[-1] = Str(last.text + span.text)  # one run, so that its spaces are set as such
        else:
            made.append(span)
    return tuple(made)
