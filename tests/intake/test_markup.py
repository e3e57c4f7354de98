"""Markdown, pages of the web and e-mail: the text, what they say of themselves, and no more."""

from __future__ import annotations

import base64

import pytest

from tests.intake.takings import notes_of, outline, read, show
from tests.projects import draw_picture

MARKDOWN = """\
---
title: "Der Hafen"
author: [A. Muster, B. Beispiel]
date: 2024-01-05T10:00
lang: de
slug: hafen
---

Vorweg ein Satz.

# Lage

Ein *kursiver* und **fetter** Satz[^1] mit <b>HTML</b> und [Link](https://a.example/).

| A | B |
|---|---|
| 1 | 2 |

<script>x()</script>

# Folgen

3. drei
4. vier
   - innen

[^1]: Eine *Note*.
"""
PAGE = """<!doctype html><html lang="de-DE"><head><title>Der Hafen im Winter | Küstenblatt</title>

<meta property="og:site_name" content="Küstenblatt">
<link rel=canonical href="https://a.example/hafen">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Der Hafen im Winter",
"datePublished":"2024-01-05T08:00:00+01:00",
"author":{{"@type":"Person","name":"Erika Muster"}},
"publisher":{{"name":"Küstenblatt"}}}}</script></head>
<body><nav><ul><li><a href="/">Start</a></li></ul></nav>
<div class="cookie-banner">Wir nutzen Cookies.</div>
{}<footer>Impressum</footer></body></html>"""
STORY = """\
<p>Der Hafen ist seit Dezember geschlossen, und die Boote liegen an der Mole.</p>
<h2>Die Folgen</h2>
<p>Die Fischer warten auf das Frühjahr, und der Rat berät über die Hilfe für alle.</p>
<p>Im Mai wird neu entschieden, sagt die Hafenmeisterin.</p>"""
TOLD = [
    "Der Hafen ist seit Dezember geschlossen, und die Boote liegen an der Mole.",
    ("h2", "Die Folgen"),
    "Die Fischer warten auf das Frühjahr, und der Rat berät über die Hilfe für alle.",
    "Im Mai wird neu entschieden, sagt die Hafenmeisterin.",
]


def test_markdown_with_front_matter_and_html() -> None:
    """Front matter describes the text; HTML in it is read, and scripts are not."""
    document = read("a.md", MARKDOWN)
    assert (document.title, document.date, document.language) == ("Der Hafen", "2024-01-05", "de")
    assert document.authors == ("A. Muster", "B. Beispiel")
    assert document.slug == "hafen"
    assert notes_of(document) == {"1": "Eine /Note/."}
    assert outline(document.parts) == [
        "Vorweg ein Satz.",
        ("h1", "Lage"),
        "Ein /kursiver/ und *fetter* Satz^1 mit *HTML* und <Link|https://a.example/>.",
        ("grid", "", ["A", "B"], ["1", "2"]),
        ("h1", "Folgen"),
        ("ol3", "drei", ["vier", ("ul", "innen")]),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Der Hafen im Winter</h1>{STORY}<aside>Mehr</aside></article>",
        f"<main><h1>Der Hafen im Winter</h1>{STORY}</main><div class=sidebar>Meistgelesen</div>",
        f"<div><h1>Der Hafen im Winter</h1><div itemprop=articleBody>{STORY}</div></div>",
        f"<div id=wrap><div class=teaser>Anderes</div><div><h1>Der Hafen im Winter</h1>{STORY}"
        "</div><div class='related-links'>Verwandtes</div></div>",
        f"<article><h1>Der Hafen im Winter</h1><div class=share-bar>Teilen</div>{STORY}"
        "<div class=newsletter>Abonnieren Sie</div></article><article>Kurz</article>",
    ],
)
def test_the_article_of_a_page_is_found(body: str) -> None:
    """Menus, teasers, banners and links to other texts are left out, whatever the layout."""
    document = read("a.html", PAGE.format(body))
    assert document.title == "Der Hafen im Winter"
    assert outline(document.parts) == TOLD
    assert document.authors == ("Erika Muster",)
    assert document.publisher == "Küstenblatt"
    assert (document.date, document.language) == ("2024-01-05", "de-DE")
    assert document.address == "https://a.example/hafen"


def test_a_lead_is_told_by_its_class() -> None:
    """The paragraph that a page calls its lead is the lead."""
    lead = '<p class="lead">Was jetzt zu tun ist.</p>'
    document = read("a.html", PAGE.format(f"<article><h1>Hafen</h1>{lead}{STORY}</article>"))
    assert [show(spans) for spans in document.lead] == ["Was jetzt zu tun ist."]
    assert outline(document.parts) == TOLD


def test_old_pages_of_tables_and_line_ends() -> None:
    """Tables for layout are no tables, and two line ends part paragraphs."""
    text = "<br><br>".join(each for each in TOLD if isinstance(each, str))
    page = (
        "<html><title>Hafen</title><body><table><tr><td><a href=1>Start</a></td>"
        f"<td><font size=5>Im Winter</font><br><br>{text}</td></tr></table></body></html>"
    )
    shown = ["Im Winter", *(each for each in TOLD if isinstance(each, str))]
    assert outline(read("a.html", page).parts) == shown


@pytest.mark.parametrize(
    ("call", "notes"),
    [
        ('<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
         '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">'
         '<a href="#cite_ref-1">↑</a></span> <span>Jahrbuch, S. 3.</span></li></ol>'),
        ('<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>',
         '<section class="footnotes"><hr><ol><li id="fn1"><p>Jahrbuch, S. 3.'
         '<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>'),
        ('<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
         '<div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id=ftn1>'
         '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Jahrbuch, S. 3.</p>'
         '</div></div>'),
    ],
    ids=["encyclopedia", "converter", "word processor"],
)  # fmt: skip
def test_footnotes_of_pages(call: str, notes: str) -> None:
    """A link to a text that leads back is a footnote, and its text stands nowhere else."""
    page = f"<html lang=de><body><h1>Hafen</h1><p>Ein Satz.{call}</p>{STORY}{notes}</body></html>"
    document = read("a.html", page)
    assert outline(document.parts) == ["Ein Satz.^1", *TOLD]
    assert notes_of(document) == {"1": "Jahrbuch, S. 3."}


HEAD = (
    b"From: =?utf-8?q?M=C3=BCller?= <m@a.example>\r\nTo: x@a.example\r\n"
    b"Subject: =?utf-8?b?RGVyIEhhZmVuIGbDvHI=?= alle\r\nDate: Fri, 05 Jan 2024 23:30:00 +0100\r\n"
)


def test_a_plain_message() -> None:
    """Headers are decoded, and so is the text."""
    body = (
        b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
        b"quoted-printable\r\n\r\nDer Hafen ist f=FCr alle ge=\r\nschlossen.\r\n\r\nBis Mai.\r\n"
    )
    document = read("a.eml", HEAD + body)
    assert document.title == "Der Hafen für alle"
    assert (document.authors, document.date) == (("Müller",), "2024-01-05")
    assert outline(document.parts) == ["Der Hafen ist für alle geschlossen.", "Bis Mai."]


def test_a_message_of_html_in_quoted_printable() -> None:
    """The page is read where there is text as well; soft ends of lines and codes are undone."""
    body = (
        b"Content-Type: multipart/alternative; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNur Text.\r\n"
        b"--x\r\nContent-Type: text/html; charset=windows-1252\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b'<html lang=3D"de"><body><h2>Lage</h2><p>Der Hafen ist =84f=FCr alle=93 ge=\r\n'
        b'schlossen, <a href=3D"https://a.example/?x=3D1">sagt der Rat</a>.</p></body></html>\r\n'
        b"--x--\r\n"
    )
    document = read("a.eml", HEAD + body)
    assert document.language == "de"
    assert outline(document.parts) == [
        ("h2", "Lage"),
        "Der Hafen ist „für alle“ geschlossen, <sagt der Rat|https://a.example/?x=1>.",
    ]


def test_a_message_with_a_picture_and_an_attachment() -> None:
    """A picture that the text shows is taken over; an attachment is told."""
    picture = base64.encodebytes(draw_picture())
    body = (
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: multipart/related; boundary=y\r\n\r\n"
        b"--y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Der Hafen.</p>"
        b"<img alt='Kran' src='cid:p1'>\r\n"
        b"--y\r\nContent-Type: image/png\r\nContent-ID: <p1>\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + picture + b"--y--\r\n"
        b"--x\r\nContent-Type: application/pdf\r\n"
        b"Content-Disposition: attachment; filename=plan.pdf\r\n\r\nx\r\n--x--\r\n"
    )
    document = read("a.eml", HEAD + body)
    assert outline(document.parts) == ["Der Hafen.", ("picture", "picture-1.png", "Kran", "")]
    assert document.remarks == ("the attachment “plan.pdf” was not read",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.eml", "From: a@a.example\nTo: b@a.example\nSubject: Der Hafen\n\nLage\n\nEr ist zu.\n"),
        ("a.md", "---\ntitle: Der Hafen\n---\n\n# Lage\n\nEr ist zu.\n"),
    ],
)
def test_a_title_outside_the_text_takes_no_heading(name: str, text: str) -> None:
    """The only heading stays in the text, unless it says the same as the title."""
    document = read(name, text)
    assert document.title == "Der Hafen"
    assert [part[1] if isinstance(part, tuple) else part for part in outline(document.parts)] == [
        "Lage", "Er ist zu.",
    ]  # fmt: skip
    same = read(name, text.replace("Lage", "Der  Hafen"))
    assert (same.title, outline(same.parts)) == ("Der Hafen", ["Er ist zu."])
