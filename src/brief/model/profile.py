"""Profiles: what a PDF is for, and the standards that it claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile as data: the renderer applies it, the finisher verifies it.

    `variant` is WeasyPrint's name of the archive standard; `ua_part` the part of PDF/UA (ISO
    14289) that is claimed besides, or 0.
    """

    name: str
    variant: str
    ua_part: int


PROFILES: dict[str, Profile] = {
    "digital": Profile("digital", variant="pdf/a-3a", ua_part=1),
}
