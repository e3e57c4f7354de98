"""Where the lines of a legend end."""

from __future__ import annotations

import pytest

from brief.compose.timeline.legend_lines import GAP, space_entries


def _lay_out(widths: list[float], measure: float, categories: int) -> list[int]:
    """Count the entries of each line, as the page fills them."""
    spaces = space_entries(widths, measure, categories)
    lines, used = [0], 0.0
    for width, space in zip(widths, spaces, strict=True):
        if used and used + width + space > measure:
            lines.append(0)
            used = 0.0
        lines[-1] += 1
        used += width + space
    return lines


CASES = {
    "all on one line": ([50] * 6, 500, 4, [6]),
    "categories on the first line, signs on the second": ([50] * 8, 500, 4, [4, 4]),
    "also where the last one alone has no room": ([50, 50, 50, 50, 90, 90, 90, 60], 600, 4, [4, 4]),
    "one sign is not left alone": ([50] * 8, 480, 7, [4, 4]),
    "nor is one category": ([50] * 8, 480, 1, [4, 4]),
    "without categories": ([50] * 9, 500, 0, [4, 5]),
    "three lines": ([100] * 9, 400, 4, [3, 3, 3]),
    "one entry alone fills a line": ([390, 50, 50], 400, 1, [1, 2]),
    "nothing": ([], 400, 0, [0]),
    "wider than the measure": ([400, 400], 400, 1, [1, 1]),
}


@pytest.mark.parametrize("name", CASES)
def test_lines_end_at_categories_or_are_even(name: str) -> None:
    """No line more than needed, none with a single entry if that can be."""
    widths, measure, categories, wanted = CASES[name]
    assert _lay_out([float(width) for width in widths], measure, categories) == wanted


def test_entries_of_a_line_are_evenly_spaced() -> None:
    """Only the end of a line is filled up, and not that of the last."""
    spaces = space_entries([50.0] * 8, 500.0, 4)
    assert [space == GAP for space in spaces] == [True] * 3 + [False] + [True] * 4
    assert 240 < spaces[3] < 500
