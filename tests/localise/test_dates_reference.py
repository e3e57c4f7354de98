"""What the reference says of dates is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brief.localise.dates import word_when
from brief.model.dates import parse_when

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "dates.md"
ROWS = re.findall(r"^\| `([^`]+)` \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("text", "reads"), ROWS)
def test_a_date_of_the_reference_reads_as_it_says(text: str, reads: str) -> None:
    """Every example of the page gives the words beside it."""
    words = word_when(parse_when(text), "en-GB")
    assert re.sub("[\u00a0\u202f]", " ", words).replace("\u2060", "") == reads


def test_the_reference_has_examples() -> None:
    """The rows of the page were found."""
    assert len(ROWS) > 40
