"""The horizontal form keeps every limit, on the flagship's timeline and on any other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from brief.compose.timeline import compose_timeline, find_axis_words
from brief.compose.timeline.horizontal import Plan, plan_horizontal
from brief.compose.timeline.scene import Area, mirror_scene
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import MAX_HEIGHT, MAX_SHIFT
from brief.model.dates import parse_when
from brief.model.timeline import Category, Form, Lanes, Shape, Timeline
from tests.compose.timeline.chance import make_hard
from tests.compose.timeline.documents import (
    FLAGSHIP,
    HOUSE,
    entry,
    make_random,
    prepare,
    surround,
    text,
    word_all,
)
from tests.compose.timeline.limits import find_violations


def plan(timeline: Timeline) -> tuple[Plan, Statements]:
    """Lay a timeline out horizontally."""
    statements, style = prepare(timeline)
    planned = plan_horizontal(statements, style, find_axis_words(style, surround()))
    assert planned is not None
    return planned, statements


def test_the_flagship_keeps_every_limit() -> None:
    """Its figure is low, its poles stand at their dates, and nothing touches."""
    planned, statements = plan(FLAGSHIP)
    assert find_violations(planned.scene, statements) == {}
    assert planned.scene.height <= MAX_HEIGHT
    assert planned.shift <= MAX_SHIFT


@pytest.mark.parametrize("make", [make_random, make_hard])
@pytest.mark.parametrize("seed", range(50))
def test_a_random_timeline_keeps_every_limit(seed: int, make: Callable[[int], Timeline]) -> None:
    """A hundred timelines of every kind have no overlap and lose nothing."""
    planned, statements = plan(make(seed))
    assert find_violations(planned.scene, statements) == {}


@pytest.mark.slow
@pytest.mark.parametrize("make", [make_random, make_hard])
def test_many_random_timelines_keep_every_limit(make: Callable[[int], Timeline]) -> None:
    """Nor have five hundred others."""
    for seed in range(50, 300):
        planned, statements = plan(make(seed))
        assert find_violations(planned.scene, statements) == {}, seed


def test_mirrored_is_reflected() -> None:
    """For scripts from right to left every place is reflected, and nothing else."""
    scene = plan(FLAGSHIP)[0].scene
    mirrored = mirror_scene(scene)
    for one, two in zip(scene.words, mirrored.words, strict=True):
        assert two.left == pytest.approx(scene.width - one.right)
        assert (two.top, two.lines) == (one.top, one.lines)
    for before, after in zip(scene.marks, mirrored.marks, strict=True):
        if isinstance(before, Area) and isinstance(after, Area):
            left, top, right, bottom = before.bounds()
            reflected = (scene.width - right, top, scene.width - left, bottom)
            assert after.bounds() == pytest.approx(reflected)


def test_the_form_is_chosen_with_a_reason() -> None:
    """A few events stand on an axis, many become a list, and the reason is told."""
    figure = compose_timeline(FLAGSHIP, word_all(FLAGSHIP), surround())
    assert (figure.form, figure.why) == ("horizontal", "everything fits on an axis")
    events = tuple(entry(f"e{i}", f"2024-06-{i:02}", "Ein Ereignis") for i in range(1, 26))
    crowded = Timeline("crowd", text("Gedränge"), events=events)
    figure = compose_timeline(crowded, word_all(crowded), surround())
    assert figure.form == "vertical"
    assert "mm" in figure.why


def test_too_many_events_become_a_list_whatever_is_asked() -> None:
    """A horizontal form that cannot be is refused with a reason."""
    events = tuple(entry(f"e{i}", f"19{i:02}", "Ein Ereignis") for i in range(70))
    timeline = Timeline("many", text("Viele"), form=Form.HORIZONTAL, events=events)
    figure = compose_timeline(timeline, word_all(timeline), surround())
    assert (figure.form, figure.why) == ("vertical", "70 events do not stand beside each other")


def test_items_are_read_in_the_order_of_time() -> None:
    """The list of entries in the HTML follows time, wherever they stand on the page."""
    html = compose_timeline(FLAGSHIP, word_all(FLAGSHIP), surround()).html
    wanted = ["division", "cooperation", "kim", "war", "treaty", "seoul", "end", "revival"]
    places = [html.index(f'id="relations-{name}"') for name in wanted]
    assert places == sorted(places)


def test_no_year_zero() -> None:
    """An axis through the turn of the era goes from 1 BC to 1."""
    timeline = Timeline(
        "old",
        text("Alt"),
        events=(entry("a", "-0043-03-15", "Iden des März"), entry("b", "0014", "Tod")),
    )
    scene = plan(timeline)[0].scene
    labels = [words.lines[0] for words in scene.words if words.role == "tick"]
    assert "0" not in labels
    assert any(label.endswith(" BC") for label in labels)
    assert any(label.isdigit() for label in labels)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-06-01", "2024-06-20", {"10", "11", "Jun 2024"}),
        ("2024-01-10", "2024-12-20", {"2024", "Feb", "Jun"}),
        ("1945", "2024", {"1950", "2000"}),
        ("0800", "1800", {"1000", "1500"}),
    ],
)
def test_the_axis_speaks_the_unit_of_its_range(first: str, last: str, expected: set[str]) -> None:
    """Days, months, years and centuries each get their labels."""
    events = (entry("a", first, "Beginn"), entry("b", last, "Ende"))
    scene = plan(Timeline("t", text("T"), events=events))[0].scene
    labels = {words.lines[0] for words in scene.words if words.role == "tick"}
    assert expected <= labels, labels


@pytest.mark.slow
def test_the_same_bytes_in_every_process() -> None:
    """A figure is the same whatever the hash seed."""
    code = (
        "import hashlib\n"
        "from tests.compose.timeline.documents import *\n"
        "from brief.compose.timeline import compose_timeline\n"
        "made = compose_timeline(FLAGSHIP, word_all(FLAGSHIP), surround())\n"
        "data = b''.join(draw().data for _, draw in sorted(made.drawings.items()))\n"
        "print(hashlib.sha256(made.html.encode() + made.css.encode() + data).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{HOUSE / 'src'}:{HOUSE}"},
        ).stdout
        for seed in ("0", "1", "4711")
    }  # fmt: skip
    assert len(digests) == 1


LONG = "Wiederaufbauministerkonferenzvorbereitungsausschusssitzungsprotokollführerinnen"


@pytest.mark.parametrize("title", [LONG, " ".join([LONG] * 5), "Ein Wort " * 60, "x" * 300])
def test_very_long_words_stay_inside(title: str) -> None:
    """Names of eras, headings of lanes, spans and labels are broken rather than cut or let out."""
    words = title.strip()
    eras = (
        entry("a", "1945/1990", words), entry("b", "1990/1991", words), entry("c", "1991/..", "C"),
    )  # fmt: skip
    spans = (entry("s", "1950/1953", words), entry("t", "2020/2024", words))
    label = words if len(words) <= 300 else "Ein Ereignis"
    events = (entry("x", "1946", label), entry("y", "2023", label))
    timeline = Timeline(
        "long", text("Lang"), form=Form.HORIZONTAL, eras=eras, spans=spans, events=events,
        lanes=Lanes.CATEGORY, categories=(Category("c0", text(words), Shape.CIRCLE),), today=True,
        now=parse_when("2024-01-01"),
    )  # fmt: skip
    for made in (timeline, replace(timeline, lanes=None, categories=())):
        scene, statements = plan(made)
        assert find_violations(scene.scene, statements) == {}


def test_a_narrow_era_takes_its_short_name() -> None:
    """Where the name is wider than its era, the short one stands for it."""
    narrow = replace(entry("b", "1985/1991", "Glasnost und Perestroika"), short=text("Umbau"))
    eras = (entry("a", "1945/1985", "Früher"), narrow, entry("c", "1991/..", "Später"))
    scene = plan(replace(FLAGSHIP, eras=eras))[0].scene
    names = [words.lines for words in scene.words if words.role == "era"]
    assert names == [("Früher",), ("Umbau",), ("Später",)]


def test_a_title_as_long_as_a_paragraph_is_no_label() -> None:
    """What five lines do not hold becomes a list, and the reason says which title it is."""
    event = entry("x", "1946", " ".join(["Ein Satz"] * 60))
    timeline = Timeline("t", text("T"), form=Form.HORIZONTAL, events=(event,))
    figure = compose_timeline(timeline, word_all(timeline), surround())
    assert figure.form == "vertical"
    assert figure.why == "the title of `x` is too long for a label"
    short = replace(timeline, events=(replace(event, short=text("Ein Satz")),))
    assert compose_timeline(short, word_all(short), surround()).form == "horizontal"
