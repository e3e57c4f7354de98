"""Choosing the ends of ragged lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brief.compose.linebreak import Break, Cut, Word, choose_breaks


def words(*widths: float) -> list[Word]:
    """Make words that cannot be cut."""
    return [Word(width) for width in widths]


def test_lines_are_balanced_rather_than_filled() -> None:
    """A line gives a word to the next when that makes the whole more even."""
    # Greedy setting would fill two lines with ten words each and leave one word alone.
    breaks = choose_breaks(words(*[9.0] * 21), 100, 1)
    assert breaks is not None
    assert breaks[-2].word <= 19


def test_a_hyphen_is_the_last_resort() -> None:
    """A word is cut only when the line would otherwise stay far too short."""
    cut = Cut(index=5, width=45, rest=50, penalty=1.0)
    assert choose_breaks([Word(90), Word(92, (cut,)), Word(50)], 100, 2) == (
        Break(1),
        Break(2),
        Break(3),
    )
    assert choose_breaks([Word(30), Word(92, (cut,)), Word(40)], 100, 2) == (
        Break(1, 0),
        Break(3),
    )


def test_bound_words_stay_together() -> None:
    """No line ends at a space that binds."""
    breaks = choose_breaks([Word(60), Word(35), Word(30, bound=True), Word(60)], 100, 2)
    assert breaks is not None
    assert Break(2) not in breaks


def test_a_word_wider_than_the_measure_cannot_be_set() -> None:
    """What cannot be set is said, and left to the engine."""
    assert choose_breaks(words(120), 100, 2) is None


@given(st.lists(st.floats(1, 90), min_size=1, max_size=60))
def test_no_line_is_wider_than_the_measure(widths: list[float]) -> None:
    """Every line fits, the breaks ascend, and nothing is left over."""
    breaks = choose_breaks(words(*widths), 100, 3)
    assert breaks is not None
    assert list(breaks) == sorted(breaks)
    assert breaks[-1] == Break(len(widths))
    begin = 0
    for end in breaks:
        line = widths[begin : end.word]
        assert sum(line) + 3 * (len(line) - 1) <= 100.0001
        begin = end.word
