"""A second calendar stands behind the year, in the words of the language, from 1912 on."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.localise.dates import word_when
from brief.localise.wording import word_dates
from brief.model.dates import parse_when
from brief.model.second_calendar import SecondCalendar, count_year
from tests.define.definitions import codes, read_files, write_definition

JUCHE, MINGUO = SecondCalendar
DEFINITION = """\
id: case
language: de
title: Ein Titel
date: 2024-06-19
sections:
  - id: one
    title: Eins
    timeline: second
  - id: two
    title: Zwei
    timeline: plain
timelines:
  second:
    title: Eine Zeitleiste
    calendar: juche
    events:
      - {id: summit, when: 2024-06-18, title: Ein Gipfel}
      - {id: named, when: 2024-06-18, date_text: im Sommer, title: Ein Gipfel}
  plain:
    title: Eine Zeitleiste
    events:
      - {id: summit, when: 2024-06-18, title: Ein Gipfel}
"""


def _word(text: str, tag: str, calendar: SecondCalendar) -> str:
    return word_when(parse_when(text), tag, calendar).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("year", "count"), [(1910, None), (1911, None), (1912, 1), (2024, 113)])
def test_years_count_from_1912(year: int, count: int | None) -> None:
    """Both calendars call 1912 the year 1 and have no years before it."""
    assert count_year(year) == count


@pytest.mark.parametrize(
    ("tag", "juche", "minguo"),
    [
        ("ar", "18 يونيو 2024 (زوتشيه 113)", "18 يونيو 2024 (مينغو 113)"),
        ("de", "18. Juni 2024 (Juche 113)", "18. Juni 2024 (Minguo 113)"),
        ("en", "June 18, 2024 (Juche 113)", "June 18, 2024 (Minguo 113)"),
        ("es", "18 de junio de 2024 (Juche 113)", "18 de junio de 2024 (Minguo 113)"),
        ("fr", "18 juin 2024 (Juche 113)", "18 juin 2024 (Minguo 113)"),
        ("ko", "2024년(주체 113년) 6월 18일", "2024년(민국 113년) 6월 18일"),
        ("ru", "18 июня 2024 г. (чучхе 113)", "18 июня 2024 г. (Миньго 113)"),
        ("zh-Hans", "2024年（主体113年）6月18日", "2024年（民国113年）6月18日"),
    ],
)
def test_the_second_year_stands_behind_the_first(tag: str, juche: str, minguo: str) -> None:
    """The year of a second calendar follows the year and its unit, wherever that stands."""
    assert _word("2024-06-18", tag, JUCHE) == juche
    assert _word("2024-06-18", tag, MINGUO) == minguo


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1911", "1911"),
        ("1912", "1912 (Juche 1)"),
        ("1950/1953", "1950–\u20601953 (Juche 39–\u206042)"),
        ("1905/1913", "1905–\u20601913 (Juche 2)"),
        ("194X", "1940er Jahre"),
        ("-0099", "100 v. Chr."),
        ("2024-24", "Winter 2024/25 (Juche 113–\u2060114)"),
        ("early 2024/..", "seit Anfang 2024 (Juche 113)"),
    ],
)
def test_every_year_that_has_one_has_its_second(text: str, words: str) -> None:
    """Ranges have one suffix, years before 1912 and decades none."""
    assert _word(text, "de", JUCHE) == words


def test_a_timeline_chooses_its_second_calendar(tmp_path: Path) -> None:
    """`calendar` changes the dates of its own timeline, but no words of the author."""
    folder = tmp_path / "case"
    write_definition(folder, {"briefing.yaml": DEFINITION})
    briefing, collector = read_files(folder)
    assert briefing is not None, codes(collector)
    dates = word_dates(briefing, "de")
    assert dates["second/summit"] == "18.\u00a0Juni 2024 (Juche\u00a0113)"
    assert dates["second/named"] == "im Sommer"
    assert dates["plain/summit"] == "18.\u00a0Juni 2024"
    assert dates["date"] == "19.\u00a0Juni 2024"
