"""Scales at one rate and at several."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.compose.timeline.axis import list_ticks
from brief.compose.timeline.scale import Cuts, make_scale
from brief.model.calendar import civil_day, day_serial
from tests.compose.timeline.test_axis import WORDS

FIRSTS = st.integers(-11_000_000, 300_000)  # from about 30000 BCE to 2791
DAYS = st.integers(1, 11_000_000)
PARTS = st.lists(st.integers(2, 98), min_size=0, max_size=3, unique=True).map(
    lambda parts: [part / 100 for part in sorted(parts)]
)
SHARES = st.lists(st.floats(0.1, 1), min_size=4, max_size=4)


def make(first: int, days: int, parts: list[float], weights: list[float]) -> tuple[Cuts, float]:
    """Give cuts at parts of a stretch of time, and its end."""
    used = weights[: len(parts) + 1]
    cuts = Cuts(tuple(first + part * days for part in parts), tuple(w / sum(used) for w in used))
    return cuts, float(first + days)


@given(FIRSTS, DAYS, PARTS, SHARES)
def test_later_days_stand_further_on(
    first: int, days: int, parts: list[float], weights: list[float]
) -> None:
    """A scale goes on without a jump, over its breaks and beyond its ends."""
    cuts, after = make(first, days, parts, weights)
    scale = make_scale(first, after, 26, 636, cuts)
    steps = [first + (after - first) * step / 40 for step in range(-4, 45)]
    places = [scale.place(day) for day in steps]
    assert all(a < b for a, b in pairwise(places))
    assert (scale.left, scale.right) == (26, 636)
    for one, two in pairwise(scale.segments):
        assert (one.after, one.right) == (two.first, two.left)


@given(FIRSTS, DAYS, PARTS, SHARES)
def test_labels_never_touch_and_never_say_zero(
    first: int, days: int, parts: list[float], weights: list[float]
) -> None:
    """From days to tens of thousands of years, over breaks, labels stand apart and in order."""
    cuts, after = make(first, days, parts, weights)
    ticks = list_ticks(make_scale(first, after, 26, 636, cuts), 654, WORDS)
    places = [tick.place for tick in ticks]
    assert places == sorted(places)
    labelled = [tick for tick in ticks if tick.label]
    assert labelled or parts
    assert all(tick.label.split()[0] != "0" for tick in labelled)
    for a, b in pairwise(labelled):
        assert b.place - a.place > (WORDS.width(a.label) + WORDS.width(b.label)) / 2
    for tick in labelled:
        half = WORDS.width(tick.label) / 2
        assert half <= tick.place <= 654 - half


@given(FIRSTS, DAYS, PARTS, SHARES)
def test_years_stand_at_their_first_day(
    first: int, days: int, parts: list[float], weights: list[float]
) -> None:
    """A label of a year stands where that year begins, before Christ as well as after."""
    cuts, after = make(first, days, parts, weights)
    scale = make_scale(first, after, 26, 636, cuts)
    for tick in list_ticks(scale, 654, WORDS):
        words = tick.label.split()
        if tick.label.endswith(" v. Chr.") and len(words) == 3:
            year = 1 - int(words[0])
        elif len(words) == 1 and words[0].isdigit() and int(words[0]) > 31:
            year = int(words[0])
        else:
            continue
        assert tick.place == pytest.approx(scale.place(day_serial(year)), abs=0.011)


def test_a_segment_begins_with_its_label() -> None:
    """Where the rate changes, the reader is told when."""
    cuts = Cuts((float(day_serial(1956)), float(day_serial(2022))), (0.2, 0.3, 0.5))
    scale = make_scale(day_serial(1945), day_serial(2024, 7), 26, 636, cuts)
    starts = [tick for tick in list_ticks(scale, 654, WORDS) if tick.starts]
    assert [tick.place for tick in starts] == list(scale.breaks)
    assert [(tick.label, tick.context) for tick in starts] == [("1956", ""), ("Jan", "2022")]


def test_each_segment_has_its_own_step() -> None:
    """Decades on one side of a break, months on the other."""
    cuts = Cuts((float(day_serial(2022)),), (0.5, 0.5))
    scale = make_scale(day_serial(1945), day_serial(2024), 26, 636, cuts)
    (place,) = scale.breaks
    ticks = [tick for tick in list_ticks(scale, 654, WORDS) if tick.label]
    assert {"1950", "1960"} <= {tick.label for tick in ticks if tick.place < place}
    assert {"Jan", "Jul"} <= {tick.label for tick in ticks if tick.place >= place}


def test_breaks_beyond_the_ends_are_left_out() -> None:
    """What is cut off by the range of time changes nothing but the shares."""
    cuts = Cuts((10.0, 500.0, 5000.0), (0.1, 0.2, 0.3, 0.4))
    scale = make_scale(100, 1000, 0, 100, cuts)
    assert [civil_day(int(s.first)) for s in scale.segments] == [civil_day(100), civil_day(500)]
    assert scale.breaks == (pytest.approx(40.0),)
