"""What the PDF says of itself: document information, XMP (ISO 16684-1) and attachments.

PDF/UA is claimed inside the one XMP packet that WeasyPrint writes for PDF/A, with the extension
schema that PDF/A asks for. Dates are those of the composition, so that no clock is involved.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pydyf
import weasyprint
from weasyprint.pdf.metadata import DocumentMetadata

from brief.model.composition import Attachment, Composition, Metadata

_UA = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>{part}</pdfuaid:part></rdf:Description>"
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


class ClaimingMetadata(DocumentMetadata):
    """Metadata that also claim a part of PDF/UA (0 for none), with a language on the title."""

    ua_part = 0

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """Give the RDF of the XMP packet, with our claims inside."""
        rdf: bytes = super().generate_rdf_metadata(variant, version, conformance)
        if not self.ua_part:
            return rdf
        claim = _UA.format(part=self.ua_part).encode()
        return rdf.replace(b"</rdf:RDF>", claim + b"</rdf:RDF>")


def describe(composition: Composition, ua_part: int) -> ClaimingMetadata:
    """Give the engine's metadata for a composition."""
    said = composition.metadata
    date = said.date.strftime("%Y-%m-%dT%H:%M:%SZ")
    metadata = ClaimingMetadata(
        title=said.title,
        authors=list(said.authors),
        description=said.description or None,
        keywords=list(said.keywords),
        generator="brief",
        created=date,
        modified=date,
        attachments=[_attach(file, said) for file in composition.attachments],
        lang=said.language,
    )
    metadata.ua_part = ua_part
    return metadata


def settle_attachments(pdf: pydyf.PDF) -> None:
    """Name every attachment once among the associated files; the engine names each twice."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _attach(file: Attachment, metadata: Metadata) -> Any:
    date: datetime = metadata.date
    attachment = weasyprint.Attachment(
        string=file.data,
        name=file.name,
        description=file.description,
        created=date,
        modified=date,
        relationship=file.relationship,
    )
    attachment.source = _give(file)
    return attachment


@contextmanager
def _give(file: Attachment) -> Iterator[tuple[io.BytesIO, None, None, str]]:
    """Give data with their media type, which the engine would otherwise ask the machine for."""
    yield io.BytesIO(file.data), None, None, file.media_type
