"""Figures in print: in grey, to eyes that confuse colours, and without anything transparent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from brief.compose.timeline import compose_timeline
from brief.compose.timeline.draw import draw_svg
from brief.compose.timeline.scene import Area, Scene
from brief.compose.timeline.style import list_looks, merge_categories, read_style
from brief.model.dates import parse_when
from brief.model.timeline import Form, Lanes, Scaling, Timeline
from tests.compose.timeline.documents import (
    CATEGORIES,
    DESIGN,
    FLAGSHIP,
    entry,
    surround,
    text,
    word_all,
)
from tests.compose.timeline.geometry import contrast
from tests.compose.timeline.limits import pale_colours
from tests.compose.timeline.trials import try_timelines

Rows = tuple[tuple[float, float, float], ...]

# Linear light as it is seen without one kind of cone, after Viénot, Brettel and Mollon (1999),
# and as luminance alone.
SIGHTS: dict[str, Rows] = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
SMALLEST = 7 * 96 / 72
THINNEST = 0.45
FIGURES = (
    FLAGSHIP,
    replace(FLAGSHIP, form=Form.STRIP),
    replace(FLAGSHIP, form=Form.LANDSCAPE),
    replace(FLAGSHIP, form=Form.HORIZONTAL, lanes=Lanes.CATEGORY, today=True),
    replace(
        FLAGSHIP, form=Form.HORIZONTAL, scale=Scaling.GIVEN, breaks=(parse_when("2000"),),
    ),
)  # fmt: skip


def see(colour: str, rows: Rows) -> str:
    """Give a colour as it is seen."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in rows]
    coded = [p * 12.92 if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in seen]
    return "#" + "".join(f"{round(255 * part):02x}" for part in coded)


def repaint(scene: Scene, change: Callable[[str], str]) -> Scene:
    """Give a scene in other colours."""
    marks = tuple(
        replace(mark, fill=change(mark.fill), stroke=mark.stroke and change(mark.stroke))
        if isinstance(mark, Area)
        else replace(mark, stroke=change(mark.stroke))
        for mark in scene.marks
    )
    words = tuple(
        replace(word, colour=change(word.colour), ground=change(word.ground))
        for word in scene.words
    )
    return replace(scene, marks=marks, words=words)


@pytest.mark.parametrize("sight", SIGHTS)
def test_everything_stands_out_to_every_eye(sight: str) -> None:
    """Text has a contrast of 4.5 and marks of 3, whichever colours are confused."""
    for timeline in FIGURES:
        scene = try_timelines(timeline).plan.scene
        assert pale_colours(repaint(scene, lambda colour: see(colour, SIGHTS[sight]))) == []


def test_the_simulation_sees_what_it_is_for() -> None:
    """Red and green of one lightness, which many confuse, are told apart no more."""
    red, green = "#b03a2e", "#5c6e00"
    assert see("#ffffff", SIGHTS["protanopia"]) == "#ffffff"
    assert see(red, SIGHTS["deuteranopia"])[1:3] == see(red, SIGHTS["deuteranopia"])[3:5]
    seen = [see(colour, SIGHTS["deuteranopia"]) for colour in (red, green)]
    assert contrast(*seen) < 1.2


def test_categories_differ_by_shape() -> None:
    """Every pair of the six does, even if an author gives one shape to all."""
    alike = tuple(replace(category, shape=CATEGORIES[0].shape) for category in CATEGORIES)
    for categories in (CATEGORIES, alike):
        timeline = Timeline("t", text("T"), categories=categories)
        style = read_style(DESIGN.tokens, DESIGN.fonts, "de")
        looks = list_looks(merge_categories((timeline,)), style)
        own = [looks[category.id] for category in categories]
        for one, two in itertools.combinations(own, 2):
            assert one.shape is not two.shape


def test_eras_are_parted_by_a_rule_and_not_by_their_tint() -> None:
    """Where the ground changes, a line that can be seen says so."""
    scene = try_timelines(FLAGSHIP).plan.scene
    tints = [mark for mark in scene.marks if mark.role == "era"]
    rules = {mark.start[0] for mark in scene.marks if mark.role == "era-edge"}  # type: ignore[union-attr]  # these marks have it
    inner = {edge for tint in tints for edge in (tint.bounds()[0], tint.bounds()[2])}  # type: ignore[union-attr]  # these marks have it
    assert {edge for edge in inner if 1 < edge < scene.width - 1} <= rules


@pytest.mark.parametrize("number", range(len(FIGURES)))
def test_drawings_are_solid(number: int) -> None:
    """No opacity, mask, filter, gradient or picture; no stroke below 0.45 pt; no words."""
    svg = draw_svg(try_timelines(FIGURES[number]).plan.scene).decode()
    for word in ("opacity", "mask", "filter", "Gradient", "<image", "rgba", "<text", "<use"):
        assert word not in svg, word
    widths = [float(width) for width in re.findall(r"stroke-width: ([0-9.]+)", svg)]
    assert widths
    assert min(widths) >= THINNEST


def test_no_type_is_smaller_than_seven_points() -> None:
    """In every style of the figures' own sheet."""
    css = compose_timeline(FLAGSHIP, word_all(FLAGSHIP), surround()).css
    sizes = [float(size) for size in re.findall(r"font-size: ([0-9.]+)px", css)]
    assert len(sizes) > 5
    assert min(sizes) >= SMALLEST


def test_every_style_of_words_has_a_rule() -> None:
    """No word is set in whatever stands around the figure."""
    for timeline in FIGURES:
        made = compose_timeline(timeline, word_all(timeline), surround())
        used = set(re.findall(r'class="tl-words (tl-[a-z-]+)"', made.html))
        assert used
        assert all(re.search(rf"\.tl-words\.{name}[ ,]", made.css) for name in used), used


@pytest.mark.parametrize(
    ("when", "meaning"),
    [
        ("{1994,2003,2018}", "happened several times"),
        ("[1950..1980]", "at some time in this period"),
        ("196X", "date not exact"),
        ("1984?", "date uncertain"),
        ("1960/1975", "period of the date"),
    ],
)
def test_signs_of_events_are_explained(when: str, meaning: str) -> None:
    """Each sign has its entry in the legend where it is drawn, and only there."""
    frame = (entry("a", "1945-05-08", "Anfang"), entry("z", "2024-06-19", "Ende"))
    other = Timeline("t", text("T"), form=Form.HORIZONTAL, events=frame)
    assert meaning not in compose_timeline(other, word_all(other), surround()).html
    timeline = replace(other, events=(*frame, entry("x", when, "Mitte")))
    assert f">{meaning}</li>" in compose_timeline(timeline, word_all(timeline), surround()).html


@pytest.mark.parametrize(
    ("when", "meaning"),
    [
        ("1950/..", "continues"), ("../1990", "began earlier"), ("195X/198X", "not exact"),
        ("1950?/1990", "period uncertain"), ("1950/", "unknown (?)"),
    ],
)  # fmt: skip
def test_signs_of_spans_are_explained(when: str, meaning: str) -> None:
    """So has each sign of a span."""
    spans = (entry("x", when, "Mitte"),)
    events = (entry("a", "1945-05-08", "Anfang"), entry("z", "2024-06-19", "Ende"))
    timeline = Timeline("t", text("T"), form=Form.HORIZONTAL, spans=spans, events=events)
    assert meaning in compose_timeline(timeline, word_all(timeline), surround()).html
