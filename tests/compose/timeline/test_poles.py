"""Poles stand at their dates, or beside them with feet."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brief.compose.timeline.poles import SEPARATION, measure_foot, plant_poles

PLACES = st.lists(st.floats(30, 620), max_size=30).map(sorted)


@given(PLACES)
def test_poles_keep_order_and_distance(places: list[float]) -> None:
    """No two poles are nearer than the separation, and none leaves the figure."""
    poles = plant_poles(places, 654)
    assert all(b.at - a.at > SEPARATION - 1e-6 for a, b in pairwise(poles))
    assert all(6 - 1e-6 <= pole.at <= 648 + 1e-6 for pole in poles)


@given(PLACES)
def test_what_stands_on_the_axis_stands_at_its_date(places: list[float]) -> None:
    """Only a raised marker may be off its date."""
    assert all(pole.raised or pole.shift <= 0.6 for pole in plant_poles(places, 654))


def test_dates_far_apart_do_not_move() -> None:
    """Where there is room, every pole is exact and on the axis."""
    poles = plant_poles([50.0, 80.0, 300.0], 654)
    assert [pole.at for pole in poles] == [50.0, 80.0, 300.0]
    assert measure_foot(poles) == 0.0


def test_feet_grow_with_the_crowd() -> None:
    """The feet of many events on one day are steep enough to pass the markers."""
    few, many = (measure_foot(plant_poles([300.0] * n, 654)) for n in (2, 20))
    assert few < many
