"""Proposals: entries of a timeline that were found in a text and wait for a person."""

from __future__ import annotations

from dataclasses import dataclass

from brief.model.document import Part


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry as it is proposed: from `part`, whose words `quoted` give the date.

    `when` is EDTF, or empty for what has no date; `derived` tells that it was worked out from
    another date. `lasting` tells spans from events.
    """

    part: Part
    when: str
    title: str
    quoted: str
    derived: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a definition comes from: the name and SHA-256 digest of the document's file.

    `day` is the day on which it was read (ISO 8601), for documents that have no date themselves.
    """

    file: str
    digest: str
    day: str
