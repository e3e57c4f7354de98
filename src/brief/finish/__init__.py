"""The stage `finish`: takes a rendered PDF, gives it back verified against its profile.

Every file is read again with an engine other than the one that wrote it. What the profile claims
is checked rule by rule; a file that breaks one is not delivered.
"""

from __future__ import annotations

import io

import pikepdf

from brief.diag.collector import Collector
from brief.diag.finish_codes import CLAIM_NOT_KEPT, NOT_PRINTABLE
from brief.finish.claims import CHECKS
from brief.model.composition import Composition, Metadata
from brief.model.ink import PrintingCondition
from brief.model.pdf import FinishedPdf, RenderedPdf
from brief.model.profile import Profile


def finish_pdf(
    rendered: RenderedPdf, metadata: Metadata, profile: Profile, collector: Collector
) -> FinishedPdf | None:
    """Verify a PDF; one that breaks a rule of its profile is reported and not given back."""
    faults = list_faults(rendered.data, metadata, profile)
    return None if _report(faults, collector) else FinishedPdf(rendered.data, rendered.pages)


def finish_press(
    rendered: RenderedPdf,
    composition: Composition,
    profile: Profile,
    condition: PrintingCondition,
    collector: Collector,
) -> FinishedPdf | None:
    """Turn a rendered PDF into the file of a print shop, and verify that."""
    from brief.finish.exchange_claims import check_exchange
    from brief.finish.press import make_press_file  # colour management is heavy
    from brief.finish.separation import UnprintableError

    metadata = composition.metadata
    try:
        data = make_press_file(rendered.data, composition.inks, condition, metadata, profile)
    except UnprintableError as error:
        collector.report(NOT_PRINTABLE, f"the press cannot print {error}")
        return None
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = tuple(dict.fromkeys(check_exchange(pdf, metadata, profile, condition)))
    return None if _report(found, collector) else FinishedPdf(data, rendered.pages)


def _report(faults: tuple[str, ...], collector: Collector) -> bool:
    """Report the rules that a PDF breaks, and tell whether there are any."""
    for fault in faults:
        collector.report(CLAIM_NOT_KEPT, f"the PDF would break its profile: {fault}")
    return bool(faults)


def list_faults(data: bytes, metadata: Metadata, profile: Profile) -> tuple[str, ...]:
    """List what a PDF lacks of the claims of a profile, each as a phrase."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            faults = [fault for check in CHECKS for fault in check(pdf, metadata, profile)]
    except pikepdf.PdfError as error:
        return (f"it cannot be read again ({error})",)
    return tuple(dict.fromkeys(faults))
