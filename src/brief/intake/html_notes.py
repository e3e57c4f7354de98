"""Find footnotes in HTML: links that lead to a text which leads back to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_HOLDERS = frozenset("li p div section aside dd tr td".split())
_ENDNOTES = ("footnotes", "endnotes", "notes", "references", "reflist")


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes by name: the element that holds each, and the links that only lead back."""

    holders: dict[str, Element] = field(default_factory=dict)
    calls: dict[str, str] = field(default_factory=dict)
    backlinks: tuple[Element, ...] = ()
    containers: tuple[Element, ...] = ()


def find_notes(root: Element) -> Notes:
    """Find the footnotes under an element, in the order in which they are called.

    A call is a link to an element further down that holds a link back to the call, or to what
    the call stands in: so word processors, converters and encyclopedias write them.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    by_id: dict[str, Element] = {}
    for element in root.iter():
        for key in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if key:
                by_id.setdefault(key, element)
    order = {element: at for at, element in enumerate(root.iter())}
    calls: dict[str, str] = {}
    holders: dict[str, Element] = {}
    back: list[Element] = []
    for link in root.iter("a"):
        target = by_id.get(_aim(link))
        if target is None or _aim(link) in calls or order[target] <= order[link]:
            continue
        holder = _find_holder(target, parents)
        found = [a for a in holder.iter("a") if _leads_to(a, link, by_id, parents)]
        if found and link not in holder.iter():
            name = str(len(holders) + 1)
            calls[_aim(link)] = name
            holders[name] = holder
            back += found
    return Notes(holders, calls, tuple(back), tuple(_find_containers(holders.values(), parents)))


def _aim(link: Element) -> str:
    target = link.get("href") or ""
    return target[1:] if target.startswith("#") else ""


def _find_holder(target: Element, parents: dict[Element, Element]) -> Element:
    """Give the block that a target is or stands in."""
    while target.tag not in _HOLDERS and target in parents:
        target = parents[target]
    return target


def _leads_to(
    back: Element, call: Element, by_id: dict[str, Element], parents: dict[Element, Element]
) -> bool:
    """Tell whether a link leads to a call, or to something small around it."""
    target = by_id.get(_aim(back))
    around: Element | None = call
    for _ in range(3):
        if around is None or target is None:
            return False
        if around is target or target in around:
            return True
        around = parents.get(around)
    return False


def _find_containers(
    holders: Iterable[Element], parents: dict[Element, Element]
) -> Iterator[Element]:
    """Yield what holds notes and nothing else but perhaps a heading and a rule."""
    held = set(holders)
    seen: set[Element] = set()
    for holder in held:
        around = parents.get(holder)
        while around is not None and around not in seen and _is_for_notes(around, held | seen):
            seen.add(around)
            yield around
            around = parents.get(around)


def _is_for_notes(element: Element, held: set[Element]) -> bool:
    classes = f"{element.get('class') or ''} {element.get('role') or ''}".lower()
    if any(word in classes for word in _ENDNOTES):
        return True
    return all(child in held or child.tag in ("hr", "br") for child in element)
