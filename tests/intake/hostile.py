"""Documents that are broken or mean harm, each made here in a few lines."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf

from tests.intake.word import make_picture, make_word

BODY = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT = "Der Hafen ist im Winter geschlossen, und die Boote liegen an der Mole. "
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><x>&j;</x>"
)
EXTERNAL = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
)


def archive(*members: tuple[str, bytes], compress: bool = True) -> bytes:
    """Make an archive."""
    target = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", kind) as made:
        for name, data in members:
            made.writestr(name, data)
    return target.getvalue()


def change_word(change: Callable[[str, bytes], bytes], *more: tuple[str, bytes]) -> bytes:
    """Make a Word document of which every part has gone through `change`."""
    with zipfile.ZipFile(io.BytesIO(make_word())) as made:
        parts = [(name, change(name, made.read(name))) for name in made.namelist()]
    return archive(*parts, *more)


def word_body(inner: str) -> bytes:
    """Make a Word document of which only the body is given."""
    body = f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()
    return change_word(lambda name, data: body if name == BODY else data)


def odt(content: bytes, *more: tuple[str, bytes]) -> bytes:
    """Make an OpenDocument text."""
    kind = b"application/vnd.oasis.opendocument.text"
    return archive(("mimetype", kind), ("content.xml", content), *more)


def lying(data: bytes) -> bytes:
    """Let the headers of an archive say that every part has ten bytes."""
    made = bytearray(data)
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 24 : at + 28] = struct.pack("<I", 10)
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def flood(width: int, height: int) -> bytes:
    """Make a PNG that says it is vast, and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pdf(pages: int = 1, *, password: str = "", script: bool = False, text: bool = False) -> bytes:
    """Make a PDF, with pages of text or empty ones."""
    made = pikepdf.new()
    font = made.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
    ))  # fmt: skip
    for number in range(pages):
        page = made.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        lines = "".join(
            f"1 0 0 1 70 {780 - 14 * line} Tm (The harbour {_spell(40 * number + line)} is closed,"
            f" and no boat can leave it before spring.) Tj\n" for line in range(40)
        )  # fmt: skip
        shown = f"BT /F1 11 Tf {lines} ET" if text else ""
        page.Contents = made.make_stream(shown.encode())
    if script:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
        made.Root.OpenAction = action
    target = io.BytesIO()
    lock = pikepdf.Encryption(owner="x", user=password) if password else False
    made.save(target, encryption=lock)
    return target.getvalue()


def _spell(number: int) -> str:
    """Name a number by letters, since lines that differ in figures alone are running heads."""
    return "".join(chr(97 + int(figure)) for figure in str(number))


def _mail(body: bytes, kind: bytes = b"text/plain", more: bytes = b"") -> bytes:
    head = b"From: A <a@example.org>\r\nTo: b@example.org\r\nSubject: Hafen\r\n"
    return head + more + b"Content-Type: " + kind + b"\r\n\r\n" + body


def _parts(count: int) -> bytes:
    part = b"--x\r\nContent-Type: text/plain\r\n\r\n" + _TEXT.encode() + b"\r\n"
    return _mail(part * count + b"--x--\r\n", b"multipart/mixed; boundary=x")


def _page(inner: str) -> bytes:
    return f"<!doctype html><html lang=de><title>Hafen</title><body>{inner}</body></html>".encode()


def _relation(address: str) -> bytes:
    def change(name: str, data: bytes) -> bytes:
        if not name.endswith("document.xml.rels"):
            return data
        return data.replace(b'Target="media/image1.jpg"',
                            f'Target="{address}" TargetMode="External"'.encode())  # fmt: skip

    return change_word(change)


_PARAGRAPH = f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>"
_BAD = "<w:p><w:r><w:t>" + _TEXT

# What cannot be read: name of the file, its bytes, the code, and a word of the message.
REFUSED: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "empty": ("a.txt", lambda: b"", "no-text", "empty"),
    "blank": ("a.md", lambda: b" \n\t\n", "no-text", "empty"),
    "zero bytes": ("a.txt", lambda: b"abc\0\0\0def\n" * 50, "unknown-format", "zero bytes"),
    "picture": ("a.txt", make_picture, "unknown-format", "picture"),
    "program": ("a.doc", lambda: b"\x7fELF" + bytes(100), "unknown-format", "program"),
    "old word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted",
                 "before 2007"),
    "locked word": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1EncryptedPackage",
                    "encrypted", "locked"),
    "locked archive": ("a.docx", lambda: _lock(make_word()), "encrypted", "locked"),
    "locked odt": ("a.odt", lambda: odt(b"x", ("META-INF/manifest.xml", b"<encryption-data/>")),
                   "encrypted", "locked"),
    "locked pdf": ("a.pdf", lambda: pdf(password="x"), "encrypted", "locked"),
    "text as docx": ("a.docx", lambda: _TEXT.encode(), "damaged", "content does not"),
    "text as pdf": ("a.pdf", lambda: _TEXT.encode(), "damaged", "content does not"),
    "damaged pdf": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(500), "damaged", "opened"),
    "cut archive": ("a.docx", lambda: make_word()[:-400], "damaged", "archive"),
    "spoilt archive": ("a.docx", lambda: _spoil(make_word()), "damaged", "damaged"),
    "broken xml": ("a.docx", lambda: word_body(_BAD), "damaged", "well-formed"),
    "no body": ("a.docx", lambda: archive((BODY, f"<w:document {W}/>".encode())), "damaged", ""),
    "laughs": ("a.docx", lambda: change_word(lambda n, d: BOMB if n == BODY else d), "damaged",
               "document type"),
    "laughs in styles": ("a.docx", lambda: change_word(
        lambda n, d: BOMB if n == "word/styles.xml" else d), "damaged", "document type"),
    "entity late": ("a.odt", lambda: odt(b"<!--" + b"x" * 9000 + b"-->" + BOMB[21:]), "damaged",
                    "document type"),
    "entity in utf-16": ("a.odt", lambda: odt(BOMB.decode().replace(
        "?>", ' encoding="utf-16"?>', 1).encode("utf-16")), "damaged", "document type"),
    "external entity": ("a.odt", lambda: odt(EXTERNAL), "damaged", "document type"),
    "odt without text": ("a.odt", lambda: odt(b"<x/>"), "damaged", "not a text"),
    "workbook": ("a.xlsx", lambda: archive(("xl/workbook.xml", b"<x/>")), "unknown-format",
                 "workbook"),
    "archive": ("a.docx", lambda: archive(("a.txt", b"x")), "unknown-format", "archive"),
    "nested archive": ("a.docx", lambda: archive(("a.docx", make_word())), "unknown-format",
                       "archive"),
    "zip bomb": ("a.docx", lambda: change_word(lambda n, d: d, ("word/x.xml", bytes(310_000_000))),
                 "too-large", "unpack"),
    "many members": ("a.odt", lambda: odt(b"x", *((f"p{n}", b"") for n in range(10_001))),
                     "too-large", "parts"),
    "lying headers": ("a.docx", lambda: lying(make_word()), "damaged", "damaged"),
    "scan": ("a.pdf", lambda: pdf(3), "no-text", "hardly any text"),
    "message of pictures": ("a.eml", lambda: _mail(base64.encodebytes(make_picture()),
                            b"image/jpeg", b"Content-Transfer-Encoding: base64\r\n"), "no-text",
                            "no text"),
    "page of scripts": ("a.html", lambda: _page("<script>alert('x')</script>"), "no-text", "words"),
    "unknown bytes": ("a.txt", lambda: bytes(range(128, 256)) * 3 + b"\x81\x8d\x8f", "", ""),
}  # fmt: skip

# What is read, without its poison: name, bytes, and a word that is told or stands in the text.
DEFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "file picture": ("a.docx", lambda: _relation("file:///etc/passwd"), "did not come"),
    "web picture": ("a.docx", lambda: _relation("http://example.org/x.png"), "did not come"),
    "macros": ("a.docm", lambda: change_word(lambda n, d: d, ("word/vbaProject.bin", b"x")),
               "macros were ignored"),
    "members outside": ("a.docx", lambda: change_word(lambda n, d: d, ("../../evil", b"x")), ""),
    "scripts": ("a.html", lambda: _page(f"<p onclick=x()>{_TEXT}<script>x()</script><iframe src="
                "'file:///etc/passwd'></iframe><a href='javascript:x()'>Klick</a> jetzt."), ""),
    "file image": ("a.html", lambda: _page(f"<p>{_TEXT}<img alt=x src='file:///etc/passwd'>"),
                   "did not come"),
    "data bomb": ("a.html", lambda: _page(f"<p>{_TEXT}<img alt=x src='data:image/png;base64,"
                  f"{base64.b64encode(flood(60_000, 60_000)).decode()}'>"), "pixels"),
    "deep tags": ("a.html", lambda: _page(f"<p>{_TEXT}</p>" + "<div>" * 3_000 + "Unten."), ""),
    "deep inline": ("a.html", lambda: _page(f"<p>{_TEXT}</p>" + "<i><b>" * 1_000 + "Unten."), ""),
    "deep lists": ("a.md", lambda: f"# Hafen\n\n{_TEXT}\n\n{'> ' * 3000}Unten\n".encode(), ""),
    "long line": ("a.txt", lambda: (_TEXT * 14_000).encode(), ""),
    "slow path": ("a.txt", lambda: b"/" + b"a" * 5000 + b"!\n\n" + _TEXT.encode(), ""),
    "comments": ("a.html", lambda: b"<!-- x -->" * 3000 + b"<p>" + _TEXT.encode(), ""),
    "control characters": ("a.txt", lambda: ("\x01\x1b[31m" + _TEXT).encode(), ""),
    "turned text": ("a.txt", lambda: ("\u202eTuo\u202c " + _TEXT).encode(), ""),
    "script in pdf": ("a.pdf", lambda: pdf(script=True, text=True), "guesses"),
    "many pages": ("a.pdf", lambda: pdf(300, text=True), "guesses"),
    "many parts": ("a.eml", lambda: _parts(1000), ""),
    "many paragraphs": ("a.docx", lambda: word_body(_PARAGRAPH * 3_000), ""),
    "huge table": ("a.html", lambda: _page(f"<p>{_TEXT}</p><table>" + (
        "<tr>" + "<td>12" * 20) * 300 + "</table>"), ""),
    "vast spans": ("a.html", lambda: _page(f"<p>{_TEXT}</p><table><tr><td colspan=99999999 rowspan="
                   "99999999>a<td>b<tr><td>c</table>"), ""),
    "surrogate": ("a.html", lambda: _page('<script type="application/ld+json">{"@type":"Article",'
                  f'"headline":"\\ud800 Hafen"}}</script><p>{_TEXT * 4}'), ""),
    "wrong name": ("a.txt", lambda: _page(f"<p>{_TEXT}"), "though its name says"),
}  # fmt: skip


def _lock(data: bytes) -> bytes:
    """Mark every part of an archive as locked with a password."""
    made = bytearray(data)
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = made.find(mark)
        while at >= 0:
            made[at + flags] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def _spoil(data: bytes) -> bytes:
    """Change bytes in the middle of the body, so that its sum does not fit."""
    at = data.find(BODY.encode()) + len(BODY) + 40
    return data[:at] + bytes(50) + data[at + 50 :]
