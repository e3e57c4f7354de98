"""Parse the XML of documents, which never needs a document type or entities of its own."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from brief.diag.intake_codes import DAMAGED
from brief.intake.errors import UnreadableError

_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_xml(data: bytes, name: str) -> Element:
    """Parse a part of a document; one that is broken or declares entities is refused."""
    if declares_type(data):
        raise UnreadableError(DAMAGED, f"its part `{name}` declares a document type")
    try:
        return ElementTree.fromstring(data)  # noqa: S314  # without entities there is no bomb
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableError(DAMAGED, f"its part `{name}` is not well-formed XML") from error


def declares_type(data: bytes) -> bool:
    """Tell whether XML declares a document type or entities, in whatever encoding."""
    return _TYPE.search(data.replace(b"\0", b"") if b"\0" in data else data) is not None


def find_text(root: Element | None, path: str, names: dict[str, str]) -> str:
    """Give the text of the first element at a path, on one line."""
    found = None if root is None else root.find(path, names)
    return "" if found is None else " ".join("".join(found.itertext()).split())
