"""Catalogues go out as XLIFF 2.1 and come back without loss or confusion."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from brief.localise.po import format_po
from brief.localise.update import update_catalogue
from brief.localise.xliff import NAMESPACE, XliffError, read_xliff, write_xliff
from tests.localise.test_update import LATER, SUMMIT, TITLE, TREATY, UNITS, start


def export(**changes: str) -> str:
    """Give the catalogue of the tests as XLIFF, with some pieces replaced."""
    text = write_xliff(start(), UNITS, "b", "de", "en")
    for old, new in changes.items():
        text = text.replace(old.replace("_", " "), new)
    return text


def test_what_goes_out_is_xliff() -> None:
    """Languages, ids, names, notes and states are those of the standard."""
    root = ElementTree.fromstring(export())
    assert root.tag == f"{{{NAMESPACE}}}xliff"
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "de", "en")
    units = list(root.iter(f"{{{NAMESPACE}}}unit"))
    assert [unit.get("name") for unit in units] == [unit.key for unit in UNITS]
    assert len({unit.get("id") for unit in units}) == len(UNITS)
    states = [segment.get("state") for segment in root.iter(f"{{{NAMESPACE}}}segment")]
    assert states == ["translated"] * 3


def test_what_comes_back_unchanged_changes_nothing() -> None:
    """Out and in again is the same catalogue."""
    file = start()
    assert format_po(read_xliff(export(), file, UNITS, "en").file) == format_po(file)


def test_a_new_translation_is_taken() -> None:
    """It stands at its key, whatever else is in the file."""
    made = read_xliff(export(A_treaty="The treaty"), start(), UNITS, "en")
    targets = {entry.context: entry.target for entry in made.file.entries}
    assert targets[TREATY.key] == "The treaty."
    assert targets[TITLE.key] == "Summit"


def test_a_stale_translation_stays_stale_until_somebody_has_seen_it() -> None:
    """A target that went out as it is and was not confirmed does not come back as current."""
    units = (TITLE, replace(SUMMIT, source="Der Gipfel begann am Mittwoch."), TREATY)
    file = update_catalogue(start(), units, LATER).file
    text = write_xliff(file, units, "b", "de", "en")
    assert text.count('state="initial"') == 1
    assert format_po(read_xliff(text, file, units, "en").file) == format_po(file)
    seen = read_xliff(text.replace('"initial"', '"reviewed"'), file, units, "en")
    assert not any(entry.fuzzy for entry in seen.file.entries)


def test_a_translation_of_an_older_text_is_left_out() -> None:
    """While it was away, the definition went on."""
    units = (TITLE, replace(SUMMIT, source="Der Gipfel begann am Mittwoch."), TREATY)
    file = update_catalogue(start(), units, LATER).file
    made = read_xliff(export(It_began="It really began"), file, units, "en")
    assert made.old == (SUMMIT.key,)
    assert read_xliff(export(), file, (TITLE,), "en").unknown == (SUMMIT.key, TREATY.key)


def test_segments_that_a_tool_has_parted_are_joined() -> None:
    """A tool may cut a unit into sentences and leave the spaces between them as they are."""
    parted = export().replace(
        "<target>A treaty.</target>\n      </segment>",
        "<target>A.</target></segment><ignorable><source> </source></ignorable>"
        '<segment state="translated"><source></source><target>B.</target></segment>',
    )
    made = read_xliff(parted, start(), UNITS, "en")
    assert {e.context: e.target for e in made.file.entries}[TREATY.key] == "A. B."


@pytest.mark.parametrize(
    "text",
    [
        "no XML", "<a/>", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        export().replace('trgLang="en"', 'trgLang="fr"'),
    ],
)  # fmt: skip
def test_what_is_something_else_is_refused(text: str) -> None:
    """Other formats, other languages and entities are told, and nothing is taken."""
    with pytest.raises(XliffError):
        read_xliff(text, start(), UNITS, "en")
