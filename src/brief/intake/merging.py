"""Merge three versions of a file: as a document gave it, as it gives it now, and the author's.

What only one side has changed is taken from that side. Where both have, the author's text stays
and the passage is a conflict, until it is settled for one side.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from brief.intake.three_way import join_changes
from brief.intake.units import Unit, list_groups


@dataclass(frozen=True, slots=True)
class Conflict:
    """A passage that both sides have changed; an empty text stands for one that was removed.

    `group` is the id of the block or entry by which the conflict can be settled.
    """

    key: str
    group: str
    before: str
    now: str
    yours: str


@dataclass(slots=True)
class Merged:
    """The outcome: the author's file from now on, and what the next update compares with."""

    units: list[Unit] = field(default_factory=list)
    base: list[Unit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)


def merge(
    before: Sequence[Unit],
    now: Sequence[Unit],
    yours: Sequence[Unit],
    take: Collection[str] = (),
    keep: Collection[str] = (),
) -> Merged:
    """Merge units; conflicts are settled for the document by `take`, for the author by `keep`."""
    merging = _Merging(before, now, yours, take, keep)
    merging.settle_known()
    merging.add_new()
    merging.keep_base(now)
    return merging.merged


def name_group(group: str) -> str:
    """Give the id by which people name what units belong to."""
    return group.rpartition("[")[2].rstrip("]") if group.endswith("]") else group


class _Merging:
    """Merges unit by unit, and remembers which conflicts are open."""

    def __init__(
        self,
        before: Sequence[Unit],
        now: Sequence[Unit],
        yours: Sequence[Unit],
        take: Collection[str],
        keep: Collection[str],
    ) -> None:
        """Begin with the three versions."""
        self._before = {unit.key: unit for unit in before}
        self._now = {unit.key: unit for unit in now}
        self._yours = {unit.key: unit for unit in yours}
        self._order = yours
        self._take, self._keep = take, keep
        self._restored: set[str] = set()  # what the author removed and takes back
        self._open: dict[str, Unit | None] = {}  # conflicts, with what the base keeps for them
        self._edited = {
            group
            for group, units in list_groups([*before, *yours])
            if any(self._is_edited(unit.key) for unit in units)
        }
        self.merged = Merged()

    def _is_in(self, unit: Unit, ids: Collection[str]) -> bool:
        """Tell whether a conflict about a unit has been settled so."""
        name = name_group(unit.group)
        if name not in ids:
            return False
        self.merged.settled.add(name)
        return True

    def _is_edited(self, key: str) -> bool:
        before, yours = self._before.get(key), self._yours.get(key)
        if before is None or yours is None:
            return before is not yours
        return before.core != yours.core

    def settle_known(self) -> None:
        """Go through the author's units in their order, then through those that are gone."""
        for unit in self._order:
            if (settled := self._settle(unit)) is not None:
                self.merged.units.append(settled)
        for key, old in self._before.items():
            new = self._now.get(key)
            if key in self._yours or new is None or new.core == old.core:
                continue
            if self._is_in(old, self._take):
                self._restored.add(key)
            elif not self._is_in(old, self._keep):
                self._conflict(key, old, new, None)

    def _settle(self, unit: Unit) -> Unit | None:
        """Give what becomes of one unit of the author; None if it goes."""
        old, new = self._before.get(unit.key), self._now.get(unit.key)
        if old is None:
            if new is not None and new.core != unit.core:
                return self._decide(unit, None, new)
            return unit
        if new is None:
            if unit.group not in self._edited or self._is_in(unit, self._take):
                self.merged.removed.append(unit.key)
                return None
            if not self._is_in(unit, self._keep):
                self._conflict(unit.key, old, None, unit)
            return unit
        if new.core == old.core or new.core == unit.core:
            return unit
        if unit.core == old.core:
            self.merged.changed.append(unit.key)
            return new
        return self._decide(unit, old, new)

    def _decide(self, unit: Unit, old: Unit | None, new: Unit) -> Unit:
        """Give what becomes of a unit that both sides have changed."""
        if self._is_in(unit, self._take):
            self.merged.changed.append(unit.key)
            return new
        joined = join_changes(old.core, new.core, unit.core) if old is not None else None
        if joined is not None and not self._is_in(unit, self._keep):
            self.merged.changed.append(unit.key)
            return replace(unit, text=joined)
        if not self._is_in(unit, self._keep):
            self._conflict(unit.key, old, new, unit)
        return unit

    def _conflict(self, key: str, old: Unit | None, new: Unit | None, yours: Unit | None) -> None:
        texts = [unit.core if unit is not None else "" for unit in (old, new, yours)]
        group = next(unit.group for unit in (yours, old, new) if unit is not None)
        self.merged.conflicts.append(Conflict(key, name_group(group), *texts))
        self._open[key] = old

    def add_new(self) -> None:
        """Put in what the document has gained, each after what it follows there."""
        order = list(self._now.values())
        for at, unit in enumerate(order):
            known = unit.key in self._before and unit.key not in self._restored
            if unit.key in self._yours or known:
                continue
            place = self._find_place([other.key for other in order[:at]])
            self.merged.units.insert(place, unit)
            if unit.key not in self._before:
                self.merged.added.append(unit.key)

    def _find_place(self, earlier: list[str]) -> int:
        """Give the place after the nearest earlier unit that is still there."""
        places = {unit.key: at for at, unit in enumerate(self.merged.units)}
        for key in reversed(earlier):
            if key in places:
                return places[key] + 1
        return 0

    def keep_base(self, now: Sequence[Unit]) -> None:
        """Compare next time with what the document says now, but for open conflicts."""
        for unit in now:
            if unit.key not in self._open:
                self.merged.base.append(unit)
            elif (old := self._open[unit.key]) is not None:
                self.merged.base.append(old)
        gone = [old for key, old in self._open.items() if key not in self._now and old is not None]
        self.merged.base += gone
