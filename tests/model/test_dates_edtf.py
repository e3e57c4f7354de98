"""The date language beside another reader of it: the library `edtf`, with all differences named."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.model.edtf_expressions import EXPRESSIONS
from tests.model.edtf_oracle import DIFFERENCES, Difference, compare, explain

pytest.importorskip("edtf", reason="the library edtf is not installed")


def _check(text: str) -> None:
    outcome = compare(text)
    assert outcome is None or explain(text, outcome), f"{text}: {outcome}, and nobody said why"


@settings(max_examples=100, derandomize=True, deadline=None)
@given(EXPRESSIONS)
def test_both_readers_agree_or_the_difference_is_known(text: str) -> None:
    """Both accept or refuse a date and give it the same days, or a listed reason covers it."""
    _check(text)


@pytest.mark.slow
@settings(
    max_examples=6000, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(EXPRESSIONS)
def test_many_dates_are_read_alike(text: str) -> None:
    """The same for thousands of dates."""
    _check(text)


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda d: d.example)
def test_a_known_difference_is_there_still(difference: Difference) -> None:
    """Each listed difference has an example that differs in the way it says, and that it covers."""
    assert compare(difference.example) == difference.outcome
    assert difference in explain(difference.example, difference.outcome)
