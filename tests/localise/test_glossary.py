"""Terms are found in whatever ending and script they stand."""

from __future__ import annotations

import pytest

from brief.localise.glossary import holds


@pytest.mark.parametrize(
    ("text", "form", "language"),
    [
        ("Ende der Sowjetunion", "Sowjetunion", "de"),
        ("des Sicherheitsrats", "Sicherheitsrat*", "de"),
        ("Совета Безопасности ООН", "Совет* Безопасности", "ru"),
        ("с Ким\u00a0Ир Сеном", "Ким* Ир Сен*", "ru"),
        ("وبيونغ يانغ", "بيونغ يانغ", "ar"),
        ("与金正恩会面", "金正恩", "zh-Hans"),
        ("김일성을", "김일성", "ko"),
        ("security council", "Security Council", "en"),
    ],
)
def test_a_term_is_found(text: str, form: str, language: str) -> None:
    """Endings, no-break spaces, prefixes and capitals do not hide it."""
    assert holds(text, form, language)


@pytest.mark.parametrize(
    ("text", "form", "language"),
    [("Sowjetunionen", "Sowjetunion", "de"), ("der Unrat", "rat", "de"), ("Rates", "Rat", "de")],
)
def test_a_part_of_a_word_is_none(text: str, form: str, language: str) -> None:
    """Without a star, a term is a whole word."""
    assert not holds(text, form, language)
