"""Scales that break: honestly drawn, and only where that helps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.compose.timeline import compose_timeline
from brief.compose.timeline.axis import MONTH, YEAR
from brief.compose.timeline.proportion import name_rate
from brief.compose.timeline.scale import Segment
from brief.model.dates import parse_when
from brief.model.timeline import Form, Scaling, Timeline
from tests.compose.timeline.documents import FLAGSHIP, entry, surround, text, word_all
from tests.compose.timeline.geometry import list_areas, list_lines
from tests.compose.timeline.trials import find_faults, try_timelines

BROKEN = replace(
    FLAGSHIP,
    form=Form.HORIZONTAL,
    scale=Scaling.GIVEN,
    breaks=(parse_when("1956"), parse_when("2022")),
    shares=(0.3, 0.5, 0.2),
)
CROWDED = Timeline(
    "crowded",
    text("Gedränge"),
    events=(
        entry("old", "1950-05-16", "Ein Vertrag"),
        *(
            entry(f"e{i}", f"{2022 + i // 6}-{1 + 2 * (i % 6):02}-06", "Ein Treffen")
            for i in range(9)
        ),
    ),
)


def test_the_flagship_stays_at_one_rate() -> None:
    """A break must earn its place, and here it would not."""
    trial = try_timelines(FLAGSHIP)
    assert (trial.choice.form, trial.plan.scale.breaks) == (Form.HORIZONTAL, ())


def test_a_crowd_after_a_long_time_makes_a_break() -> None:
    """Where one rate does not do, the rate changes inside the long gap, and the reason says so."""
    linear = try_timelines(replace(CROWDED, scale=Scaling.LINEAR))
    assert linear.choice.form is Form.VERTICAL
    trial = try_timelines(CROWDED)
    assert trial.choice.why.startswith("with a change of scale")
    (segment, crowd) = trial.plan.scale.segments
    assert segment.after < trial.statements.moments[1].centre
    assert crowd.pixels_a_day > 5 * segment.pixels_a_day
    assert find_faults(trial) == {}


def test_a_given_scale_is_kept() -> None:
    """Breaks and shares are those of the definition."""
    trial = try_timelines(BROKEN)
    scale = trial.plan.scale
    widths = [segment.right - segment.left for segment in scale.segments]
    assert [width / sum(widths) for width in widths] == pytest.approx([0.3, 0.5, 0.2])
    starts = [segment.first for segment in scale.segments[1:]]
    assert starts == [parse_when("1956").first, parse_when("2022").first]
    assert find_faults(trial) == {}


def test_a_break_is_shown_in_every_way() -> None:
    """Double strokes, notches in the bars that go on, rates, and a strip with every event."""
    trial = try_timelines(BROKEN)
    scene = trial.plan.scene
    assert len(list_lines(scene, "break")) == 4
    bars = {bar.ref: len(bar.rings) for bar in list_areas(scene, "bar")}
    assert bars["relations-cooperation"] == 2
    assert bars["relations-revival"] == 2
    assert bars["relations-war"] == 1
    rates = [words.lines[0] for words in scene.words if words.role == "scale"]
    assert all(rate.startswith("1 cm = ") for rate in rates)
    assert len(rates) == 3
    ticked = {line.ref for line in list_lines(scene, "true")}
    assert ticked == {moment.anchor for moment in trial.statements.moments}


def test_a_sentence_tells_of_breaks() -> None:
    """The page says what the double strokes mean, and says nothing without one."""
    sentence = "The scale of the axis changes"
    broken = compose_timeline(BROKEN, word_all(BROKEN), surround())
    assert sentence in broken.html
    assert sentence not in compose_timeline(FLAGSHIP, word_all(FLAGSHIP), surround()).html


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (6 * YEAR, "6 year"), (1.5 * YEAR, "18 month"), (YEAR, "1 year"), (3 * MONTH, "3 month"),
        (40.0, "40 day"), (1.0, "1 day"), (0.5, "12 hour"), (2500 * YEAR, "2500 year"),
    ],
)  # fmt: skip
def test_rates_are_named_in_the_largest_exact_unit(days: float, expected: str) -> None:
    """What a centimetre means is never rounded by more than a twenty-fifth."""
    segment = Segment(0, days, 0, 96 / 2.54)
    assert name_rate(segment, lambda unit, number: f"{number} {unit}") == expected
