"""The rules that a file for a print shop is held against: PDF/X-4 (ISO 15930-7) and ink.

They are those that depend on content and could be broken by a design or a change of ours. What
counts as content is everything that paints: pages, forms and patterns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from brief.model.composition import Metadata
from brief.model.ink import PrintingCondition
from brief.model.profile import Profile

_VERSION = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
_MOST = "1.6"
_TOLERANCE = 0.01  # points
_SCREEN_SPACES = (Name.DeviceRGB, Name.CalRGB, Name.CalGray, Name.Lab, Name.ICCBased)
_OTHER_COLOURS = frozenset({"rg", "RG"})
_ACTIVE = (Name.OpenAction, Name.AA, Name.AcroForm, Name.Names, Name.Outlines)


def check_exchange(
    pdf: Pdf, metadata: Metadata, profile: Profile, condition: PrintingCondition
) -> Iterator[str]:
    """Yield every rule that a file for a print shop breaks, as a phrase."""
    yield from _check_document(pdf, metadata, profile)
    yield from _check_intent(pdf, condition)
    for number, page in enumerate(pdf.pages, start=1):
        for fault in _check_boxes(page.obj, profile):
            yield f"{fault} on page {number}"
    yield from _check_inks(pdf, condition)


def _check_document(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    if pdf.pdf_version > _MOST:
        yield f"it is written as PDF {pdf.pdf_version}"
    if Name.ID not in pdf.trailer:
        yield "it has no identifier"
    if str(pdf.docinfo.get(Name.Title, "")) != metadata.title:
        yield "the title is missing from the document information"
    if pdf.docinfo.get(Name.Trapped) not in (Name("/True"), Name("/False")):
        yield "it does not say whether it is trapped"
    try:
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314  # our own
    except (AttributeError, ElementTree.ParseError):
        yield "its XMP metadata are not well-formed"
        return
    if next((item.text for item in packet.iter(_VERSION)), "") != profile.exchange:
        yield f"it does not claim {profile.exchange}"
    for key in _ACTIVE:
        if key in pdf.Root:
            yield f"it contains {key}"


def _check_intent(pdf: Pdf, condition: PrintingCondition) -> Iterator[str]:
    """One output intent says for which printing condition the inks are meant."""
    intents: Any = pdf.Root.get(Name.OutputIntents, [])
    found = [intent for intent in intents if intent.get(Name.S) == Name.GTS_PDFX]
    if len(found) != 1:
        yield f"it has {len(found)} output intents of PDF/X"
        return
    profile = found[0].get(Name.DestOutputProfile)
    data = b"" if profile is None else profile.read_bytes()
    if data[12:20] != b"prtrCMYK":
        yield "its output intent has no profile of a press with four inks"
    if str(found[0].get(Name.OutputConditionIdentifier, "")) != condition.identifier:
        yield "its output intent names another printing condition"


def _check_boxes(page: Any, profile: Profile) -> Iterator[str]:
    """The trim box lies inside the bleed box, by the bleed, and that inside the sheet."""
    boxes = [page.get(key) for key in (Name.TrimBox, Name.BleedBox, Name.MediaBox)]
    if any(box is None for box in boxes):
        yield "a box is missing"
        return
    trim, bleed, media = ([float(side) for side in box] for box in boxes)
    around = [*_reaches(bleed, trim)]
    if min(around) < profile.bleed * 0.75 - _TOLERANCE:
        yield "the bleed is too narrow"
    if min(_reaches(media, bleed)) < -_TOLERANCE:
        yield "the bleed reaches beyond the sheet"
    if Name.Annots in page:
        yield "there are annotations"


def _reaches(outer: list[float], inner: list[float]) -> Iterator[float]:
    """Give how far a box reaches beyond another on all four sides."""
    yield from (inner[0] - outer[0], inner[1] - outer[1])
    yield from (outer[2] - inner[2], outer[3] - inner[3])


def _check_inks(pdf: Pdf, condition: PrintingCondition) -> Iterator[str]:
    """Everything is painted in inks, never in more of them than the paper takes."""
    for item in pdf.objects:
        if isinstance(item, Dictionary | Stream):
            yield from _check_space(item)
    for content in _find_contents(pdf):
        yield from _check_content(content, condition)


def _check_space(item: Any) -> Iterator[str]:
    """Pictures, gradients and what is mixed have a space of inks."""
    if item.get(Name.Subtype) == Name.Image and _is_of_screen(item.get(Name.ColorSpace)):
        yield "a picture is not in inks"
    if Name.ShadingType in item and _is_of_screen(item.get(Name.ColorSpace)):
        yield "a gradient is not in inks"
    group = item.get(Name.Group)
    if group is not None and _is_of_screen(group.get(Name.CS)):
        yield "transparency is not mixed in inks"


def _check_content(content: Any, condition: PrintingCondition) -> Iterator[str]:
    instruction: Any
    for instruction in pikepdf.parse_content_stream(content):
        name = str(instruction.operator)
        if name in _OTHER_COLOURS:
            yield "a colour is not in inks"
        elif name in ("k", "K"):
            total = sum(float(share) for share in instruction.operands)
            if total > condition.max_ink + 0.005:
                yield f"a colour is {total:.0%} of ink, more than {condition.max_ink:.0%}"


def _find_contents(pdf: Pdf) -> Iterator[Any]:
    yield from (page.obj for page in pdf.pages)
    for item in pdf.objects:
        if isinstance(item, Stream) and (
            item.get(Name.Subtype) == Name.Form or item.get(Name.PatternType) == 1
        ):
            yield item


def _is_of_screen(space: Any) -> bool:
    """Tell whether a colour space is of a screen rather than of inks."""
    if isinstance(space, Array):
        if space[0] == Name.Indexed:
            return _is_of_screen(space[1])
        return space[0] in _SCREEN_SPACES
    return space in _SCREEN_SPACES
