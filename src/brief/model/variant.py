"""Variants: one briefing in one locale, design and profile, which is one PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """Everything that names one PDF."""

    briefing: str
    locale: str
    design: str
    profile: str

    @property
    def name(self) -> str:
        """The file name without its ending: `russia-north-korea.de.digital`."""
        return f"{self.briefing}.{self.locale}.{self.profile}"
