"""The patterns of a language, made ready for one pass over a text.

A pattern asks for what it reads with `{role:source}`; `{source}` alone has the role of that
name. A source is a kind of number from `NUMBERS` or a table of words. Roles: `Y` year, `T` the
first three digits of a decade, `t` a decade by its tens, `C` century, `R` year of the Republic
of China, `month`, `m`, `d`, `Q` quarter, `H` half, `season`, `part`, `bce`, `n` a count,
`weekday`; with a `2` behind it, the same of a second date; `y2` the last two digits of a year.
`{after:…|…}` and `{unless:…|…}` ask for words before, `{name}` of a macro stands for its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from brief.intake.leads import PatternError, find_leads
from brief.intake.numbers import NUMBERS, find_lead, read_number
from brief.model.phrases import DatePhrases, Relative

SPACE = r"(?:[^\S\n]?(?:\n|[^\S\n])[^\S\n]?)"  # of one line, or one line break with its blanks
_ASKED = re.compile(r"\{([A-Za-z]\w*)(?::([^{}]*))?\}")
_BLANKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<[=!](?:\\.|[^()\\])*\)| ")
_FIRST_LETTER = re.compile(r"\A[^\W\d_]")
_MACRO_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern read: `values` by role, and the relative pattern if it was one."""

    start: int
    end: int
    values: Mapping[str, str]
    relative: Relative | None = None
    is_undated: bool = False


class Finder:
    """All patterns of a language in one expression."""

    def __init__(self, phrases: DatePhrases) -> None:
        """Compile the patterns in their order: of two at one place the first one counts."""
        self._phrases = phrases
        self._asked: dict[str, list[tuple[str, str, str]]] = {}  # group, role, source
        self._relatives = {f"r{i}": relative for i, relative in enumerate(phrases.relatives)}
        named = {
            **{f"d{i}": find for i, find in enumerate(phrases.dates)},
            **{name: relative.find for name, relative in self._relatives.items()},
            **{f"u{i}": find for i, find in enumerate(phrases.undated)},
        }
        filled = {name: fill_macros(find, phrases) for name, find in named.items()}
        before, behind = phrases.edges
        runs = [
            f"(?=[{leads}]){before}(?:{'|'.join(self._number(name, filled[name]) for name in run)})"
            for leads, run in _gather_runs(filled, phrases)
        ]
        self._expression = re.compile(f"(?:{'|'.join(runs)}){behind}")

    def search(self, text: str) -> list[Found]:
        """Give everything found, in the order of the text."""
        return [self._read(match) for match in self._expression.finditer(text)]

    def _number(self, name: str, find: str) -> str:
        """Give a pattern the group `name`, and the groups inside it names of their own."""

        def note(role: str, source: str) -> str:
            group = f"{name}_{role}"
            asked.append((group, role, source))
            return group

        asked = self._asked.setdefault(name, [])
        return f"(?P<{name}>{expand(find, self._phrases, note)})"

    def _read(self, match: re.Match[str]) -> Found:
        name = match.lastgroup or ""
        values = {
            role: self._value(source, match[group])
            for group, role, source in self._asked[name]
            if match[group] is not None
        }
        relative = self._relatives.get(name)
        return Found(match.start(), match.end(), values, relative, name.startswith("u"))

    def _value(self, source: str, text: str) -> str:
        table = self._phrases.tables.get(source)
        if table is None:
            return str(read_number(text, source))
        for word in (text, text.lower(), text[:1].lower() + text[1:]):
            if word in table:
                return table[word]
        return str(read_number(text, "n"))


@lru_cache(maxsize=32)
def compile_patterns(phrases: DatePhrases) -> Finder:
    """Compile the patterns of a language once."""
    return Finder(phrases)


def _gather_runs(filled: Mapping[str, str], phrases: DatePhrases) -> list[tuple[str, list[str]]]:
    """Gather neighbours that begin with digits alone, or not: a place tries only what can be."""
    runs: list[tuple[str, list[str]]] = []
    for name, find in filled.items():
        leads = find_leads(find, lambda asked: _lead_source(asked, phrases))
        if runs and (leads == r"\d") == (runs[-1][0] == r"\d"):
            leads = leads if leads == r"\d" else runs[-1][0] + leads
            runs[-1] = (leads, [*runs[-1][1], name])
        else:
            runs.append((leads, [name]))
    return runs


def _lead_source(asked: str, phrases: DatePhrases) -> str | None:
    found = _ASKED.fullmatch(asked)
    if found is None:
        raise PatternError(f"`{asked}` is not understood")
    if found[1] in ("after", "unless"):
        return None
    source = found[2] or found[1].rstrip("2")
    letters = {word[0] for word in phrases.tables.get(source, ())}
    leads = "".join(sorted(re.escape(sign) for sign in letters | {c.upper() for c in letters}))
    if source in phrases.tables:
        return leads + (r"\d" if source == "number" else "")
    return find_lead(source)


def expand(find: str, phrases: DatePhrases, note: Callable[[str, str], str]) -> str:
    """Turn a pattern into a regular expression; `note` names the group of a role."""

    def fill(asked: re.Match[str]) -> str:
        role, source = asked[1], asked[2] or asked[1].rstrip("2")
        if role in ("after", "unless"):
            return _look_behind(role, source, phrases.clauses.spaced)
        return f"(?P<{note(role, source)}>{_match_source(source, phrases)})"

    return _ASKED.sub(fill, loosen(find))


def fill_macros(find: str, phrases: DatePhrases) -> str:
    """Put the text of each macro in its place; macros may hold others."""
    for _ in range(_MACRO_DEPTH):
        find = _ASKED.sub(lambda asked: phrases.macros.get(asked[1], asked[0]), find)
    return find


def loosen(pattern: str) -> str:
    """Let a blank stand for any white space of a line; what looks behind has a fixed width."""

    def widen(piece: re.Match[str]) -> str:
        if piece[0].startswith("(?<"):
            return piece[0].replace(" ", r"\s")
        return SPACE if piece[0] == " " else piece[0]

    return _BLANKS.sub(widen, pattern)


def _look_behind(role: str, words: str, spaced: bool) -> str:
    """Ask for one of several words before, or for none of them; each has a width of its own."""
    sign = "=" if role == "after" else "!"
    edges: list[str] = []
    for word in words.replace(SPACE, r"\s").split("|"):
        edge = r"\b" if spaced and _FIRST_LETTER.match(word) else ""
        edges.append(f"(?<{sign}{edge}{_capital(word)})")
    return f"(?:{'|'.join(edges)})" if role == "after" else "".join(edges)


def _match_source(source: str, phrases: DatePhrases) -> str:
    table = phrases.tables.get(source)
    if table is None:
        return NUMBERS[source]
    words = sorted(table, key=len, reverse=True)
    listed = "|".join(_capital(loosen(re.escape(word).replace(r"\ ", " "))) for word in words)
    counted = rf"|{NUMBERS['n']}" if source == "number" else ""
    return rf"(?:{listed}){counted}"


def _capital(word: str) -> str:
    """Let a word begin a sentence."""
    first = _FIRST_LETTER.match(word)
    if first is None or first[0].upper() == first[0].lower() or first[0].isupper():
        return word
    return f"[{first[0].upper()}{first[0]}]{word[1:]}"
