"""Validate the fields of a definition: a tree of nodes in, fields with their values out.

pydantic finds what is wrong with a tree; each finding becomes a diagnostic. Then the tree is
mended as the author probably meant it and validated again, so that one mistake neither hides
others nor makes new ones. Whether anything was wrong, the collector knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from brief.define.field_tree import Spot, find_spot, name_fields, name_required, noun_of
from brief.define.hints import closest, suggest_or_list
from brief.define.nodes import Fields, Items, Kind, Node, Scalar, stand_in
from brief.diag.codes import CODES
from brief.diag.collector import Collector
from brief.diag.define_codes import (
    EMPTY_FIELD,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    UNKNOWN_VALUE,
    WRONG_TYPE,
)
from brief.diag.diagnostic import Place

_MAX_ROUNDS = 8
M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class _Round:
    """One validation: where to report, and the items to be taken out of lists at its end."""

    collector: Collector
    model: type[BaseModel]
    removals: list[tuple[Items, int]] = field(default_factory=list)


def validate_fields(
    root: Node | None, file: str, collector: Collector, model: type[M], example: str
) -> M | None:
    """Give the fields of a file; None if there is nothing that could be read as `model`.

    `example` shows a field to those who wrote something else.
    """
    if not isinstance(root, Fields):
        hint = f"write fields such as `{example}: …`; `brief new` shows how a definition looks"
        if root is None or not root:
            collector.report(EMPTY_FIELD, "the definition is empty", Place(file), hint)
        else:
            collector.report(WRONG_TYPE, "a definition consists of fields", root.place, hint)
        return None
    for _ in range(_MAX_ROUNDS):
        try:
            return model.model_validate(root)
        except ValidationError as error:
            _mend(root, error.errors(include_url=False), _Round(collector, model))
    return None


def _mend(root: Fields, errors: list[ErrorDetails], this: _Round) -> None:
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        missing = error["type"] == "missing"
        spot = find_spot(root, error["loc"][:-1] if missing else error["loc"], this.model)
        match error["type"]:
            case "missing":
                _mend_missing(this, spot, str(error["loc"][-1]))
            case "extra_forbidden":
                _mend_unknown(this, spot)
            case "literal_error":
                _mend_word(this, spot, error["ctx"]["expected"])
            case kind if kind in CODES:
                _mend_value(this, spot, kind, error["ctx"])
            case kind:
                _mend_type(this, spot, kind, error.get("ctx", {}).get("class_name", ""))
    for items, index in sorted(this.removals, key=lambda item: -item[1]):
        del items[index]


def _mend_missing(this: _Round, spot: Spot, name: str) -> None:
    fields = spot.node
    assert isinstance(fields, Fields)
    if name in fields:  # a misspelt field has been read as this one
        return
    if not fields.partial:
        message = f"this {noun_of(spot)} has no `{name}`"
        in_yaml = fields.place.file.endswith(".yaml")
        hint = f"add `{name}:`" if in_yaml else f"fill the cell under `{name}`"
        this.collector.report(MISSING_FIELD, message, fields.place, hint)
    key = stand_in(fields.place, name)
    if name == "sections":
        fields[key] = Items(fields.place)
    else:
        fields[key] = stand_in(fields.place, "tlp" if name == "regime" else "…")


def _mend_unknown(this: _Round, spot: Spot) -> None:
    """Report an unknown field; where it is a known one misspelt, read it as that."""
    parent = spot.parent
    assert isinstance(parent, Fields) and isinstance(spot.name, Scalar)
    known = [name for name in name_fields(spot.model) if name not in parent and name[0] != "$"]
    message = f"unknown field `{spot.name.text}`"
    hints = suggest_or_list(spot.name, known)
    if spot.name == "when" and noun_of(spot) == "undated statement":
        hints = ("an entry with a date stands under `events` or `spans`",)
    this.collector.report(UNKNOWN_FIELD, message, spot.name.place, *hints)
    value = parent.pop(spot.name)
    if guess := closest(spot.name, known):
        parent[stand_in(spot.name.place, guess)] = value


def _mend_word(this: _Round, spot: Spot, expected: str) -> None:
    known = [word.strip("' ") for word in expected.replace(" or ", ",").split(",")]
    assert isinstance(spot.node, Scalar)
    if not spot.node.excused:
        message = f"`{spot.node.text}` is not a value of `{spot.name}`"
        hints = suggest_or_list(spot.node, known)
        this.collector.report(UNKNOWN_VALUE, message, spot.node.place, *hints)
    spot.put(stand_in(spot.node.place, closest(spot.node, known) or known[0]))


def _mend_value(this: _Round, spot: Spot, code: str, context: dict[str, Any]) -> None:
    node = spot.node
    if isinstance(node, Scalar) and node.excused:
        return
    if CODES[code] is EMPTY_FIELD:
        _mend_empty(this, spot)
        return
    place = node.place
    if context["span"] is not None and isinstance(node, Scalar):
        place = node.passage.place(*context["span"])
    this.collector.report(CODES[code], context["message"], place, *context["hints"])
    spot.put(node.excuse() if isinstance(node, Scalar) else stand_in(place))


def _mend_empty(this: _Round, spot: Spot) -> None:
    node, name = spot.node, spot.name
    place = name.place if isinstance(name, Scalar) else node.place
    message = f"`{name}` is empty" if isinstance(name, Scalar) else "this item is empty"
    hint = "write something after it, or remove it"
    this.collector.report(EMPTY_FIELD, message, place, hint)
    spot.put(stand_in(node.place))


def _mend_type(this: _Round, spot: Spot, kind: str, model: str) -> None:
    """Report a list, fields or text where something else is expected, and leave it out."""
    node, parent = spot.node, spot.parent
    if isinstance(node, Scalar) and node.kind is Kind.NOTHING and isinstance(spot.name, Scalar):
        hint = "write something below it, or remove it"
        this.collector.report(EMPTY_FIELD, f"`{spot.name}` is empty", spot.name.place, hint)
    elif not (isinstance(node, Scalar) and node.excused):
        message, hint = _say_wanted(node, kind, name_required(model, this.model))
        this.collector.report(WRONG_TYPE, message, node.place, hint)
    if isinstance(parent, Items) and isinstance(spot.name, int):
        this.removals.append((parent, spot.name))
    elif isinstance(parent, Fields) and isinstance(spot.name, Scalar):
        del parent[spot.name]
        if spot.name == "sections":
            parent[spot.name] = Items(node.place)


def _say_wanted(node: Node, kind: str, required: tuple[str, ...]) -> tuple[str, str]:
    if kind == "list_type":
        if isinstance(node, Scalar):
            return "a list is expected here", f"write `[{node.text}]` for a list of one"
        return "a list is expected here", "begin each item on a line of its own with `- `"
    if kind == "dict_type":
        return "fields by ids are expected here", "write `some-id:` and indent its fields below it"
    known = " and ".join(f"`{name}: …`" for name in required)
    return "fields are expected here", f"write {known} on lines of their own"
