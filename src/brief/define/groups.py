"""What the groups of a table stand for: categories or actors of its timeline.

A group is known by the id or the label of one of them. Where the timeline declares neither, every
group becomes a category with the group's name as its label.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from brief.define.hints import suggest_or_list
from brief.define.nodes import Fields, Scalar, stand_in
from brief.diag.collector import Collector
from brief.diag.define_codes import UNKNOWN_CATEGORY
from brief.model.ids import make_id

_DECLARED = {"categories": "category", "actors": "actor"}


@dataclass(slots=True)
class Groups:
    """The groups of one timeline: names in lower case lead to the field and id of an entry."""

    timeline: Fields
    collector: Collector
    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note the categories and actors that the timeline declares."""
        for plural, name in _DECLARED.items():
            declared = self.timeline.get(plural)
            for key, value in declared.items() if isinstance(declared, Fields) else ():
                self.known[key.casefold()] = (name, str(key))
                label = value.get("label") if isinstance(value, Fields) else None
                if isinstance(label, Scalar):
                    self.known[label.casefold()] = (name, str(key))
                    self.labels.append(label.text)

    def place(self, group: Scalar) -> dict[str, Scalar]:
        """Give the field of an entry, and the id in it, that a group stands for."""
        found = self.known.get(group.casefold())
        if found is None and self.labels:
            message = f"the timeline has no category or actor `{group.text}`"
            hints = suggest_or_list(group, self.labels)
            self.collector.report(UNKNOWN_CATEGORY, message, group.place, *hints)
            return {}
        if found is None:
            found = self._declare(group)
        name, key = found
        return {name: stand_in(group.place, key)}

    def _declare(self, group: Scalar) -> tuple[str, str]:
        """Make a category of a group; two groups never share one."""
        categories = self.timeline.get("categories")
        if not isinstance(categories, Fields):
            categories = Fields(group.place)
            self.timeline[stand_in(group.place, "categories")] = categories
        taken = set(categories)
        name = make_id(group) or "group"
        number = 1
        while name in taken:
            number += 1
            name = f"{make_id(group) or 'group'}-{number}"
        label = Fields(group.place)
        label[stand_in(group.place, "label")] = group
        categories[stand_in(group.place, name)] = label
        self.known[group.casefold()] = ("category", name)
        return "category", name
