"""Typography of each language as data, and its small details set into texts.

What an author types with ordinary spaces is set with the spaces that the language asks for:
U+202F before a percent sign and inside abbreviations, U+00A0 between a day and its month, and
U+2060 around the dash of a range so that the range stays on one line. Nothing is set that would
change what is read aloud or copied.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from brief.model.localised import Typography
from brief.model.text import Emphasis, Foreign, Inline, Link, Str, Strong, Text

NO_BREAK = "\u00a0"
NARROW = "\u202f"
JOINER = "\u2060"

_MONTHS = {
    "de": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}

_EVERYWHERE: tuple[tuple[str, str], ...] = (
    (r"(?<=\d)–(?=\d)", f"{JOINER}–{JOINER}"),
    (r" – ", f"{NO_BREAK}– "),
    (r"\b(Kim) (Il|Jong|Yo) (Sung|Il|Un|Jong)\b", rf"\1{NO_BREAK}\2{NO_BREAK}\3"),
    (r"(?<=\d) \((\d{4})\)", rf"{NO_BREAK}(\1)"),
    (r"(?<=\d) (?=\d{3}\b)", NARROW),
    (r"(?<=\d) (?=(?:km|m|kg|t|MW|GW|°C)\b)", NARROW),
)

DETAILS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"\b([zZ])\. ?(B)\.", rf"\1.{NARROW}\2."),
        (r"\b([uU])\. ?(a|U|Ä)\.", rf"\1.{NARROW}\2."),
        (r"\b([dD])\. ?(h)\.", rf"\1.{NARROW}\2."),
        (r"\b([vV])\. ?(a)\.", rf"\1.{NARROW}\2."),
        (r"\b([nv])\. (Chr)\.", rf"\1.{NARROW}\2."),
        (r"\b([iI])\. ?(d)\. ?(R)\.", rf"\1.{NARROW}\2.{NARROW}\3."),
        (rf"(\d{{1,2}}\.) (?=(?:{_MONTHS['de']}|Jahrhundert|Breitengrad)\b)", rf"\1{NO_BREAK}"),
        (r"(\d{1,2}\.) (und|bis) (?=\d{1,2}\.)", rf"\1{NO_BREAK}\2 "),
        (r"(\d0er) (?=Jahre)", rf"\1{NO_BREAK}"),
        (
            r"\b(Nr\.|Abb\.|Abbildung|Tabelle|Ziffer|Kapitel|Abschnitt|Artikel|Art\.|Ausgabe|S\.|"
            r"Seite|Resolution|Bd\.|Kap\.) (?=\d)",
            rf"\1{NO_BREAK}",
        ),
        (r"(?<=\d) (?=[%‰])", NARROW),
        (r"(?<=\d) (?=(?:Prozent|Mrd\.|Mio\.|Milliarden|Millionen)(?!\w))", NO_BREAK),
    ),
    "en": (
        (rf"\b(\d{{1,2}}) (?={_MONTHS['en']})\b", rf"\1{NO_BREAK}"),
        (
            r"\b(No\.|Nos\.|Figure|Table|Section|Article|Art\.|Edition|Resolution|p\.|pp\.) (?=\d)",
            rf"\1{NO_BREAK}",
        ),
        (r"(?<=\d) (?=(?:per cent|billion|million)\b)", NO_BREAK),
        (r"\b(Mr|Ms|Dr|Prof\.) (?=[A-Z])", rf"\1{NO_BREAK}"),
    ),
}

TYPOGRAPHY: dict[str, Typography] = {
    "de": Typography(
        quotes=("„", "“", "‚", "‘"),
        hyphenate=True,
        hyphenate_limits=(7, 3, 4),
        weak_words=frozenset(
            "der die das den dem des ein eine einen einem einer und oder in im an am auf aus bei "
            "für mit nach seit von vom vor zu zum zur über unter als wie ob um".split()
        ),
    ),
    "en": Typography(
        quotes=("“", "”", "‘", "’"),
        hyphenate=True,
        hyphenate_limits=(6, 3, 3),
        weak_words=frozenset(
            "a an the and or of in on at by for from to with as into over under since".split()
        ),
    ),
}


def set_text(text: Text) -> Text:
    """Set the small details of the text's language into its characters."""
    return replace(text, spans=_set_spans(text.spans, text.language))


def set_string(string: str, language: str) -> str:
    """Set the small details of a language into plain characters."""
    for pattern, replacement in _rules(language):
        string = pattern.sub(replacement, string)
    return string


def _set_spans(spans: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    return tuple(_set_span(span, language) for span in spans)


def _set_span(span: Inline, language: str) -> Inline:
    match span:
        case Str(text):
            return Str(set_string(text, language))
        case Emphasis(children) | Strong(children) | Link(_, children):
            return replace(span, children=_set_spans(children, language))
        case Foreign(tag, children):
            return Foreign(tag, _set_spans(children, tag))
        case _:
            return span


@lru_cache(maxsize=64)
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = _EVERYWHERE + DETAILS.get(language.partition("-")[0], ())
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)
