"""Dates in running text: what is found, how surely, and what is left alone."""

from __future__ import annotations

import pytest

from brief.intake.mentions import find_mentions
from brief.localise.date_mentions import load_date_phrases
from brief.model.calendar import CivilDay
from brief.model.dates import parse_when
from brief.model.mention import Mention, Role
from tests.intake.scoring import LANGUAGES, SPLITS, Case, find_all, read_cases, score_split

LEAST_PRECISION, LEAST_RECALL = 0.95, 0.9
DEVELOP = [
    pytest.param(language, case, id=f"{language}-{number}")
    for language in LANGUAGES
    for number, case in enumerate(read_cases(language, "develop"))
]


def find(text: str, anchor: CivilDay | None = None, language: str = "en") -> list[Mention]:
    """Find the mentions of a text."""
    return list(find_mentions(text, load_date_phrases(language), anchor))


def when(text: str, anchor: CivilDay | None = None, language: str = "en") -> list[str]:
    """Give the dates of a text."""
    return [mention.when for mention in find(text, anchor, language)]


@pytest.mark.parametrize(("language", "case"), DEVELOP)
def test_every_sentence_gives_its_dates(language: str, case: Case) -> None:
    """What a sentence says is found with its words and its certainty, and nothing else."""
    assert find_all(case, language) == list(case.find)


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_precision_and_recall(language: str, split: str) -> None:
    """Of ten dates nine are found, and of twenty found nineteen are right."""
    score = score_split(language, split)
    assert score.right + score.missed >= 45
    assert score.precision >= LEAST_PRECISION
    assert score.recall >= LEAST_RECALL


def test_eight_languages_are_measured() -> None:
    """Every language that briefings are made in has its sentences, half of them negatives aside."""
    assert LANGUAGES == ("ar", "de", "en", "es", "fr", "ko", "ru", "zh")
    for language in LANGUAGES:
        cases = [*read_cases(language, "develop"), *read_cases(language, "held_out")]
        assert len(cases) >= 40
        assert sum(not case.find for case in cases) >= 8


SEEDLIKE = """
Die Partnerschaft entstand nach dem Zweiten Weltkrieg. In den späten 1940er Jahren kamen Berater.
Im Krieg (1950-1953) flogen Piloten mit. Das änderte sich in den 1970er Jahren.

Der Zerfall des Staates im Jahr 1991 war ein Schock. Seit 2000 gab es Besuche, in den frühen
2000er Jahren auch gemeinsame Erklärungen. In den letzten Jahren wurden es mehr. Der jüngste
Besuch liegt Tage zurück; ein Veto Anfang 2024 half dabei, wie die Zukunft zeigen wird.
"""


def test_vague_dates_of_a_news_text() -> None:
    """Each statement has the certainty of its words; what has no date stays undated."""
    found = [(m.quoted.replace("\n", " "), m.when, m.role) for m in find(SEEDLIKE, language="de")]
    assert found == [
        ("nach dem Zweiten Weltkrieg", "", Role.EVENT),
        ("späten 1940er Jahren", "late 194X", Role.EVENT),
        ("1950-1953", "1950/1953", Role.SPAN),
        ("1970er Jahren", "197X", Role.EVENT),
        ("1991", "1991", Role.EVENT),
        ("Seit 2000", "2000/..", Role.SPAN),
        ("frühen 2000er Jahren", "early 200X", Role.EVENT),
        ("letzten Jahren", "", Role.EVENT),
        ("jüngste", "", Role.EVENT),
        ("Anfang 2024", "early 2024", Role.EVENT),
    ]


def test_a_day_without_year_stays_without_one() -> None:
    """Where nothing tells the year, none is made up."""
    assert when("They met on 18 June.") == ["XXXX-06-18"]
    assert not find("They met on 18 June.")[0].derived


def test_a_day_takes_the_year_of_its_paragraph() -> None:
    """A day in a story told in 1953 is of 1953, whatever the date of the document."""
    text = "The war ended in 1953. On 27 July the guns fell silent.\n\nOn 13 September he left."
    found = find(text, CivilDay(2023, 10, 2))
    assert [(m.when, m.derived) for m in found] == [
        ("1953", False),
        ("1953-07-27", True),
        ("2023-09-13", True),
    ]


def test_a_bound_tells_no_year() -> None:
    """`since 2000` bounds a time; a day beside it is of the document's year."""
    text = "For the first time since 2000 he came. On 19 June they signed."
    assert when(text, CivilDay(2024, 6, 20)) == ["2000/..", "2024-06-19"]


def test_a_month_is_the_nearest_to_the_document() -> None:
    """In February, `in November` is of last year and `in March` of this."""
    text = "Talks were held in November and will be held in March."
    assert when(text, CivilDay(2024, 2, 10)) == ["2023-11", "2024-03"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It began in the 1970s. Two years later it ended.", ""),
        ("It began in June 1961. Three months later it ended.", "1961-09"),
        ("It began in 1961. Three months later it ended.", ""),
        ("It began on 31 December 1961. The next day it ended.", "1962-01-01"),
        ("It began on 28 February 2024. Two days later it ended.", "2024-03-01"),
        ("It began on 1 March 2024. Two weeks later it ended.", "2024-03-15~"),
        ("It began in 1961. A decade later it ended.", "1971~"),
        ("It lasted from 1950 to 1953. Two years later all was over.", "1955"),
        ("It began in 1961. Two years earlier nobody knew.", "1959"),
        ("It began in 1961, and the same year it ended.", "1961"),
    ],
)
def test_what_counts_from_another_date(text: str, date: str) -> None:
    """A relative date is as coarse as its unit; from a coarser date nothing follows."""
    last = find(text)[-1]
    assert (last.when, last.derived) == (date, bool(date))


def test_relative_dates_need_a_document() -> None:
    """`last year` is undated without a date of the document; `yesterday` then is nothing."""
    assert when("Trade rose last year.") == [""]
    assert when("They agreed yesterday.") == []
    assert when("They agreed yesterday.", CivilDay(2024, 3, 1)) == ["2024-02-29"]
    assert when("They agreed on Friday.", CivilDay(2024, 3, 1)) == ["2024-03-01?"]
    assert when("They agreed on Friday.") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("before 1991", "[..1991]"),
        ("by 1991", "[..1991]"),
        ("after 1991", "[1991..]"),
        ("until 1991", "../1991"),
        ("since about 1991", "1991~/.."),
        ("around early 1991", "early 1991"),
        ("probably around 1991", "1991%"),
        ("sometime around 1991", "1991~"),
        ("in 57 BC", "-0056"),
        ("in 1 BC", "0000"),
        ("1998–02", "1998/2002"),
        ("from the 1950s to the 1970s", "195X/197X"),
        ("between 24 and 25 April 2019", "[2019-04-24..2019-04-25]"),
        ("recently, in May 2024", "2024-05"),
    ],
)
def test_words_around_a_date(text: str, date: str) -> None:
    """Words before a date say what it bounds and how sure it is."""
    assert when(f"It was so {text}, he said.") == ([date] if date else [])


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("zh", "民國八十年左右", "1991~"),
        ("zh", "民国38年，他迁往台湾。", "1949"),
        ("zh", "公元前57年建國。", "-0056"),
        ("zh", "廿世紀九十年代", "199X"),
        ("zh", "2022年中国投票", "2022"),
        ("ar", "في ٣١ كانون الأول ١٩٩١ انتهى كل شيء", "1991-12-31"),
        ("ar", "في أوائل العقد الأول من القرن الحادي والعشرين", "early 200X"),
        ("ko", "기원전 57년에 세워졌다", "-0056"),
        ("ru", "в 57 году до н. э.", "-0056"),
        ("de", "im Jahr 936 gegründet", "0936"),
    ],
)
def test_numerals_and_calendars(language: str, text: str, date: str) -> None:
    """Digits of other scripts, years before Christ and of the Republic are read."""
    assert when(text, language=language) == [date]


def test_dates_that_do_not_exist_are_left_alone() -> None:
    """31 June and an interval that runs backwards are no dates."""
    assert when("On 31 June 1950 and from 1953 to 1950 nothing happened.") == []


def test_addresses_hold_no_dates() -> None:
    """What looks like a date in a web address is none."""
    assert when("See https://example.org/2016/03/02/story and www.example.org/1991-1995/.") == []


def test_a_short_meeting_is_an_event() -> None:
    """A period of days up to a month is an event, a longer one a span."""
    roles = [m.role for m in find("From 18 to 19 June 2024, and from 1950 to 1953.")]
    assert roles == [Role.EVENT, Role.SPAN]


def test_words_may_stand_on_two_lines() -> None:
    """A line break inside a date does not hide it; an empty line does."""
    assert when("It was on 18\nJune 2024.") == ["2024-06-18"]
    assert when("There were 18\n\nJune 2024.") == ["2024-06"]


def test_a_language_without_patterns_has_those_of_all() -> None:
    """Dates that need no words are found in any language."""
    text = "Spotkanie 2024-06-18 trwało krótko (1991), wojna 1950–1953 długo."
    assert when(text, language="pl") == ["2024-06-18", "1991", "1950/1953"]


def test_all_dates_can_be_parsed() -> None:
    """Whatever is found is a date of ours."""
    for language in LANGUAGES:
        for split in SPLITS:
            for case in read_cases(language, split):
                for _, date, _ in find_all(case, language):
                    assert not date or parse_when(date)
