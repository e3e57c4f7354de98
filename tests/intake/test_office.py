"""Word documents and OpenDocument texts, element by element."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from brief.intake.errors import UnreadableError
from brief.intake.options import ReadingOptions
from brief.intake.reading import read_document
from tests.intake.hostile import odt
from tests.intake.takings import notes_of, outline, read
from tests.intake.word import make_word

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
CONTENT = f"""<office:document-content {NAMES}><office:automatic-styles>
<style:style style:name="T1" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1"
 style:num-format="1"/></text:list-style></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:insertion/>
</text:changed-region><text:changed-region text:id="c2"><text:deletion><text:p>drei</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">Der Hafen im Winter</text:p>
<text:h text:outline-level="1">Lage</text:h>
<text:p>Ein <text:span text:style-name="T1">fetter</text:span> Satz<text:note
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Im
 Januar.</text:p></text:note-body></text:note>.</text:p>
<text:p>Es sind <text:change text:change-id="c2"/><text:change-start
 text:change-id="c1"/>vier<text:change-end
 text:change-id="c1"/> Kräne<office:annotation><dc:creator>Prüferin</dc:creator>
<text:p>Stimmt das?</text:p></office:annotation>.</text:p>
<text:h text:outline-level="2">Teile</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>ein Kran</text:p><text:list><text:list-item>
<text:p>ein Haken</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p text:style-name="P1">Wer wartet, sieht das Meer.</text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Schiff</text:p>
</table:table-cell><table:table-cell><text:p>Tonnen</text:p></table:table-cell></table:table-row>
</table:table-header-rows><table:table-row><table:table-cell><text:p>Möwe</text:p></table:table-cell>
<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
<text:h text:outline-level="1">Ausblick</text:h>
<text:p>Mehr im <text:a xlink:href="https://example.org/">Bericht</text:a>.</text:p>
</office:text></office:body></office:document-content>"""
WORD = [
    ("h2", "Lage"),
    "Ein *fetter* und ein /kursiver/ Satz mit Fußnote^1 und Endnote^2.",
    "Der Hafen hat vier Kräne.",
    ("h3", "Einzelheiten"),
    ("ul", "ein Kran", ["ein Boot", ("ul", "ein Ruder")]),
    ("ol1", "ankommen", "anlegen"),
    ("quote", "Wer wartet, sieht das Meer."),
    ("grid", "", ["Schiff", "Tonnen"], ["Möwe", "12"], ["Alk", "7"]),
    ("h2", "Ausblick"),
    ("picture", "picture-1.jpg", "Ein Kran am Kai", ""),
    "Mehr steht im <Bericht|https://example.org/hafen>",
    "Im Frühjahr geht es weiter.",
]


def test_a_word_document() -> None:
    """Styles, lists, notes, tables, pictures and links come over; comments are told."""
    document = read("a.docx", make_word())
    assert document.title == "Der Hafen im Winter"
    assert document.subtitle == "Was im letzten Jahr geschah"
    assert document.authors == ("Erika Muster", "Max Beispiel")
    assert document.language == "de-DE"
    assert notes_of(document) == {"1": "Gezählt im Januar.", "2": "Nach dem Jahrbuch."}
    assert [(each.author, each.text) for each in document.comments] == [
        ("Prüferin", "Stimmt die Zahl?")
    ]
    assert outline(document.parts) == WORD


def test_pictures_lose_what_cameras_write() -> None:
    """No place, name or camera is left in a picture."""
    (data,) = read("a.docx", make_word()).pictures.values()
    assert b"Secret" not in data
    assert not Image.open(io.BytesIO(data)).getexif()


@pytest.mark.parametrize(
    ("accept", "wanted", "how"), [(True, "vier", "accepted"), (False, "drei", "refused")]
)
@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_tracked_changes(name: str, accept: bool, wanted: str, how: str) -> None:
    """Changes are accepted or refused as a whole, and that is told."""
    data = make_word() if name == "a.docx" else odt(CONTENT.encode())
    document = read_document(name, data, ReadingOptions(accept_changes=accept))
    assert f"its tracked changes were {how}" in document.remarks
    texts = [str(each) for each in outline(document.parts)]
    assert any(f"{wanted} Kräne" in text for text in texts), texts


def test_an_opendocument_text() -> None:
    """The same comes over from OpenDocument."""
    document = read("a.odt", odt(CONTENT.encode()))
    assert document.title == "Der Hafen im Winter"
    assert notes_of(document) == {"1": "Im Januar."}
    assert [(each.author, each.text) for each in document.comments] == [("Prüferin", "Stimmt das?")]
    assert outline(document.parts) == [
        ("h2", "Lage"),
        "Ein *fetter* Satz^1.",
        "Es sind vier Kräne.",
        ("h3", "Teile"),
        ("ol1", ["ein Kran", ("ul", "ein Haken")]),
        ("quote", "Wer wartet, sieht das Meer."),
        ("grid", "", ["Schiff", "Tonnen"], ["Möwe", "12"]),
        ("h2", "Ausblick"),
        "Mehr im <Bericht|https://example.org/>.",
    ]


@pytest.mark.parametrize(
    ("module", "name", "data"), [("mammoth", "a.docx", make_word), ("pypdfium2", "a.pdf", None)]
)
def test_a_missing_reader_is_told(
    module: str, name: str, data: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra to install is named."""
    monkeypatch.setitem(sys.modules, module, None)
    content = data() if callable(data) else b"%PDF-1.7\n"
    with pytest.raises(UnreadableError) as caught:
        read(name, content)
    assert caught.value.code.name == "intake.no-reader"
    assert "install `brief[" in caught.value.hints[0]
