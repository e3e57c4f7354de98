"""How a language speaks of times in running text, for whoever searches one.

The patterns are data: `src/brief/locale/mentions.<language>.toml` beside `mentions.toml`, which
holds for all languages. Names of months and days of the week come from CLDR; a table of the
same name adds the forms that CLDR lacks.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from babel import Locale

from brief.localise.cldr import load_locale
from brief.localise.date_words import FOLDER
from brief.model.phrases import ClauseWords, DatePhrases, Pair, Relation, Relative

_EDGES = (r"(?<![\w$€£¥₽#№§])(?<!\w[/-])(?<!\d[.,:])", r"(?!\w)(?![.,:/-]\d)")
_CLAUSES = ClauseWords(
    sentence=r"[.!?…]{1,4}[\"”»“)]*(?=\s)|\n[^\S\n]*\n", clause=r"[;:()]", soft=r", (?=\w)"
)


@lru_cache(maxsize=32)
def load_date_phrases(tag: str) -> DatePhrases:
    """Give the phrases for a locale; a language without patterns has those of all languages."""
    locale = load_locale(tag)
    shared = _read_table("mentions.toml")
    own = _read_table(f"mentions.{locale.language}.toml")
    return DatePhrases(
        language=locale.language,
        edges=tuple(own.get("edges", _EDGES)),
        dates=(*own.get("dates", ()), *shared["dates"]),
        relatives=tuple(Relative(**entry) for entry in own.get("relative", ())),
        undated=tuple(own.get("undated", ())),
        relations=tuple(Relation(**entry) for entry in own.get("relation", ())),
        pairs=tuple(Pair(**entry) for entry in (*own.get("pair", ()), *shared["pair"])),
        tables=_fill_tables(locale, own.get("tables", {})),
        macros=own.get("macros", {}),
        clauses=ClauseWords(**own["clauses"]) if "clauses" in own else _CLAUSES,
    )


def _read_table(name: str) -> dict[str, Any]:
    path = FOLDER / name
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _fill_tables(locale: Locale, own: dict[str, dict[str, str | int]]) -> dict[str, dict[str, str]]:
    """Join the names that CLDR gives with those of the language's own tables."""
    tables = {"month": _list_names(locale.months), "weekday": _list_names(locale.days)}
    for name, words in own.items():
        known = tables.setdefault(name, {})
        known.update({word: str(value) for word, value in words.items()})
    return tables


def _list_names(names: Any) -> dict[str, str]:
    """Give months from 1, days of the week from 0, by their names in every form but letters.

    A shortened name is there with a full stop and without.
    """
    listed: dict[str, str] = {}
    for width in ("abbreviated", "wide"):
        for context in ("format", "stand-alone"):
            for number, name in names[context][width].items():
                word = name.rstrip(".")
                if not any(letter.isdigit() for letter in word):
                    listed[word] = str(number)
                    listed[f"{word}."] = str(number)
    for context in ("format", "stand-alone"):
        for name in names[context]["wide"].values():
            listed.pop(f"{name}.", None)  # a full name ends with the sentence
    return listed
