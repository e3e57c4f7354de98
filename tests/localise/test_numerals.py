"""Numbers that a translation has lost are found, however they are written."""

from __future__ import annotations

import pytest

from brief.localise.numerals import find_lost_numbers


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("mehr als 1000 Container", "more than 1,000 containers"),
        ("11 000 t im Jahr 2012", "11.000 toneladas en 2012"),
        ("am 28. März 2024", "في 28 آذار/مارس 2024"),
        ("am 28. März 2024", "٢٨ مارس ٢٠٢٤"),
        ("2,5 Prozent", "2.5 per cent"),
        ("späte 1940er Jahre", "20世纪40年代后期"),
        ("15 Milliarden Dollar", "150亿美元"),
        ("28.03.2024", "28 Mar 2024"),
        ("13 Mitglieder", "Thirteen members"),
        ("drei von 10 Staaten", "three of ten states"),
        ("von 1950 bis 1953", "1950년부터 1953년까지"),
    ],
)
def test_other_ways_of_writing_are_no_loss(source: str, translation: str) -> None:
    """Groups, decimal signs, digits and words of other languages are not mistaken for loss."""
    assert find_lost_numbers(source, translation) == ()


@pytest.mark.parametrize(
    ("source", "translation", "lost"),
    [
        ("am 19. Juni 2024", "on 19 June 2023", ("2024",)),
        ("mehr als 1000 Container", "more than 10,000 containers", ("1000",)),
        ("38 und 38", "38", ("38",)),
        ("2,5 Prozent und 12,5 Prozent", "2.5 per cent", ("12,5",)),
    ],
)
def test_a_wrong_number_is_found(source: str, translation: str, lost: tuple[str, ...]) -> None:
    """A year, a factor of ten, a repetition."""
    assert find_lost_numbers(source, translation) == lost
