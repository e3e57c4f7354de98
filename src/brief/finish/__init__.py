"""The stage `finish`: takes a rendered PDF, gives it back verified against its profile.

Every file is read again with an engine other than the one that wrote it. What the profile claims
is checked rule by rule; a file that breaks one is not delivered.
"""

from __future__ import annotations

import io

import pikepdf

from brief.diag.collector import Collector
from brief.diag.finish_codes import CLAIM_NOT_KEPT
from brief.finish.claims import CHECKS
from brief.model.composition import Metadata
from brief.model.pdf import FinishedPdf, RenderedPdf
from brief.model.profile import Profile


def finish_pdf(
    rendered: RenderedPdf, metadata: Metadata, profile: Profile, collector: Collector
) -> FinishedPdf | None:
    """Verify a PDF; one that breaks a rule of its profile is reported and not given back."""
    faults = list_faults(rendered.data, metadata, profile)
    for fault in faults:
        collector.report(CLAIM_NOT_KEPT, f"the PDF would break its profile: {fault}")
    return None if faults else FinishedPdf(rendered.data, rendered.pages)


def list_faults(data: bytes, metadata: Metadata, profile: Profile) -> tuple[str, ...]:
    """List what a PDF lacks of the claims of a profile, each as a phrase."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            faults = [fault for check in CHECKS for fault in check(pdf, metadata, profile)]
    except pikepdf.PdfError as error:
        return (f"it cannot be read again ({error})",)
    return tuple(dict.fromkeys(faults))
