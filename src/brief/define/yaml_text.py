"""Read YAML: text in, a tree of nodes that know their places out.

The parser of PyYAML gives events; their meaning is ours, the core schema of YAML 1.2. `NO` and
`12:30` are texts, dates stay texts, and tags, merge keys and names that are no texts are refused.
Depth and the growth by aliases are limited before anything is built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import events

from brief.define.decoding import clean_passage
from brief.define.nodes import Fields, Items, Kind, Node, Scalar, stand_in
from brief.define.passage import Passage
from brief.define.yaml_mistakes import describe_mistake
from brief.diag.collector import Collector
from brief.diag.define_file_codes import (
    DUPLICATE_FIELD,
    YAML_DOCUMENTS,
    YAML_KEY,
    YAML_MERGE,
    YAML_SYNTAX,
    YAML_TAG,
    YAML_TOO_LARGE,
)
from brief.diag.diagnostic import Code, Place

MAX_DEPTH = 32
MAX_NODES = 100_000

_KINDS = (
    (Kind.NOTHING, re.compile(r"(?:~|null|Null|NULL|)\Z")),
    (Kind.TRUTH, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")),
    (Kind.NUMBER, re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z")),
    (
        Kind.FRACTION,
        re.compile(
            r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
        ),
    ),
)


@dataclass(slots=True)
class _Open:
    """A list or fields that are being read; `name` is that of the field whose value comes next."""

    node: Fields | Items
    anchor: str | None
    name: Scalar | None = None
    unnamed: bool = False
    tagged: bool = False
    count: int = 1


class _StopError(Exception):
    """Reading cannot go on; why has been reported."""


@dataclass(slots=True)
class _Reader:
    """Builds the tree from events; aliases stand for the node of their anchor."""

    source: Passage
    collector: Collector
    open: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    root: Node | None = None
    count: int = 0


def read_yaml(source: Passage, collector: Collector) -> Node | None:
    """Read a YAML file; None when it is empty or cannot be read, which is reported."""
    reader = _Reader(source, collector)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            _take(reader, event)
    except yaml.YAMLError as error:
        message, place, hint = describe_mistake(error, source)
        collector.report(YAML_SYNTAX, message, place, hint)
        return None
    except _StopError:
        return None
    return reader.root


def _take(reader: _Reader, event: yaml.Event) -> None:
    match event:
        case events.ScalarEvent():
            scalar = _read_scalar(reader, event)
            if event.tag is not None:
                _refuse_tag(reader, event)
                scalar = scalar.excuse()
            _add(reader, event, scalar, 1, event.anchor)
        case events.MappingStartEvent() | events.SequenceStartEvent():
            _begin(reader, event)
        case events.MappingEndEvent() | events.SequenceEndEvent():
            done = reader.open.pop()
            node = stand_in(done.node.place) if done.tagged else done.node
            _add(reader, event, node, done.count, done.anchor)
        case events.AliasEvent():
            _add_alias(reader, event)
        case events.DocumentStartEvent() if reader.root is not None:
            hint = "remove the line, or the second document"
            _stop(
                reader, YAML_DOCUMENTS, "a second document begins here", _place(reader, event), hint
            )
        case _:
            pass


def _begin(reader: _Reader, event: events.MappingStartEvent | events.SequenceStartEvent) -> None:
    place = _place(reader, event)
    if len(reader.open) >= MAX_DEPTH:
        message = f"this is nested more than {MAX_DEPTH} levels deep"
        _stop(reader, YAML_TOO_LARGE, message, place, "flatten the structure")
    is_fields = isinstance(event, events.MappingStartEvent)
    node = Fields(place) if is_fields else Items(place)
    reader.open.append(_Open(node, event.anchor, tagged=event.tag is not None))
    if event.tag is not None:
        _refuse_tag(reader, event)


def _add(reader: _Reader, event: yaml.Event, node: Node, count: int, anchor: str | None) -> None:
    """Put a finished node where it belongs: the value of a field, its name, or a list's item."""
    if anchor:
        reader.anchors[anchor] = (node, count)
    if not reader.open:
        reader.root = node
        return
    parent = reader.open[-1]
    parent.count += count
    if parent.count > MAX_NODES:
        message = f"with this, there are more than {MAX_NODES:,} values"
        hint = "write parts out instead of repeating them with `*`"
        _stop(reader, YAML_TOO_LARGE, message, _place(reader, event), hint)
    if isinstance(parent.node, Items):
        parent.node.append(node)
    elif parent.name is None and not parent.unnamed:
        _name_field(reader, parent, node)
    else:
        if parent.name is not None:
            _set_field(reader, parent.node, parent.name, node)
        parent.name, parent.unnamed = None, False


def _name_field(reader: _Reader, parent: _Open, node: Node) -> None:
    if isinstance(node, Scalar) and "\n" not in node:
        parent.name = node
        if node == "<<" and not node.is_quoted:
            hint = "write the fields out"
            reader.collector.report(YAML_MERGE, "merge keys are not used", node.place, hint)
            _leave_out(parent)
        return
    hint = "put a text that begins with `[` or `{` in quotation marks"
    place = node.place
    reader.collector.report(YAML_KEY, "the name of a field is a text on one line", place, hint)
    _leave_out(parent)


def _leave_out(parent: _Open) -> None:
    """Skip the value of a name that was refused."""
    parent.name, parent.unnamed = None, True
    if isinstance(parent.node, Fields):
        parent.node.partial = True


def _set_field(reader: _Reader, fields: Fields, name: Scalar, node: Node) -> None:
    if name not in fields:
        fields[name] = node
        return
    first = fields.name_of(name)
    line = first.place.line if first is not None else 0
    message = f"`{name.text}` is given twice, first on line {line}"
    hint = "remove one of the two, or rename it"
    reader.collector.report(DUPLICATE_FIELD, message, name.place, hint)


def _add_alias(reader: _Reader, event: events.AliasEvent) -> None:
    place = _place(reader, event)
    name = event.anchor or ""
    if name not in reader.anchors:
        inside = any(item.anchor == name for item in reader.open)
        message = (
            f"`*{name}` repeats what it stands in" if inside else f"there is no anchor `&{name}`"
        )
        hint = "put a text that begins with `*` in quotation marks"
        reader.collector.report(YAML_SYNTAX, message, place, hint)
        raise _StopError
    node, count = reader.anchors[name]
    _add(reader, event, node, count, None)


def _read_scalar(reader: _Reader, event: yaml.ScalarEvent) -> Scalar:
    style = event.style if event.style and event.style in "'\"|>" else ""
    kind = Kind.TEXT if style else _kind_of(event.value)
    span = (_offset(reader, event.start_mark), _offset(reader, event.end_mark))
    scalar = Scalar(event.value, kind, reader.source, span, style)
    if style == '"':
        cleaned = clean_passage(scalar.passage, reader.collector)
        if cleaned.text != scalar:
            return Scalar(cleaned.text, kind, reader.source, span, style)
    return scalar


def _kind_of(text: str) -> Kind:
    return next((kind for kind, pattern in _KINDS if pattern.match(text)), Kind.TEXT)


def _refuse_tag(reader: _Reader, event: yaml.Event) -> None:
    start = _offset(reader, event.start_mark)
    text = reader.source.text[start:].split(maxsplit=1)[0]
    hint = "remove it, or put a text that begins with `!` in quotation marks"
    place = reader.source.place(start, start + len(text))
    reader.collector.report(YAML_TAG, f"`{text}` is a YAML tag, and tags are not used", place, hint)


def _stop(reader: _Reader, code: Code, message: str, place: Place, hint: str) -> None:
    reader.collector.report(code, message, place, hint)
    raise _StopError


def _place(reader: _Reader, event: yaml.Event) -> Place:
    start, end = _offset(reader, event.start_mark), _offset(reader, event.end_mark)
    return reader.source.place(start, max(end, start + 1))


def _offset(reader: _Reader, mark: Any) -> int:
    """Count from the beginning of the line, where marks and passages agree."""
    line = min(int(mark.line), len(reader.source.runs) - 1)
    return reader.source.runs[line][0] + int(mark.column)
