"""The structure tree: what a screen reader hears, and in which order."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.render.compositions import compose, render_well

Tree = tuple[str, list["Tree"]]


def read_tree(body: str, css: str = "") -> tuple[Tree, pikepdf.Pdf]:
    """Render a body and give its structure as nested roles."""
    pdf = pikepdf.open(io.BytesIO(render_well(compose(body, css)).data))
    (document,) = pdf.Root.StructTreeRoot.K
    return _outline(document), pdf


def _kids(element: Dictionary) -> list[Dictionary]:
    kids = element.get(Name.K, Array())
    return [kid for kid in kids if isinstance(kid, Dictionary) and Name.S in kid]


def _outline(element: Dictionary) -> Tree:
    return str(element.S)[1:], [_outline(kid) for kid in _kids(element)]


def find(pdf: pikepdf.Pdf, role: str) -> list[Dictionary]:
    """Give all elements of a role in document order."""
    found: list[Dictionary] = []

    def walk(element: Dictionary) -> None:
        if str(element.S) == f"/{role}":
            found.append(element)
        for kid in _kids(element):
            walk(kid)

    (document,) = pdf.Root.StructTreeRoot.K
    walk(document)
    return found


def test_headings_paragraphs_and_sections() -> None:
    """Sections hold headings and paragraphs; inline marks leave no trace."""
    tree, _ = read_tree("<h1>A</h1><section><h2>B</h2><p>x <em>y</em></p></section>")
    assert tree == ("Document", [("H1", []), ("Sect", [("H2", []), ("P", [])])])


def test_text_in_a_div_becomes_a_paragraph() -> None:
    """No text hangs directly in a grouping element."""
    tree, _ = read_tree("<h1>A</h1><div>x</div><div><p>y</p></div>")
    assert tree == ("Document", [("H1", []), ("P", []), ("P", [])])


def test_lists_have_labels_and_bodies() -> None:
    """An item has its mark as label and everything else as body, nested lists too."""
    css = 'li { list-style: none } li::before { content: "– " }'
    tree, pdf = read_tree("<h1>A</h1><ol><li>x<ul><li>y</li></ul></li></ol>", css)
    inner = ("L", [("LI", [("Lbl", []), ("LBody", [])])])
    assert tree == (
        "Document",
        [("H1", []), ("L", [("LI", [("Lbl", []), ("LBody", [inner])])])],
    )
    assert [str(item.A.ListNumbering) for item in find(pdf, "L")] == ["/Decimal", "/Disc"]


def test_a_table_over_two_pages_stays_one_table() -> None:
    """A table that is broken by a page is one element, and its repeated head is heard once."""
    rows = "".join(f'<tr><th scope="row">{n}</th><td>b</td></tr>' for n in range(30))
    body = (
        "<h1>A</h1><figure><figcaption>Cap</figcaption><table><thead><tr><th scope='col'>K</th>"
        f"<th scope='col'>W</th></tr></thead><tbody>{rows}</tbody></table></figure>"
    )
    _, pdf = read_tree(body)
    assert len(pdf.pages) > 1
    (table,) = find(pdf, "Table")
    assert [str(kid.S) for kid in _kids(table)] == ["/Caption", "/THead", "/TBody"]
    assert len(find(pdf, "TR")) == 31
    scopes = [str(head.A.Scope) for head in find(pdf, "TH")]
    assert scopes.count("/Column") == 2
    assert scopes.count("/Row") == 30


def test_a_note_follows_its_call_and_both_are_linked() -> None:
    """A footnote is heard right after the word that calls it, and links lead both ways."""
    css = ".fn { float: footnote }"
    tree, pdf = read_tree("<h1>A</h1><p>Wort<span class='fn'>Die Note.</span> weiter</p>", css)
    note = ("Note", [("Lbl", [("Link", [])])])
    assert tree[1][1] == ("P", [("Reference", [("Link", [])]), note])
    (element,) = find(pdf, "Note")
    assert str(element.ID) == "note-1"
    links = [kid for link in find(pdf, "Link") for kid in link.K if isinstance(kid, Dictionary)]
    assert [str(kid.Type) for kid in links] == ["/OBJR", "/OBJR"]
    assert all(Name.Dest in kid.Obj and Name.Contents in kid.Obj for kid in links)


def test_contents_are_a_table_of_contents() -> None:
    """A list of links in the contents is read as such."""
    tree, _ = read_tree(
        '<h1>A</h1><nav><ol class="toc"><li><a href="#b">B</a></li></ol></nav><h2 id="b">B</h2>'
    )
    assert tree[1][1] == ("TOC", [("TOCI", [("Lbl", []), ("Reference", [("Link", [])])])])


def test_a_foreign_passage_names_its_language() -> None:
    """A passage in another language says so, and the document says its own."""
    _, pdf = read_tree('<h1>A</h1><p>Der <span lang="en">summit</span></p>')
    (document,) = pdf.Root.StructTreeRoot.K
    assert str(document.Lang) == "de"
    assert [str(span.Lang) for span in find(pdf, "Span")] == ["en"]


def test_running_heads_are_no_content() -> None:
    """What stands at the head of every page is an artifact."""
    css = ".run { position: running(head) } @page { @top-left { content: element(head) } }"
    tree, pdf = read_tree('<p class="run">Kopf</p><h1>A</h1>', css)
    assert tree == ("Document", [("H1", [])])
    assert b"/Artifact" in pdf.pages[0].Contents.read_bytes()
    assert b"/Subtype /Header" in pdf.pages[0].Contents.read_bytes()


def test_bookmarks_carry_no_chosen_line_ends() -> None:
    """Soft hyphens and no-break spaces of a heading do not reach the outline."""
    _, pdf = read_tree("<h1>Sowjet\u00adunion und\u00a0Korea</h1>")
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Sowjetunion und Korea"]
