"""What language tags (BCP 47) say about the direction of writing."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ckb", "ug", "dv", "syr"})


def find_direction(tag: str) -> str:
    """Give the direction in which a language is written: `ltr` or `rtl`."""
    return "rtl" if tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
