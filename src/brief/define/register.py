"""The ids of a briefing and where they are used, so that references can be checked at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from brief.diag.collector import Collector
from brief.diag.define_codes import BAD_ID, DUPLICATE_ID, RESERVED_ID
from brief.diag.diagnostic import Place
from brief.model.ids import make_id

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_AUTOMATIC = re.compile(r"[a-z][0-9]+\Z")
_RESERVED = frozenset(
    {
        "authors", "contents", "figure", "key-points", "keywords", "publisher", "series",
        "short-title", "source", "sources", "subtitle", "summary", "table", "timeline", "title",
    }
)  # fmt: skip


class Aim(Enum):
    """What a use of an id expects to find."""

    SOURCE = "source"
    FOOTNOTE = "footnote"
    LINK = "link"
    NUMBER = "number"
    PLACEMENT = "placement"


class Use(NamedTuple):
    """An id that is used, and where; `scope` is the section of a footnote.

    An excused use stands where it may not, which has been reported.
    """

    aim: Aim
    id: str
    place: Place
    scope: str = ""
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """An id with what it names: `section`, `paragraph`, `figure`, …"""

    what: str
    place: Place


@dataclass(slots=True)
class Register:
    """One set of ids in which each names one thing."""

    collector: Collector
    known: dict[str, Known] = field(default_factory=dict)

    def declare(self, name: str, what: str, place: Place) -> bool:
        """Note what an id names; report an id that is taken already."""
        first = self.known.get(name)
        if first is None:
            self.known[name] = Known(what, place)
            return True
        where = f"on line {first.place.line}"
        if first.place.file != place.file:
            where = f"in `{first.place.file}` {where}"
        message = f"`{name}` is taken by the {first.what} {where}"
        self.collector.report(DUPLICATE_ID, message, place, "choose another id")
        return False

    def declare_in_text(self, name: str, what: str, place: Place) -> bool:
        """Note an id that is written in a text, after checking its form."""
        if not _ID.match(name):
            guess = make_id(name)
            hint = f"write `{guess}`" if guess else "use lower-case letters, digits and hyphens"
            self.collector.report(BAD_ID, f"`{name}` is not an id", place, hint)
            return False
        if _AUTOMATIC.match(name):
            message = f"`{name}` could be the id of a block that has none of its own"
            self.collector.report(RESERVED_ID, message, place, "choose an id of several letters")
            return False
        refuse_reserved(name, place, self.collector)
        return self.declare(name, what, place)


def refuse_reserved(name: str, place: Place, collector: Collector) -> None:
    """Report an id that names a part of every briefing."""
    if name in _RESERVED or name.startswith("source-"):
        message = f"`{name}` is an id that `brief` uses itself"
        collector.report(RESERVED_ID, message, place, "choose another id")
