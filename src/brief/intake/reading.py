"""The stage `intake`: takes the bytes of a document, gives its text as a `Document`.

What a file is, its content says first and its name second, so that a wrong name harms nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from brief.diag.intake_codes import DAMAGED, ENCRYPTED, NO_TEXT, UNKNOWN_FORMAT
from brief.intake.archives import Archive
from brief.intake.decoding import decode
from brief.intake.docx import read_docx
from brief.intake.errors import ForeignFormatError, UnreadableError
from brief.intake.html import parse_html, read_page
from brief.intake.mail import read_mail
from brief.intake.markdown import read_markdown
from brief.intake.odt import read_odt
from brief.intake.options import ReadingOptions
from brief.intake.pandoc import FORMATS
from brief.intake.pdf import read_pdf
from brief.intake.pictures import PictureStore
from brief.intake.plain import read_plain
from brief.intake.shaping import shape_document
from brief.model.document import Document, Grid, Head, Listing, Para, Part, Quotation
from brief.model.text import plain_text

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:(?><!--.*?-->)\s*)*)<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"(?:[A-Z][A-Za-z-]*:[ \t][^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*){3,}\r?\n")
_BEGINNING = 64_000  # bytes that tell what a file is
_BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ", b"\x1f\x8b", b"Rar!", b"7z\xbc")
_SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".docx": "docx", ".docm": "docx", ".odt": "odt",
    ".pdf": "pdf", ".eml": "mail",
}  # fmt: skip
_NAMES = {
    "text": "plain text", "markdown": "Markdown", "html": "HTML", "docx": "a Word document",
    "odt": "an OpenDocument text", "pdf": "PDF", "mail": "e-mail",
}  # fmt: skip
PANDOC = "pandoc"


def find_format(name: str, data: bytes) -> str:
    """Tell what a file is: `text`, `markdown`, `html`, `docx`, `odt`, `pdf`, `mail` or `pandoc`."""
    suffix = PurePosixPath(name).suffix.lower()
    if not data.strip():
        raise UnreadableError(NO_TEXT, "the file is empty", "is it the right file?")
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLD_OFFICE):
        hint = "open it in Word or LibreOffice and save it as DOCX, without a password"
        message = "it is a Word document of before 2007, or one that is locked with a password"
        raise UnreadableError(ENCRYPTED, message, hint)
    if data.startswith(b"PK"):
        return _find_archive(data, suffix)
    if data.startswith(b"{\\rtf") or (suffix in FORMATS and not data.startswith(_BINARY)):
        return PANDOC
    if data.startswith(_BINARY):
        raise UnreadableError(UNKNOWN_FORMAT, "it is a picture, program or archive, and no text")
    if suffix in ("", ".txt", ".html", ".htm", ".eml") and _HTML.match(data[:_BEGINNING]):
        return "html"
    if suffix in ("", ".eml") and _MAIL.match(data[:_BEGINNING]):
        return "mail"
    known = _SUFFIXES.get(suffix, "text")
    if known in ("docx", "odt", "pdf"):
        message = f"its name says {_NAMES[known]}, and its content does not"
        raise UnreadableError(DAMAGED, message, "save it anew in the program that it was made with")
    return known


def read_document(name: str, data: bytes, options: ReadingOptions | None = None) -> Document:
    """Read a document; one that cannot be read, or says nothing, is an `UnreadableError`.

    One that pandoc reads is a `ForeignFormatError`.
    """
    options = options or ReadingOptions()
    found = find_format(name, data)
    if found == PANDOC:
        rich = data.startswith(b"{\\rtf")
        raise ForeignFormatError(".rtf" if rich else PurePosixPath(name).suffix.lower())
    document = shape_document(_read(found, data, options))
    expected = _SUFFIXES.get(PurePosixPath(name).suffix.lower())
    remarks = list(document.remarks)
    if expected is not None and expected != found:
        remarks.insert(0, f"it is {_NAMES[found]}, though its name says {_NAMES[expected]}")
    if not has_text(document.parts) and not document.lead:
        raise UnreadableError(
            NO_TEXT, "nothing in it can be read as words", "is it the right file?"
        )
    title = document.title or _first_words(document)
    return replace(document, title=title, remarks=tuple(dict.fromkeys(remarks)))


def has_text(parts: tuple[Part, ...]) -> bool:
    """Tell whether there is anything to read."""
    for part in parts:
        match part:
            case Para(spans) | Head(_, spans):
                if plain_text(spans).strip():
                    return True
            case Listing(_, items):
                if any(has_text(item) for item in items):
                    return True
            case Quotation(inner):
                if has_text(inner):
                    return True
            case Grid(head, rows):
                if any(plain_text(cell).strip() for row in (head, *rows) for cell in row):
                    return True
            case _:
                pass
    return False


def _read(found: str, data: bytes, options: ReadingOptions) -> Document:
    store = PictureStore()
    match found:
        case "docx":
            return read_docx(data, store, accept_changes=options.accept_changes)
        case "odt":
            return read_odt(data, store, accept_changes=options.accept_changes)
        case "pdf":
            return read_pdf(data)
        case "mail":
            return read_mail(data, store)
        case "html":
            return read_page(parse_html(data, options.encoding), store)
    text, guessed = decode(data, options.encoding)
    if "\x00" in text[:10_000]:
        raise UnreadableError(UNKNOWN_FORMAT, "it is no text: it holds zero bytes")
    document = read_markdown(text, store) if found == "markdown" else read_plain(text)
    if guessed:
        remark = f"its encoding was guessed to be {guessed}"
        return replace(document, remarks=(*document.remarks, remark))
    return document


def _find_archive(data: bytes, suffix: str) -> str:
    names = Archive(data).names
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    if suffix == ".epub" or "META-INF/container.xml" in names:
        return PANDOC
    kind = "a workbook" if "xl/workbook.xml" in names else "an archive"
    raise UnreadableError(UNKNOWN_FORMAT, f"it is {kind}, and no text")


def _first_words(document: Document) -> str:
    """Give the beginning of the text, for a document that says no title."""
    for spans in (*document.lead, *(p.spans for p in document.parts if isinstance(p, Head | Para))):
        words = " ".join(plain_text(spans).split())
        if words:
            return words if len(words) <= 80 else words[:80].rpartition(" ")[0] + " …"
    return "…"
