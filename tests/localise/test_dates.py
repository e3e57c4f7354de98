"""How dates read: every kind, precision and doubt, in every language that ships."""

from __future__ import annotations

import datetime
import itertools

import pytest

from brief.localise.date_words import FOLDER, FORMS, WordingError, load_words
from brief.localise.dates import word_day, word_when
from brief.model.dates import parse_when

LANGUAGES = sorted(path.name.split(".")[1] for path in FOLDER.glob("dates.*.toml"))
EVERY_DATE = (
    *("1991", "2024-06", "2024-06-18", "194X", "18XX", "1XXX", "1984-1X", "1984-12-1X", "156X-12"),
    *(f"2024-{code}" for code in range(21, 42)),
    *(
        f"{part} {period}"
        for part in ("early", "mid", "late")
        for period in ("194X", "2024", "2024-05", "18XX", "1XXX")
    ),
    *("-0099", "-0043-03", "-0043-03-15", "0000", "000X", "-019X", "-01XX", "Y-17E7", "Y20240"),
)


def _plain(text: str) -> str:
    """Show no-break characters as what they keep together."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("1991", "1991", "1991"),
        ("2024-06", "Juni 2024", "June 2024"),
        ("2024-06-18", "18. Juni 2024", "18 June 2024"),
        ("2024-06-18/2024-06-19", "18.–19. Juni 2024", "18–19 June 2024"),
        ("2024-06-18/2024-07-02", "18. Juni – 2. Juli 2024", "18 June – 2 July 2024"),
        ("1950/1953", "1950–1953", "1950–1953"),
        ("2003-08/2009-04", "August 2003 – April 2009", "August 2003 – April 2009"),
        ("194X", "1940er Jahre", "1940s"),
        ("late 194X", "späte 1940er Jahre", "late 1940s"),
        ("mid 194X", "Mitte der 1940er Jahre", "mid-1940s"),
        ("early 2024", "Anfang 2024", "early 2024"),
        ("late 18XX", "spätes 19. Jahrhundert", "late 19th century"),
        ("20XX", "21. Jahrhundert", "21st century"),
        ("1945~", "um 1945", "c. 1945"),
        ("1945-08~", "etwa August 1945", "c. August 1945"),
        ("1945-08-15~", "um den 15. August 1945", "c. 15 August 1945"),
        ("1984?", "1984 (unsicher)", "1984 (uncertain)"),
        ("1984%", "vermutlich um 1984", "probably c. 1984"),
        ("2000/..", "seit 2000", "since 2000"),
        ("197X/..", "seit den 1970er Jahren", "since the 1970s"),
        ("2022-02-24/..", "seit dem 24. Februar 2022", "since 24 February 2022"),
        ("1945~/..", "seit etwa 1945", "since c. 1945"),
        ("2000/", "ab 2000, Ende unbekannt", "from 2000, end unknown"),
        ("../194X", "bis zu den 1940er Jahren", "until the 1940s"),
        ("../1985-03-03", "bis zum 3. März 1985", "until 3 March 1985"),
        ("/1985", "bis 1985, Beginn unbekannt", "until 1985, start unknown"),
        ("[1946..1949]", "zwischen 1946 und 1949", "between 1946 and 1949"),
        ("[1948,1949]", "1948 oder 1949", "1948 or 1949"),
        ("[1667,1670..1672]", "1667 oder 1670–1672", "1667 or 1670–1672"),
        ("[..1760-12]", "Dezember 1760 oder früher", "December 1760 or earlier"),
        ("[1760-12..]", "Dezember 1760 oder später", "December 1760 or later"),
        ("{1994,2003,2018}", "1994, 2003 und 2018", "1994, 2003 and 2018"),
        ("2024-21", "Frühjahr 2024", "spring 2024"),
        ("2024-24", "Winter 2024/25", "winter 2024/25"),
        ("2024-34", "2. Quartal 2024", "2nd quarter 2024"),
        ("2024-37", "Januar–April 2024", "January – April 2024"),
        ("2024-40", "1. Halbjahr 2024", "first half of 2024"),
        ("-0099", "100 v. Chr.", "100 BC"),
        ("-0043-03-15", "15. März 44 v. Chr.", "15 March 44 BC"),
        ("-0099/-0043", "100–44 v. Chr.", "100–44 BC"),
        ("-0043/0014", "44 v. Chr. – 14 n. Chr.", "44 BC – AD 14"),
        ("late 194X/197X", "späte 1940er bis 1970er Jahre", "late 1940s to 1970s"),
        ("197X/1991", "1970er Jahre – 1991", "1970s – 1991"),
        ("000X", "zwischen 1 v. Chr. und 9 n. Chr.", "between 1 BC and AD 9"),
        ("1985/1985", "1985", "1985"),
    ],
)
def test_a_date_reads_as_a_person_would_write_it(text: str, german: str, english: str) -> None:
    """Each form has its wording in German and in English."""
    when = parse_when(text)
    assert _plain(word_when(when, "de")) == german
    assert _plain(word_when(when, "en-GB").replace("\u2009", " ")) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_date_in_every_place_has_words(language: str) -> None:
    """No date leaves a gap or a placeholder, alone, as an edge, doubted, or in a set."""
    for date in EVERY_DATE:
        marks = ("", "?") if date.startswith(("early", "mid", "late")) else ("", "?", "~", "%")
        for mark, frame in itertools.product(
            marks, ("{}", "{}/..", "{}/", "../{}", "/{}", "[..{}]", "[{}..]", "{{{},2050}}")
        ):
            text = word_when(parse_when(frame.format(date + mark)), language)
            assert text.strip() == text
            assert not set("{}_") & set(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_form(language: str) -> None:
    """A table of words is complete, and has no form that nothing asks for."""
    assert set(load_words(language).forms) == set(FORMS)


def test_a_language_without_words_is_refused() -> None:
    """A missing table raises; no date is printed in another language's words."""
    with pytest.raises(WordingError, match="no words for dates in `fi`"):
        word_when(parse_when("late 194X"), "fi")


def test_day_and_month_stay_together() -> None:
    """No line may end between day and month, inside a range of years, or before a dash."""
    assert word_when(parse_when("2024-06-18"), "de") == "18.\u00a0Juni 2024"
    assert word_when(parse_when("2024-06-18"), "en") == "June\u00a018, 2024"
    assert word_when(parse_when("1950/1953"), "de") == "1950–\u20601953"
    assert word_when(parse_when("2003-08/2009-04"), "de") == "August 2003\u00a0– April 2009"
    assert word_when(parse_when("-0099"), "de") == "100\u00a0v.\u202fChr."


def test_months_of_intervals_are_written_out() -> None:
    """An interval of days has full months where CLDR offers short ones only."""
    assert "Februar" in word_when(parse_when("2022-02-24/2022-03-02"), "de")


def test_a_day_of_the_calendar_reads_like_a_date() -> None:
    """`word_day` words a calendar day as `word_when` words the same date."""
    day = datetime.date(2024, 6, 18)
    assert word_day(day, "de") == word_when(parse_when("2024-06-18"), "de")


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("2024-01-12", "12\u00a0de\u00a0enero de\u00a02024"),
        ("2024-01-12/2024-01-13", "12–\u206013\u00a0de\u00a0enero de\u00a02024"),
        ("2024-01", "enero de\u00a02024"),
    ],
)
def test_a_spanish_day_keeps_its_month(text: str, worded: str) -> None:
    """A line may end before the year with its `de`, but never after `12 de` or `enero de`."""
    assert word_when(parse_when(text), "es") == worded
