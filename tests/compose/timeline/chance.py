"""Timelines by chance that are hard on purpose: days or millennia, crowds, every doubt of EDTF."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from brief.model.calendar import civil_day, day_serial
from brief.model.dates import parse_when
from brief.model.timeline import Actor, Entry, Form, Lanes, Scaling, Timeline
from tests.compose.timeline.documents import CATEGORIES, entry, text

WORDS = """Gipfel Besuch Vertrag Rede Sanktionen Abkommen Wirtschaft Moskau Pjöngjang Grenze
gegen für und mit der die das nach über Zusammenarbeit Raketenabwehr Sicherheitsrat
Sicherheitsratsresolution Waffenstillstandsabkommen Donaudampfschifffahrtsgesellschaftskapitän
Rechtsschutzversicherungsgesellschaften US-Raketenabwehrplänen Verteidigungsminister
Kim Jong Un Putin endet beginnt stimmt zu Veto erste zweite""".split()


def make_hard(seed: int) -> Timeline:
    """Make a timeline by chance: clustered, on one day, at one end, over days or millennia."""
    chance = random.Random(seed)
    pick = _choose_density(chance)
    write = (_write_when, _write_doubtful_when)[seed % 2]
    events = tuple(
        entry(
            f"e{number}", write(chance, pick()), _write_title(chance),
            f"c{chance.randrange(4)}", chance.choice((0, 1, 1, 2)),
        )
        for number in range(chance.randint(1, 25))
    )  # fmt: skip
    spans = tuple(
        entry(f"s{number}", _write_span(chance, pick), _write_title(chance), "c1")
        for number in range(chance.randint(0, 5))
    )
    eras = _cut_eras(chance, sorted(pick() for _ in range(chance.randint(0, 4))))
    return Timeline(
        f"hard-{seed}", text("Zufall"), form=Form.HORIZONTAL, categories=CATEGORIES,
        eras=eras, spans=spans, events=events,
    )  # fmt: skip


def make_any(seed: int) -> tuple[Timeline, ...]:
    """Make timelines for one figure by chance: any size, form and scale, with lanes or beside.

    The first is the one that is placed; it has one to sixty entries.
    """
    chance = random.Random(1000 + seed)
    pick = _choose_density(chance)
    number = chance.choice((1, 2, 3, 5, 8, 12, 20, 35, 55))
    host = _fill(f"any-{seed}", chance, pick, number)
    host = replace(
        host,
        form=chance.choice(tuple(Form)),
        lanes=chance.choice((None, None, Lanes.CATEGORY, Lanes.ACTOR)),
        height_mm=chance.choice((None, None, 60, 100)),
        today=chance.random() < 0.3,
        now=parse_when(_write_day(pick(), 2)),
        **_choose_scale(chance, pick),
    )
    if chance.random() < 0.25:
        return host, _fill(f"beside-{seed}", chance, pick, chance.randint(1, 5))
    return (host,)


def _fill(name: str, chance: random.Random, pick: Callable[[], int], number: int) -> Timeline:
    write = chance.choice((_write_when, _write_doubtful_when))
    events = tuple(
        replace(
            entry(f"e{i}", write(chance, pick()), _write_title(chance), f"c{chance.randrange(5)}",
                  chance.choice((0, 1, 1, 2, 2))),
            actor=chance.choice((None, "a0", "a1")),
        )
        for i in range(number)
    )  # fmt: skip
    spans = tuple(
        replace(
            entry(f"s{i}", _write_span(chance, pick), _write_title(chance), "c1",
                  chance.choice((0, 1, 2))),
            actor=chance.choice(("a0", "a1")),
        )
        for i in range(min(chance.randint(0, 5), 60 - number))
    )  # fmt: skip
    eras = _cut_eras(chance, sorted(pick() for _ in range(chance.randint(0, 4))))
    actors = tuple(Actor(f"a{i}", text(f"Akteur {i}")) for i in range(2))
    undated = (entry("u", None, "Irgendwann"),) if chance.random() < 0.2 else ()
    return Timeline(
        name, text(_write_title(chance)[:30].strip()), categories=CATEGORIES, eras=eras,
        spans=spans, events=events, undated=undated, actors=actors,
    )  # fmt: skip


def _choose_scale(chance: random.Random, pick: Callable[[], int]) -> dict[str, Any]:
    scaling = chance.choice((Scaling.AUTO, Scaling.AUTO, Scaling.LINEAR, Scaling.GIVEN))
    days = sorted({pick() for _ in range(chance.randint(1, 3))})
    if scaling is not Scaling.GIVEN:
        return {"scale": scaling}
    raw = [chance.uniform(0.2, 1) for _ in range(len(days) + 1)]
    return {
        "scale": scaling,
        "breaks": tuple(parse_when(_write_day(day, 2)) for day in days),
        "shares": tuple(share / sum(raw) for share in raw),
    }


def _choose_density(chance: random.Random) -> Callable[[], int]:
    first = day_serial(chance.choice((-800, 1, 1200, 1900, 1945, 1989)), 1, 1)
    days = chance.choice((20, 200, 1500, 12000, 30000, 500000))
    days = min(days, day_serial(2400) - first)
    cluster = first + chance.randrange(days)
    match chance.choice(("even", "cluster", "recent", "day", "early")):
        case "cluster":
            return lambda: cluster + chance.randrange(max(1, days // 30))
        case "day":
            return lambda: cluster
        case skew:
            power = {"even": 1.0, "recent": 0.2, "early": 6.0}[skew]
            return lambda: first + int(days * chance.random() ** power)


def _write_day(serial: int, precision: int) -> str:
    day = civil_day(serial)
    year = f"{day.year:04}" if day.year >= 0 else f"-{-day.year:04}"
    return (year, f"{year}-{day.month:02}", f"{year}-{day.month:02}-{day.day:02}")[precision]


def _write_when(chance: random.Random, serial: int) -> str:
    return _write_day(serial, chance.choice((0, 1, 2, 2, 2)))


def _write_doubtful_when(chance: random.Random, serial: int) -> str:
    year, day = _write_day(serial, 0), _write_day(serial, 2)
    if civil_day(serial).year < 0:
        return chance.choice((f"{year}~", f"{year}?", day))
    later = _write_day(serial + chance.choice((2, 40, 700)), 2)
    latest = _write_day(serial + 1500, 2)
    return chance.choice(
        (
            f"{year}~", f"{year}?", f"{year}%", f"{year[:-1]}X", f"late {year[:-1]}X",
            f"early {year}", day, f"{day}/{later}", f"[{day}..{later}]", f"[{day},{later}]",
            f"{{{day},{later},{latest}}}", f"{year}-21", f"{year}-34", f"{day}?", f"{year[:-2]}XX",
        )
    )  # fmt: skip


def _write_span(chance: random.Random, pick: Callable[[], int]) -> str:
    start, end = sorted((pick(), pick()))
    first, last = _write_day(start, 0), _write_day(end, 0)
    days = f"{_write_day(start, 2)}/{_write_day(end, 2)}"
    forms = [days, f"{first}/..", f"../{last}", f"{first}/", f"/{last}", f"{first}~/{last}~"]
    if not first.startswith("-"):
        forms += [f"{first[:-1]}X/{last[:-1]}X", f"{first}?/{last}"]
    return chance.choice(forms)


def _write_title(chance: random.Random) -> str:
    title = " ".join(chance.choice(WORDS) for _ in range(chance.choice((1, 3, 5, 8, 12))))
    return title[0].upper() + title[1:]


def _cut_eras(chance: random.Random, cuts: list[int]) -> tuple[Entry, ...]:
    years = sorted({civil_day(cut).year for cut in cuts})
    whens = [
        f"{_write_day(day_serial(a), 0)}/{_write_day(day_serial(b), 0)}" for a, b in pairwise(years)
    ]
    whens += [f"{_write_day(day_serial(years[-1]), 0)}/.."] if years else []
    return tuple(
        entry(f"a{number}", when, _write_title(chance)[:40].strip())
        for number, when in enumerate(whens)
    )
