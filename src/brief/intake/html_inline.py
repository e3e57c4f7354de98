"""Read the inline elements of HTML: what is emphasised, linked, noted or in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from brief.model.text import CodeSpan, Emphasis, FootnoteMark, Foreign, Inline, Link, Str, Strong

DROPPED = frozenset(
    "script style template noscript iframe object embed applet form button input select textarea "
    "svg canvas audio video map area head link meta title base dialog del s strike rp rt nav "
    "progress meter datalist frame frameset".split()
)
_EMPHASIS = frozenset("em i cite var dfn".split())
_STRONG = frozenset(("strong", "b"))
_CODE = frozenset("code kbd samp tt".split())
_SCHEMES = ("http://", "https://", "mailto:")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DEEPEST = 100
LINE = "\v"  # a forced line end, until paragraphs are parted


@dataclass(slots=True)
class InlineReader:
    """Reads the inline elements of one document.

    `language` is that of the document; `calls` lead from the id of the target of a link to the
    name of the footnote that stands there. `pictures` collects what stood among words.
    """

    language: str = ""
    calls: Mapping[str, str] = field(default_factory=dict)
    pictures: list[Element] = field(default_factory=list)

    def read(self, element: Element, depth: int = 0) -> Iterator[Inline]:
        """Yield what is inside an element: its text, its children, and what follows each."""
        if element.text:
            yield Str(element.text)
        for child in element:
            yield from self.read_element(child, depth)
            if child.tail:
                yield Str(child.tail)

    def read_element(self, element: Element, depth: int = 0) -> Iterator[Inline]:
        """Yield one element among the words, without what follows it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in DROPPED or is_hidden(element):
            return
        if depth > _DEEPEST:
            yield Str("".join(element.itertext()))
        elif tag == "br":
            yield Str(LINE)
        elif tag == "img":
            self.pictures.append(element)
        elif tag == "a" and (name := self._find_call(element)):
            yield FootnoteMark(name)
        else:
            yield from self._mark(element, depth)

    def _mark(self, element: Element, depth: int) -> Iterator[Inline]:
        children = tuple(self.read(element, depth + 1))
        tag = element.tag
        language = element.get("lang") or ""
        if _TAG.fullmatch(language) and not _same_language(language, self.language):
            children = (Foreign(language, children),)
        if tag in _EMPHASIS:
            yield Emphasis(children)
        elif tag in _STRONG:
            yield Strong(children)
        elif tag in _CODE and all(isinstance(child, Str) for child in children):
            yield CodeSpan("".join(child.text for child in children if isinstance(child, Str)))
        elif tag == "a":
            target = "".join((element.get("href") or "").split())
            yield from (Link(target, children),) if target.startswith(_SCHEMES) else children
        elif tag in ("sup", "sub"):
            yield from _move(children, _RAISED if tag == "sup" else _LOWERED)
        elif tag == "q":
            yield from (Str("“"), *children, Str("”"))
        else:
            yield from children

    def _find_call(self, link: Element) -> str | None:
        target = link.get("href") or ""
        return self.calls.get(target[1:]) if target.startswith("#") else None


def is_hidden(element: Element) -> bool:
    """Tell whether an element is not shown."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _move(children: tuple[Inline, ...], table: dict[int, int]) -> Iterator[Inline]:
    """Set figures higher or lower where there are characters for that; else they stay."""
    for child in children:
        if isinstance(child, Str) and child.text.strip().translate(table) != child.text.strip():
            plain = all(ord(char) in table or char.isspace() for char in child.text)
            yield Str(child.text.translate(table) if plain else child.text)
        else:
            yield child


def _same_language(first: str, second: str) -> bool:
    return first.split("-")[0].lower() == second.split("-")[0].lower()
