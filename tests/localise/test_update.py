"""Catalogues follow their definition, and nothing that was translated is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.localise.po import PoEntry, PoFile, format_po, parse_po
from brief.localise.status import read_status
from brief.localise.units import Unit
from brief.localise.update import Update, make_catalogue, update_catalogue

NOW, LATER = "edition 1 (2024-06-19)", "edition 2 (2024-07-01)"
SUMMIT = Unit("b/talks/summit", "Der Gipfel begann am Dienstag.", "paragraph", "Gespräche")
TREATY = Unit("b/talks/treaty", "Ein Vertrag wurde unterzeichnet.", "paragraph", "Gespräche")
TITLE = Unit("b/title", "Gipfel", "title")
UNITS = (TITLE, SUMMIT, TREATY)


def translate(file: PoFile, **targets: str) -> PoFile:
    """Translate entries by the last part of their keys, as a translator would."""
    entries = []
    for entry in file.entries:
        target = targets.get((entry.context or "").rpartition("/")[2])
        entries.append(replace(entry, targets=(target,), raw=()) if target else entry)
    return parse_po(format_po(PoFile(tuple(entries))))


def start() -> PoFile:
    """Give a catalogue in which everything is translated."""
    made = update_catalogue(make_catalogue("en", "de"), UNITS, NOW).file
    return translate(made, title="Summit", summit="It began on Tuesday.", treaty="A treaty.")


def find(update: Update, key: str) -> PoEntry:
    """Give the live entry with a key."""
    (entry,) = (e for e in update.file.entries if e.context == key and not e.obsolete)
    return entry


def test_a_new_catalogue_tells_what_each_text_is() -> None:
    """Type, section and edition stand in comments, and the header names no date."""
    made = update_catalogue(make_catalogue("ru", "de"), UNITS, NOW)
    assert made.added == [unit.key for unit in UNITS]
    text = format_po(made.file)
    assert "#. type: paragraph\n#. in: Gespräche\n#. since: edition 1 (2024-06-19)\n" in text
    assert "nplurals=3" in text
    assert "Date" not in text
    assert parse_po(text).problems == ()


def test_nothing_changes_without_a_change() -> None:
    """A catalogue that is up to date comes out the same to the byte."""
    file = start()
    made = update_catalogue(file, UNITS, LATER)
    assert format_po(made.file) == format_po(file)
    assert not (made.added or made.changed or made.moved or made.dropped)


def test_a_changed_text_is_stale_and_keeps_what_was_translated() -> None:
    """However often it changes, `#| msgid` is the text that the translation is of."""
    once = replace(SUMMIT, source="Der Gipfel begann am Mittwoch.")
    twice = replace(SUMMIT, source="Der Gipfel begann erst am Mittwoch.")
    first = update_catalogue(start(), (TITLE, once, TREATY), LATER)
    assert first.changed == [SUMMIT.key]
    entry = find(first, SUMMIT.key)
    assert entry.fuzzy
    assert (entry.source, entry.previous_source) == (once.source, SUMMIT.source)
    assert entry.target == "It began on Tuesday."
    assert f"since: {LATER}" in entry.extracted_comments
    second = update_catalogue(first.file, (TITLE, twice, TREATY), LATER)
    assert find(second, SUMMIT.key).previous_source == SUMMIT.source
    assert read_status(second.file, (TITLE, twice, TREATY)).stale == (SUMMIT.key,)


def test_a_change_that_is_taken_back_is_no_change() -> None:
    """When the source is again what was translated, the entry is current again."""
    once = replace(SUMMIT, source="Der Gipfel begann am Mittwoch.")
    changed = update_catalogue(start(), (TITLE, once, TREATY), LATER)
    entry = find(update_catalogue(changed.file, UNITS, LATER), SUMMIT.key)
    assert not entry.fuzzy
    assert entry.previous_source is None


def test_a_text_that_moved_keeps_its_translation() -> None:
    """The same words under another key need no new translation."""
    moved = replace(SUMMIT, key="b/outlook/opening")
    made = update_catalogue(start(), (TITLE, TREATY, moved), LATER)
    entry = find(made, "b/outlook/opening")
    assert entry.target == "It began on Tuesday."
    assert not entry.fuzzy
    assert made.dropped == []


def test_a_text_that_was_rewritten_under_a_new_key_is_found_in_its_section() -> None:
    """Likeness is enough there for a proposal, which is marked as one; elsewhere it is not."""
    other = Unit("b/talks/beginning", "Der Gipfel begann am späten Dienstag.", "paragraph")
    made = update_catalogue(start(), (TITLE, TREATY, other), LATER)
    entry = find(made, "b/talks/beginning")
    assert entry.fuzzy
    assert entry.previous_source == SUMMIT.source
    assert entry.target == "It began on Tuesday."
    far = replace(other, key="b/outlook/beginning")
    assert find(update_catalogue(start(), (TITLE, TREATY, far), LATER), far.key).target == ""


def test_what_is_gone_becomes_obsolete_and_may_come_back() -> None:
    """A translation outlives its text."""
    gone = update_catalogue(start(), (TITLE, TREATY), LATER)
    assert gone.dropped == [SUMMIT.key]
    assert '#~ msgstr "It began on Tuesday."' in format_po(gone.file)
    again = update_catalogue(parse_po(format_po(gone.file)), UNITS, LATER)
    assert find(again, SUMMIT.key).target == "It began on Tuesday."
    assert read_status(again.file, UNITS).obsolete == ()


def test_what_translators_wrote_around_a_text_stays() -> None:
    """Comments and flags of others survive a change of the source."""
    text = format_po(start()).replace(
        "#. type: paragraph\n#. in: Gespräche", "# ask Moscow\n#, no-wrap\n#. type: paragraph", 1
    )
    once = replace(SUMMIT, source="Der Gipfel begann am Mittwoch.")
    made = format_po(update_catalogue(parse_po(text), (TITLE, once, TREATY), LATER).file)
    assert "# ask Moscow\n" in made
    assert "#, fuzzy, no-wrap\n" in made


KEYS = [f"b/{part}/{name}" for part in ("one", "two") for name in "abcd"]
WORDS = st.lists(st.sampled_from("alpha beta gamma delta".split()), min_size=1, max_size=4)
TEXTS = st.dictionaries(st.sampled_from(KEYS), WORDS.map(" ".join), max_size=8)


@given(st.lists(TEXTS, min_size=1, max_size=5))
@settings(deadline=None, max_examples=150)
def test_whatever_happens_every_translation_is_kept(states: list[dict[str, str]]) -> None:
    """Through any changes of the definition, no translation vanishes from the catalogue."""
    file, written = make_catalogue("en", "de"), set()
    for number, texts in enumerate(states):
        units = tuple(Unit(key, source, "paragraph") for key, source in texts.items())
        file = parse_po(format_po(update_catalogue(file, units, NOW).file))
        entries = []
        for entry in file.entries:
            if entry.context and not entry.obsolete and not entry.target:
                target = f"{number} {entry.context}"
                written.add(target)
                entry = replace(entry, targets=(target,), raw=())
            entries.append(entry)
        file = parse_po(format_po(PoFile(tuple(entries))))
        assert file.problems == ()
        live = [e.context for e in file.entries if e.context and not e.obsolete]
        assert live == [unit.key for unit in units]
        assert written <= {entry.target for entry in file.entries}


@pytest.mark.parametrize("tag", ["fr", "ar", "ko", "zh-Hans"])
def test_plural_rules_are_those_of_the_language(tag: str) -> None:
    """The header bears the rule that CLDR has for the language."""
    rules = {"fr": "nplurals=2", "ar": "nplurals=6", "ko": "nplurals=1", "zh-Hans": "nplurals=1"}
    assert rules[tag] in make_catalogue(tag, "de").header["Plural-Forms"]
