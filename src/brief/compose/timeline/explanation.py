"""Sentences on how a drawing is to be read: what stands elsewhere, where the scale changes."""

from __future__ import annotations

from gettext import NullTranslations

from brief.compose.timeline.forms import Choice
from brief.model.digits import Digits


def explain_drawing(
    choice: Choice, left_out: int, interface: NullTranslations, digits: Digits
) -> str:
    """Say what a reader of the drawing has to know; nothing if it explains itself."""
    sentences = []
    if left_out:
        sentence = interface.ngettext(
            "{number} entry of lesser importance stands in the list below the drawing.",
            "{number} entries of lesser importance stand in the list below the drawing.",
            left_out,
        )
        sentences.append(sentence.format(number=digits.write(left_out)))
    if choice.plan and choice.plan.scale.breaks:
        sentences.append(
            interface.gettext(
                "The scale of the axis changes at each double stroke; "
                "the strip below shows the whole period to true scale."
            )
        )
    return " ".join(sentences)
