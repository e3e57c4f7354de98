"""Give the JSON Schema of definitions, for editors and for whoever writes definitions by program.

It comes from the same models that validate definitions; their docstrings become descriptions.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from brief.define import fields, timeline_fields
from brief.define.fields import BriefingFields

VERSION = 1

_ONE_OF = {
    "SectionFields": ("oneOf", ("text", "file", "timeline")),
    "TableFields": ("oneOf", ("text", "file")),
    "AuthorFields": ("anyOf", ("name", "unit")),
}


def make_schema() -> dict[str, Any]:
    """Make the schema, in JSON Schema 2020-12."""
    raw = BriefingFields.model_json_schema(by_alias=True)
    models: dict[str, Any] = {name: raw["$defs"][name] for name in sorted(raw["$defs"])}
    for name, model in (("BriefingFields", raw), *models.items()):
        _describe(name, model)
    raw["properties"]["sections"]["minItems"] = 1
    short = {name: name.removesuffix("Fields").lower() for name in models}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:brief:definition:{VERSION}",
        "title": "briefing.yaml",
        "description": raw["description"],
        "type": "object",
        "additionalProperties": False,
        "required": raw["required"],
        "properties": raw["properties"],
        "$defs": {short[name]: model for name, model in models.items()},
    }
    cleaned: dict[str, Any] = _simplify(schema, short)
    return cleaned


def _describe(name: str, model: dict[str, Any]) -> None:
    docstrings = dict(_docstrings())
    for field, value in model["properties"].items():
        value["description"] = docstrings[name, field]
    if name in _ONE_OF:
        keyword, choice = _ONE_OF[name]
        model[keyword] = [{"required": [field]} for field in choice]


def _docstrings() -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the docstring below each field, also for the models that inherit it."""
    modules: tuple[ModuleType, ...] = (timeline_fields, fields)
    classes: dict[str, dict[str, str]] = {}
    for module in modules:
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.ClassDef):
                bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
                inherited = [classes.get(base, {}) for base in bases]
                classes[node.name] = {**(inherited[0] if inherited else {}), **_below_fields(node)}
    for name, found in classes.items():
        for field, text in found.items():
            yield (name, "$schema" if field == "schema_address" else field), text


def _below_fields(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, below in zip(node.body, node.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = " ".join(text.split())
            case _:
                pass
    return found


def _simplify(value: Any, short: dict[str, str]) -> Any:
    """Leave out what says nothing to an author: titles, null for absent fields, its default."""
    if isinstance(value, list):
        return [_simplify(item, short) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: item for key, item in value.items() if not _is_noise(key, item)}
    options = [item for item in value.get("anyOf", []) if item != {"type": "null"}]
    if len(options) == 1:
        value = {**options[0], **{key: item for key, item in value.items() if key != "anyOf"}}
        value.pop("title", None)
    if "patternProperties" in value:
        value["additionalProperties"] = False
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        value["$ref"] = f"#/$defs/{short.get(name, name)}"
    return {key: _simplify(item, short) for key, item in value.items()}


def _is_noise(key: str, item: Any) -> bool:
    return (key == "default" and item in (None, [], {})) or (
        key == "title" and isinstance(item, str) and item != "briefing.yaml"
    )
