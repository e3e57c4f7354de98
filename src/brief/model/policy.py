"""What a copy prints where a text has no translation, or an older one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Remedy(Enum):
    """What stands in for a translation: the older one, the source text, nothing, or a mistake."""

    OLDER = "older"
    SOURCE = "source"
    OMIT = "omit"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Policy:
    """The remedies of one locale; a text that is `missing` has no older translation."""

    missing: Remedy = Remedy.SOURCE
    stale: Remedy = Remedy.OLDER
