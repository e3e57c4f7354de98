"""Lanes, timelines beside each other, and the line of today."""

from __future__ import annotations

import re
from dataclasses import replace

from brief.compose.timeline import compose_timeline
from brief.compose.timeline.markers import REACH
from brief.model.dates import parse_when
from brief.model.timeline import Actor, Form, Lanes, Timeline
from tests.compose.timeline.documents import FLAGSHIP, entry, surround, text, word_all
from tests.compose.timeline.geometry import box_of, list_lines, overlap, touch_box
from tests.compose.timeline.trials import find_faults, try_timelines

ACTORS = (Actor("north", text("Norden")), Actor("south", text("Süden")))
LANES = Timeline(
    "lanes",
    text("Bahnen"),
    lanes=Lanes.ACTOR,
    actors=ACTORS,
    events=tuple(
        replace(entry(f"e{i}", f"{1950 + 10 * i}", "Ein Ereignis"), actor=actor)
        for i, actor in enumerate(("south", "north", "south", None, "north"))
    ),
    spans=(replace(entry("war", "1960/1970", "Krieg"), actor="south"),),
)
PLAN = Timeline(
    "plan", text("Plan"), beside=("fact",), events=(entry("start", "2020", "Beginn"),),
    eras=(entry("first", "2020/2021", "Planung"), entry("then", "2021/..", "Bau")),
)  # fmt: skip
FACT = Timeline(
    "fact", text("Wirklichkeit"), events=(entry("start", "2022", "Beginn"),),
    eras=(entry("first", "2020/2023", "Planung"), entry("then", "2023/..", "Bau")),
)  # fmt: skip
TODAY = replace(FLAGSHIP, today=True, now=parse_when("2024-06-19"))


def test_each_actor_has_a_lane() -> None:
    """Lanes follow the order of the actors, and what belongs to none comes last."""
    trial = try_timelines(LANES)
    headings = [lane.heading.title for lane in trial.statements.lanes]
    assert headings == ["Norden", "Süden", "Others"]
    assert trial.choice.form is Form.HORIZONTAL
    assert find_faults(trial) == {}


def test_entries_stand_in_their_lane() -> None:
    """Labels and bars of a lane stand between its heading and the next, whatever their date."""
    trial = try_timelines(LANES)
    scene = trial.plan.scene
    tops = {w.lines[0]: w.top for w in scene.words if w.role == "lane"}
    assert list(tops) == ["Norden", "Süden", "Others"]
    lanes = {entry.anchor: entry.lane for entry in trial.statements.in_time()}
    edges = [*tops.values(), scene.height]
    for words in scene.words:
        if words.ref in lanes:
            lane = lanes[words.ref]
            assert edges[lane] < words.top and words.bottom < edges[lane + 1]


def test_lanes_share_one_labelled_axis() -> None:
    """Ticks stand at the same places on every line; labels stand below the last alone."""
    scene = try_timelines(LANES).plan.scene
    ticks = list_lines(scene, "tick")
    heights = sorted({line.start[1] for line in ticks})
    assert len(heights) == 4
    labelled = {round(w.left + w.width / 2, 1) for w in scene.words if w.role == "tick"}
    for height in heights[:-1]:
        assert {round(t.start[0], 1) for t in ticks if t.start[1] == height} == labelled
    assert all(w.top > heights[-1] for w in scene.words if w.role == "tick")


def test_each_lane_is_read_below_its_heading() -> None:
    """The page has a heading and a list for each lane, each in the order of time."""
    html = compose_timeline(LANES, word_all(LANES), surround()).html
    found = re.findall(r'tl-lane"[^>]*>([^<]*)<|id="lanes-([^"]*)"', html)
    assert [heading or name for heading, name in found] == [
        "Norden", "e1", "e4", "Süden", "e0", "war", "e2", "Others", "e3",
    ]  # fmt: skip


def test_a_list_names_the_actor_of_every_entry() -> None:
    """In the vertical form, which has no lanes, nothing of them is lost."""
    made = compose_timeline(replace(LANES, form=Form.VERTICAL), word_all(LANES), surround())
    assert made.html.count(">Norden:</span>") == 2
    assert made.html.count(">Süden:</span>") == 3


def test_lanes_by_category_are_named_after_categories() -> None:
    """The labels of the legend head the lanes."""
    trial = try_timelines(replace(FLAGSHIP, lanes=Lanes.CATEGORY, form=Form.HORIZONTAL))
    headings = [lane.heading.title for lane in trial.statements.lanes]
    assert headings == ["Kategorie 0", "Kategorie 1", "Kategorie 2", "Kategorie 3"]


def test_two_timelines_share_an_axis() -> None:
    """Each has its name and its eras; the same date stands at the same place in both."""
    trial = try_timelines(PLAN, FACT)
    assert find_faults(trial) == {}
    assert [group.title for group in trial.statements.groups] == ["Plan", "Wirklichkeit"]
    scene = trial.plan.scene
    edges = {line.start[0] for line in list_lines(scene, "era-edge")}
    assert len(edges) == 2
    poles = {pole.ref: pole.start[0] for pole in list_lines(scene, "pole")}
    assert poles["plan-start"] < poles["fact-start"]


def test_a_host_without_entries_gives_its_title_to_the_figure() -> None:
    """What only holds others together has no band of its own."""
    host = Timeline("both", text("Plan und Wirklichkeit"), beside=("plan", "fact"))
    trial = try_timelines(host, PLAN, FACT)
    assert [group.title for group in trial.statements.groups] == ["Plan", "Wirklichkeit"]
    assert find_faults(trial) == {}


def test_categories_of_two_timelines_differ_in_shape() -> None:
    """A category that comes with another timeline takes a shape that is free."""
    a, b = FLAGSHIP.categories[0], replace(FLAGSHIP.categories[0], id="other")
    one = replace(PLAN, categories=(a,), events=(entry("x", "2020", "Eins", "c0"),))
    two = replace(FACT, categories=(b,), events=(entry("x", "2021", "Zwei", "other"),))
    shapes = {moment.look.shape for moment in try_timelines(one, two).statements.moments}
    assert len(shapes) == 2


def test_today_is_drawn_only_when_asked_for() -> None:
    """A dotted line at `now`, with the date of the state of knowledge."""
    assert list_lines(try_timelines(FLAGSHIP).plan.scene, "today") == []
    trial = try_timelines(TODAY)
    scene, scale = trial.plan.scene, trial.plan.scale
    lines = list_lines(scene, "today")
    when = parse_when("2024-06-19")
    assert when.first is not None
    assert {line.start[0] for line in lines} == {scale.place(when.first + 0.5)}
    (label,) = (words for words in scene.words if words.role == "today")
    assert label.lines == ("As of 19.\u00a0Juni 2024",)
    assert not any(touch_box(line, box_of(words), 0.5) for line in lines for words in scene.words)
    assert find_faults(trial) == {}


def test_today_stands_clear_of_the_names_of_eras() -> None:
    """Where an era's name is in the way, the label takes a further row."""
    eras = (entry("a", "1945/1991", "Früher"), entry("b", "2015/..", "Eine neue Zeit"))
    trial = try_timelines(replace(TODAY, eras=eras))
    labels = [w for w in trial.plan.scene.words if w.role in ("today", "era", "era-date")]
    pairs = [(a, b) for a in labels for b in labels if a is not b and a.ref != b.ref]
    assert not any(overlap(box_of(a), box_of(b), 1.0) for a, b in pairs)


def test_hanging_labels_stand_clear_of_the_line() -> None:
    """On a page of its own a crowd stands on both sides of the axis, in the order of time."""
    events = tuple(entry(f"e{i}", f"{1950 + 3 * i}-06-01", "Ein Ereignis, das etwas länger heißt")
                   for i in range(24))  # fmt: skip
    trial = try_timelines(Timeline("wide", text("Weit"), form=Form.LANDSCAPE, events=events))
    assert trial.choice.form is Form.LANDSCAPE
    poles = list_lines(trial.plan.scene, "pole")
    up = [pole for pole in poles if pole.end[1] < pole.start[1]]
    assert len(up) == len(poles) - len(up) == 12
    assert find_faults(trial) == {}
    assert trial.plan.leader > REACH
