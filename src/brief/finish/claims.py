"""The rules that a finished PDF is held against.

They are those of PDF/A-3 level A (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) that depend on content
and could be broken by a design or a change of ours, and our own: nothing in a briefing acts, and
it leads to the web at most. Full validation is left to veraPDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from brief.model.composition import Metadata
from brief.model.profile import Profile

_NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_SCHEMES = ("http:", "https:", "mailto:")
_FONT_FILES = (Name.FontFile, Name.FontFile2, Name.FontFile3)

Check = Callable[[Pdf, Metadata, Profile], Iterator[str]]


def check_metadata(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    """Title, language and the claims themselves stand where readers and archives look."""
    if str(pdf.Root.get(Name.Lang, "")) != metadata.language:
        yield "the language of the document is missing"
    if str(pdf.docinfo.get(Name.Title, "")) != metadata.title:
        yield "the title is missing from the document information"
    try:
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314  # our own
    except (AttributeError, ElementTree.ParseError):
        yield "its XMP metadata are not well-formed"
        return
    part, level = (
        _read_claim(packet, "pdfaid", "part"),
        _read_claim(packet, "pdfaid", "conformance"),
    )
    if f"pdf/a-{part}{level}".lower() != profile.variant:
        yield f"it does not claim {profile.variant}"
    if profile.ua_part and _read_claim(packet, "pdfuaid", "part") != str(profile.ua_part):
        yield f"it does not claim PDF/UA-{profile.ua_part}"


def check_colour(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    """An output intent with an embedded profile says what the colours mean."""
    intents: Any = pdf.Root.get(Name.OutputIntents, [])
    if not any(Name.DestOutputProfile in intent for intent in intents):
        yield "it has no output intent"


def check_fonts(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    """Every font is embedded and says which characters its glyphs stand for."""
    for font in _find_dictionaries(pdf, Name.Font):
        described = font.get(Name.DescendantFonts, [font])[0]
        descriptor = described.get(Name.FontDescriptor, Dictionary())
        if not any(key in descriptor for key in _FONT_FILES):
            yield f"the font {font.get(Name.BaseFont, '?')} is not embedded"
        if Name.DescendantFonts in font and Name.ToUnicode not in font:
            yield f"the font {font.get(Name.BaseFont, '?')} does not say what its glyphs mean"


def check_structure(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    """The document is tagged, its first heading is of level 1, and no level is left out."""
    root: Any = pdf.Root.get(Name.StructTreeRoot)
    mark_info: Any = pdf.Root.get(Name.MarkInfo, Dictionary())
    if root is None or not mark_info.get(Name.Marked, False):
        yield "it is not tagged"
        return
    level = 0
    for element in _walk_structure(root):
        role = str(element.get(Name.S, ""))
        if role == "/Figure" and not str(element.get(Name.Alt, "")).strip():
            yield "a picture has no text in its place"
        if len(role) == 3 and role.startswith("/H") and role[2].isdigit():
            if int(role[2]) > level + 1:
                yield f"a heading of level {role[2]} follows one of level {level}"
            level = int(role[2])
    if level == 0:
        yield "it has no heading"


def check_actions(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    """Nothing in the document acts; links lead inside it, to the web, or to a mail address."""
    for key in (Name.OpenAction, Name.AA, Name.AcroForm):
        if key in pdf.Root:
            yield f"it contains {key}"
    for action in _find_actions(pdf):
        kind = action.get(Name.S)
        address = str(action.get(Name.URI, ""))
        if kind not in (Name.URI, Name.GoTo):
            yield f"it contains an action {kind}"
        elif kind == Name.URI and not address.startswith(_SCHEMES):
            yield f"a link leads to {address[:80]}"


def check_attachments(pdf: Pdf, metadata: Metadata, profile: Profile) -> Iterator[str]:
    """Every attached file says how it belongs to the document."""
    for file in _find_dictionaries(pdf, Name.Filespec):
        if Name.AFRelationship not in file:
            yield f"the attached file {file.get(Name.UF, '?')} has no relationship"


CHECKS: tuple[Check, ...] = (
    check_metadata, check_colour, check_fonts, check_structure, check_actions, check_attachments,
)  # fmt: skip


def _read_claim(packet: ElementTree.Element, prefix: str, name: str) -> str:
    for description in packet.iter(f"{{{_NS['rdf']}}}Description"):
        key = f"{{{_NS[prefix]}}}{name}"
        if (value := description.get(key) or description.findtext(key)) is not None:
            return value
    return ""


def _find_dictionaries(pdf: Pdf, kind: Name) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get(Name.Type) == kind:
            if kind == Name.Font and item.get(Name.Subtype) == Name.CIDFontType2:
                continue  # described by the font that it belongs to
            yield item


def _find_actions(pdf: Pdf) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and Name.A in item:
            action = item[Name.A]
            if isinstance(action, Dictionary) and Name.S in action:
                yield action


def _walk_structure(element: Any) -> Iterator[Any]:
    kids = element.get(Name.K, [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from _walk_structure(kid)
