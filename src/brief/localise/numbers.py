"""Numbers, percentages, sums of money and measures as a language writes them, after CLDR.

Babel has the data, but leaves out some of the rules (UTS #35, part 3): groups only from five
figures on where a language wants it so, the signs of the locale itself, a space between letters
of a currency and figures, another form of a unit where a language has no long one. Figures are
Latin unless a tag chooses others (`ar-u-nu-arab`). A number keeps the decimals that it was given
with.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeAlias

from babel import Locale
from babel.core import get_global
from babel.numbers import NumberPattern, get_currency_name, get_currency_symbol

from brief.localise.cldr import load_locale, read_data
from brief.localise.numbering import Numbering, find_numbering

Width: TypeAlias = Literal["long", "short"]

# Where CLDR 47 has `minimumGroupingDigits` 2: 1234, but 12 345. Babel lacks these data.
_FROM_FIVE = frozenset("be bg es et hu ia ie it ka lv pl pt_PT ru_UA sl sq".split())
_LIKE_LATIN_AMERICA = "es_419"
_WIDTHS: dict[Width, tuple[str, ...]] = {
    "long": ("long", "short", "narrow"),
    "short": ("short", "narrow", "long"),
}
_MINUS, _NO_BREAK = "\u2212", "\u00a0"
_LTR_ISOLATE, _END = "\u2066", "\u2069"
_QUOTED = re.compile(r"'([^']*)'")


class UnknownMeasureError(LookupError):
    """CLDR knows no currency or unit of this name."""


def format_number(value: Decimal, tag: str) -> str:
    """Write a number: `1234567.50` is `1.234.567,50` in German."""
    numbering = find_numbering(tag)
    return fill_pattern(numbering.decimal, value, numbering)


def format_percent(value: Decimal, tag: str) -> str:
    """Write a percentage: `40` is `40 %` in German."""
    numbering = find_numbering(tag)
    return fill_pattern(numbering.percent, value, numbering)


def format_currency(value: Decimal, code: str, tag: str, width: Width = "long") -> str:
    """Write a sum in a currency of ISO 4217, with its name or, if `short`, its sign."""
    numbering = find_numbering(tag)
    locale = numbering.locale
    if code not in get_global("all_currencies"):
        raise UnknownMeasureError(code)
    if width == "short":
        symbol = get_currency_symbol(code, locale)
        written = fill_pattern(numbering.currency, value, numbering, symbol)
        return _keep_apart(written, symbol, locale)
    patterns = read_data(locale, "currency_unit_patterns")
    pattern = str(patterns.get(locale.plural_form(value)) or patterns["other"])
    name = get_currency_name(code, value, locale)
    number = fill_pattern(numbering.decimal, value, numbering, money=True)
    return pattern.replace("{0}", number).replace("{1}", name)


def format_unit(value: Decimal, unit: str, tag: str, width: Width = "long") -> str:
    """Write a measure in a unit of CLDR, such as `kilometer` or `kilometer-per-hour`.

    A language that has no name of the wanted length for it takes the next one.
    """
    locale = load_locale(tag)
    forms = read_data(locale, "unit_patterns").get(_find_unit(unit), {})
    category = locale.plural_form(value)
    for length in _WIDTHS[width]:
        patterns = forms.get(length, {})
        pattern = patterns.get(category) or patterns.get("other")
        if pattern:
            return str(pattern).replace("{0}", format_number(value, tag))
    raise UnknownMeasureError(unit)


def fill_pattern(
    pattern: NumberPattern,
    value: Decimal,
    numbering: Numbering,
    currency: str = "",
    *,
    money: bool = False,
) -> str:
    """Put a number into a pattern of CLDR, and the signs of the locale in place of ASCII ones."""
    negative = int(value.is_signed() and bool(value))
    before, after = pattern.prefix[negative], pattern.suffix[negative]
    symbols = numbering.symbols
    signs = {"-": str(symbols["minusSign"]).replace("-", _MINUS), "%": str(symbols["percentSign"])}
    if currency:
        signs["¤"] = currency
        before = f"{before}{_NO_BREAK}" if _needs_space(before, currency[-1]) else before
        after = f"{_NO_BREAK}{after}" if _needs_space(after[::-1], currency[0]) else after
    number = _write_figures(abs(value), pattern.grouping, numbering, money=money or bool(currency))
    return f"{_put_signs(before, signs)}{number}{_put_signs(after, signs)}"


def _keep_apart(text: str, symbol: str, locale: Locale) -> str:
    """Let a sign with Latin letters, such as `US$`, stay in order in text from right to left."""
    if locale.text_direction == "ltr" or not any("A" <= char <= "Z" for char in symbol):
        return text
    return text.replace(symbol, f"{_LTR_ISOLATE}{symbol}{_END}")


def _needs_space(affix: str, neighbour: str) -> bool:
    """Tell whether letters of a currency would touch the figures (CLDR: `currencySpacing`)."""
    return affix.endswith("¤") and not _is_sign(neighbour)


def _is_sign(char: str) -> bool:
    return not (char.isalnum() or char in "./")


def _put_signs(affix: str, signs: dict[str, str]) -> str:
    """Put the signs of a locale into what stands beside a number; what is quoted stays."""
    parts = _QUOTED.split(affix)
    for number in range(0, len(parts), 2):
        parts[number] = "".join(signs.get(char, char) for char in parts[number])
    return "".join(parts)


def _write_figures(
    value: Decimal, grouping: tuple[int, int], numbering: Numbering, *, money: bool
) -> str:
    symbols = numbering.symbols
    mark = symbols.get("currencyDecimal") if money else None
    whole, point, decimals = f"{value:f}".partition(".")
    size = grouping[0]
    made = ""
    grouped = value >= 10_000 or not _groups_from_five(str(numbering.locale))
    while grouped and len(whole) > size:
        whole, group = whole[:-size], whole[-size:]
        made = f"{symbols['group']}{group}{made}"
        size = grouping[1]
    written = f"{whole}{made}{(mark or symbols['decimal']) if point else ''}{decimals}"
    return numbering.digits.write(written)


@lru_cache(maxsize=256)
def _groups_from_five(name: str) -> bool:
    if name in _FROM_FIVE:
        return True
    parent = get_global("parent_exceptions").get(name)
    is_latin = _LIKE_LATIN_AMERICA in (name, parent)
    return name.partition("_")[0] in _FROM_FIVE and not is_latin


@lru_cache(maxsize=256)
def _find_unit(unit: str) -> str:
    """Give the name by which CLDR has a unit, which begins with its kind: `length-kilometer`."""
    known = read_data(load_locale("en"), "unit_patterns")
    for name in known:
        if name == unit or name.partition("-")[2] == unit:
            return str(name)
    raise UnknownMeasureError(unit)
