"""Locales by their BCP 47 tags, named for the reader."""

from __future__ import annotations

from functools import lru_cache

from brief.localise.cldr import load_locale
from brief.model.localised import Locale

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ckb", "ug", "dv", "syr"})


@lru_cache(maxsize=256)
def describe_locale(tag: str, reader: str) -> Locale:
    """Describe the locale `tag`, with its language named in the language of `reader`."""
    name = load_locale(tag).get_display_name(load_locale(reader)) or tag
    return Locale(tag=tag, name=name[:1].upper() + name[1:], direction=find_direction(tag))


def find_direction(tag: str) -> str:
    """Give the direction in which a language is written: `ltr` or `rtl`."""
    return "rtl" if tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
