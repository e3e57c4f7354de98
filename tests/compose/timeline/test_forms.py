"""The form of a figure: what is asked for, what is chosen, and what is left to a list."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from brief.compose.timeline import compose_timeline
from brief.compose.timeline.ranks import list_least
from brief.compose.timeline.strip import HIGHEST
from brief.compose.timeline.style import MAX_HEIGHT, MILLIMETRE
from brief.model.timeline import Form, Timeline
from tests.compose.timeline.documents import CATEGORIES, FLAGSHIP, entry, surround, text, word_all
from tests.compose.timeline.geometry import list_areas, list_lines
from tests.compose.timeline.limits import FARTHEST
from tests.compose.timeline.trials import find_faults, try_timelines


def crowd(number: int, **fields: object) -> Timeline:
    """Make a timeline with many events of all ranks, the first of them of rank 0."""
    events = tuple(
        entry(f"e{i}", f"{1950 + 60 * i // number}-06-01", "Ein Vertrag von langer Dauer",
              "c0", i % 3)
        for i in range(number)
    )  # fmt: skip
    made = Timeline("crowd", text("Gedränge"), categories=CATEGORIES, events=events)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of its own


def listed_below(timeline: Timeline) -> list[str]:
    """Give the ids of the entries in the list below the drawing."""
    html = compose_timeline(timeline, word_all(timeline), surround()).html
    below = html.partition("tl-further")[2].partition("</ol>")[0]
    return re.findall(r'id="crowd-([^"]+)"', below)


def test_what_fits_is_drawn_whole() -> None:
    """Nothing is left out without need."""
    assert listed_below(crowd(6)) == []
    assert (
        "lesser importance" not in compose_timeline(FLAGSHIP, word_all(FLAGSHIP), surround()).html
    )


@pytest.mark.parametrize("height_mm", [60, 50, 42])
def test_a_low_figure_leaves_the_least_important_to_the_list(height_mm: int) -> None:
    """Rank 2 goes before rank 1, rank 0 stays, and what is left out is listed in its order."""
    timeline = crowd(24, form=Form.HORIZONTAL, height_mm=height_mm)
    trial = try_timelines(timeline)
    assert trial.plan.scene.height <= height_mm * MILLIMETRE
    below = listed_below(timeline)
    ranks = {name: int(name[1:]) % 3 for name in below}
    assert below
    assert 0 not in ranks.values()
    if 1 in ranks.values():
        assert list(ranks.values()).count(2) == 8
    assert below == sorted(below, key=lambda name: int(name[1:]))


def test_a_note_counts_what_is_left_out() -> None:
    """Nothing is left out silently."""
    timeline = crowd(24, form=Form.HORIZONTAL, height_mm=60)
    number = len(listed_below(timeline))
    made = compose_timeline(timeline, word_all(timeline), surround())
    assert f"{number} entries of lesser importance stand in the list below" in made.html
    assert "Further events" in made.html
    assert made.lacking == ""


def test_less_height_leaves_out_more() -> None:
    """As few as possible are left out."""
    counts = [
        len(listed_below(crowd(24, form=Form.HORIZONTAL, height_mm=mm))) for mm in (110, 60, 42)
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_entries_without_a_rank_are_left_out_only_on_demand() -> None:
    """Without `height_mm`, a crowd of ordinary events becomes a list as a whole."""
    ordinary = crowd(24)
    ordinary = replace(ordinary, events=tuple(replace(e, rank=1) for e in ordinary.events))
    assert try_timelines(ordinary).choice.form is Form.VERTICAL
    assert listed_below(ordinary) == []


def test_what_stands_in_a_crowd_goes_first() -> None:
    """Of one rank, the event with the nearest neighbours is left out before others."""
    years = (1950, 1980, 1981, 1982, 2010)
    events = tuple(entry(f"e{y}", str(y), "Ein Ereignis", rank=2) for y in years)
    spans = (entry("s", "1950/2010", "Ein Zeitraum", rank=2),)
    trial = try_timelines(Timeline("t", text("T"), events=events, spans=spans))
    order = list_least(trial.statements, (2, 1))
    assert order[0] == "t-e1981"
    assert order[-1] == "t-s"


def test_a_wish_that_cannot_be_kept_is_told() -> None:
    """Events of rank 0 are never left out; the author hears that the figure is higher."""
    timeline = crowd(12, form=Form.HORIZONTAL, height_mm=30)
    timeline = replace(timeline, events=tuple(replace(e, rank=0) for e in timeline.events))
    made = compose_timeline(timeline, word_all(timeline), surround())
    assert made.form == "horizontal"
    assert listed_below(replace(timeline, events=(*timeline.events, entry("x", "1960", "Ja")))) == [
        "x"
    ]
    assert re.fullmatch(r"a figure would be \d+ mm high, more than 30 mm", made.lacking)


def test_auto_prefers_a_list_to_a_high_figure() -> None:
    """No figure that was chosen freely is higher than 120 mm."""
    for number in (8, 12, 16, 24):
        trial = try_timelines(crowd(number))
        if trial.choice.plan is not None:
            assert trial.plan.scene.height <= MAX_HEIGHT


def test_a_list_that_would_lose_its_lanes_becomes_a_page() -> None:
    """What goes on at the same time fills a page of its own before it becomes a list."""
    spans = tuple(
        entry(f"s{i}", f"{1950 + 2 * i}/{2000 + i}", "Eine Zusammenarbeit") for i in range(13)
    )
    trial = try_timelines(Timeline("much", text("Viel"), spans=spans))
    assert trial.choice.form is Form.LANDSCAPE
    assert "mm" in trial.choice.why
    assert find_faults(trial) == {}


def test_a_strip_is_one_line() -> None:
    """At most 14 mm high, with a stroke for every event and a bar for every span."""
    strip = replace(FLAGSHIP, form=Form.STRIP)
    trial = try_timelines(strip)
    assert trial.choice.form is Form.STRIP
    scene = trial.plan.scene
    assert scene.height <= HIGHEST
    strokes = {line.ref for line in list_lines(scene, "stroke")}
    assert strokes == {moment.anchor for moment in trial.statements.moments}
    bars = {area.ref for area in list_areas(scene, "bar")}
    assert bars == {span.anchor for span in trial.statements.spans}
    assert find_faults(trial) == {}


def test_a_title_in_a_strip_stands_beside_the_stroke_of_its_event() -> None:
    """However long it is, nobody takes it for that of another event."""
    trial = try_timelines(replace(FLAGSHIP, form=Form.STRIP))
    scene, scale = trial.plan.scene, trial.plan.scale
    titles = {moment.words.short: moment for moment in trial.statements.moments}
    poles = {line.ref: line for line in list_lines(scene, "pole")}
    labels = [words for words in scene.words if words.role == "label"]
    assert {titles[label.lines[0]].anchor for label in labels} == set(poles)
    assert len(labels) == sum(moment.rank == 0 for moment in trial.statements.moments)
    for label in labels:
        moment = titles[label.lines[0]]
        pole = poles[moment.anchor]
        assert pole.start[0] == scale.place(moment.centre)
        assert pole.end[1] < label.bottom < pole.start[1]
        edge = label.left if label.align == "start" else label.right
        assert 0 < abs(edge - pole.start[0]) < FARTHEST


def test_a_title_without_room_on_either_side_is_not_drawn() -> None:
    """It is in the alternative text; the others stay."""
    events = (entry("long", "2000", "Ein sehr langer Titel " * 5, rank=0),
              entry("short", "2020", "Kurz", rank=0))  # fmt: skip
    span = entry("span", "1980/2021", "Ein Zeitraum")
    trial = try_timelines(Timeline("t", text("T"), form=Form.STRIP, events=events, spans=(span,)))
    assert [w.lines for w in trial.plan.scene.words if w.role == "label"] == [("Kurz",)]


def test_bars_of_a_strip_have_no_category() -> None:
    """Without a shape beside them, colour alone would tell; the legend names what is marked."""
    strip = replace(FLAGSHIP, form=Form.STRIP)
    trial = try_timelines(strip)
    assert {bar.fill for bar in list_areas(trial.plan.scene, "bar")} == {trial.style.muted}
    named = {each.id: each.label.source for each in FLAGSHIP.categories}
    html = compose_timeline(strip, word_all(strip), surround()).html
    used = {event.category for event in FLAGSHIP.events}
    assert used < {each.category for each in (*FLAGSHIP.events, *FLAGSHIP.spans)}
    (legend,) = re.findall(r'<ul class="tl-legend".*?</ul>', html, re.S)
    assert {key for key, label in named.items() if label in legend} == used


def test_a_strip_is_a_picture_with_all_words() -> None:
    """Few words are drawn, so that the whole is said instead."""
    strip = replace(FLAGSHIP, form=Form.STRIP)
    made = compose_timeline(strip, word_all(strip), surround())
    (alt,) = re.findall(r'<img [^>]*alt="([^"]*)"', made.html)
    for one in (*FLAGSHIP.events, *FLAGSHIP.spans, *FLAGSHIP.eras):
        assert one.title.source in alt


def test_too_much_at_a_time_is_no_strip() -> None:
    """More than three spans at a time become a figure of another form."""
    spans = tuple(entry(f"s{i}", f"{1950 + i}/2000", "Ein Zeitraum") for i in range(5))
    trial = try_timelines(Timeline("t", text("T"), form=Form.STRIP, spans=spans))
    assert trial.choice.form is Form.HORIZONTAL


def test_a_landscape_figure_is_as_wide_as_a_page_is_high() -> None:
    """It has the width of the text's height, and leaves room for its caption."""
    trial = try_timelines(replace(FLAGSHIP, form=Form.LANDSCAPE))
    assert trial.choice.form is Form.LANDSCAPE
    assert trial.plan.scene.width == trial.style.length == pytest.approx(918)
    assert find_faults(trial) == {}
