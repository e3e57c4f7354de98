"""Locales by their BCP 47 tags, named for the reader."""

from __future__ import annotations

from functools import lru_cache

from brief.localise.cldr import load_locale
from brief.model.languages import find_direction
from brief.model.localised import Locale


@lru_cache(maxsize=256)
def describe_locale(tag: str, reader: str) -> Locale:
    """Describe the locale `tag`, with its language named in the language of `reader`."""
    name = load_locale(tag).get_display_name(load_locale(reader)) or tag
    return Locale(tag=tag, name=name[:1].upper() + name[1:], direction=find_direction(tag))
