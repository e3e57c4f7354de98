"""Walk over the texts of a briefing, to collect them or to put others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from brief.model.text import Text

T = TypeVar("T")

_TEXT_FREE = frozenset(
    {
        "files",
        "catalogues",
        "glossary",
        "policies",
        "digits",
        "places",
        "place",
        "at",
        "when",
        "date",
        "now",
        "range",
    }
)
_names: dict[type, tuple[str, ...]] = {}


def replace_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Give a copy of a model value in which every text has gone through `change`."""
    replaced: T = _replaced(value, change)
    return replaced


def iterate_texts(value: object) -> Iterator[Text]:
    """Give every text of a model value in the order of its fields, which is document order."""
    found: list[Text] = []
    _collect(value, found)
    return iter(found)


def _collect(value: object, found: list[Text]) -> None:
    if isinstance(value, Text):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)
    else:
        for name in _text_fields(type(value)):
            _collect(getattr(value, name), found)


def _replaced(value: Any, change: Callable[[Text], Text]) -> Any:
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_replaced(item, change) for item in value)
    return _replaced_fields(value, change)


def _replaced_fields(value: Any, change: Callable[[Text], Text]) -> Any:
    new = {}
    for name in _text_fields(type(value)):
        old = getattr(value, name)
        made = _replaced(old, change)
        if made is not old:
            new[name] = made
    return replace(value, **new) if new else value


def _text_fields(kind: type) -> tuple[str, ...]:
    """Name the fields of a kind of model value in which texts may be; other kinds have none."""
    names = _names.get(kind)
    if names is None:
        own = fields(kind) if is_dataclass(kind) else ()
        names = _names[kind] = tuple(field.name for field in own if field.name not in _TEXT_FREE)
    return names
