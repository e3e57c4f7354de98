"""Inline elements as HTML: references within sentences and at their beginning."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from brief.compose.inline import InlineWriter
from brief.compose.numbering import Numbering
from brief.localise.typography import load_typography
from brief.model.text import Inline, Reference, Str, Strong

LABELS = {"map": "Рисунок 1", "talks": "Section 2"}
REFERENCE = Reference("map")


def _write(*spans: Inline, language: str = "ru") -> str:
    small = load_typography(language).small_references
    numbering = Numbering(LABELS, {}, {})
    writer = InlineWriter(language, NullTranslations(), numbering, {}, small_references=small)
    return writer.write_spans(spans).striptags().replace("\u00a0", " ")


WITHIN = {
    "in brackets": ((Str("Так и было ("), REFERENCE, Str(").")), "Так и было (рисунок 1)."),
    "after a word": ((Str("Это показывает "), REFERENCE, Str(".")), "Это показывает рисунок 1."),
    "after a colon": ((Str("См.: "), REFERENCE), "См.: рисунок 1"),
}
BEGINNING = {
    "of a text": ((REFERENCE, Str(" показывает.")), "Рисунок 1 показывает."),
    "of a sentence": ((Str("Так и было. "), REFERENCE), "Так и было. Рисунок 1"),
    "of a sentence in brackets": ((Str("Было? («"), REFERENCE), "Было? («Рисунок 1"),
    "of what is emphasised": ((Str("Вот "), Strong((REFERENCE,))), "Вот Рисунок 1"),
}


@pytest.mark.parametrize("name", WITHIN)
def test_references_within_a_sentence_have_small_letters(name: str) -> None:
    """French, Russian and Spanish write "figure 1" in running text."""
    spans, wanted = WITHIN[name]
    assert _write(*spans) == wanted


@pytest.mark.parametrize("name", BEGINNING)
def test_references_at_the_beginning_have_capitals(name: str) -> None:
    """So do those of which nobody knows what is before them."""
    spans, wanted = BEGINNING[name]
    assert _write(*spans) == wanted


@pytest.mark.parametrize("language", ["en", "de", "ar", "zh-Hans", "ko"])
def test_other_languages_keep_their_labels(language: str) -> None:
    """Where the label is a name, or there are no capitals, it is the same everywhere."""
    assert _write(Str("see "), Reference("talks"), language=language) == "see Section 2"
