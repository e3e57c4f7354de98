"""How one language speaks of times: plain data for the search of a text.

Patterns are regular expressions in which a blank stands for any white space of a line and
`{role:source}` for something to be read: `intake/patterns.py` says which roles and sources
there are. `tables` are sources by name, from words to numbers or parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """Words before and behind a date that say `since`, `until`, `about` and the like of it."""

    says: str
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words before, between and behind two dates: a `range`, `between`, or one `or` the other."""

    says: str
    join: str
    open: str = ""
    close: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A time counted from another one: `step` units from the date in `base`.

    `base` is `text` for the date named last, `document` for the date of the document; a number
    in the words is multiplied by `step`. `quiet` ones count for nothing without a base.
    """

    find: str
    unit: str
    base: str
    step: int = 1
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What titles are cut from: regular expressions, empty where a language has none.

    `sentence` and `clause` match what ends one, `soft` where a clause may be cut short. `lead`
    and `tail` are words before and behind a date that go with it, `opening` words that begin a
    clause and `closing` words that cannot end one. `spaced` tells whether words stand apart.
    """

    sentence: str
    clause: str
    soft: str
    lead: str = ""
    tail: str = ""
    opening: str = ""
    closing: str = ""
    spaced: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class DatePhrases:
    """All that is known of a language; `edges` stand before and behind every pattern."""

    language: str
    edges: tuple[str, str]
    dates: tuple[str, ...]
    relatives: tuple[Relative, ...]
    undated: tuple[str, ...]
    relations: tuple[Relation, ...]
    pairs: tuple[Pair, ...]
    tables: Mapping[str, Mapping[str, str]]
    macros: Mapping[str, str]
    clauses: ClauseWords
