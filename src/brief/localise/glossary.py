"""Compare translations with the glossary: terms that have to stand there, and those that must not.

Where words bear prefixes or are not parted by spaces, a term is looked for among the letters,
elsewhere as words of its own; a `*` in it stands for any letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from brief.model.briefing import Term

INSIDE_WORDS = frozenset({"ar", "fa", "he", "ja", "ko", "th", "ur", "zh"})


def find_missing_terms(
    source: str, language: str, translation: str, tag: str, glossary: Iterable[Term]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield terms of `source` with their prescribed forms, of which the translation has none."""
    for term in glossary:
        forms = term.use.get(tag, ())
        wanted = forms and holds(source, term.source, language)
        if wanted and not any(holds(translation, form, tag) for form in forms):
            yield term.source, forms


def find_forbidden_terms(
    source: str, language: str, translation: str, tag: str, glossary: Iterable[Term]
) -> Iterator[tuple[str, str]]:
    """Yield terms of `source` with the forms that a translation has and must not have."""
    for term in glossary:
        if holds(source, term.source, language):
            for form in term.avoid.get(tag, ()):
                if holds(translation, form, tag):
                    yield term.source, form


@lru_cache(maxsize=50_000)  # of source texts, every locale asks the same
def holds(text: str, form: str, language: str) -> bool:
    """Tell whether a text has a term in it; capitals do not count."""
    words = form.replace("*", " ").split()
    if words and _fold(max(words, key=len)) not in _fold(text):
        return False  # patterns are made for the few that may be there
    return _pattern(form, language.partition("-")[0]).search(text) is not None


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    """Take capitals for small letters, as a pattern that ignores them does."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


@lru_cache(maxsize=4096)
def _pattern(form: str, language: str) -> re.Pattern[str]:
    letters = re.escape(" ".join(form.split())).replace(r"\*", r"\w*")
    letters = letters.replace(r"\ ", r"[\s\u00a0\u202f]+")
    edge = "" if language in INSIDE_WORDS else r"\w"
    whole = f"(?<!{edge}){letters}(?!{edge})" if edge else letters
    return re.compile(whole, re.IGNORECASE)
