"""Judge a value by a JSON Schema, as far as ours goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from brief.define.nodes import Fields, Items, Kind, Node, Scalar

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


def plain_value(node: Node) -> Any:
    """Give what an editor sees in YAML: numbers, texts, lists and fields."""
    if isinstance(node, Fields):
        return {str(name): plain_value(value) for name, value in node.items()}
    if isinstance(node, Items):
        return [plain_value(item) for item in node]
    assert isinstance(node, Scalar)
    match node.kind:
        case Kind.NUMBER:
            return int(node)
        case Kind.FRACTION:
            return float(node)
        case Kind.NOTHING:
            return None
        case _ if node.text in ("true", "false"):
            return node.text == "true"
        case _:
            return node.text


def find_errors(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """Yield what a schema has against a value."""
    if "$ref" in schema:
        yield from find_errors(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    types = schema.get("type", [])
    wanted = [types] if isinstance(types, str) else types
    if wanted and not any(isinstance(value, _TYPES[name]) for name in wanted):
        yield f"{value!r} is not {wanted}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{value!r} is not in {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{value!r} is not {schema['const']}"
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{value!r} does not match {schema['pattern']}"
        if len(value) < schema.get("minLength", 0):
            yield "empty"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get(
        "maximum", value
    ):
        yield f"{value} is out of range"
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield "too few"
        for item in value:
            yield from find_errors(item, schema.get("items", {}), root)
    if isinstance(value, dict):
        yield from _find_field_errors(value, schema, root)
    for word, right in (("anyOf", lambda count: count > 0), ("oneOf", lambda count: count == 1)):
        if word in schema:
            fitting = [not any(find_errors(value, each, root)) for each in schema[word]]
            if not right(sum(fitting)):
                yield f"{value!r} fits {sum(fitting)} of {word}"


def _find_field_errors(
    value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]
) -> Iterator[str]:
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{name} is missing"
    for name, item in value.items():
        found = [known[name]] if name in known else []
        found += [inner for pattern, inner in patterns.items() if re.search(pattern, name)]
        for inner in found:
            yield from find_errors(item, inner, root)
        if not found and schema.get("additionalProperties") is False:
            yield f"{name} is unknown"
