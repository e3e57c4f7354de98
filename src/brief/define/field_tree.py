"""Find the node that an error of pydantic speaks of, and the fields that are known there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from brief.define.nodes import Fields, Items, Node, Scalar

_NOUNS = {
    "sections": "section",
    "locales": "locale",
    "key_points": "key point",
    "authors": "author",
    "sources": "source",
    "timelines": "timeline",
    "figures": "figure",
    "tables": "table",
    "categories": "category",
    "actors": "actor",
    "eras": "era",
    "spans": "span",
    "events": "event",
    "undated": "undated statement",
    "terms": "term",
    "translations": "translation",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A node with what holds it: `name` is that of a field, or the number of an item.

    `is_key` says that the name itself is meant. `field` is the field of a model that led here,
    `model` the model whose fields the parent has.
    """

    node: Node
    parent: Fields | Items | None
    name: Scalar | int | None
    field: str
    model: type[BaseModel]
    is_key: bool = False

    def put(self, node: Scalar) -> None:
        """Put another scalar in the place of the node, or of the name where that is meant."""
        parent, name = self.parent, self.name
        if isinstance(parent, Items) and isinstance(name, int):
            parent[name] = node
        elif isinstance(parent, Fields) and isinstance(name, Scalar):
            parent[node if self.is_key else name] = parent.pop(name) if self.is_key else node


@dataclass(frozen=True, slots=True)
class _Below:
    """The field that was entered, the model of what stands in it, and whether ids come first."""

    field: str
    model: type[BaseModel]
    keyed: bool = False


def find_spot(root: Fields, loc: tuple[int | str, ...], model: type[BaseModel]) -> Spot:
    """Walk along the parts of an error's location that are in the tree, whose root is a model."""
    spot = Spot(root, None, None, "", model)
    below: _Below = _Below("", model)
    for part in loc:
        node = spot.node
        if part == "[key]" and isinstance(spot.name, Scalar):
            return Spot(spot.name, spot.parent, spot.name, spot.field, spot.model, is_key=True)
        if isinstance(node, Fields) and isinstance(part, str) and part in node:
            here = below
            below = _step(here, part)
            spot = Spot(node[part], node, node.name_of(part), below.field, here.model)
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node):
            spot = Spot(node[part], node, part, spot.field, below.model)
    return spot


def name_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Name the fields of a model as definitions write them."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def name_required(model: str, root: type[BaseModel]) -> tuple[str, ...]:
    """Name the fields that a model cannot be without, the model being known by its name."""
    for found in _models_below(root):
        if found.__name__ == model:
            fields = found.model_fields.items()
            return tuple(name for name, info in fields if info.is_required())
    return ("name",)


def noun_of(spot: Spot) -> str:
    """Say what kind of thing has the fields at a spot."""
    return _NOUNS.get(spot.field, spot.field or "definition")


def _step(here: _Below, part: str) -> _Below:
    """Go to a field of the model; in a table of models, the name is any id."""
    if here.keyed:
        return _Below(here.field, here.model)
    for name, info in here.model.model_fields.items():
        if part == (info.alias or name):
            inner = next(_models(info.annotation), here.model)
            return _Below(part, inner, get_origin(info.annotation) is dict)
    return here


def _models_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        for found in _models(info.annotation):
            yield found
            yield from _models_below(found)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        if get_origin(argument) is not None or isinstance(argument, type):
            yield from _models(argument)
