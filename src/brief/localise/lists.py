"""The patterns by which a language lists things: those of CLDR, with what sounds well in each.

CLDR says in prose only that `y` is `e` before an `i` in Spanish, and the like. These rules are
data in `brief/locale/lists.toml`, by language.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from brief.localise.cldr import load_locale
from brief.model.lists import Euphony, ListPatterns

FILE = Path(__file__).parent.parent / "locale" / "lists.toml"

Style: TypeAlias = Literal["standard", "or"]


@lru_cache(maxsize=128)
def find_lists(tag: str, style: Style = "standard") -> ListPatterns:
    """Give the patterns of a locale for things that are all meant, or of which one is (`or`)."""
    locale = load_locale(tag)
    patterns = locale.list_patterns[style]
    rules = _read_euphonies().get(locale.language, ())
    return ListPatterns(
        two=patterns["2"],
        start=patterns["start"],
        middle=patterns["middle"],
        end=patterns["end"],
        euphonies=tuple(_make_euphony(rule) for rule in rules),
    )


def _make_euphony(rule: dict[str, str]) -> Euphony:
    before = re.compile(rule["before"], re.IGNORECASE)
    return Euphony(rule["pattern"], before, rule["instead"])


@lru_cache(maxsize=1)
def _read_euphonies() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
