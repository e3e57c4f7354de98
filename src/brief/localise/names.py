"""Names of countries and places: our table, and CLDR's short names for all of ISO 3166."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from brief.localise.cldr import load_locale

TABLE = Path(__file__).parent.parent / "locale" / "toponyms.toml"


class UnknownNameError(LookupError):
    """There is no country or place of this code, or no such name of it in the language."""


@dataclass(frozen=True, slots=True)
class NameForms:
    """What a country or place is called in one language; `*` in forms stands for any letters.

    Places have no `formal` name.
    """

    short: str
    formal: str
    forms: tuple[str, ...]
    adjective: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


def write_name(code: str, tag: str, form: str = "short") -> str:
    """Name a country or place; `formal` names are known for the countries of our table."""
    own = find_names(code, tag)
    if own is not None and (own.formal or form != "formal"):
        return own.formal if form == "formal" else own.short
    name = load_locale(tag).territories.get(code)
    if name is None or not code.isalpha() or not code.isupper() or form == "formal":
        raise UnknownNameError(code)
    return str(name)


def find_names(code: str, tag: str) -> NameForms | None:
    """Find what our table has for a tag, or for its language alone."""
    languages = load_table().get(code, {})
    return languages.get(tag) or languages.get(tag.partition("-")[0])


def list_names(tag: str) -> Iterator[tuple[str, NameForms]]:
    """List what our table has, with the names in a language."""
    for code in load_table():
        names = find_names(code, tag)
        if names is not None:
            yield code, names


@lru_cache(maxsize=1)
def load_table() -> Mapping[str, Mapping[str, NameForms]]:
    """Read our table: names by the code of a country, or id of a place, and by language."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        code: {tag: _read_names(fields) for tag, fields in languages.items()}
        for code, languages in table.items()
    }


def _read_names(fields: Mapping[str, str | list[str]]) -> NameForms:
    lists = {name: tuple(fields.get(name, ())) for name in ("forms", "adjective", "avoid")}
    return NameForms(str(fields["short"]), str(fields.get("formal", "")), **lists)
