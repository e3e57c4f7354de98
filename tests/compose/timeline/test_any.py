"""Whatever is asked of a figure, it keeps its limits: five hundred documents by chance."""

from __future__ import annotations

import re

import pytest

from brief.compose.timeline import compose_timeline
from brief.compose.timeline.ranks import list_left_out
from brief.localise.typography import list_shipped
from brief.model.timeline import Form
from tests.compose.timeline.chance import make_any
from tests.compose.timeline.documents import surround, word_all
from tests.compose.timeline.trials import Trial, find_faults, try_timelines

LANGUAGES = list_shipped()
ALWAYS = range(8)
RARELY = range(8, 500)


def check(seed: int) -> None:
    """Choose a form by chance, and find no fault with the drawing or with the page's list."""
    language = LANGUAGES[seed % len(LANGUAGES)]
    trial = try_timelines(*make_any(seed), language=language)
    assert find_faults(trial) == {}, seed
    check_html(seed, trial, language)


def check_html(seed: int, trial: Trial, language: str) -> None:
    """Every entry is an item once, in the order of reading; the alternative text has them all."""
    host, *beside = timelines = make_any(seed)
    dates = {key: date for each in timelines for key, date in word_all(each, language).items()}
    made = compose_timeline(host, dates, surround(language), beside)
    ids = re.findall(r'<li [^>]*id="([^"]+)"', made.html)
    drawn = trial.choice.shown.in_reading_order()
    if trial.choice.plan is None:
        drawn = trial.statements.in_time(with_eras=True)
    listed = list_left_out(trial.statements, trial.choice.shown)
    wanted = [entry.anchor for entry in (*drawn, *listed)]
    assert ids == ([] if made.form == "strip" else wanted), seed
    for each in timelines:
        for entry in (*each.events, *each.spans):
            assert f"{dates[f'{each.id}/{entry.id}']}: {entry.title.source}" in made.alt


@pytest.mark.parametrize("seed", ALWAYS)
def test_a_figure_keeps_its_limits(seed: int) -> None:
    """A sample of them, on every change."""
    check(seed)


@pytest.mark.slow
def test_five_hundred_figures_keep_their_limits() -> None:
    """All the others."""
    for seed in RARELY:
        check(seed)


@pytest.mark.slow
def test_chance_makes_every_form() -> None:
    """The documents have every form that a figure can have, scales that break, and lanes."""
    trials = [try_timelines(*make_any(seed)) for seed in range(120)]
    forms = {trial.choice.form for trial in trials}
    assert forms == {Form.HORIZONTAL, Form.VERTICAL, Form.LANDSCAPE, Form.STRIP}
    drawn = [trial for trial in trials if trial.choice.plan is not None]
    assert any(trial.plan.scale.breaks for trial in drawn)
    assert any(trial.statements.is_parted for trial in drawn)
    assert any(trial.choice.shown != trial.statements for trial in drawn)
