"""Locales by their BCP 47 tags, named for the reader."""

from __future__ import annotations

from functools import lru_cache

from brief.localise.cldr import load_locale
from brief.model.localised import Locale

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ckb", "ug", "dv", "syr"})

# Whose conventions a language follows when no region is given; others are as CLDR has them.
_REGIONS = {"en": "en-GB"}  # day before month, as the United Nations write English


def find_conventions(tag: str) -> str:
    """Give the tag by whose conventions dates and numbers of a locale are written."""
    return _REGIONS.get(tag, tag)


@lru_cache(maxsize=256)
def describe_locale(tag: str, reader: str) -> Locale:
    """Describe the locale `tag`, with its language named in the language of `reader`."""
    name = load_locale(tag).get_display_name(load_locale(reader)) or tag
    direction = "rtl" if tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return Locale(tag=tag, name=name[:1].upper() + name[1:], direction=direction)
