"""The words around dates that CLDR lacks: decades, parts, doubt, open ends, sets.

They are data, one table a language in `src/brief/locale/dates.<language>.toml`. A form has a
wording for each place in a sentence, since many languages inflect: `plain` by itself, others as
the language needs. A template asks for a place with `{d:dative}`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "locale"
PLAIN = "plain"
FORMS = (
    *("day", "month", "year", "decade", "century", "millennium"),
    *(
        f"{part}-{period}"
        for part in ("early", "mid", "late")
        for period in ("month", "year", "decade", "century", "millennium")
    ),
    *("spring", "summer", "autumn", "winter", "southern", "over-new-year"),
    *("quarter", "half-1", "half-2", "before-christ", "after-christ"),
    *("circa", "circa-year", "circa-day", "uncertain", "probably"),
    *("since", "until", "end-unknown", "start-unknown"),
    *("between", "or-earlier", "or-later", "range", "range-years", "range-decades"),
)


class WordingError(LookupError):
    """A language has no words for dates, or lacks a form."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A worded date for each place in a sentence: `f"{phrase:dative}"` picks one."""

    places: Mapping[str, str]

    def __format__(self, place: str) -> str:
        """Give the wording for a place; one without its own takes the plain wording."""
        return self.places.get(place) or self.places[PLAIN]


@dataclass(frozen=True, slots=True)
class DateWords:
    """The forms of one language, and what it binds together at line ends."""

    language: str
    forms: Mapping[str, Mapping[str, str]]
    bindings: tuple[tuple[re.Pattern[str], str], ...]

    def word(self, form: str, **values: Phrase | str | int) -> Phrase:
        """Fill a form in all its places; a form that is not there raises `WordingError`."""
        if form not in self.forms:
            raise WordingError(f"`{self.language}` has no wording for `{form}`")
        templates = self.forms[form]
        return Phrase({place: text.format(**values) for place, text in templates.items()})

    def bind(self, text: str) -> str:
        """Put no-break characters where a date must not be torn apart."""
        for pattern, replacement in self.bindings:
            text = pattern.sub(replacement, text)
        return text


@lru_cache(maxsize=64)
def load_words(language: str) -> DateWords:
    """Read the table of a language; a missing table or form raises `WordingError`."""
    path = FOLDER / f"dates.{language}.toml"
    if not path.is_file():
        raise WordingError(f"there are no words for dates in `{language}`")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    bindings = tuple((re.compile(find), _unescape(put)) for find, put in table.pop("bind", []))
    missing = [form for form in FORMS if PLAIN not in table.get(form, {})]
    if missing:
        raise WordingError(f"`{language}` has no wording for `{'`, `'.join(missing)}`")
    return DateWords(language, table, bindings)


def _unescape(replacement: str) -> str:
    """Turn `\\u00A0` into its character; group references stay for the pattern."""
    return re.sub(r"\\u([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), replacement)
