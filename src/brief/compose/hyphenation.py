"""Find the places at which a word may be divided, and tell the good ones from the others.

The patterns are those of pyphen (Liang's method). They know syllables and not sense, so that
German compounds come out badly; a place that parts a compound at its joint is therefore told
from our own list of frequent parts. Names are never divided.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import pyphen

from brief.compose.patterns import load_patterns

JOINT = 0.35
ORDINARY = 1.0

_SHORTEST_PIECES = {JOINT: 3, ORDINARY: 4}
_SHORTEST_WORD = 8
_WORD = re.compile(r"[^\W\d_]+")
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_ENDINGS = ("", "s", "es", "e", "n", "en", "er", "ern", "in", "innen")


@lru_cache(maxsize=20_000)
def find_divisions(word: str, language: str) -> tuple[tuple[int, float], ...]:
    """Give the places inside `word` with their penalties, as (characters before, penalty).

    `word` may carry punctuation, which stays where it is; a word with digits, with an inner
    hyphen or in capitals is not divided.
    """
    found = _WORD.findall(word)
    if len(found) != 1 or len(found[0]) < _SHORTEST_WORD or found[0].isupper():
        return ()
    core = found[0]
    patterns = _patterns(language)
    if patterns is None or core.removesuffix("s") in _names(language) or core in _names(language):
        return ()
    offset = word.index(core)
    rated = ((place, _rate(core, place, language)) for place in patterns.positions(core))
    return tuple(
        (offset + place, penalty)
        for place, penalty in rated
        if min(place, len(core) - place) >= _SHORTEST_PIECES[penalty]
    )


def _rate(word: str, place: int, language: str) -> float:
    return JOINT if _is_joint(word, place, language) else ORDINARY


def _is_joint(word: str, place: int, language: str) -> bool:
    parts = _compound_parts(language)
    before, after = word[:place].lower(), word[place:].lower()
    return any(before.removesuffix(link) in parts for link in _LINKS if before.endswith(link)) or (
        any(after.removesuffix(ending) in parts for ending in _ENDINGS if after.endswith(ending))
    )


@lru_cache(maxsize=32)
def _patterns(language: str) -> pyphen.Pyphen | None:
    code = pyphen.language_fallback(language.replace("-", "_"))
    return load_patterns(code) if code else None


@lru_cache(maxsize=32)
def _compound_parts(language: str) -> frozenset[str]:
    return _words(f"compounds.{language.partition('-')[0]}.txt")


@lru_cache(maxsize=32)
def _names(language: str) -> frozenset[str]:
    return _words(f"names.{language.partition('-')[0]}.txt")


def _words(name: str) -> frozenset[str]:
    path = files("brief.locale").joinpath(name)
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
