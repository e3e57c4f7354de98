"""Layout beyond the engine's: notes with their calls, the line grid, blocks at the foot."""

from __future__ import annotations

import io

import pypdfium2

from tests.render.compositions import compose, render_well


def find_lines(body: str, css: str) -> list[list[tuple[str, float]]]:
    """Render and give, page by page, the text and lower edge (px from the top) of every line."""
    with pypdfium2.PdfDocument(io.BytesIO(render_well(compose(body, css)).data)) as pdf:
        pages = []
        for page in pdf:
            text = page.get_textpage()
            lines = []
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                shown = text.get_text_bounded(left, bottom, right, top).strip()
                lines.append((shown, (page.get_height() - bottom) / 0.75))
            pages.append(lines)
        return pages


def test_notes_stand_on_the_page_of_their_calls() -> None:
    """Many notes with uneven measures stay with their calls and fill pages normally."""
    css = (
        ".fn { float: footnote; footnote-policy: line; font-size: 8.3pt; line-height: 3.7mm } "
        "@page { @footnote { margin-top: 2.3mm; border-top: 0.35pt solid; padding-top: 1.1mm } }"
    )
    body = "<h1>A</h1>" + "".join(
        f"<p>Satz {n} in der Mitte.<span class='fn'>Note{n} unten.</span> Und noch ein Satz, der "
        "zwei Zeilen füllen soll, damit die Seite nicht reicht.</p>"
        for n in range(24)
    )
    pages = find_lines(body, css)
    for number, lines in enumerate(pages):
        shown = " ".join(text for text, _ in lines)
        for n in range(24):
            assert (f"Satz {n} in" in shown) == (f"Note{n} unten" in shown), number
    assert len(pages) <= 12


def test_running_text_keeps_the_grid() -> None:
    """After a block of odd height, text stands on the lines that it would have stood on."""
    body = (
        '<h1 style="font-size:12px">A</h1><p data-grid="18">eins</p>'
        '<ul data-grid-block="18" style="padding:5px 0"><li>Punkt</li></ul>'
        '<p data-grid="18">zwei</p><div data-grid-block="18" style="height:31.3px">Kasten</div>'
        '<p data-grid="18">drei</p>' + '<p data-grid="18">weiter</p>' * 14
    )
    pages = find_lines(body, "li { list-style: none }")
    wanted = {"eins", "zwei", "drei", "weiter"}
    phases = {
        round((edge - 30) % 18, 1) for lines in pages for text, edge in lines if text in wanted
    }
    assert len(pages) > 1
    assert max(phases) - min(phases) <= 0.2


def test_a_block_of_odd_height_has_equal_space_above_and_below() -> None:
    """What the last line of a block lacks is divided between above and below."""
    body = (
        '<h1 style="font-size:12px">A</h1><p data-grid="18">eins</p>'
        '<div data-grid-block="18" style="height:26px;line-height:26px">Kasten</div>'
        '<p data-grid="18">zwei</p>'
    )
    ((_, one), (_, box), (_, two)) = find_lines(body, "")[0][1:]
    assert abs((box - one) - (two - box)) < 4
    assert round(two - one) == 54


def test_a_block_moves_to_the_foot_above_the_notes() -> None:
    """A colophon stands at the foot of the last page, and above the notes of that page."""
    css = ".fn { float: footnote } .foot { height: 18px }"
    plain = '<h1>A</h1><p>Text{}</p><div class="foot" data-foot="page">Impressum</div>'
    edges = {}
    for name, note in (("without", ""), ("with", "<span class='fn'>Note</span>")):
        lines = dict(find_lines(plain.format(note), css)[0])
        edges[name] = lines["Impressum"]
    assert 250 < edges["without"] < 271
    assert edges["with"] < edges["without"] - 15


_FLOAT = '<div data-float="page" style="height:130px;background:#ccc">Bild</div>'


def _shown(pages: list[list[tuple[str, float]]]) -> list[list[str]]:
    return [[text for text, _ in sorted(lines, key=lambda line: line[1])] for lines in pages]


def test_a_float_without_room_heads_the_next_page() -> None:
    """Text goes on where a figure has no room, and the figure heads the next page."""
    before = "".join(f"<p>vor {n}</p>" for n in range(7))
    after = "".join(f"<p>nach {n}</p>" for n in range(9))
    pages = _shown(find_lines(f'<h1 style="font-size:12px">A</h1>{before}{_FLOAT}{after}', ""))
    assert pages[0][-1] == "nach 3"
    assert pages[1][0] == "Bild"
    assert [text for page in pages for text in page if "nach" in text] == [
        f"nach {n}" for n in range(9)
    ]


def test_a_float_with_room_stays() -> None:
    """A figure that fits stands where it was written."""
    pages = _shown(find_lines(f"<h1>A</h1><p>vor</p>{_FLOAT}<p>nach</p>", ""))
    assert pages == [["A", "vor", "Bild", "nach"]]


def test_floats_keep_their_order() -> None:
    """A small float does not overtake a large one, and both are placed when text ends."""
    small = _FLOAT.replace("130", "20").replace("Bild", "Bildchen")
    before = "".join(f"<p>vor {n}</p>" for n in range(7))
    pages = _shown(find_lines(f"<h1>A</h1>{before}{_FLOAT}{small}<p>nach</p>", ""))
    words = [text for page in pages for text in page]
    assert words.index("Bild") < words.index("Bildchen")
    assert sorted(words) == sorted(
        ["A", *(f"vor {n}" for n in range(7)), "Bild", "Bildchen", "nach"]
    )


def test_floats_fill_pages_of_their_own_when_nothing_fits_beside_them() -> None:
    """Floats that fill whole pages follow one another, with the text after them."""
    tall = _FLOAT.replace("130", "235")
    before = "".join(f"<p>vor {n}</p>" for n in range(3))
    after = "".join(f"<p>nach {n}</p>" for n in range(12))
    pages = _shown(find_lines(f"<h1>A</h1>{before}{tall}{tall}{after}", ""))
    assert [page[0] for page in pages] == ["A", "Bild", "Bild", "nach 8"]


def test_nothing_floats_past_a_barrier() -> None:
    """What asks for it waits until all floats before it are placed."""
    before = "".join(f"<p>vor {n}</p>" for n in range(7))
    ending = "<div data-float-barrier>Quellen</div>"
    pages = _shown(find_lines(f"<h1>A</h1>{before}{_FLOAT}{ending}", ""))
    assert pages[1] == ["Bild", "Quellen"]


def test_a_float_does_not_leave_its_heading() -> None:
    """A figure right below a heading takes it along to the next page."""
    before = "".join(f"<p>vor {n}</p>" for n in range(7))
    heading = '<h2 style="break-after:avoid">Kopf</h2>'
    pages = _shown(find_lines(f"<h1>A</h1>{before}{heading}{_FLOAT}<p>nach</p>", ""))
    assert pages[1][:2] == ["Kopf", "Bild"]


def test_a_head_is_not_left_at_the_foot_of_a_page() -> None:
    """An opening moves to the next page when no line of its text has room."""
    before = "".join(f"<p>vor {n}</p>" for n in range(11))
    opening = (
        '<div data-opening><div style="float:left;width:60px;margin-left:-70px">Kopf</div>'
        "<p>Text</p></div>"
    )
    pages = _shown(find_lines(f"<h1>A</h1>{before}{opening}", "body { padding-left: 70px }"))
    assert [page.count("Kopf") for page in pages] == [0, 1]


def test_a_note_in_the_margin_is_not_parted_from_its_text() -> None:
    """Where a note does not fit beside the beginning of its text, both go to the next page."""
    margin = "float:left;width:60px;margin-left:-70px"
    for count, page in ((8, 0), (10, 1)):
        before = "".join(f"<p>vor {n}</p>" for n in range(count))
        note = f'<div style="{margin}"><p>Kopf</p><p>Notiz</p></div>'
        text = f"<div data-opening>{note}<p>Text</p></div>"
        css = "body { padding-left: 70px }"
        pages = _shown(find_lines(f'<h1 style="font-size:12px">A</h1>{before}{text}', css))
        held = [word for word in pages[page] if "vor" not in word and word != "A"]
        assert " ".join(sorted(" ".join(held).split())) == "Kopf Notiz Text"


def test_a_later_soft_hyphen_does_not_widen_a_line_beside_a_float() -> None:
    """Text beside a float stays beside it, however late its first soft hyphen comes."""
    words = "Verhandlungen über die Nutzung " * 6
    body = (
        '<h1>A</h1><div style="float:left;width:60px;height:90px;margin-left:-70px">Kopf</div>'
        f"<p>{words}Rechts\u00adauffassungen</p>"
    )
    (lines,) = find_lines(body, "body { padding-left: 70px }")
    tops = dict(lines)
    first = next(edge for text, edge in lines if text.startswith("Verhandlungen"))
    assert abs(first - tops["Kopf"]) < 4


def test_hyphens_of_divided_words_are_no_characters() -> None:
    """A written hyphen is read as one, wherever another was first; that of a line is soft."""
    divided = '<p style="width:140px">Verhandlungen über die Rechts\u00adauffassungen</p>'
    body = f"<h1>A</h1>{divided}<p>die sowjetisch-chinesische Zone</p>"
    with pypdfium2.PdfDocument(io.BytesIO(render_well(compose(body)).data)) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert "sowjetisch-chinesische" in text
    assert "Rechts-" not in text
    assert "Rechtsauffassungen" in "".join(char for char in text if char not in "\u00ad\u0002\r\n")
