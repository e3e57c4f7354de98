"""Small typographic details of German and English."""

from __future__ import annotations

import pytest

from brief.localise.typography import JOINER, NARROW, NO_BREAK, set_string

N, B, J = NARROW, NO_BREAK, JOINER


@pytest.mark.parametrize(
    ("plain", "language", "expected"),
    [
        ("z. B. am 19. Juni", "de", f"z.{N}B. am 19.{B}Juni"),
        ("u.a. und d. h.", "de", f"u.{N}a. und d.{N}h."),
        ("späte 1940er Jahre", "de", f"späte 1940er{B}Jahre"),
        ("80–95 %", "de", f"80{J}–{J}95{N}%"),
        ("Ja – nein", "de", f"Ja{B}– nein"),
        ("Resolution 1718 (2006)", "de", f"Resolution{B}1718{B}(2006)"),
        ("Kim Jong Un", "de", f"Kim{B}Jong{B}Un"),
        ("38. Breitengrad", "de", f"38.{B}Breitengrad"),
        ("18. und 19. Juni", "de", f"18.{B}und 19.{B}Juni"),
        ("19 June 2024, p. 3", "en", f"19{B}June 2024, p.{B}3"),
        ("1950–1953", "en", f"1950{J}–{J}1953"),
        ("11 000 t", "de", f"11{N}000{N}t"),
    ],
)
def test_details_are_set(plain: str, language: str, expected: str) -> None:
    """What was typed with ordinary spaces is set with those that the language asks for."""
    assert set_string(plain, language) == expected


def test_setting_twice_changes_nothing_more() -> None:
    """Details that are set already stay as they are."""
    once = set_string("z. B. 80–95 % am 19. Juni – Kim Il Sung", "de")
    assert set_string(once, "de") == once
