"""Rendering: the engine is closed, silent and deterministic."""

from __future__ import annotations

import http.server
import io
import re
import threading
from pathlib import Path

import pikepdf
import pytest

from brief.diag.diagnostic import Place
from brief.model.composition import Attachment, Resource
from brief.model.profile import PROFILES
from tests.render.compositions import compose, render, render_well


def test_a_pdf_says_what_it_is() -> None:
    """Title, language, author and date stand in the document information, from no clock."""
    rendered = render_well(compose("<h1>Titel</h1><p>Text</p>"))
    with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Titel"
        assert str(pdf.docinfo["/Author"]) == "A. Autorin"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20240619000000Z"
        assert str(pdf.Root.Lang) == "de"
        packet = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    assert packet.count(b"</rdf:RDF>") == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    """A composition that is rendered again, after another one, has the same bytes."""
    first = render_well(compose("<h1>Titel</h1><p>Text mit <em>Betonung</em>.</p>")).data
    render_well(compose("<h1>Anderes</h1><p><strong>Ganz anders</strong></p>", "p{color:red}"))
    assert render_well(compose("<h1>Titel</h1><p>Text mit <em>Betonung</em>.</p>")).data == first


def test_only_fonts_of_the_composition_are_embedded() -> None:
    """No font of the machine reaches a page."""
    rendered = render_well(compose('<h1>Titel</h1><p style="font-family:sans-serif">Text</p>'))
    with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
        names = {
            str(item.BaseFont)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert names
    assert all(re.search("Source|Brief", name) for name in names), names


def test_a_missing_glyph_names_the_character_and_the_passage() -> None:
    """A character that no typeface has is an error with the place of its paragraph."""
    place = Place("briefings/x/a.md", 3)
    rendered, collector = render(
        compose('<h1>Titel</h1><p id="origin">Das Wort ไทย bleibt.</p>', places={"origin": place})
    )
    assert rendered is None
    said = {(d.code.name, d.place) for d in collector.diagnostics}
    assert said == {("render.missing-glyph", place)}
    first = collector.diagnostics[0]
    assert "`ท` (U+0E17 THAI CHARACTER THO THAHAN)" in first.message or "U+0E" in first.message
    assert "Das Wort ไทย bleibt." in first.hints[0]


def test_a_style_without_effect_is_told_with_its_line() -> None:
    """A rule that the engine ignores becomes a warning with file, line and column."""
    _, collector = render(compose("<h1>Titel</h1>", "h1 {\n  colr: red;\n}"))
    (said,) = collector.diagnostics
    assert said.code.name == "render.style-ignored"
    assert said.place == Place("templates/test/own.css", 2, 3)
    assert "unknown property" in said.message


def test_the_same_style_is_told_again_for_the_next_document() -> None:
    """Style sheets are parsed once, but what is wrong with them is told every time."""
    for _ in range(2):
        _, collector = render(compose("<h1>Titel</h1>", "h1 { wrong: 1 }"))
        assert [said.code.name for said in collector.diagnostics] == ["render.style-ignored"]


def test_a_dangling_link_is_told_with_its_passage() -> None:
    """A link to an id that is not there is an error at the passage that links."""
    place = Place("briefings/x/a.md", 9)
    body = '<h1>Titel</h1><p id="p1">Siehe <a href="#nowhere">dort</a>.</p>'
    rendered, collector = render(compose(body, places={"p1": place}))
    assert rendered is None
    assert [(d.code.name, d.place) for d in collector.diagnostics] == [
        ("render.dangling-link", place)
    ]


@pytest.fixture
def listener() -> object:
    """A server on this machine that counts who calls."""
    calls: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_address[1], calls
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "body",
    [
        '<img src="{url}" alt="x">',
        '<p style="background:url({url})">x</p>',
        '<link rel="stylesheet" href="{url}">',
        '<link rel="attachment" href="{url}">',
        '<p><a rel="attachment" href="{url}">x</a></p>',
        '<object data="{url}">x</object>',
        '<embed src="{url}">',
        "<style>@import url({url});</style>",
        "<style>@font-face{{font-family:X;src:url({url})}}</style><p>x</p>",
        '<svg width="9" height="9"><image href="{url}" width="9" height="9"/></svg>',
    ],
)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_nothing_outside_is_read(
    body: str, scheme: str, listener: tuple[int, list[str]], tmp_path: Path
) -> None:
    """Whatever HTML asks for, no file and no network is touched, and the author hears of it."""
    port, calls = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("S3CRET-S3CRET", encoding="utf-8")
    url = f"http://127.0.0.1:{port}/x" if scheme == "http" else secret.as_uri()
    rendered, collector = render(compose("<h1>Titel</h1>" + body.format(url=url)))
    assert calls == []
    assert collector.diagnostics or body.startswith('<link rel="attachment"')  # never looked at
    assert rendered is None or b"S3CRET" not in rendered.data


def test_a_refusal_inside_svg_is_heard() -> None:
    """The engine swallows what goes wrong inside a picture; we do not."""
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        b'<image href="file:///etc/hostname" width="9" height="9"/></svg>'
    )
    address = "https://brief.invalid/x.svg"
    rendered, collector = render(
        compose(
            f'<h1>Titel</h1><img src="{address}" alt="x">',
            resources={address: Resource(svg, "image/svg+xml")},
        )
    )
    assert rendered is None
    assert "render.resource-refused" in {said.code.name for said in collector.diagnostics}


def test_attachments_are_sources_with_a_type_and_a_date() -> None:
    """An attached file says what it is, to what it belongs and when it was made."""
    file = Attachment("briefing.yaml", b"id: x\n", "text/yaml", "Quelle")
    rendered = render_well(compose("<h1>Titel</h1>", attachments=(file,)))
    with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
        (spec,) = pdf.Root.AF
        assert str(spec.AFRelationship) == "/Source"
        assert str(spec.EF.F.Subtype) == "/text/yaml"
        assert str(spec.EF.F.Params.CreationDate) == "D:20240619000000Z"
        assert spec.EF.F.read_bytes() == b"id: x\n"


def test_pages_of_ids_are_known() -> None:
    """The result says on which page every id begins."""
    body = '<h1 id="a">A</h1>' + "<p>Zeile</p>" * 20 + '<h2 id="b">B</h2>'
    rendered = render_well(compose(body))
    assert rendered.pages == 2
    assert rendered.page_of == {"a": 1, "b": 2}
    assert PROFILES["digital"].ua_part == 1
