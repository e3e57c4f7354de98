"""What a web page says of itself: schema.org data (JSON-LD), Open Graph, Dublin Core, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

_ARTICLES = ("Article", "Report", "BlogPosting", "WebPage")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST_DATA = 200_000
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; what it does not say is empty."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    language: str = ""
    address: str = ""
    description: str = ""


def read_page_metadata(root: Element) -> PageMetadata:
    """Collect what a page says of itself; the most exact of several places counts."""
    data = _read_article_data(root)
    meta = dict(_list_meta(root))
    authors = _names(data.get("author")) or tuple(
        value
        for key, value in _list_meta(root)
        if key in ("author", "dc.creator", "citation_author")
    )
    return PageMetadata(
        title=_first(
            data.get("headline"), meta.get("og:title"), meta.get("dc.title"), _title(root)
        ),
        authors=tuple(dict.fromkeys(name for name in authors if not name.startswith("http"))),
        publisher=_first(*_names(data.get("publisher")), meta.get("og:site_name")),
        date=_find_date(
            data.get("datePublished"), meta.get("article:published_time"), meta.get("dc.date"),
            meta.get("date"), meta.get("citation_publication_date"), *_list_times(root),
        ),
        language=_find_language(root, data, meta),
        address=_find_address(root, meta),
        description=_first(data.get("description"), meta.get("og:description")),
    )  # fmt: skip


def _read_article_data(root: Element) -> dict[str, Any]:
    """Give the schema.org description of the article, if there is one."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            described = json.loads((script.text or "")[:_LONGEST_DATA])
        except (ValueError, RecursionError):
            continue
        for item in _list_items(described):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).endswith(_ARTICLES) for name in names):
                return item
    return {}


def _list_items(described: Any) -> Iterator[dict[str, Any]]:
    if isinstance(described, list):
        for item in described:
            yield from _list_items(item)
    elif isinstance(described, dict):
        yield described
        yield from _list_items(described.get("@graph", []))


def _list_meta(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content")
        if key and value and value.strip():
            yield key.lower().replace("dcterms.", "dc."), " ".join(value.split())


def _list_times(root: Element) -> Iterator[str]:
    for element in root.iter("time"):
        yield element.get("datetime") or ""


def _names(value: Any) -> tuple[str, ...]:
    """Give the names of persons or organisations in schema.org data."""
    if isinstance(value, str):
        return (" ".join(value.split()),) if value.strip() else ()
    if isinstance(value, list):
        return tuple(name for item in value for name in _names(item))
    return _names(value.get("name")) if isinstance(value, dict) else ()


def _first(*values: Any) -> str:
    for value in values:
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def _title(root: Element) -> str:
    """Give the title of the page without the name of the site."""
    found = next(iter(root.iter("title")), None)
    text = "" if found is None else " ".join("".join(found.itertext()).split())
    return _SITE.sub("", text)


def _find_date(*values: Any) -> str:
    for value in values:
        found = _DATE.match(value.strip()) if isinstance(value, str) else None
        if found is not None:
            return found[1]
    return ""


def _find_language(root: Element, data: dict[str, Any], meta: dict[str, str]) -> str:
    candidates = (root.get("lang"), data.get("inLanguage"), meta.get("og:locale"))
    for value in candidates:
        if isinstance(value, str) and _TAG.fullmatch(value.strip()):
            return value.strip().replace("_", "-")
    return ""


def _find_address(root: Element, meta: dict[str, str]) -> str:
    links = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    for value in (*links, meta.get("og:url", "")):
        if value.startswith(("https://", "http://")):
            return value
    return ""
