"""A Word document with everything that a definition can take over, made by python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
import docx.document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from PIL import Image
from PIL.Image import Exif

_NOTE = (
    '<w:{kind} {ns} w:id="{id}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'
    '<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:{kind}>'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def make_picture() -> bytes:
    """Draw a picture with a place and a camera in its metadata."""
    exif = Exif()
    exif[0x010F] = "Secret Camera"
    target = io.BytesIO()
    Image.new("RGB", (40, 30), (0, 77, 92)).save(target, "JPEG", exif=exif)
    return target.getvalue()


def make_word() -> bytes:
    """Make the document."""
    made = docx.Document()
    made.core_properties.title = "Titel der Eigenschaften"
    made.core_properties.author = "Erika Muster; Max Beispiel"
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")
    _add_styles(made)
    made.add_heading("Der Hafen im Winter", 0)
    made.add_paragraph("Was im letzten Jahr geschah", style="Subtitle")
    made.add_heading("Lage", 1)
    words = made.add_paragraph("Ein ")
    words.add_run("fetter").bold = True
    words.add_run(" und ein ")
    words.add_run("kursiver").italic = True
    words.add_run(" Satz mit Fußnote")
    _call(words, "footnote", 2)
    words.add_run(" und Endnote")
    _call(words, "endnote", 3)
    words.add_run(".")
    changed = made.add_paragraph("Der Hafen hat ")
    _change(changed, "del", "drei")
    _change(changed, "ins", "vier")
    changed.add_run(" Kräne.")
    made.add_comment(changed.runs, text="Stimmt die Zahl?", author="Prüferin", initials="P")
    made.add_heading("Einzelheiten", 2)
    for text in ("ein Kran", "ein Boot"):
        made.add_paragraph(text, style="List Bullet")
    made.add_paragraph("ein Ruder", style="List Bullet 2")
    for text in ("ankommen", "anlegen"):
        made.add_paragraph(text, style="List Number")
    made.add_paragraph("Wer wartet, sieht das Meer.", style="Quote")
    rows = (("Schiff", "Tonnen"), ("Möwe", "12"), ("Alk", "7"), ("zusammen neunzehn", ""))
    table = made.add_table(4, 2)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(3, 0).merge(table.cell(3, 1))
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    made.add_paragraph("Ausblick", style="Kapitel im Haus")
    _speak(made.add_paragraph("Man sagt "), "fr-FR", "à la belle saison")
    shown = made.add_paragraph().add_run().add_picture(io.BytesIO(make_picture()), Mm(20))
    shown._inline.docPr.set("descr", "Ein Kran am Kai")
    _link(made.add_paragraph("Mehr steht im "), "https://example.org/hafen", "Bericht")
    made.add_paragraph("Im Frühjahr geht es weiter.")
    target = io.BytesIO()
    made.save(target)
    return _add_notes(target.getvalue())


def _add_styles(made: docx.document.Document) -> None:
    """Add a heading of an office, based on the known one, and the styles of calls of notes."""
    house = made.styles.add_style("Kapitel im Haus", WD_STYLE_TYPE.PARAGRAPH)
    between = made.styles.add_style("Hausüberschrift", WD_STYLE_TYPE.PARAGRAPH)
    between.base_style = made.styles["Heading 1"]
    house.base_style = between
    for kind in ("footnote", "endnote"):
        made.styles.add_style(f"{kind} reference", WD_STYLE_TYPE.CHARACTER)


def _speak(paragraph: Paragraph, tag: str, text: str) -> None:
    """Add words in another language."""
    run = paragraph.add_run(text)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{tag}"/>'))
    paragraph.add_run(".")


def _call(paragraph: Paragraph, kind: str, number: int) -> None:
    run = paragraph.add_run()._r
    style = parse_xml(f'<w:rPr {nsdecls("w")}><w:rStyle w:val="{kind}reference"/></w:rPr>')
    run.append(style)
    reference = OxmlElement(f"w:{kind}Reference")
    reference.set(qn("w:id"), str(number))
    run.append(reference)


def _change(paragraph: Paragraph, kind: str, text: str) -> None:
    words = "delText" if kind == "del" else "t"
    paragraph._p.append(
        parse_xml(
            f'<w:{kind} {nsdecls("w")} w:id="9" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r>'
            f"<w:{words}>{text}</w:{words}></w:r></w:{kind}>"
        )
    )


def _link(paragraph: Paragraph, address: str, text: str) -> None:
    relation = paragraph.part.relate_to(address, f"{_RELATION}hyperlink", is_external=True)
    names = nsdecls("w", "r")
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {names} r:id="{relation}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'
        )
    )


def _add_notes(data: bytes) -> bytes:
    """Add the parts with footnotes and endnotes, which python-docx does not write."""
    notes = {
        "footnote": (2, "Gezählt im Januar."),
        "endnote": (3, "Nach dem Jahrbuch."),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "[Content_Types].xml":
                for kind in notes:
                    override = (
                        f'<Override PartName="/word/{kind}s.xml" '
                        f'ContentType="{_TYPES}{kind}s+xml"/>'
                    )
                    part = part.replace("</Types>", f"{override}</Types>")
            if name == "word/_rels/document.xml.rels":
                for kind in notes:
                    relation = (
                        f'<Relationship Id="rN{kind}" Type="{_RELATION}{kind}s" '
                        f'Target="{kind}s.xml"/>'
                    )
                    part = part.replace("</Relationships>", f"{relation}</Relationships>")
            new.writestr(name, part)
        for kind, (number, text) in notes.items():
            note = _NOTE.format(kind=kind, ns="", id=number, style=f"{kind.title()}Text", text=text)
            body = f"<w:{kind}s {nsdecls('w')}>{note}</w:{kind}s>"
            new.writestr(f"word/{kind}s.xml", body)
    return target.getvalue()
