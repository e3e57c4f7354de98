"""Numbers with their thousands, millions and billions in words, which languages count differently.

1.2 billion are 1,2 Milliarden in German and 12亿 in Chinese. Nothing is rounded: all the figures
of the number stand before the word.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from babel import Locale

from brief.localise.cldr import read_data
from brief.localise.numbering import find_numbering
from brief.localise.numbers import fill_pattern, format_number


def format_words(value: Decimal, tag: str) -> str:
    """Write a number with the word for its size; a small one has none."""
    numbering = find_numbering(tag)
    locale = numbering.locale
    size = abs(value).adjusted()
    forms = _find_forms(locale)
    general = forms["other"].get("1" + "0" * size)
    zeros = general.pattern.count("0") if general is not None else 0
    if size < 3 or not zeros or general.pattern == "0":
        return format_number(value, tag)
    shifted = value.scaleb(zeros - 1 - size)
    shown = shifted.normalize() if shifted != shifted.to_integral_value() else round(shifted)
    pattern = forms.get(locale.plural_form(shown), forms["other"]).get("1" + "0" * size, general)
    return fill_pattern(pattern, Decimal(shown), numbering)


def _find_forms(locale: Locale) -> Mapping[str, Any]:
    """Give the patterns by plural form and size; some languages have short ones alone."""
    formats = read_data(locale, "compact_decimal_formats")
    found: Mapping[str, Any] = formats.get("long") or formats["short"]
    return found
