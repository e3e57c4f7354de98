"""Where a text speaks of a time: the words, and the date that they give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What the words make of the time: something happened then, or lasted so long."""

    EVENT = "event"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a text that speaks of a time.

    `start` and `end` count code points of the text searched, and `quoted` is what stands there:
    the words that say when and how surely, without a preposition that says neither. `when` is
    EDTF text that `parse_when` takes, empty where the words name no date (`in recent years`).
    `derived` is True where the text alone does not give the date: the year or the whole of it
    was worked out from another date of the text or from the date of the document.
    """

    start: int
    end: int
    quoted: str
    when: str
    derived: bool = False
    role: Role = Role.EVENT


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a timeline could say of a mention: a short `title`, and its sentence as `note`."""

    mention: Mention
    title: str
    note: str
