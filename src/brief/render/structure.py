"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8), built first and written last.

A tree of `Node`s is grown by `tagging`, page by page; `write_structure` turns it into PDF objects
in document order, with the parent tree that leads from marked content and annotations back to
their elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pydyf

_KEPT_EMPTY = frozenset({"TD", "TH", "Figure"})


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content: number `mcid` on a page (from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """A link annotation of a page (from 0)."""

    page: int
    annotation: pydyf.Dictionary


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. `role` is a standard structure type; `attributes` are by owner.

    `words` are what the element says, where its content does not stand in the order of reading.
    """

    role: str
    parent: Node | None
    language: str
    kids: list[Kid] = field(default_factory=list)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    alt: str = ""
    words: str = ""
    id: str = ""

    def add(self, role: str, language: str = "", at: int | None = None) -> Node:
        """Append an element, or put it at an index."""
        node = Node(role, self, language or self.language)
        self.kids.insert(len(self.kids) if at is None else at, node)
        return node

    @property
    def ancestors(self) -> Iterator[Node]:
        """The elements around this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def inside(self, role: str) -> Node | None:
        """Give this element or the nearest around it that has a role."""
        if self.role == role:
            return self
        return next((node for node in self.ancestors if node.role == role), None)


Kid: TypeAlias = Node | Content | Annotated


def write_structure(pdf: pydyf.PDF, root: Node, pages: int) -> None:
    """Write the tree under the document element `root` into `pdf`."""
    _prune(root)
    writer = _Writer(pdf, pages)
    tree = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(tree)
    top = writer.write(root, tree)
    tree["K"] = pydyf.Array([top.reference])
    tree["ParentTree"] = writer.write_parents()
    tree["ParentTreeNextKey"] = pages + len(writer.annotations)
    if writer.ids:
        tree["IDTree"] = _write_ids(pdf, writer.ids)
    pdf.catalog["StructTreeRoot"] = tree.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _prune(node: Node) -> None:
    """Remove elements that hold nothing."""
    kept: list[Kid] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
            if not kid.kids and kid.role not in _KEPT_EMPTY:
                continue
        kept.append(kid)
    node.kids[:] = kept


class _Writer:
    """Write elements and remember what belongs to which."""

    def __init__(self, pdf: pydyf.PDF, pages: int) -> None:
        self._pdf = pdf
        self._owners: list[dict[int, bytes]] = [{} for _ in range(pages)]
        self.annotations: list[tuple[pydyf.Dictionary, bytes]] = []
        self.ids: dict[str, bytes] = {}

    def write(self, node: Node, parent: pydyf.Dictionary) -> pydyf.Dictionary:
        """Write an element with everything inside it."""
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference}
        )
        self._pdf.add_object(element)
        if node.parent is None or node.language != node.parent.language:
            element["Lang"] = pydyf.String(node.language)
        if node.alt:
            element["Alt"] = pydyf.String(node.alt)
        if node.words:
            element["ActualText"] = pydyf.String(node.words)
        if node.id:
            element["ID"] = pydyf.String(node.id)
            self.ids[node.id] = element.reference
        if node.attributes:
            owned = [
                pydyf.Dictionary({"O": f"/{owner}", **values})
                for owner, values in node.attributes.items()
            ]
            element["A"] = owned[0] if len(owned) == 1 else pydyf.Array(owned)
        element["K"] = self._write_kids(node, element)
        return element

    def write_parents(self) -> bytes:
        """Write the parent tree: arrays of elements for pages, single ones for annotations."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self._owners):
            array = pydyf.Array([owners[mcid] for mcid in sorted(owners)])
            self._pdf.add_object(array)
            numbers.extend([page, array.reference])
        for number, (annotation, owner) in enumerate(self.annotations, len(self._owners)):
            annotation["StructParent"] = number
            numbers.extend([number, owner])
        tree = pydyf.Dictionary({"Nums": numbers})
        self._pdf.add_object(tree)
        reference: bytes = tree.reference
        return reference

    def _write_kids(self, node: Node, element: pydyf.Dictionary) -> pydyf.Array:
        kids = pydyf.Array()
        for kid in node.kids:
            match kid:
                case Node():
                    kids.append(self.write(kid, element).reference)
                case Content(page, mcid):
                    self._owners[page][mcid] = element.reference
                    kids.append(self._refer(element, page, mcid))
                case Annotated(page, annotation):
                    self.annotations.append((annotation, element.reference))
                    kids.append(
                        pydyf.Dictionary(
                            {
                                "Type": "/OBJR",
                                "Obj": annotation.reference,
                                "Pg": self._pdf.page_references[page],
                            }
                        )
                    )
        return kids

    def _refer(self, element: pydyf.Dictionary, page: int, mcid: int) -> object:
        """Refer to content by its number alone on the element's own page, else with the page."""
        reference = self._pdf.page_references[page]
        if element.setdefault("Pg", reference) == reference:
            return mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": reference, "MCID": mcid})


def _write_ids(pdf: pydyf.PDF, ids: dict[str, bytes]) -> bytes:
    names = pydyf.Array()
    for name, reference in sorted(ids.items()):
        names.extend([pydyf.String(name), reference])
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    made: bytes = tree.reference
    return made
