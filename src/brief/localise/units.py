"""Translation units: the texts of a briefing, with what a translator needs to know of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from brief.model.briefing import Briefing, Section
from brief.model.text import Text, plain_text

_FILLING = re.compile(r"\[[^\[\]]*\]\{\s*(?:number|percent|currency|unit|name)\b[^{}]*\}")
_DATE = re.compile(r"\d[./-]\d{1,2}[./-]\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate: its key, its source in Markdown, what it is, and in which section."""

    key: str
    source: str
    kind: str
    section: str = ""

    @property
    def part(self) -> str:
        """The part of the briefing that the key belongs to: briefing and section."""
        return find_part(self.key)


def find_part(key: str) -> str:
    """Give the first two names of a key, which are those of the briefing and its section."""
    return "/".join(key.split("/")[:2])


def list_units(briefing: Briefing) -> tuple[Unit, ...]:
    """List the texts of a briefing that differ between languages, in document order, each once."""
    units = {unit.key: unit for unit in _walk(briefing, "") if needs_translation(unit.source)}
    return tuple(units.values())


def needs_translation(source: str) -> bool:
    """Tell whether a text has words, or a date in figures, which no two languages write alike.

    What is written by the program in each language, such as `[1234.5]{number}`, does not count.
    """
    words = _FILLING.sub("", source)
    return any(char.isalpha() for char in words) or _DATE.search(words) is not None


def _walk(value: object, section: str) -> Iterator[Unit]:
    if isinstance(value, Text):
        yield Unit(value.key, value.source, value.kind, section)
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item, section)
    elif is_dataclass(value):
        if isinstance(value, Section):
            section = plain_text(value.title.spans)
        for field in fields(value):
            yield from _walk(getattr(value, field.name), section)
