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


def replace_texts(value: T, change: Callable[[Text], Text]) -> T:
    """Give a copy of a model value in which every text has gone through `change`."""
    replaced: T = _replaced(value, change)
    return replaced


def iterate_texts(value: object) -> Iterator[Text]:
    """Yield every text of a model value in the order of its fields, which is document order."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from iterate_texts(item)
    elif is_dataclass(value):
        for name in _text_fields(type(value)):
            yield from iterate_texts(getattr(value, name))


def _replaced(value: Any, change: Callable[[Text], Text]) -> Any:
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_replaced(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return _replaced_fields(value, change)
    return value


def _replaced_fields(value: Any, change: Callable[[Text], Text]) -> Any:
    new = {}
    for name in _text_fields(type(value)):
        old = getattr(value, name)
        made = _replaced(old, change)
        if made is not old:
            new[name] = made
    return replace(value, **new) if new else value


def _text_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in _TEXT_FREE)
