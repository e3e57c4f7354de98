"""What patterns read, as components of dates."""

from __future__ import annotations

import pytest

from brief.intake.leads import PatternError, find_leads, split_branches
from brief.intake.moments import Moment, read_moments
from brief.intake.numbers import NUMBERS, read_number
from brief.intake.patterns import loosen
from brief.intake.relative import Base, count_from, find_weekday, supply_year


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ({"Y": "1991"}, ("1991", None)),
        ({"Y": "1991", "month": "6", "d": "8"}, ("1991-06-08", None)),
        ({"T": "194", "part": "late"}, ("late 194X", None)),
        ({"t": "90"}, ("199X", None)),
        ({"t": "10"}, ("201X", None)),
        ({"t": "50", "C": "19"}, ("185X", None)),
        ({"C": "20", "part": "early"}, ("early 19XX", None)),
        ({"R": "80"}, ("1991", None)),
        ({"Y": "1991", "Q": "3"}, ("1991-35", None)),
        ({"Y": "1991", "H": "2"}, ("1991-41", None)),
        ({"Y": "1950", "season": "winter", "y2": "51"}, ("1950-24", None)),
        ({"Y": "57", "bce": "1"}, ("-0056", None)),
        ({"Y": "1950", "y2": "53"}, ("1950", "1953")),
        ({"Y": "1998", "y2": "02"}, ("1998", "2002")),
        ({"Y": "1950", "y2": "10"}, ("1950", None)),
        ({"d": "18", "d2": "19", "month": "6", "Y": "2024"}, ("2024-06-18", "2024-06-19")),
        ({"d": "18", "month": "6", "d2": "3", "month2": "7"}, ("XXXX-06-18", "XXXX-07-03")),
        ({"Y": "2019", "m": "3", "m2": "5"}, ("2019-03", "2019-05")),
    ],
)
def test_components(values: dict[str, str], texts: tuple[str, str | None]) -> None:
    """Each end takes from the other what it does not say."""
    first, last = read_moments(values)
    assert (first.text, last and last.text) == texts


def test_doubts_add_up() -> None:
    """About and perhaps are both; a part of a period is approximate already."""
    assert Moment("1991").doubt("~").text == "1991~"
    assert Moment("1991").doubt("~").doubt("?").text == "1991%"
    assert Moment("1991").doubt("?").doubt("?").text == "1991?"
    assert Moment("1991", part="early").doubt("~").text == "early 1991"
    assert Moment("1991", part="early").doubt("~").doubt("?").text == "early 1991?"


@pytest.mark.parametrize(
    ("text", "source", "number"),
    [
        ("XIX", "roman", 19),
        ("XX", "roman", 20),
        ("IV", "roman", 4),
        ("一九九一", "hanY", 1991),
        ("二〇〇〇", "hanY", 2000),
        ("二十一", "hanC", 21),
        ("廿八", "hand", 28),
        ("十", "hanm", 10),
        ("九十", "hant", 90),
        ("١٩٩١", "Y", 1991),
    ],
)
def test_numerals(text: str, source: str, number: int) -> None:
    """Numerals of every script are read."""
    assert read_number(text, source) == number


def test_counting() -> None:
    """Steps go over ends of months and years; a weekday is the last one."""
    assert count_from(Base(2023, 11), "month", 3) == Moment("2024", "02")
    assert count_from(Base(2024, 3, 1), "day", -1) == Moment("2024", "02", "29")
    assert count_from(Base(2024), "month", 1) is None
    assert count_from(Base(9999), "year", 1) is None
    assert find_weekday(Base(2024, 6, 19), 2) == Moment("2024", "06", "19", mark="?")
    assert find_weekday(Base(2024, 6, 19), 3) == Moment("2024", "06", "13", mark="?")
    assert find_weekday(Base(2024), 3) is None
    assert supply_year(Moment("", "12", "31"), None, Base(2024, 1, 2)) == Moment("2023", "12", "31")
    assert supply_year(Moment("", "12"), Base(1950), Base(2024, 1, 2)) == Moment("1950", "12")
    assert supply_year(Moment("", "12"), None, None) is None


def test_leads() -> None:
    """A pattern tells what it can begin with, and one that cannot be read is refused."""

    def read(asked: str) -> str | None:
        return None if asked.startswith("{after") else r"\d"

    assert find_leads("{after:in |on }{Y}x", read) == r"\d"
    assert find_leads("(?:ab|[cd])?e", read) == "acde"
    assert find_leads(r"(?<!x)\.?y|z", read) == r"\.yz"
    assert split_branches(r"a(?:b|c)|[d|e]|\|f|{x:y|z}") == [
        "a(?:b|c)",
        "[d|e]",
        r"\|f",
        "{x:y|z}",
    ]
    for wrong in ("", "a?", "(?:a", "+a"):
        with pytest.raises(PatternError):
            find_leads(wrong, read)


def test_a_blank_stands_for_white_space_of_a_line() -> None:
    """Blanks widen in a pattern, not in a class, and keep their width in what looks behind."""
    assert loosen("[ab ]") == "[ab ]"
    assert loosen("(?<!a )b") == r"(?<!a\s)b"
    assert loosen(r"\ a") == r"\ a"
    assert "\\n" in loosen("a b")
    assert set(NUMBERS) >= {"Y", "d", "m"}
