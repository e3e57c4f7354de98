"""The numbering system of a locale: its digits, its signs, and the patterns that go with them.

A tag chooses one as BCP 47 has it (`ar-u-nu-arab`); without a choice, digits are Latin. Where CLDR
has no signs of its own for a system in a language, those beside Latin digits stand. Babel reads
the patterns beside Latin digits alone; `brief/locale/numbering.toml` has those that differ.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from brief.localise.cldr import load_locale
from brief.model.digits import LATIN, Digits, find_digits

FILE = Path(__file__).parent.parent / "locale" / "numbering.toml"

_CHOICE = re.compile(r"-u(?:-[a-z0-9]{2,8})*?-nu-([a-z]{3,8})(?:-|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a locale writes figures; `symbols` are CLDR's (`decimal`, `group`, `minusSign`, …)."""

    locale: Locale
    digits: Digits
    symbols: Mapping[str, str]
    decimal: NumberPattern
    percent: NumberPattern
    currency: NumberPattern


@lru_cache(maxsize=128)
def find_numbering(tag: str) -> Numbering:
    """Give the numbering of a locale in the system that its tag chooses."""
    locale, system = load_locale(tag), read_system(tag)
    own = locale.number_symbols.get(system, {})
    patterns = _find_patterns(locale, system)
    return Numbering(
        locale=locale,
        digits=find_digits(system),
        symbols=own if "decimal" in own else locale.number_symbols[LATIN],
        decimal=locale.decimal_formats[None],
        percent=patterns.get("percent") or locale.percent_formats[None],
        currency=patterns.get("currency") or locale.currency_formats["standard"],
    )


def read_system(tag: str) -> str:
    """Give the name of the numbering system that a tag chooses."""
    found = _CHOICE.search(tag)
    return found[1].lower() if found else LATIN


def choose_system(tag: str, system: str) -> str:
    """Give a tag that chooses a numbering system; Latin digits need no choice."""
    return tag if system == LATIN else f"{tag}-u-nu-{system}"


def _find_patterns(locale: Locale, system: str) -> dict[str, NumberPattern]:
    table = _read_table()
    found = {**table.get(system, {}), **table.get(f"{locale.language}-{system}", {})}
    return {kind: parse_pattern(pattern) for kind, pattern in found.items()}


@lru_cache(maxsize=1)
def _read_table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
