"""Profiles: what a PDF is for, and the standards that it claims."""

from __future__ import annotations

from dataclasses import dataclass

MILLIMETRE = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile as data: the renderer applies it, the finisher verifies it.

    `variant` is WeasyPrint's name of the archive standard, or empty; `ua_part` the part of PDF/UA
    (ISO 14289) that is claimed besides, or 0. With an `exchange` standard (ISO 15930, as XMP
    writes it) colours become inks, and pages lie on larger sheets: `bleed` is what is printed
    around a page and cut off, `slug` all that is around it, with the marks. Lengths are CSS pixels.
    """

    name: str
    variant: str = ""
    ua_part: int = 0
    exchange: str = ""
    bleed: float = 0.0
    slug: float = 0.0

    @property
    def tagged(self) -> bool:
        """Whether the PDF is for readers, with its structure, links and bookmarks."""
        return not self.exchange


PROFILES: dict[str, Profile] = {
    "digital": Profile("digital", variant="pdf/a-3a", ua_part=1),
    "press": Profile("press", exchange="PDF/X-4", bleed=3 * MILLIMETRE, slug=10 * MILLIMETRE),
}
