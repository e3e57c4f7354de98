"""A definition becomes a briefing that holds everything that was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.model.briefing import Author, Briefing, Marking
from brief.model.text import plain_text
from brief.model.timeline import Form, Shape
from brief.model.walk import iterate_texts
from tests.define.definitions import HEAD, codes, read_case_file, read_files, write_definition


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """The briefing of the case file that uses everything."""
    made, collector = read_case_file("good", tmp_path_factory.mktemp("good"))
    assert made is not None, codes(collector)
    assert not collector.diagnostics, codes(collector)
    return made


def test_what_stands_on_the_first_page(briefing: Briefing) -> None:
    """Title, date, choices and the people are as they were written."""
    assert (briefing.id, briefing.language, briefing.edition) == ("case", "en", 3)
    assert (briefing.design, briefing.profiles, briefing.locales) == (
        "policy-brief",
        ("digital",),
        (),
    )
    assert (briefing.title.source, briefing.date.text) == ("A title", "2024-06-19")
    assert briefing.subtitle is not None
    assert briefing.short_title is not None
    assert briefing.marking == Marking("tlp", "AMBER+STRICT")
    assert briefing.publisher is not None
    assert (briefing.publisher.name.source, briefing.publisher.contact) == (
        "A unit",
        "a@example.org",
    )
    assert briefing.series is not None
    assert briefing.series.number == "7"
    (author,) = briefing.authors
    assert isinstance(author, Author)
    assert (author.name, author.unit and author.unit.source) == ("A. B.", "Desk")
    assert [text.source for text in briefing.keywords] == ["one", "two"]
    assert [text.key for text in briefing.summary] == ["case/summary/first", "case/summary/second"]
    assert [text.key for text in briefing.key_points] == ["case/key-points/a"]


def test_timelines(briefing: Briefing) -> None:
    """Entries keep their dates, sources and certainty; a category without shape gets one."""
    (line,) = briefing.timelines
    assert (line.id, line.form) == ("line", Form.VERTICAL)
    assert line.now is not None
    assert line.range is not None
    assert [(each.id, each.shape) for each in line.categories] == [
        ("a", Shape.SQUARE),
        ("b", Shape.CIRCLE),
    ]
    assert [entry.when.text for entry in line.events if entry.when] == ["late 194X", "[1946..1949]"]
    assert line.events[1].sources == ("s", "t")
    assert (line.events[0].rank, line.undated[0].rank, line.spans[0].rank) == (0, 2, 1)
    assert line.undated[0].when is None
    assert line.spans[0].date_text is not None
    assert line.events[0].place is not None
    keys = [text.key.removeprefix("case/timeline/line") for text in iterate_texts(line)]
    assert keys == [
        "", ".subtitle", ".note", ".credit", "/category/a", "/category/b", "/cold-war",
        "/cold-war.short", "/since", "/since.date", "/event", "/event.short", "/other", "/undated",
    ]  # fmt: skip


def test_sources(briefing: Briefing) -> None:
    """Sources keep what was written; a year as a title is a text."""
    first, second = briefing.sources
    assert (first.authors, first.container, first.language) == (("A", "B"), "C", "ru")
    assert first.url == "https://example.org/ü?a=b#c"
    assert first.date is not None
    assert first.date.text == "2024-06"
    assert first.at is not None
    assert (second.title, second.date) == ("1984", None)


def test_files_go_with_the_briefing(briefing: Briefing) -> None:
    """Every file that was read is kept as it was read."""
    assert [file.path for file in briefing.files] == ["briefing.yaml", "tables/listed.md"]
    assert briefing.files[0].data.startswith(b"id: case\n")


def test_places_of_choices(briefing: Briefing) -> None:
    """Stages that refuse a choice can say where it was made."""
    place = briefing.places["design"]
    assert (place.file, place.line, place.column) == ("briefings/case/briefing.yaml", 8, 9)
    assert set(briefing.places) == {"language", "design", "profiles/digital"}


def test_keys_are_unique_and_texts_have_places(briefing: Briefing) -> None:
    """No two texts share a key, every key begins with the briefing, every text has a place."""
    texts = list(iterate_texts(briefing))
    keys = [text.key for text in texts]
    assert len(keys) == len(set(keys))
    assert all(key.startswith("case/") for key in keys)
    assert all(text.place is not None and "\n" not in text.source for text in texts)


def test_texts_can_be_read_again(briefing: Briefing) -> None:
    """The source of a text, read as a translation is, gives the same words."""
    from brief.define.markdown import parse_inline

    for text in iterate_texts(briefing):
        assert plain_text(parse_inline(text.source)) == plain_text(text.spans)


def test_catalogues_are_kept_as_they_are(tmp_path: Path) -> None:
    """Catalogues are read, not understood, and those of other locales too."""
    yaml = f"{HEAD}sections:\n  - {{id: one, title: One, text: Words.}}\n"
    files: dict[str, str | bytes] = {
        "briefing.yaml": yaml,
        "locale/zh-Hans.po": b"\xff\xfe",
        "locale/de.po": "x",
        "locale/notes.txt": "x",
        "locale/fr.po/x": "x",
    }
    write_definition(tmp_path / "case", files)
    briefing, _ = read_files(tmp_path / "case")
    assert briefing is not None
    found = [(file.path, file.data) for file in briefing.catalogues]
    assert found == [("locale/de.po", b"x"), ("locale/zh-Hans.po", b"\xff\xfe")]


@pytest.mark.parametrize("field", ["profiles: [digital, digital]", "keywords: []", "sources: []"])
def test_what_says_nothing_is_no_mistake(field: str, tmp_path: Path) -> None:
    """Repeated profiles and empty lists do no harm."""
    yaml = f"{HEAD}{field}\nsections:\n  - {{id: one, title: One, text: Words.}}\n"
    write_definition(tmp_path / "case", {"briefing.yaml": yaml})
    briefing, collector = read_files(tmp_path / "case")
    assert briefing is not None
    assert not collector.diagnostics
    assert briefing.profiles == ("digital",)
