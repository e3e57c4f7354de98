"""Names of countries: our table where it has one, and CLDR's short names for all of ISO 3166."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from brief.localise.cldr import load_locale

TABLE = Path(__file__).parent.parent / "locale" / "countries.toml"


class UnknownCountryError(LookupError):
    """There is no country of this code, or no such name of it in the language."""


@dataclass(frozen=True, slots=True)
class CountryNames:
    """What a country is called in one language; `*` in forms stands for any letters."""

    short: str
    formal: str
    forms: tuple[str, ...]
    adjective: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


def name_country(code: str, tag: str, form: str = "short") -> str:
    """Name a country in a language; a `formal` name is known for the countries of our table."""
    own = find_names(code, tag)
    if own is not None:
        return own.formal if form == "formal" else own.short
    name = load_locale(tag).territories.get(code)
    if name is None or not code.isalpha() or form == "formal":
        raise UnknownCountryError(code)
    return str(name)


def find_names(code: str, tag: str) -> CountryNames | None:
    """Find what our table has for a tag, or for its language alone."""
    languages = load_table().get(code, {})
    return languages.get(tag) or languages.get(tag.partition("-")[0])


def list_countries(tag: str) -> Iterator[tuple[str, CountryNames]]:
    """List the countries of our table with their names in a language."""
    for code in load_table():
        names = find_names(code, tag)
        if names is not None:
            yield code, names


@lru_cache(maxsize=1)
def load_table() -> Mapping[str, Mapping[str, CountryNames]]:
    """Read our table: names by the code of the country and the tag of the language."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        code: {tag: _read_names(fields) for tag, fields in languages.items()}
        for code, languages in table.items()
    }


def _read_names(fields: Mapping[str, str | list[str]]) -> CountryNames:
    lists = {name: tuple(fields.get(name, ())) for name in ("forms", "adjective", "avoid")}
    return CountryNames(str(fields["short"]), str(fields["formal"]), **lists)
