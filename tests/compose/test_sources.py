"""Lists of sources in the reader's conventions, with titles in the language of each source."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from brief.build.pipeline import localise, read_briefing
from brief.compose import compose_briefing
from brief.compose.design import load_design
from brief.diag.collector import Collector
from brief.localise.typography import list_shipped
from tests.projects import open_project

DEFINITION = """\
id: sources
language: en
title: Sources
date: 2024-06-19
locales: [{locales}]
authors: [{{name: A. Writer, unit: "1"}}]
sections:
  - id: one
    title: "1"
    text: |
      {{#head}}
      ## Origins

      {{#words}}
      1 [@second, p. 3–5; @first], as in [](#head).
sources:
  - id: first
    title: Договор
    authors: [Иванов, Петров]
    container: Известия
    place: Москва
    publisher: Наука
    date: 2000-02-09
    accessed: 2024-06-01
    url: https://example.org/treaty/
    language: ru
  - id: second
    title: "The end?"
    authors: [Smith, Jones]
    date: 1991-02
    accessed: 2024-06
    url: https://example.org/end/
    language: en
  - {{id: third, title: Never cited, note: "17"}}
"""
DATES = {
    "en": ("9 February 2000", "1 June 2024", "February 1991"),
    "de": ("9. Februar 2000", "1. Juni 2024", "Februar 1991"),
    "fr": ("9 février 2000", "1er juin 2024", "février 1991"),
    "es": ("9 de febrero de 2000", "1 de junio de 2024", "febrero de 1991"),
    "ru": ("9 февраля 2000 г.", "1 июня 2024 г.", "февраль 1991 г."),
    "ar": ("9 فبراير 2000", "1 يونيو 2024", "فبراير 1991"),
    "zh-Hans": ("2000年2月9日", "2024年6月1日", "1991年2月"),
    "ko": ("2000년 2월 9일", "2024년 6월 1일", "1991년 2월"),
}
ACCESSED = {
    "en": "(accessed 1 June 2024)",
    "de": "(abgerufen am 1. Juni 2024)",
    "fr": "(consulté le 1er juin 2024)",
    "es": "(consultado el 1 de junio de 2024)",
    "ru": "(дата обращения: 1 июня 2024 г.)",
    "zh-Hans": "（访问日期：2024年6月1日）",
    "ko": "(2024년 6월 1일 접속)",
}
ACCESSED_IN = {
    "en": "(accessed in June 2024)",
    "de": "(abgerufen Juni 2024)",
    "fr": "(consulté en juin 2024)",
    "es": "(consultado en junio de 2024)",
}
QUOTED = {
    "en": "“Origins”",
    "de": "„Origins“",
    "fr": "« Origins »",
    "es": "«Origins»",
    "ru": "«Origins»",
    "ar": "«Origins»",
    "zh-Hans": "“Origins”",
    "ko": "“Origins”",
}


def compose(root: Path, tag: str) -> str:
    """Compose the copy in a language, as HTML whose spaces are plain ones."""
    folder = root / "briefings" / "sources"
    (folder / "locale").mkdir(parents=True)
    locales = "" if tag == "en" else tag
    (folder / "briefing.yaml").write_text(DEFINITION.format(locales=locales), encoding="utf-8")
    (folder / "locale" / f"{tag}.po").write_text("", encoding="utf-8")
    project, collector = open_project(root), Collector()
    briefing = read_briefing(project, "sources", collector)
    assert briefing is not None, collector.diagnostics
    localised = localise(briefing, tag, collector)
    assert localised is not None
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    composition = compose_briefing(localised, design, Collector())
    assert composition is not None
    return re.sub("[\u00a0\u202f]", " ", re.sub("[\u2060\u2068\u2069\u00ad]", "", composition.html))


def list_items(html: str) -> list[str]:
    """Give the lines of the list of sources."""
    return re.findall(r'<li id="source-\w+".*?</li>', html, re.DOTALL)


def read(html: str) -> str:
    """Give the words of markup."""
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("tag", sorted(DATES))
def test_a_source_reads_as_the_language_has_it(tag: str, tmp_path: Path) -> None:
    """Author, title, container, imprint, date, address and day of reading, in this order."""
    html = compose(tmp_path, tag)
    first, second, third = list_items(html)
    published, _, month = DATES[tag]
    assert 'id="source-second"' in first  # in the order of citation; what is not cited comes last
    words = read(first)
    assert re.search(rf"Smith; Jones: The end\? .*{re.escape(month)}", words), words
    words = read(second)
    parts = ["Иванов; Петров: Договор.", "Известия", "Москва: Наука", published, "example.org"]
    places = [words.find(part) for part in parts]
    assert -1 not in places and places == sorted(places), words
    if tag in ACCESSED:
        assert ACCESSED[tag] in words
    assert ACCESSED_IN.get(tag, "") in read(first)
    assert DATES[tag][1] in words
    assert "Never cited. 17" in read(third)


@pytest.mark.parametrize("tag", sorted(DATES))
def test_titles_have_their_own_language(tag: str, tmp_path: Path) -> None:
    """Screen readers and hyphenation are told the language of a title, and dates have ours."""
    first, second, third = list_items(compose(tmp_path, tag))
    assert '<em lang="ru">Договор</em>' in second
    assert '<em lang="ru">Известия</em>' in second
    assert '<em lang="en">The end?</em>' in first
    assert "<em>Never cited</em>" in third
    if tag == "ar":  # the whole line goes from left to right, and the date is kept apart in it
        assert 'class="against" dir="ltr"' in second
        assert '<span lang="ar" dir="rtl">9 فبراير 2000</span>' in second
        assert re.search(r'\(<span lang="ar" dir="rtl">[^<]*1 يونيو 2024</span>\)', second)


@pytest.mark.parametrize("tag", sorted(DATES))
def test_headings_are_quoted_as_the_language_quotes(tag: str, tmp_path: Path) -> None:
    """A reference to a heading has the quotation marks, and the spaces in them, of the reader."""
    html = compose(tmp_path, tag)
    found = re.search(r'<a class="ref" href="#head">([^<]*)</a>', html)
    assert found is not None and found[1] == QUOTED[tag]


def test_every_language_here_is_one_that_ships() -> None:
    """The tables of this test hold no language that does not exist."""
    assert set(DATES) <= set(list_shipped())
