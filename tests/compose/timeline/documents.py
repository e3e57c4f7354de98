"""Timelines to lay out: one like the flagship's, and random ones of every kind."""

from __future__ import annotations

import random
from gettext import NullTranslations
from itertools import pairwise

from brief.build.project import find_house
from brief.compose.design import load_design
from brief.compose.timeline import Surroundings
from brief.compose.timeline.reading import Words, read_statements
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import Style, list_looks, merge_categories, read_style
from brief.localise.dates import word_when
from brief.localise.wording import name_months
from brief.model.dates import parse_when
from brief.model.text import Str, Text
from brief.model.timeline import Category, Entry, Shape, Timeline

HOUSE = find_house()
DESIGN = load_design("policy-brief", [HOUSE / "templates"], [HOUSE / "assets" / "fonts"])
SHAPES = tuple(Shape)
WORDS = (
    "Vertrag über gegenseitigen Beistand|Gipfel in Pjöngjang|Ende der Sowjetunion|Koreakrieg|"
    "Wirtschaftssanktionen des Sicherheitsrats der Vereinten Nationen verschärft|"
    "Kim Il Sung kommt mit sowjetischer Hilfe an die Macht|Moskau nimmt Beziehungen zu Seoul auf|"
    "Raketenabwehrsystemkonferenzvorbereitungsausschusssitzung vertagt|Ja|"
    "Gemeinsame Kritik an den US-Raketenabwehrplänen und an der Verlegung von Truppen nach Ostasien"
).split("|")


def text(words: str) -> Text:
    """Make a text."""
    return Text("x", "label", words, (Str(words),), "de")


def entry(name: str, when: str | None, title: str, category: str = "c0", rank: int = 1) -> Entry:
    """Make an entry."""
    parsed = parse_when(when) if when else None
    return Entry(name, text(title), parsed, category, rank)


CATEGORIES = tuple(
    Category(f"c{number}", text(f"Kategorie {number}"), shape)
    for number, shape in enumerate(SHAPES)
)

FLAGSHIP = Timeline(
    "relations",
    text("Nähe und Abstand"),
    now=parse_when("2024-06-19"),
    categories=CATEGORIES,
    eras=(
        entry("cold-war", "1945/1991", "Kalter Krieg"),
        entry("after", "1991/..", "Nach dem Kalten Krieg"),
    ),
    spans=(
        entry(
            "cooperation", "late 194X/197X", "Enge Zusammenarbeit in Wirtschaft und Militär", "c2"
        ),
        entry("war", "1950/1953", "Koreakrieg: Moskau hilft mit Fliegern und Nachschub", "c1"),
        entry("course", "197X/1991", "Kurs zwischen Moskau und Peking"),
        entry("revival", "2000/..", "Wiederannäherung unter Putin"),
    ),
    events=(
        entry("division", "1945~", "Korea wird geteilt"),
        entry("kim", "late 194X", WORDS[5], rank=0),
        entry("treaty", "1961-07-06", WORDS[0], "c1"),
        entry("seoul", "1990-09-30", WORDS[6]),
        entry("end", "1991", WORDS[2], rank=0),
        entry("defence", "early 200X", "Gemeinsame Kritik an der US-Raketenabwehr", "c1"),
        entry("1718", "2006-10-14", "Russland stimmt ersten Sanktionen zu", "c3"),
        entry("2019", "2019-04-25", "Putin trifft Kim Jong Un in Wladiwostok"),
        entry("veto", "early 2024", "Russisches Veto gegen die Überwachung der Sanktionen", "c3"),
        entry("summit", "2024-06-18/2024-06-19", WORDS[1], rank=0),
    ),
)


def surround(language: str = "de", direction: str = "ltr") -> Surroundings:
    """Give the surroundings of a figure without a catalogue of interface strings."""
    return Surroundings(
        language, direction, NullTranslations(), name_months(language), DESIGN.tokens, DESIGN.fonts
    )


def prepare(*timelines: Timeline, language: str = "de") -> tuple[Statements, Style]:
    """Give the statements of timelines on one axis and the style they are drawn in."""
    style = read_style(DESIGN.tokens, DESIGN.fonts, language)
    looks = list_looks(merge_categories(timelines), style)
    dates = {key: date for each in timelines for key, date in word_all(each, language).items()}
    today = f"As of {dates.get(f'now/{timelines[0].id}', '')}"
    words = Words(dates, language, "Others", today)
    return read_statements(timelines, words, looks), style


def word_all(timeline: Timeline, language: str = "de") -> dict[str, str]:
    """Word all dates of a timeline."""
    entries = timeline.eras + timeline.spans + timeline.events
    dates = {
        f"{timeline.id}/{entry.id}": word_when(entry.when, language)
        for entry in entries
        if entry.when is not None
    }
    if timeline.now is not None:
        dates[f"now/{timeline.id}"] = word_when(timeline.now, language)
    return dates


def make_random(seed: int) -> Timeline:
    """Make a timeline by chance: clustered or even, long or short, certain or not."""
    chance = random.Random(seed)
    start = chance.choice((-3000, 1, 1500, 1900, 1945, 2000, 2020, 2024))
    length = (
        chance.choice((1, 2, 5, 20, 80, 80, 300, 3000))
        if start < 2000
        else chance.choice((1, 3, 20))
    )
    number = chance.randint(1, 25)
    style = chance.choice(("even", "cluster", "end", "same"))
    events = tuple(
        entry(
            f"e{i}", _make_date(chance, start, length, style), _make_title(chance),
            f"c{chance.randrange(4)}", chance.choice((0, 1, 1, 2)),
        )
        for i in range(number)
    )  # fmt: skip
    spans = tuple(
        entry(
            f"s{i}",
            _make_period(chance, start, length),
            _make_title(chance),
            f"c{chance.randrange(6)}",
        )
        for i in range(chance.randint(0, 5))
    )
    eras = tuple(_make_eras(chance, start, length))
    return Timeline(
        f"random-{seed}", text("Zufall"), now=parse_when(_year(start + length)),
        categories=CATEGORIES, eras=eras, spans=spans, events=events,
    )  # fmt: skip


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _make_date(chance: random.Random, start: int, length: int, style: str) -> str:
    share = {"even": chance.random(), "cluster": 0.4 + 0.05 * chance.random(),
             "end": 0.97 + 0.03 * chance.random(), "same": 0.5}[style]  # fmt: skip
    year = start + int(share * length)
    shown = _year(year)
    day = f"{shown}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    decade = f"{year // 10:03}X" if year > 9 else shown
    return chance.choice(
        (
            shown, day, day, f"{shown}-{chance.randint(1, 12):02}", f"{shown}~", f"{shown}?",
            f"{shown}%", decade, f"early {shown}", f"[{shown},{_year(year + 2)}]",
            f"[{shown}..{_year(year + 3)}]", f"{{{shown},{_year(year + 1)}}}",
            f"{shown}/{_year(year + 1)}", f"late {decade}" if "X" in decade else shown,
        )
    )  # fmt: skip


def _make_period(chance: random.Random, start: int, length: int) -> str:
    first = start + int(chance.random() * length)
    last = first + 1 + int(chance.random() * (start + length - first))
    one, two = _year(first), _year(last)
    return chance.choice(
        (f"{one}/{two}", f"{one}/{two}", f"{one}/..", f"{one}/", f"../{two}", f"/{two}",
         f"{one}~/{two}~", f"{one}?/{two}", f"early {one}/late {two}")
    )  # fmt: skip


def _make_eras(chance: random.Random, start: int, length: int) -> list[Entry]:
    count = chance.randint(0, 4)
    cuts = sorted({start + int(chance.random() * length) for _ in range(count + 1)})
    return [
        entry(
            f"a{i}", f"{_year(one)}/{_year(two)}", chance.choice(("Krieg", "Nach dem Kalten Krieg"))
        )
        for i, (one, two) in enumerate(pairwise(cuts))
    ]


def _make_title(chance: random.Random) -> str:
    return chance.choice(WORDS)
