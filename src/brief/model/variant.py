"""Variants: one briefing in one locale, design and profile, which is one PDF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from brief.diag.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """Everything that names one PDF."""

    briefing: str
    locale: str
    design: str
    profile: str

    @property
    def file_name(self) -> str:
        """The file that the variant is written to: `russia-north-korea.de.digital.pdf`."""
        return f"{self.briefing}.{self.locale}.{self.profile}.pdf"


class Status(Enum):
    """What became of a variant."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Artefact:
    """A variant's PDF as it lies in the output folder; a failed one has no digest and no pages.

    `path` is relative to the output folder, with forward slashes; `sha256` is in hexadecimal.
    `notes` say what was chosen while it was built; no manifest keeps them.
    """

    variant: Variant
    path: str
    status: Status
    sha256: str = ""
    pages: int = 0
    key: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    notes: tuple[str, ...] = ()
