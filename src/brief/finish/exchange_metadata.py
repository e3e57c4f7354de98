"""What a file for print exchange says of itself: document information and XMP (ISO 15930-7).

Identifiers come from what the file is and says, dates from the state of knowledge: no clock, no
chance.
"""

from __future__ import annotations

from html import escape
from uuid import NAMESPACE_URL, uuid5

from pikepdf import Name, Pdf, String

from brief.model.composition import Metadata
from brief.model.profile import Profile

PRODUCER = "brief"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>{standard}</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write_metadata(pdf: Pdf, metadata: Metadata, profile: Profile) -> None:
    """Write document information and XMP that say the same, and that nothing is trapped yet."""
    date = metadata.date
    stamp = String(date.strftime("D:%Y%m%d%H%M%S+00'00'"))
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo.Title = String(metadata.title)
    pdf.docinfo.Creator = pdf.docinfo.Producer = String(PRODUCER)
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = stamp
    pdf.docinfo.Trapped = Name("/False")
    packet = _PACKET.format(
        title=escape(metadata.title, quote=False),
        language=escape(metadata.language, quote=False),
        date=date.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
        producer=PRODUCER,
        document=uuid5(NAMESPACE_URL, f"brief:{metadata.identifier}"),
        standard=profile.exchange,
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
