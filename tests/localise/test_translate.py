"""Putting translations in the place of texts."""

from __future__ import annotations

import pytest

from brief.diag.collector import Collector
from brief.localise.catalogue import Catalogue
from brief.localise.po import parse_po
from brief.localise.translate import translate_text
from brief.model.text import FootnoteMark, Freshness, Inline, Str, Text

KEY = "x/background/origin"


def parse_inline(source: str) -> tuple[Inline, ...]:
    """Stand in for the Markdown parser: words, and the mark of one footnote."""
    words, mark, _ = source.partition("[^1]")
    return (Str(words), FootnoteMark("1")) if mark else (Str(words),)


def catalogue(entry: str) -> Catalogue:
    """Make a catalogue of one entry for the key of the tests."""
    file = parse_po(f'msgctxt "{KEY}"\n{entry}\n')
    return Catalogue("briefings/x/locale/en.po", {KEY: file.entries[0]})


def text(source: str) -> Text:
    """Make a German text."""
    return Text(KEY, "paragraph", source, parse_inline(source), "de")


def test_a_current_translation_is_used() -> None:
    """Where source and `msgid` are the same, the translation is printed without a word."""
    collector = Collector()
    made = translate_text(
        text("Eins."), "en", catalogue('msgid "Eins."\nmsgstr "One."'), parse_inline, collector
    )
    assert (made.spans, made.language, made.freshness) == (
        (Str("One."),),
        "en",
        Freshness.CURRENT,
    )
    assert not collector.diagnostics


@pytest.mark.parametrize(
    "entry",
    ['msgid "Früher."\nmsgstr "One."', '#, fuzzy\nmsgid "Eins."\nmsgstr "One."'],
)
def test_an_older_translation_is_marked_and_told(entry: str) -> None:
    """A changed source, or a `fuzzy` entry, makes the translation stale; it is still printed."""
    collector = Collector()
    if "fuzzy" in entry:
        file = parse_po(entry.replace("msgid", f'msgctxt "{KEY}"\nmsgid', 1))
        used = Catalogue("briefings/x/locale/en.po", {KEY: file.entries[0]})
    else:
        used = catalogue(entry)
    made = translate_text(text("Eins."), "en", used, parse_inline, collector)
    assert made.freshness is Freshness.STALE
    assert made.spans == (Str("One."),)
    assert [said.code.name for said in collector.diagnostics] == ["localise.stale-translation"]


def test_a_missing_translation_leaves_the_original() -> None:
    """An empty `msgstr` leaves the text in its language, marked, with the entry's place."""
    collector = Collector()
    made = translate_text(
        text("Eins."), "en", catalogue('msgid "Eins."\nmsgstr ""'), parse_inline, collector
    )
    assert (made.language, made.freshness) == ("de", Freshness.MISSING)
    (said,) = collector.diagnostics
    assert said.code.name == "localise.missing-translation"
    assert said.place is not None
    assert said.place.file == "briefings/x/locale/en.po"


def test_a_translation_must_keep_its_marks() -> None:
    """A footnote that the translation loses is an error that names it."""
    collector = Collector()
    entry = 'msgid "Eins.[^1]"\nmsgstr "One."'
    translate_text(text("Eins.[^1]"), "en", catalogue(entry), parse_inline, collector)
    (said,) = collector.diagnostics
    assert said.code.name == "localise.marks-differ"
    assert "`[^1]`" in said.message


def test_figures_need_no_translation() -> None:
    """A text without letters is the same in every language, unless it is a date."""
    collector = Collector()
    made = translate_text(text("15 : 0"), "en", None, parse_inline, collector)
    assert made.freshness is Freshness.CURRENT
    assert not collector.diagnostics
    made = translate_text(text("14.10.2006"), "en", None, parse_inline, collector)
    assert made.freshness is Freshness.MISSING


def test_footnotes_of_a_translation_are_those_of_its_section() -> None:
    """`[^1]` in a translation calls the footnote that `[^1]` calls in its source text."""
    collector = Collector()
    spans: tuple[Inline, ...] = (Str("Eins."), FootnoteMark("background/1"))
    source = Text(KEY, "paragraph", "Eins.[^1]", spans, "de")
    used = catalogue('msgid "Eins.[^1]"\nmsgstr "One.[^1]"')
    made = translate_text(source, "en", used, parse_inline, collector)
    assert made.spans == (Str("One."), FootnoteMark("background/1"))
    assert not collector.diagnostics
