"""A briefing in one locale: texts replaced, dates worded, typography chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from gettext import NullTranslations

from brief.model.briefing import Briefing
from brief.model.digits import Digits
from brief.model.lists import ListPatterns
from brief.model.text import Freshness


@dataclass(frozen=True, slots=True)
class Locale:
    """A BCP 47 tag with what pages need to know of it; `direction` is `ltr` or `rtl`."""

    tag: str
    name: str
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class Typography:
    """What a language asks of its setting; hyphenation limits are characters (word, before, after).

    `weak_words` do not stand at the end of a line in titles. `script` is a code of ISO 15924.
    Where there are no `italics`, emphasis is bold. With `keep_all`, lines end between words only,
    though the script would allow it elsewhere. With `small_references`, a figure or section is
    called by a small letter within a sentence. `around_titles` are the outer quotation marks with
    the spaces that the language puts inside them. `superior` is a pattern for ordinals; what it has
    in its second group is raised.
    """

    quotes: tuple[str, str, str, str]
    hyphenate: bool
    hyphenate_limits: tuple[int, int, int]
    weak_words: frozenset[str] = frozenset()
    script: str = "Latn"
    italics: bool = True
    keep_all: bool = False
    small_references: bool = False
    around_titles: tuple[str, str] = ("“", "”")
    superior: str = ""


@dataclass(frozen=True, slots=True)
class LocalisedBriefing:
    """A briefing whose texts are in `locale`, or fall back visibly to the original language.

    `dates` holds every worded date by the key of what it dates: `date` for the briefing,
    `<timeline>/<entry>` for entries, `now/<timeline>` for their state of knowledge, `source/<id>`
    and `accessed/<id>` for sources.
    `months` are the short names of the months by themselves, January first, for axes;
    `grouping` stands between groups of three figures in a long number; `lists` are the patterns
    by which the language lists things in words, and `digits` those of all numbers that are not an
    author's or translator's own.
    `freshness` counts the translatable texts by their state; `reviewed` is false as long as no
    native reader has read a translation.
    `interface` holds the strings of templates (gettext).
    """

    briefing: Briefing
    locale: Locale
    original: Locale
    typography: Typography
    interface: NullTranslations
    dates: Mapping[str, str]
    months: tuple[str, ...] = ()
    grouping: str = ""
    digits: Digits = field(default_factory=Digits)
    lists: ListPatterns = field(default_factory=ListPatterns)
    freshness: Mapping[Freshness, int] = field(default_factory=dict)
    reviewed: bool = True
