"""Typography of each language as data, and its small details set into texts.

A language is described by `brief/locale/typography.<tag>.toml`. What an author types with
ordinary spaces is set with the spaces that the language asks for: U+202F before a percent sign
and inside abbreviations, U+00A0 between a day and its month, and U+2060 around the dash of a
range so that the range stays on one line. Nothing is set that would change what is read aloud or
copied.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from brief.localise.cldr import LocaleError, load_locale
from brief.localise.date_words import has_words
from brief.localise.numbering import choose_system
from brief.model.digits import LATIN
from brief.model.localised import Typography
from brief.model.text import Citation, Emphasis, Foreign, Inline, Link, Str, Strong, Text

FOLDER = Path(__file__).parent.parent / "locale"

NO_BREAK = "\u00a0"
NARROW = "\u202f"
JOINER = "\u2060"

_EVERYWHERE: tuple[tuple[str, str], ...] = (
    (r"(?<=\d)–(?=\d)", f"{JOINER}–{JOINER}"),
    (r" – ", f"{NO_BREAK}– "),
    (r"\b(Kim) (Il|Jong|Yo) (Sung|Il|Un|Jong)\b", rf"\1{NO_BREAK}\2{NO_BREAK}\3"),
    (r"\b(Kim) (?=(?:Il|Jong|Yo)-(?:[Ss]ung|[Ii]l|[Uu]n|[Jj]ong)\b)", rf"\1{NO_BREAK}"),
    (r"(?<=\d) \((\d{4})\)", rf"{NO_BREAK}(\1)"),
    (r"(?<=\d) (?=\d{3}\b)", NARROW),
    (r"(?<=\d) (?=(?:km|m|kg|t|MW|GW|°C)\b)", NARROW),
)
_CODE = re.compile(r"\\u([0-9A-F]{4})")
_NO_TABLE: dict[str, Any] = {"quotes": "“”‘’"}
_NO_CHOICE: Mapping[str, str] = {}


def list_shipped() -> tuple[str, ...]:
    """List the tags of the languages that ship with `brief`: all that have their tables."""
    tags = (path.name.split(".")[1] for path in FOLDER.glob("typography.*.toml"))
    return tuple(sorted(tag for tag in tags if has_words(tag)))


def is_shipped(tag: str) -> bool:
    """Tell whether a language ships with `brief`."""
    return (FOLDER / f"typography.{tag}.toml").is_file() and has_words(tag)


@lru_cache(maxsize=64)
def load_typography(tag: str) -> Typography:
    """Read how the language of a tag is set; one that is not shipped has no peculiarities."""
    table = _read_table(tag)
    limits = table.get("hyphenate-limits")
    return Typography(
        quotes=tuple(table["quotes"]),
        hyphenate=limits is not None,
        hyphenate_limits=tuple(limits or (6, 3, 3)),
        weak_words=frozenset(table.get("weak-words", "").split()),
        script=table.get("script", "Latn"),
        italics=table.get("italics", True),
        keep_all=table.get("keep-all", False),
        small_references=table.get("small-references", False),
        around_titles=_set_marks(table["quotes"], tag),
        superior=table.get("superior", ""),
    )


def _set_marks(marks: str, tag: str) -> tuple[str, str]:
    """Give quotation marks with the spaces that a language has between them and the words."""
    before, _, after = set_string(f"{marks[0]}x{marks[1]}", tag).partition("x")
    return before, after


def find_conventions(tag: str, chosen: Mapping[str, str] = _NO_CHOICE) -> str:
    """Give the tag by whose conventions dates and numbers of a locale are written.

    Digits are those of the numbering system that is `chosen` for the locale, or of the one in its
    table, which is `latn` where that names none.
    """
    table = _read_table(tag)
    system = chosen.get(tag) or str(table.get("digits", LATIN))
    return choose_system(str(table.get("conventions", tag)), system)


def set_text(text: Text) -> Text:
    """Set the small details of the text's language into its characters."""
    return replace(text, spans=_set_spans(text.spans, text.language))


def set_string(string: str, language: str) -> str:
    """Set the small details of a language into plain characters."""
    for pattern, replacement in _rules(language):
        string = pattern.sub(replacement, string)
    return string


def _set_spans(spans: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    made = [_set_span(span, language) for span in spans]
    for number, after in enumerate(spans[1:]):
        if isinstance(after, Citation):
            made[number] = _bind_end(made[number])
    return tuple(made)


def _bind_end(span: Inline) -> Inline:
    """Keep a citation on the line of the word before it."""
    if not isinstance(span, Str) or not span.text:
        return span
    spaced = span.text.endswith(" ")
    return Str(f"{span.text[:-1]}{NO_BREAK}" if spaced else f"{span.text}{JOINER}")


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
def _read_table(tag: str) -> dict[str, Any]:
    """Read the table of a tag, or of its language alone."""
    for name in (tag, tag.partition("-")[0]):
        path = FOLDER / f"typography.{name}.toml"
        if path.is_file():
            return tomllib.loads(path.read_text(encoding="utf-8"))
    return _NO_TABLE


@lru_cache(maxsize=64)
def _rules(tag: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    details = _read_table(tag).get("details", ())
    rules = [*_EVERYWHERE, *(_complete(detail, tag) for detail in details)]
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


def _complete(detail: list[str], tag: str) -> tuple[str, str]:
    """Put the names of the months into a rule, and characters in place of their numbers."""
    pattern, replacement = (_CODE.sub(lambda code: chr(int(code[1], 16)), part) for part in detail)
    return pattern.replace("{months}", "|".join(_month_names(tag))), replacement


def _month_names(tag: str) -> tuple[str, ...]:
    """List the names of the months as they stand beside a day."""
    try:
        names = load_locale(tag).months["format"]["wide"]
    except LocaleError:
        return ()
    return tuple(re.escape(names[number]) for number in range(1, 13))
