"""The inline forms of Markdown that briefings know."""

from __future__ import annotations

import pytest

from brief.define.citations import read_locator
from brief.define.markdown import parse_inline
from brief.model.text import (
    Citation,
    CitedSource,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Reference,
    Str,
    Strong,
)

FORMS: list[tuple[str, tuple[Inline, ...]]] = [
    ("Words.", (Str("Words."),)),
    ("*a* **b**", (Emphasis((Str("a"),)), Str(" "), Strong((Str("b"),)))),
    ("_c_", (Emphasis((Str("c"),)),)),
    ("***a***", (Emphasis((Strong((Str("a"),)),)),)),
    ("snake_case_word 2*3*4", (Str("snake_case_word 2"), Emphasis((Str("3"),)), Str("4"))),
    ("`a *b* [c]`", (CodeSpan("a *b* [c]"),)),
    ("\\*a\\* &amp; &nbsp;&#8239;", (Str("*a* & \u00a0\u202f"),)),
    ("[a *b*](https://x.org/y)", (Link("https://x.org/y", (Str("a "), Emphasis((Str("b"),)))),)),
    ("[a](#b)", (Link("#b", (Str("a"),)),)),
    ("[a](<https://x.org/a b>)", (Str("a"),)),
    ("[a](mailto:a@b.org)", (Link("mailto:a@b.org", (Str("a"),)),)),
    ("<https://x.org> <a@b.org>", (
        Link("https://x.org", (Str("https://x.org"),)), Str(" "),
        Link("mailto:a@b.org", (Str("a@b.org"),)),
    )),
    ("[](#votes)", (Reference("votes"),)),
    ("a[^1] b[^note]", (Str("a"), FootnoteMark("1"), Str(" b"), FootnoteMark("note"))),
    ("[слово]{lang=ru}", (Foreign("ru", (Str("слово"),)),)),
    ("[a *b* [c](#d)]{lang=zh-Hans}", (
        Foreign("zh-Hans", (Str("a "), Emphasis((Str("b"),)), Str(" "), Link("#d", (Str("c"),)))),
    )),
    ("[@s]", (Citation((CitedSource("s"),)),)),
    ("[@s, p. 3; @t-2, Ziff. 12]", (
        Citation((CitedSource("s", "page", "3"), CitedSource("t-2", "paragraph", "12"))),
    )),
    ("[sic] [a] [b][c]", (Str("[sic] [a] [b][c]"),)),
    ("a < b > c & d", (Str("a < b > c & d"),)),
    ("~~a~~ <b>", (Str("~~a~~ <b>"),)),
    ("[a](javascript:x) [b](file:///x) [c](//x/y) [d](../x)", (Str("a b c d"),)),
    ("![a](x.png)", ()),
    ("\"a\" -- 'b'...", (Str("\"a\" -- 'b'..."),)),
]  # fmt: skip


@pytest.mark.parametrize(("source", "spans"), FORMS, ids=[source for source, _ in FORMS])
def test_inline_form(source: str, spans: tuple[Inline, ...]) -> None:
    """Each form is read as the elements that it stands for; the rest stays what it is."""
    assert parse_inline(source) == spans


@pytest.mark.parametrize(
    ("text", "label", "locator"),
    [
        ("3", "page", "3"),
        ("3-4", "page", "3–4"),
        ("p. 3", "page", "3"),
        ("pp. 3–4, 7", "page", "3–4, 7"),
        ("S. 12", "page", "12"),
        ("S.12", "page", "12"),
        ("стр. 5", "page", "5"),
        ("art. 4", "article", "4"),
        ("Art. 4 Abs. 2", "article", "4 Abs. 2"),
        ("para. 12", "paragraph", "12"),
        ("Ziff. 12", "paragraph", "12"),
        ("Kap. III", "chapter", "III"),
        ("ch. 2", "chapter", "2"),
        ("§ 8", "section", "8"),
        ("§§ 8-9", "section", "8–9"),
        ("Bd. 2", "volume", "2"),
        ("Abb. 3", "figure", "3"),
        ("第3页", "", "第3页"),
        ("passim", "", "passim"),
        ("second half", "", "second half"),
        ("", "", ""),
    ],
)
def test_places_in_sources(text: str, label: str, locator: str) -> None:
    """Labels of several languages are known; what is not known is printed as it stands."""
    assert read_locator(text) == (label, locator)


def test_text_is_read_in_linear_time() -> None:
    """Marks that are opened and never closed do not slow the reader down."""
    for piece in ("[", "[@", "*a _b ", "`", "![", "[a](", "<", "{lang=", "[^", "&", "\\[", "[a]{"):
        parse_inline(piece * 3000)


@pytest.mark.parametrize(
    "source",
    ["**要点。**正文", "**要点。**1991年", "正文**“要点”**正文", "가나**‘조약’**은", "**조약.**을"],
)
def test_emphasis_needs_no_spaces_between_han_and_hangul(source: str) -> None:
    """Punctuation inside the marks does not hide their end where words are not parted."""
    assert any(isinstance(span, Strong) for span in parse_inline(source))


@pytest.mark.parametrize("source", ["a_b_c", "2 ** 3 **", "(**a)b", "a**.b**c"])
def test_marks_without_a_match_stay_what_they_are(source: str) -> None:
    """Elsewhere the rules of CommonMark hold."""
    assert not any(isinstance(span, Strong | Emphasis) for span in parse_inline(source))
