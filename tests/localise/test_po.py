"""Reading and writing PO files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brief.localise.po import PoEntry, PoFile, format_po, parse_po

SAMPLE = """\
# Translator's own words
#. type: paragraph
#: briefing.yaml
#, fuzzy, markdown-text
#= no-wrap
#| msgctxt "x/old"
#| msgid "Vor\\"her"
msgctxt "x/origin"
msgid ""
"Die **Sowjetunion** "
"spielte eine Rolle."
msgstr "The **Soviet Union** played a part.\\n"

msgid "{count} note"
msgid_plural "{count} notes"
msgstr[0] "{count} Anmerkung"
msgstr[1] "{count} Anmerkungen"

#~ msgctxt "x/gone"
#~ msgid "fort"
#~ msgstr "gone"
"""


def test_every_part_of_an_entry_is_read() -> None:
    """Contexts, continued strings, previous texts, flags of both kinds and comments are read."""
    entry = parse_po(SAMPLE).entries[0]
    assert entry.context == "x/origin"
    assert entry.source == "Die **Sowjetunion** spielte eine Rolle."
    assert entry.target == "The **Soviet Union** played a part.\n"
    assert entry.previous_context == "x/old"
    assert entry.previous_source == 'Vor"her'
    assert entry.flags == {"fuzzy", "markdown-text", "no-wrap"}
    assert entry.fuzzy
    assert entry.translator_comments == ("Translator's own words",)
    assert entry.extracted_comments == ("type: paragraph",)
    assert entry.references == ("briefing.yaml",)


def test_plural_forms_and_obsolete_entries_are_told_apart() -> None:
    """Plural forms are read in their order, and `#~` entries are obsolete."""
    _, plural, gone = parse_po(SAMPLE).entries
    assert plural.targets == ("{count} Anmerkung", "{count} Anmerkungen")
    assert gone.obsolete
    assert gone.context == "x/gone"


def test_a_file_that_is_read_and_written_is_the_same() -> None:
    """Nothing that was written by a translator is lost or moved."""
    assert format_po(parse_po(SAMPLE)) == SAMPLE


def test_header_fields_are_read() -> None:
    """The header entry gives its fields by name."""
    header = parse_po('msgid ""\nmsgstr "Language: de\\nX-Brief-Review: draft\\n"\n').header
    assert header == {"Language": "de", "X-Brief-Review": "draft"}


def test_broken_lines_are_told_with_their_place() -> None:
    """A line that is no PO syntax, an open string and a missing `msgid` are problems."""
    file = parse_po('msgid "open\nmsgstr ""\n\nnonsense\nmsgstr "x"\n')
    assert [(problem.line, problem.column) for problem in file.problems][:2] == [(1, 7), (4, 1)]
    assert any("msgid" in problem.message for problem in file.problems)


@given(
    st.lists(
        st.builds(
            PoEntry,
            source=st.text(min_size=1),
            context=st.none() | st.text(),
            targets=st.tuples(st.text()),
            obsolete=st.booleans(),
        ),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(entries: list[PoEntry]) -> None:
    """Any text survives being written and read, whatever characters it has."""
    read = parse_po(format_po(PoFile(tuple(entries))))
    assert not read.problems
    kept = [(e.context, e.source, e.target, e.obsolete) for e in read.entries if e.raw != ("",)]
    assert kept == [(e.context, e.source, e.target, e.obsolete) for e in entries]


@given(st.text())
def test_no_file_makes_the_reader_fail(text: str) -> None:
    """Whatever a catalogue holds, reading it tells problems and raises nothing."""
    parse_po(text)
