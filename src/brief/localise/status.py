"""How fresh a catalogue is: each text current, stale or missing, and what nobody asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from brief.localise.po import PoEntry, PoFile
from brief.localise.units import Unit
from brief.model.text import Freshness


@dataclass(frozen=True, slots=True)
class Status:
    """The keys of the texts of a catalogue by their state, in document order."""

    current: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    obsolete: tuple[str, ...] = ()
    parts: dict[str, dict[str, int]] = field(default_factory=dict)


def read_status(file: PoFile, units: Sequence[Unit]) -> Status:
    """Tell the state of every unit; `parts` counts them for each section."""
    live = {entry.context: entry for entry in file.entries if not entry.obsolete and entry.context}
    states: dict[str, list[str]] = {"current": [], "stale": [], "missing": []}
    parts: dict[str, dict[str, int]] = {}
    for unit in units:
        state = _judge(live.get(unit.key), unit).value
        states[state].append(unit.key)
        counts = parts.setdefault(unit.part, {"current": 0, "stale": 0, "missing": 0})
        counts[state] += 1
    known = {unit.key for unit in units}
    obsolete = tuple(
        entry.context
        for entry in file.entries
        if entry.context and (entry.obsolete or entry.context not in known)
    )
    current, stale, missing = (tuple(keys) for keys in states.values())
    return Status(current, stale, missing, obsolete, parts)


def _judge(entry: PoEntry | None, unit: Unit) -> Freshness:
    if entry is None or not entry.target:
        return Freshness.MISSING
    same = entry.source == unit.source and not entry.fuzzy
    return Freshness.CURRENT if same else Freshness.STALE
