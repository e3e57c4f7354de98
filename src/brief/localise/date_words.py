"""The words around dates that CLDR lacks: decades, parts, doubt, open ends, sets.

They are data, one table a language in `src/brief/locale/dates.<language>.toml`; a language in
another script than its usual one has a table of its own (`dates.zh-Hant.toml`) or none. A form
has a wording for each place in a sentence, since many languages inflect: `plain` by itself,
others as the language needs. A template asks for a place with `{d:dative}`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from babel import Locale
from babel.core import get_global

from brief.localise.cldr import load_locale
from brief.localise.ordinals import Ordinals, read_ordinals

FOLDER = Path(__file__).parent.parent / "locale"
PLAIN, BARE, RANGE = "plain", "bare", "range"
SEASONS = ("spring", "summer", "autumn", "winter")
FORMS = (
    *("day", "month", "year", "decade", "century", "millennium"),
    *(
        f"{part}-{period}"
        for part in ("early", "mid", "late")
        for period in ("month", "year", "decade", "century", "millennium")
    ),
    *(*SEASONS, "southern", "over-new-year"),
    *("quarter", "half-1", "half-2", "before-christ", "after-christ", "juche", "minguo"),
    *("circa", "circa-year", "circa-day", "uncertain", "probably"),
    *("uncertain-in", "approximate-in"),
    *("component-year", "component-month", "component-day", "component-period"),
    *("since", "until", "end-unknown", "start-unknown"),
    *("between", "between-years", "or-earlier", "or-later", "listed-years", "chosen-years"),
    *("range", "range-years", "range-decades", "range-decades-apart"),
    *("stretch", "estimate", "in-years", "in-unknown-year", "unknown-year", "nth-of-a-month"),
)
WITHOUT_YEAR = (*SEASONS, "quarter", "half-1", "half-2")  # these have the place `bare` as well

Value: TypeAlias = "Phrase | str | int"
Rules: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]


class WordingError(LookupError):
    """A language has no words for dates, or lacks a form."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A worded date for each place in a sentence: `f"{phrase:dative}"` picks one.

    A form without wording for a place takes the plain one, and what it holds goes to the place
    instead: `probably {d}` in the dative has its date in the dative.
    """

    templates: Mapping[str, str]
    values: Mapping[str, Value]

    def __format__(self, place: str) -> str:
        """Give the wording for a place."""
        place = place or PLAIN
        template = self.templates.get(place)
        inner = PLAIN if template else place
        values = {
            name: _Placed(value, inner) if isinstance(value, Phrase) else value
            for name, value in self.values.items()
        }
        return (template or self.templates[PLAIN]).format(**values)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A phrase in the place of what surrounds it, unless the template asks for another."""

    phrase: Phrase
    place: str

    def __format__(self, place: str) -> str:
        return format(self.phrase, place or self.place)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language: forms, ordinals, names of decades, and rules for what meets.

    Names of decades are templates like forms. `joins` are elisions and contractions, `bindings`
    no-break characters; `unit` matches what stands behind a year in this language.
    """

    language: str
    forms: Mapping[str, Mapping[str, str]]
    ordinals: Ordinals
    tens: tuple[str, ...]
    short_tens: tuple[str, ...]
    unit: str
    joins: Rules
    bindings: Rules

    def word(self, form: str, **values: Value) -> Phrase:
        """Fill a form; one that is not there raises `WordingError`."""
        if form not in self.forms:
            raise WordingError(f"`{self.language}` has no wording for `{form}`")
        return Phrase(self.forms[form], values)

    def choose(self, plain: Phrase, elsewhere: Phrase) -> Phrase:
        """Make a phrase that is one by itself, and another in all other places."""
        places = {place for form in self.forms.values() for place in form} - {PLAIN}
        templates = {place: f"{{elsewhere:{place}}}" for place in places}
        templates |= {PLAIN: "{plain}", RANGE: "{elsewhere}"}
        return Phrase(templates, {"plain": plain, "elsewhere": elsewhere})

    def bind(self, text: str) -> str:
        """Let words meet as the language wants it, and keep a date from being torn apart."""
        for pattern, replacement in (*self.joins, *self.bindings):
            text = pattern.sub(replacement, text)
        return text


def find_words(tag: str) -> DateWords:
    """Give the words for the language and script of a locale."""
    locale = load_locale(tag)
    return load_words(_name_table(locale))


def has_words(tag: str) -> bool:
    """Tell whether there is a table of words for the language and script of a locale."""
    if (FOLDER / f"dates.{tag}.toml").is_file():  # most are named so; data of locales are heavy
        return True
    return (FOLDER / f"dates.{_name_table(load_locale(tag))}.toml").is_file()


def _name_table(locale: Locale) -> str:
    """Name the language, and its script where it is not the usual one."""
    likely = get_global("likely_subtags").get(locale.language, "").split("_")
    if locale.script is None or locale.script in likely:
        return locale.language
    return f"{locale.language}-{locale.script}"


@lru_cache(maxsize=64)
def load_words(language: str) -> DateWords:
    """Read the table of a language; a missing table, form or place raises `WordingError`."""
    path = FOLDER / f"dates.{language}.toml"
    if not path.is_file():
        raise WordingError(f"there are no words for dates in `{language}`")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    tens = tuple(table.pop("tens", ()))
    words = DateWords(
        language=language,
        ordinals=read_ordinals(table.pop("ordinals", {})),
        tens=tens,
        short_tens=tuple(table.pop("short-tens", tens)),
        unit=table.pop("unit", ""),
        joins=_read_rules(table.pop("join", [])),
        bindings=_read_rules(table.pop("bind", [])),
        forms=table,
    )
    _check_forms(words)
    return words


def _check_forms(words: DateWords) -> None:
    missing = [form for form in FORMS if PLAIN not in words.forms.get(form, {})]
    missing += [form for form in WITHOUT_YEAR if BARE not in words.forms.get(form, {})]
    if missing:
        raise WordingError(f"`{words.language}` has no wording for `{'`, `'.join(missing)}`")


def _read_rules(rules: list[list[str]]) -> Rules:
    return tuple((re.compile(find), _unescape(put)) for find, put in rules)


def _unescape(replacement: str) -> str:
    """Turn `\\u00A0` into its character; group references stay for the pattern."""
    return re.sub(r"\\u([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), replacement)
