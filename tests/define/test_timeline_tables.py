"""Tables of entries: what a row says is what the same entry in the YAML would say."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.define.entry_ids import give_ids
from brief.define.entry_table import COLUMNS, read_entries
from brief.define.passage import whole_file
from brief.define.separated import read_separated
from brief.define.spreadsheet import make_sheet
from brief.diag.collector import Collector
from brief.model.briefing import Briefing
from brief.model.text import plain_text
from brief.model.timeline import Timeline
from tests.define.definitions import HEAD, codes, read_files, write_definition

SECTION = "sections:\n  - {id: one, title: One, timeline: line}\n"
TIMELINE = "timelines:\n  line:\n    title: A line\n    file: events.%s\n"


def read_table(
    content: str | bytes, root: Path, *, suffix: str = "csv", more: str = "", after: str = ""
) -> tuple[Briefing | None, Collector]:
    """Read a definition with one timeline, whose entries stand in a table."""
    folder = root / "case"
    yaml = HEAD + SECTION + TIMELINE % suffix + more + after
    write_definition(folder, {"briefing.yaml": yaml, f"events.{suffix}": content})
    return read_files(folder)


def take_timeline(briefing: Briefing | None) -> Timeline:
    """Give the only timeline."""
    assert briefing is not None
    (timeline,) = briefing.timelines
    return timeline


def describe(timeline: Timeline) -> list[tuple[str, ...]]:
    """Give what the entries say, without their places."""
    return [
        (
            kind, entry.id, entry.when.text if entry.when else "", plain_text(entry.title.spans),
            entry.category or "", str(entry.rank), ",".join(entry.sources),
            entry.date_text.source if entry.date_text else "",
            entry.short.source if entry.short else "", entry.title.key,
        )
        for kind in ("eras", "spans", "events", "undated")
        for entry in getattr(timeline, kind)
    ]  # fmt: skip


YAML_ENTRIES = """\
    categories: {politics: {label: Politics}}
    eras: [{id: cold, when: 1945/1991, title: An era}]
    spans: [{id: war, when: 1950/1953, category: politics, title: "A war, in words",
             source: [a, b]}]
    events:
      - {id: summit, when: 2024-06-18, title: Summit, rank: 0, short: S, date_text: at last}
      - {id: year, when: 1991, title: A year}
    undated: [{id: talks, title: Talks, category: politics}]
sources: [{id: a, title: A}, {id: b, title: B}]
"""
ROWS = """\
title,when,id,kind,category,source,rank,short,date_text
An era,1945/1991,cold,era,,,,,
"A war, in words",1950/1953,war,span,politics,a; b,,,
Summit,2024-06-18,summit,,,,0,S,at last
Talks,,talks,undated,politics,,,,
A year,1991,year,event,,,,,
"""
AROUND = "    categories: {politics: {label: Politics}}\n"
SOURCES = "sources: [{id: a, title: A}, {id: b, title: B}]\n"


def test_a_table_says_what_the_yaml_says(tmp_path: Path) -> None:
    """The same entries come out, with the same keys for translations."""
    folder = tmp_path / "yaml" / "case"
    yaml = HEAD + SECTION + "timelines:\n  line:\n    title: A line\n" + YAML_ENTRIES
    write_definition(folder, {"briefing.yaml": yaml})
    expected, _ = read_files(folder)
    found, collector = read_table(ROWS, tmp_path, more=AROUND, after=SOURCES)
    assert describe(take_timeline(found)) == describe(take_timeline(expected))
    assert codes(collector) == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_way_of_writing_does_not_matter(
    delimiter: str, newline: str, encoding: str, tmp_path: Path
) -> None:
    """Delimiters, line ends and a byte order mark are recognised."""
    rows = [["id", "when", "title"], ["a", "1991", '"One, two; three"'], [], ["b", "1992", "Öl"]]
    text = newline.join(delimiter.join(row) for row in rows)
    briefing, collector = read_table(text.encode(encoding), tmp_path)
    assert [entry[3] for entry in describe(take_timeline(briefing))] == ["One, two; three", "Öl"]
    assert codes(collector) == []


def test_the_yaml_comes_first(tmp_path: Path) -> None:
    """Entries of the table stand after those of the YAML."""
    own = "    events: [{id: own, when: 1990, title: Own}]\n"
    briefing, _ = read_table("id,when,title\na,1991,A\n", tmp_path, more=own)
    assert [entry.id for entry in take_timeline(briefing).events] == ["own", "a"]


def test_the_file_belongs_to_the_definition(tmp_path: Path) -> None:
    """It is kept with the other files, so that it is attached and digested."""
    briefing, _ = read_table("id,when,title\na,1991,A\n", tmp_path)
    assert briefing is not None
    assert [file.path for file in briefing.files] == ["briefing.yaml", "events.csv"]


# Cells as they are written, and the text in them.
CELLS = st.text(st.sampled_from('ab ",;\n“'), max_size=6)


@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_whatever_is_written_is_read_with_its_places(rows: list[list[str]]) -> None:
    """Quoted cells give their text back, and every character is found where it says it stands."""
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    text = "id,when,title\n" + "\n".join(",".join(row) for row in quoted)
    collector = Collector()
    read = read_separated(whole_file(text, "t.csv"), COLUMNS, collector)
    kept = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in read[1:]] == kept
    assert collector.diagnostics == ()
    lines = text.split("\n")
    for cell in (cell for row in read for cell in row):
        for offset, char in enumerate(cell.text):
            line, column = cell.passage.locate(offset)
            assert (lines[line - 1] + "\n")[column - 1] == char


@given(data=st.text(st.sampled_from('ab1 ",;\t\n'), max_size=60))
def test_no_text_breaks_the_reading(data: str) -> None:
    """Whatever stands in a file, it becomes rows or diagnostics, and never a fault."""
    collector = Collector()
    rows = read_separated(whole_file("id,when,title\n" + data, "t.csv"), COLUMNS, collector)
    sheet = make_sheet(rows, collector)
    drafts = read_entries(sheet, rows[0][0].place, collector)
    assert drafts is not None
    give_ids(drafts, collector)
    made = [str(draft.fields["id"]) for draft in drafts]
    assert len(set(made)) == len(made) or any(not draft.fields["id"].excused for draft in drafts)


def _ids(table: str, root: Path) -> dict[str, str]:
    briefing, _ = read_table(table, root)
    return {plain_text(entry.title.spans): entry.id for entry in take_timeline(briefing).events}


def test_ids_are_made_of_titles_and_dates(tmp_path: Path) -> None:
    """The title gives the id, the date where it has no letters, both where two are alike."""
    rows = ["1991,End of the Union", "1992,Ende der Übung", "1993,事件", "1994-06,事故"]
    twice = ["1995,Summit", "1996,Summit"]
    made = _ids("when,title\n" + "\n".join(rows), tmp_path / "one")
    assert list(made.values()) == ["end-of-the-union", "ende-der-uebung", "1993", "1994-06"]
    briefing, _ = read_table("when,title\n" + "\n".join(twice), tmp_path / "two")
    assert [e.id for e in take_timeline(briefing).events] == ["1995-summit", "1996-summit"]


def test_the_order_of_rows_does_not_change_ids(tmp_path: Path) -> None:
    """Rows can be sorted and added, and translations stay with them."""
    rows = ["1991,One", "1992,Two", "1993,Summit", "1994,Summit", "1995,事件"]
    before = _ids("when,title\n" + "\n".join(rows[:2] + rows[4:]), tmp_path / "before")
    after = _ids("when,title\n" + "\n".join(["1990,Zero", *reversed(rows)]), tmp_path / "after")
    assert {title: after[title] for title in before} == before


def _write(cells: list[list[object]], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in cells:
        sheet.append(row)
    for name, form in (formats or {}).items():
        sheet[name].number_format = form
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_cells_of_workbooks_become_dates(tmp_path: Path) -> None:
    """Dates are as precise as the cell shows them, numbers are years, and text stays text."""
    day = date(2024, 6, 18)
    rows: list[list[object]] = [
        ["id", "when", "title"], ["a", day, "A"], ["b", day, "B"], ["c", day, "C"],
        ["d", datetime(2024, 6, 18, 10, 30), "D"], ["e", 1991, "E"], ["f", 1991.0, "F"],
        ["g", "late 194X", "G"], ["h", "1950/1953", "H"],
    ]  # fmt: skip
    formats = {"B2": "DD.MM.YYYY", "B3": "mmm yy", "B4": "yyyy", "B5": "yyyy-mm-dd hh:mm"}
    briefing, collector = read_table(_write(rows, formats), tmp_path, suffix="xlsx")
    assert [entry.when.text for entry in take_timeline(briefing).events if entry.when] == [
        "2024-06-18", "2024-06", "2024", "2024-06-18", "1991", "1991", "late 194X", "1950/1953",
    ]  # fmt: skip
    assert codes(collector) == []


def _change_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            if part == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(part, content)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN: list[list[object]] = [["id", "when", "title"], ["a", 1991, "A"]]


def test_formulas_count_by_their_saved_values(tmp_path: Path) -> None:
    """What the spreadsheet program saved is read, whatever the formula would give."""
    data = _write([*PLAIN[:1], ["a", "=1990+1", "A"]])
    data = _change_part(data, SHEET, b"<v></v>", b"<v>1985</v>")
    briefing, _ = read_table(data, tmp_path, suffix="xlsx")
    (event,) = take_timeline(briefing).events
    assert event.when is not None and event.when.text == "1985"


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
HARM: dict[str, bytes] = {
    "entities": _change_part(_write(PLAIN), SHEET, b"<worksheet", ENTITIES),
    "a part that is no XML": _change_part(_write(PLAIN), SHEET, b"</sheetData>", b"<<"),
    "a number that is none": _change_part(_write(PLAIN), SHEET, b"<v>1991</v>", b"<v>19x</v>"),
    "a column without end": _change_part(_write(PLAIN), SHEET, b'r="C2"', b'r="ZZZZZ2"'),
    "half of it": _write(PLAIN)[:2000],
    "a password": b"\xd0\xcf\x11\xe0" + bytes(2000),
    "nothing": b"",
    "an empty archive": b"PK\x05\x06" + bytes(18),
}


@pytest.mark.parametrize("name", HARM)
def test_harmful_and_damaged_workbooks_are_refused(name: str, tmp_path: Path) -> None:
    """Each is told where the definition names it, and nothing of it is read."""
    briefing, collector = read_table(HARM[name], tmp_path, suffix="xlsx")
    assert briefing is None
    assert set(codes(collector)) <= {"define.workbook-unreadable", "define.table-too-large"}
    assert len(codes(collector)) == 1


def test_cells_far_away_cost_no_more_than_a_look(tmp_path: Path) -> None:
    """A cell in the last row that a sheet can have is read as the row after the first."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for column, (name, value) in enumerate(zip(*PLAIN, strict=True), start=1):
        sheet.cell(1, column, name)
        sheet.cell(1_048_576, column, value)
    target = io.BytesIO()
    book.save(target)
    briefing, _ = read_table(target.getvalue(), tmp_path, suffix="xlsx")
    (event,) = take_timeline(briefing).events
    assert event.place is not None and event.place.cell == "A1048576"


def test_timelinejs_rows_become_entries(tmp_path: Path) -> None:
    """Rows with an end are spans, the type `era` makes eras, and groups are categories."""
    table = """\
Year,Month,Day,End Year,End Month,End Day,Display Date,Headline,Type,Group
2000,,,,,,,The whole,title,
1950,6,25,1953,7,27,,A war,,Military
1961,07,6,,,,,A treaty,,Politics
-43,,,,,,,A murder,,Politics
-1,,,,,,,The last year before Christ,,
1999,1,,1999,1,,In winter,<i>Tom</i> &amp; Ann,,Военные
12000,,,,,,,Far,,
1945,,,1991,,,,An era,era,
"""
    briefing, _ = read_table(table, tmp_path)
    timeline = take_timeline(briefing)
    assert [(entry[0], entry[2], entry[3], entry[4], entry[7]) for entry in describe(timeline)] == [
        ("eras", "1945/1991", "An era", "", ""),
        ("spans", "1950-06-25/1953-07-27", "A war", "military", ""),
        ("spans", "1999-01", "Tom & Ann", "group", "In winter"),
        ("events", "1961-07-06", "A treaty", "politics", ""),
        ("events", "-0042", "A murder", "politics", ""),
        ("events", "0000", "The last year before Christ", "", ""),
        ("events", "Y12000", "Far", "", ""),
    ]
    assert [plain_text(category.label.spans) for category in timeline.categories] == [
        "Military", "Politics", "Военные",
    ]  # fmt: skip


def test_groups_are_the_categories_of_the_yaml(tmp_path: Path) -> None:
    """A group is known by the id or the label of a category, in any case of letters."""
    table = "Year,Headline,Group\n1991,A,POLITICS\n1992,B,p\n"
    more = "    categories: {p: {label: Politics}}\n"
    briefing, _ = read_table(table, tmp_path, more=more)
    assert [entry.category for entry in take_timeline(briefing).events] == ["p", "p"]


def test_groups_are_actors_where_those_are_declared(tmp_path: Path) -> None:
    """A group that is the label of an actor is that actor, and others stay categories."""
    table = "Year,Headline,Group\n1991,A,Moscow\n1992,B,Politics\n"
    more = "    actors: {m: {label: Moscow}}\n    categories: {p: {label: Politics}}\n"
    briefing, collector = read_table(table, tmp_path, more=more)
    events = take_timeline(briefing).events
    assert [(entry.actor, entry.category) for entry in events] == [("m", None), (None, "p")]
    assert "define.unknown-category" not in codes(collector)


def test_our_columns_stand_beside_those_of_timelinejs(tmp_path: Path) -> None:
    """Ids, ranks and sources can be added to such a spreadsheet."""
    table = "Year,Headline,id,rank,source\n1991,A,own,0,a\n"
    briefing, collector = read_table(table, tmp_path, after="sources: [{id: a, title: A}]\n")
    (event,) = take_timeline(briefing).events
    assert (event.id, event.rank, event.sources) == ("own", 0, ("a",))
    assert codes(collector) == []


HOSTILE = {
    "a row without end": "id,when,title\n" + "," * 1_900_000 + "x",
    "rows of nothing": "id,when,title\n" + ("," * 190 + "\n") * 10_000,
    "open quotation marks": "id,when,title\n" + '"""\n' * 400_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_table_takes_long(name: str) -> None:
    """The largest file that is read takes a moment, whatever stands in it."""
    begun = time.process_time()
    read_separated(whole_file(HOSTILE[name], "t.csv"), COLUMNS, Collector())
    assert time.process_time() - begun < 2
