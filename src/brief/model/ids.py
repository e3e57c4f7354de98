"""Ids of definitions, sections and entries: lower-case letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata


def make_id(text: str) -> str:
    """Give an id in the right form that resembles `text`, or an empty string."""
    table = str.maketrans(
        {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"}
    )
    plain = unicodedata.normalize("NFKD", text.translate(table)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
