"""Locales by their BCP 47 tags, named for the reader."""

from __future__ import annotations

from functools import lru_cache

from brief.localise.cldr import load_locale
from brief.model.languages import find_direction
from brief.model.localised import Locale

_WIDE = ("zh", "ja")  # languages whose punctuation is as wide as their characters


@lru_cache(maxsize=256)
def describe_locale(tag: str, reader: str) -> Locale:
    """Describe the locale `tag`, with its language named as in a sentence of `reader`'s."""
    name = load_locale(tag).get_display_name(load_locale(reader)) or tag
    if load_locale(reader).language in _WIDE:
        name = name.replace(" (", "（").replace(", ", "，").replace(")", "）")
    return Locale(tag=tag, name=name, direction=find_direction(tag))
