"""Scales and ticks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.compose.timeline import compose_timeline, find_axis_words
from brief.compose.timeline.axis import AxisWords, list_ticks
from brief.compose.timeline.scale import make_scale
from brief.compose.timeline.style import read_style
from brief.model.calendar import civil_day, day_serial
from brief.model.digits import find_digits
from brief.model.timeline import Form, Timeline
from tests.compose.timeline.documents import DESIGN, entry, surround, text

MONTHS = tuple("Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez".split())
WORDS = AxisWords(
    width=lambda text: 5.2 * len(text),
    months=MONTHS,
    before_christ=lambda year: f"{year} v. Chr.",
    month_of_year=lambda month, year: f"{month} {year}",
)


@given(st.integers(-1_500_000, 300_000), st.integers(1, 4_000_000))
def test_labels_never_touch_and_never_say_zero(first: int, days: int) -> None:
    """From a day to ten thousand years the labels stand apart, in order, inside the figure."""
    ticks = list_ticks(make_scale(first, first + days, 26, 636), 654, WORDS)
    labelled = [tick for tick in ticks if tick.label]
    assert labelled
    assert all(tick.label != "0" for tick in labelled)
    for a, b in pairwise(labelled):
        assert b.place - a.place > (WORDS.width(a.label) + WORDS.width(b.label)) / 2
    assert labelled[0].place >= WORDS.width(labelled[0].label) / 2
    assert labelled[-1].place <= 654 - WORDS.width(labelled[-1].label) / 2


@given(st.integers(-1_500_000, 300_000), st.integers(1, 4_000_000))
def test_ticks_stand_at_their_days(first: int, days: int) -> None:
    """The scale is linear: every tick lies where its day does."""
    scale = make_scale(first, first + days, 26, 636)
    for tick in list_ticks(scale, 654, WORDS):
        if tick.label.isdigit() and int(tick.label) > 31:
            assert tick.place == pytest.approx(scale.place(day_serial(int(tick.label))))


def test_days_name_their_month_and_months_their_year() -> None:
    """The first label and every change carry what their unit alone would not tell."""
    start = day_serial(2024, 6, 25)
    ticks = list_ticks(make_scale(start, start + 20, 26, 636), 654, WORDS)
    assert [tick.context for tick in ticks if tick.context] == ["Jun 2024", "Jul 2024"]
    start = day_serial(2023, 9, 1)
    scale = make_scale(start, start + 400, 26, 636)
    ticks = list_ticks(scale, 654, WORDS)
    contexts = {
        tick.context: civil_day(round(scale.segments[0].day(tick.place)))
        for tick in ticks
        if tick.context
    }
    assert list(contexts) == ["2023", "2024"]
    assert contexts["2024"][1:] == (1, 1)


def test_numbers_of_an_axis_have_the_digits_of_its_locale() -> None:
    """Years, days, rates and what a list counts are written in the digits of the page."""
    around = replace(surround("ar", "rtl"), digits=find_digits("arab"), grouping="٬")
    words = find_axis_words(read_style(DESIGN.tokens, DESIGN.fonts, "ar"), around)
    written = [words.number(2024), words.number(9), words.number(12000), words.before_christ(44)]
    assert written == ["٢٠٢٤", "٩", "١٢٬٠٠٠", "٤٤ BC"]
    assert words.rate("year", 5) == "١ cm = ٥ years"
    far = (entry("a", "1900", "A"), entry("b", "2000", "B"))
    made = compose_timeline(Timeline("t", text("T"), form=Form.VERTICAL, events=far), {}, around)
    assert "٩٩ years" in made.html or "١٠٠ years" in made.html
    assert made.alt.startswith("Timeline with ٢ events.")
