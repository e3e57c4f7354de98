"""Word documents and OpenDocument texts, element by element."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from brief.intake.errors import UnreadableError
from brief.intake.options import ReadingOptions
from brief.intake.reading import read_document
from tests.intake.hostile import BODY, W, change_word, odt
from tests.intake.takings import notes_of, outline, read
from tests.intake.word import make_word

DOCUMENTS = Path(__file__).parent / "documents"
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
    ("grid", "", ["Schiff", "Tonnen"], ["Möwe", "12"], ["Alk", "7"], ["zusammen neunzehn", ""]),
    ("h2", "Ausblick"),
    "Man sagt <fr-FR:à la belle saison>.",
    ("picture", "picture-1.jpg", "Ein Kran am Kai", ""),
    "Mehr steht im <Bericht|https://example.org/hafen>",
    "Im Frühjahr geht es weiter.",
]


@pytest.mark.parametrize(
    ("name", "language"), [("", "de-DE"), ("office.docx", "de-DE"), ("office.odt", "de")]
)
def test_office_documents(name: str, language: str) -> None:
    """Styles, lists, notes, tables, pictures and links come over; comments are told.

    The same text from python-docx and, in both formats, from LibreOffice.
    """
    data = (DOCUMENTS / name).read_bytes() if name else make_word()
    document = read(name or "a.docx", data)
    assert document.title == "Der Hafen im Winter"
    assert document.subtitle == "Was im letzten Jahr geschah"
    assert document.authors == ("Erika Muster", "Max Beispiel")
    assert document.language == language
    assert notes_of(document) == {"1": "Gezählt im Januar.", "2": "Nach dem Jahrbuch."}
    assert [(each.author, each.text) for each in document.comments] == [
        ("Prüferin", "Stimmt die Zahl?")
    ]
    passage = "fr" if name.endswith("odt") else "fr-FR"
    wanted = [f"Man sagt <{passage}:à la belle saison>." if "Man sagt" in part else part
              for part in WORD]  # fmt: skip
    assert outline(document.parts) == wanted
    assert [*document.pictures] == ["picture-1.jpg"]


def test_pictures_lose_what_cameras_write() -> None:
    """No place, name or camera is left in a picture."""
    (data,) = read("a.docx", make_word()).pictures.values()
    assert b"Secret" not in data
    assert not Image.open(io.BytesIO(data)).getexif()


@pytest.mark.parametrize(
    ("accept", "wanted", "how"), [(True, "vier", "accepted"), (False, "drei", "refused")]
)
@pytest.mark.parametrize("name", ["a.docx", "a.odt", "office.docx", "office.odt"])
def test_tracked_changes(name: str, accept: bool, wanted: str, how: str) -> None:
    """Changes are accepted or refused as a whole, and that is told."""
    made = {"a.docx": make_word, "a.odt": lambda: odt(CONTENT.encode())}
    data = made[name]() if name in made else (DOCUMENTS / name).read_bytes()
    document = read_document(name, data, ReadingOptions(accept_changes=accept))
    assert f"its tracked changes were {how}" in document.remarks
    texts = [str(each) for each in outline(document.parts)]
    other = "drei" if accept else "vier"
    assert any(f"{wanted} Kräne" in text for text in texts), texts
    assert not any(other in text for text in texts), texts


def _style(name: str, more: str) -> str:
    named = f'w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
    return f"<w:style {W} {named}{more}</w:style>"


def _styled(style: str, text: str, run: str = "") -> str:
    mark = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
            f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>')  # fmt: skip


def _word(body: str, styles: str = "", language: str = "de-DE") -> bytes:
    """Make a Word document of styles and a body."""
    whole = {
        BODY: f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="'
        f'{language}"/></w:rPr></w:rPrDefault></w:docDefaults>{styles}</w:styles>',
    }
    return change_word(lambda name, data: whole[name].encode() if name in whole else data)


def test_styles_of_an_office_are_those_that_they_are_based_on() -> None:
    """By any number of steps, or by their level of outline; circles harm nothing."""
    styles = (
        _style("berschrift1", "").replace('name w:val="berschrift1"', 'name w:val="heading 1"')
        + _style("Haus", '<w:basedOn w:val="berschrift1"/>')
        + _style("Kapitel", '<w:basedOn w:val="Haus"/>')
        + _style("Zwischen", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + _style("Rund", '<w:basedOn w:val="Kreis"/>')
        + _style("Kreis", '<w:basedOn w:val="Rund"/>')
    )
    body = "".join(
        _styled(style, text)
        for style, text in (("Kapitel", "Lage"), ("", "Es ist Winter."), ("Zwischen", "Teile"),
                            ("Rund", "Die Boote liegen fest."), ("Kapitel", "Ausblick"),
                            ("", "Das Eis geht."))
    )  # fmt: skip
    assert outline(read("a.docx", _word(body, styles)).parts) == [
        ("h2", "Lage"), "Es ist Winter.", ("h3", "Teile"), "Die Boote liegen fest.",
        ("h2", "Ausblick"), "Das Eis geht.",
    ]  # fmt: skip


def test_a_table_of_contents_is_told() -> None:
    """Its lines are no text of their own."""
    styles = _style("TOC1", "").replace('name w:val="TOC1"', 'name w:val="toc 1"')
    body = _styled("TOC1", "Lage\t3") + _styled("", "Es ist Winter.")
    document = read("a.docx", _word(body, styles))
    assert outline(document.parts) == ["Es ist Winter."]
    assert "its table of contents was left out" in document.remarks
    listed = "<text:table-of-content><text:index-body><text:p>Lage 3</text:p></text:index-body>"
    made = CONTENT.replace("<text:h ", f"{listed}</text:table-of-content><text:h ", 1)
    document = read("a.odt", odt(made.encode()))
    assert "its table of contents was left out" in document.remarks
    assert "Lage 3" not in str(outline(document.parts))


@pytest.mark.parametrize(
    ("tag", "words", "shown"),
    [
        ("fr-FR", "à bientôt", "<fr-FR:à bientôt>"),
        ("de-AT", "Servus", "Servus"),
        ("en-US", "Boote liegen an der Mole und warten auf den Frühling", ""),
    ],
)
def test_passages_in_another_language(tag: str, words: str, shown: str) -> None:
    """Another language makes a passage; that of the text, or of half of it, does not."""
    marked = _styled("", words, f'<w:lang w:val="{tag}"/>')
    body = _styled("", "Der Hafen ist im Winter geschlossen.") + marked
    assert outline(read("a.docx", _word(body)).parts)[1] == (shown or words)


def test_merged_cells_stay_in_their_columns() -> None:
    """What spans columns stands in the first; what spans rows is said in each."""
    cell = "<w:tc><w:tcPr>{0}</w:tcPr><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc>"
    rows = (
        (('<w:gridSpan w:val="2"/>', "Schiffe"), ("", "Ort")),
        (("", "Möwe"), ("", "12"), ('<w:vMerge w:val="restart"/>', "Kiel")),
        (("", "Alk"), ("", "7"), ("<w:vMerge/>", "")),
    )
    table = "".join(f"<w:tr>{''.join(cell.format(*each) for each in row)}</w:tr>" for row in rows)
    body = _styled("", "Es ist Winter.") + f"<w:tbl>{table}</w:tbl>"
    assert outline(read("a.docx", _word(body)).parts)[1] == (
        "headless", "", ["Schiffe", "", "Ort"], ["Möwe", "12", "Kiel"], ["Alk", "7", "Kiel"],
    )  # fmt: skip


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
