"""What the styles of an OpenDocument text mean: titles, headings, quotations, emphasis, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLE = f"{{{_OASIS}style:1.0}}"
_FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
_TEXT = f"{{{_OASIS}text:1.0}}"
_KINDS = {"title": "title", "subtitle": "subtitle", "quotations": "quotation", "quote": "quotation"}
_HEADING = re.compile(r"Heading_20_(\d+)")
_ITEM = re.compile(r"(?:List|Numbering)(?:_20_(?:Bullet|Number))?_20_(\d)")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a span is set in, as elements of HTML, and its language if that is another one."""

    tags: tuple[str, ...] = ()
    language: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of one text by name; `language` is that of its default."""

    language: str = ""
    parents: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    ordered: dict[str, set[int]] = field(default_factory=dict)

    def kind_of(self, name: str) -> str:
        """Tell what paragraphs of a style are: `title`, `quotation`, `heading2` … or nothing."""
        for _ in range(_DEEPEST):
            if kind := _KINDS.get(name.lower()):
                return kind
            if found := _HEADING.fullmatch(name):
                return f"heading{found[1]}"
            if name not in self.parents:
                break
            name = self.parents[name]
        return ""

    def list_depth(self, name: str) -> int:
        """Tell how deep a style of paragraphs sets items (“List Bullet 2”); 1 if it does not."""
        for _ in range(_DEEPEST):
            if found := _ITEM.fullmatch(name):
                return int(found[1])
            if name not in self.parents:
                break
            name = self.parents[name]
        return 1

    def look_of(self, name: str) -> Look:
        """Give the look of a span."""
        return self.looks.get(name, Look())

    def is_ordered(self, name: str, depth: int) -> bool:
        """Tell whether lists of a style count their items at a depth."""
        return depth in self.ordered.get(name, ())


def read_styles(roots: Sequence[Element]) -> Styles:
    """Read the styles that a text defines in its parts."""
    styles = Styles()
    for root in roots:
        for default in root.iter(f"{_STYLE}default-style"):
            if default.get(f"{_STYLE}family") == "paragraph" and not styles.language:
                styles.language = _read_language(default)
    for root in roots:
        for style in root.iter(f"{_STYLE}style"):
            name = style.get(f"{_STYLE}name") or ""
            if parent := style.get(f"{_STYLE}parent-style-name"):
                styles.parents[name] = parent
            if style.get(f"{_STYLE}family") == "text":
                styles.looks[name] = _read_look(style, name, styles.language)
        for listed in root.iter(f"{_TEXT}list-style"):
            styles.ordered[listed.get(f"{_STYLE}name") or ""] = {
                int(level.get(f"{_TEXT}level") or 1)
                for level in listed.iter(f"{_TEXT}list-level-style-number")
                if level.get(f"{_STYLE}num-format")
            }
    return styles


def _read_look(style: Element, name: str, language: str) -> Look:
    tags = []
    properties = style.find(f"{_STYLE}text-properties")
    if properties is not None:
        if properties.get(f"{_FO}font-weight") in ("bold", "600", "700", "800", "900"):
            tags.append("strong")
        if properties.get(f"{_FO}font-style") in ("italic", "oblique"):
            tags.append("em")
        position = properties.get(f"{_STYLE}text-position") or ""
        if position.startswith(("super", "sub")):
            tags.append("sup" if position.startswith("super") else "sub")
    if name in ("Emphasis", "Strong_20_Emphasis") and not tags:
        tags.append("em" if name == "Emphasis" else "strong")
    own = _read_language(style)
    return Look(tuple(tags), own if own and own != language else "")


def _read_language(style: Element) -> str:
    properties = style.find(f"{_STYLE}text-properties")
    language = "" if properties is None else properties.get(f"{_FO}language") or ""
    return "" if language in ("none", "zxx") else language
