"""Find the article in a web page: what is left when menus, teasers and advertisements are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from brief.intake.html_inline import DROPPED, is_hidden

_BESIDE = frozenset("nav aside footer form menu".split())
_BESIDE_ROLES = frozenset(
    "navigation banner complementary contentinfo search menu dialog alert".split()
)
_BESIDE_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|share|sharing|social|related|teasers?|"
    r"newsletter|advert(?:isement|s)?|ads?|promo|cookies?|consent|comments?|sidebar|paywall|"
    r"recommend(?:ed|ations)?|tags|skip|subscribe|popup|modal|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEXTS = frozenset("p blockquote pre li td".split())
_SHORTEST = 200  # characters of an article
_SHARE = 0.6  # of a page's text that a block must hold to be the article alone


def find_article(root: Element) -> tuple[Element, frozenset[int]]:
    """Give the element that holds the article, and the ids of elements in it that do not belong.

    A page that says where its article is (`article`, `main`, schema.org) is believed if there is
    text; else it is the smallest element that holds most of the text.
    """
    body = next(iter(root.iter("body")), root)
    beside = frozenset(id(element) for element in _list_beside(body))
    for found in _list_claimed(body):
        if _measure(found, beside) >= _SHORTEST:
            return found, beside
    return _narrow(body, beside), beside


def _list_beside(root: Element) -> Iterator[Element]:
    """Yield what stands beside the article by its kind, role or class."""
    for element in root.iter():
        if not isinstance(element.tag, str) or element is root:
            continue
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        role = (element.get("role") or "").lower()
        marked = bool(_BESIDE_CLASSES.search(name)) and element.tag in _CAN_BE_BESIDE
        if element.tag in _BESIDE or role in _BESIDE_ROLES or marked:
            yield element


_CAN_BE_BESIDE = frozenset("div section ul ol p header span table".split())


def _list_claimed(body: Element) -> Iterator[Element]:
    """Yield elements that claim to hold the article, the most exact first, then the longest."""
    for wanted in (_is_article_body, _is_article, _is_main):
        found = [element for element in body.iter() if wanted(element)]
        yield from sorted(found, key=lambda element: -len("".join(element.itertext())))


def _is_article_body(element: Element) -> bool:
    return (element.get("itemprop") or "") == "articleBody"


def _is_article(element: Element) -> bool:
    return element.tag == "article" or (element.get("role") or "") == "article"


def _is_main(element: Element) -> bool:
    return element.tag == "main" or (element.get("role") or "") == "main"


def _narrow(element: Element, beside: frozenset[int]) -> Element:
    """Go down to the smallest element that holds most of the text."""
    whole = _measure(element, beside)
    while True:
        inside = [child for child in element if child.tag in ("div", "section", "td", "tr", "table",
                  "tbody", "center", "form")]  # fmt: skip
        best = max(inside, key=lambda child: _measure(child, beside), default=None)
        if best is None or _measure(best, beside) < _SHARE * whole or whole < _SHORTEST:
            return element
        if any(child.tag in ("h1", "p") for child in element):
            return element
        element = best


def _measure(element: Element, beside: frozenset[int]) -> int:
    """Count the characters of running text in an element."""
    if id(element) in beside or element.tag in DROPPED or is_hidden(element):
        return 0
    if element.tag in _TEXTS:
        return len(" ".join("".join(element.itertext()).split()))
    return sum(_measure(child, beside) for child in element)
