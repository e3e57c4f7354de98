"""The names of OpenDocument (ISO/IEC 26300), and which of them are seen through."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "style": f"{_OASIS}style:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": f"{_OASIS}meta:1.0",
}
PREFIXES = {address: prefix for prefix, address in NAMES.items()}
SEEN_THROUGH = frozenset(  # elements of which the content alone is read
    "text:section draw:text-box text:bibliography text:index-body text:bookmark-ref "
    "text:reference-ref text:date text:time text:page-number text:author-name text:title "
    "text:subject text:sequence text:ruby text:ruby-base text:numbered-paragraph "
    "text:soft-page-break text:text-input text:meta text:user-defined text:variable-get "
    "text:expression text:conditional-text text:placeholder".split()
)


def name_of(short: str) -> str:
    """Give the name that the parser has for `prefix:local`."""
    prefix, _, local = short.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"
