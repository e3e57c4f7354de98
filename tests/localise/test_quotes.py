"""Typewriter quotation marks become those of the language, or are left when it is doubtful."""

from __future__ import annotations

import pytest

from brief.localise.quotes import fix_quotes


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        ('Er sagte: "Nein."', "de", "Er sagte: „Nein.“"),
        ("\"Er sagte 'nein'.\"", "de", "„Er sagte ‚nein‘.“"),
        ('It\'s "the treaty".', "en", "It’s “the treaty”."),
        ('Il dit "non".', "fr", "Il dit «non»."),
        ('"새로운"것', "ko", "“새로운”것"),
        ('他说："不"。', "zh-Hans", "他说：“不”。"),
        ('قال "لا".', "ar", "قال «لا»."),
        ('**"fett"**', "de", "**„fett“**"),
        ('`"code"` und [x](#a "b")', "de", '`"code"` und [x](#a "b")'),
    ],
)
def test_marks_are_those_of_the_language(source: str, language: str, expected: str) -> None:
    """Nested marks, apostrophes and words without spaces come out right; code is left alone."""
    assert fix_quotes(source, language) == expected


@pytest.mark.parametrize("source", ['5" lang', 'ein "offenes Zitat'])
def test_marks_that_do_not_pair_are_left(source: str) -> None:
    """A guess could turn the sense around."""
    assert fix_quotes(source, "de") is None
