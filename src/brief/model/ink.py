"""Inks: what a printing press lays on paper for a colour of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Process: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as inks: shares of cyan, magenta, yellow and black, each 0 to 1.

    With a `spot`, that ink is printed instead from a plate of its own, as `tint` (0 to 1) of the
    solid; `process` is what stands for the solid where there is no such plate.
    """

    process: Process
    spot: str = ""
    tint: float = 1.0


Inks: TypeAlias = Mapping[str, Ink]
"""Inks by the colour on the screen that they stand for, as `#rrggbb` in small letters."""


@dataclass(frozen=True, slots=True)
class PrintingCondition:
    """What a press does with inks: an ICC output profile and what it is called.

    `identifier` is the name in the ICC registry of characterised printing conditions at
    `registry`; `max_ink` is the most that all inks together may be, 1 for a solid.
    """

    identifier: str
    condition: str
    registry: str
    profile: bytes
    max_ink: float
