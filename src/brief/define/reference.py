"""Write the reference page on the fields of a definition, from their JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from brief.define.schema import make_schema
from brief.model.digits import SYSTEMS

_HEAD = """# Fields of a definition

A definition is a folder under `briefings/` with a file `briefing.yaml` and, beside it, \
Markdown files, pictures and catalogues.
This page lists the fields of `briefing.yaml`; [how texts are written](text.md) has a page of \
its own.
It is generated: `brief schema --reference` prints it, and `brief schema` the JSON Schema that \
editors read.

`briefing.yaml` is YAML 1.2: `NO` is a word, `12:30` is text, dates are text.
Texts that begin with a special character, or contain a colon followed by a space, stand in \
quotation marks.
Unknown fields are mistakes, and so are names that are given twice, tabs, tags and merge keys.
Every file that is named lies in the folder of the definition; nothing else is ever read.
"""
# Lists of words that are too long to be printed.
_NAMED = {SYSTEMS: "[numbering system](../translations.md#digits)"}
_KINDS = {
    "string": "text", "integer": "number", "array": "list", "object": "fields",
    "number": "part of 1",
    "boolean": "`true` or `false`",
}  # fmt: skip
_PATTERNS = {"^[a-z0-9]": "id", "^[a-z]{2,3}": "language tag", "^https": "address"}
_ORDER = (
    "policy", "locale", "marking", "publisher", "series", "author", "keypoint", "section",
    "timeline", "scale",
    "category", "actor", "era", "entry", "undated", "figure", "table", "source",
)  # fmt: skip
_TITLES = {
    "policy": "Translation",
    "keypoint": "Key points",
    "entry": "Events and spans",
    "undated": "Undated statements",
    "category": "Categories",
    "scale": "Scale",
    "publisher": "Publisher",
    "marking": "Marking",
    "series": "Series",
}


def write_reference() -> str:
    """Write the page in Markdown."""
    schema = make_schema()
    parts = [_HEAD, "## The briefing\n", *_write_table(schema)]
    for name in _ORDER:
        model = schema["$defs"][name]
        parts += [f"\n## {_title(name)}\n", f"{model['description']}\n", *_write_table(model)]
    return "\n".join(parts) + "\n"


def _write_table(model: dict[str, Any]) -> Iterator[str]:
    required = model.get("required", [])
    yield "| field | | holds | |"
    yield "|---|---|---|---|"
    for name, value in model["properties"].items():
        need = "needed" if name in required else ""
        text = value["description"].replace("|", "\\|")
        yield f"| `{name}` | {need} | {_kind(value)} | {text} |"


def _kind(value: dict[str, Any]) -> str:
    if "$ref" in value:
        return _link(value["$ref"])
    if "enum" in value:
        listed = ", ".join(f"`{item}`" for item in value["enum"])
        return _NAMED.get(tuple(value["enum"]), listed)
    if value.get("type") == "array":
        return f"list of {_plural(value['items'])}"
    if "patternProperties" in value:
        (inner,) = value["patternProperties"].values()
        return f"{_link(inner['$ref'])} by id"
    if "anyOf" in value or "oneOf" in value:
        options = value.get("anyOf") or value["oneOf"]
        return " or ".join(_kind(option) for option in options)
    if "examples" in value:
        return "day" if value["type"] == "string" else "date"
    for beginning, name in _PATTERNS.items():
        if value.get("pattern", "").startswith(beginning):
            return name
    kind = value["type"]
    return _KINDS[kind if isinstance(kind, str) else kind[0]]


def _plural(items: dict[str, Any]) -> str:
    kind = _kind(items)
    return f"{kind}s" if kind in ("id", "text", "language tag") else kind


def _link(address: str) -> str:
    name = address.rpartition("/")[2]
    title = _title(name)
    return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"


def _title(name: str) -> str:
    return _TITLES.get(name, f"{name.capitalize()}s")
