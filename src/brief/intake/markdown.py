"""Read Markdown (CommonMark with tables and footnotes) and its front matter.

It becomes HTML first, so that raw HTML in it is read, and made harmless, like any other.
"""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from brief.intake.entitling import entitle
from brief.intake.html import parse_html, read_markup
from brief.intake.pictures import PictureStore
from brief.model.document import Document

_FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z_-]+):[ \t]*(?P<value>.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_NESTING = 40


def read_markdown(text: str, store: PictureStore) -> Document:
    """Read a Markdown text into a document."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    said = _read_front(front["fields"]) if front else {}
    body = text[front.end() :] if front else text
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING}).enable("table")
    html = parser.use(footnote_plugin).render(body)
    document = read_markup(parse_html(html), store, _first(said, "lang", "language"))
    date = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", _first(said, "date", "published"))
    return replace(
        entitle(document, _first(said, "title")),
        subtitle=_first(said, "subtitle"),
        authors=tuple(said.get("author") or said.get("authors") or ()),
        publisher=_first(said, "publisher"),
        date=date[0] if date else "",
        address=_first(said, "url", "source", "canonical"),
        slug=_first(said, "slug"),
        path=_first(said, "path", "permalink"),
    )


def _read_front(fields: str) -> dict[str, list[str]]:
    """Read the flat fields of a front matter: `key: value`, `key: [a, b]`, lists below a key."""
    said: dict[str, list[str]] = {}
    key = ""
    for line in fields.split("\n"):
        if (found := _FIELD.match(line)) is not None:
            key = found["key"].lower()
            value = found["value"].strip()
            if value.startswith("[") and value.endswith("]"):
                said[key] = [_bare(item) for item in value[1:-1].split(",") if item.strip()]
            else:
                said[key] = [_bare(value)] if value else []
        elif key and (item := _ITEM.match(line)) is not None:
            said[key].append(_bare(item["value"]))
    return said


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value


def _first(said: dict[str, list[str]], *keys: str) -> str:
    return next((said[key][0] for key in keys if said.get(key)), "")
