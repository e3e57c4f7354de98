"""See to it before any page is made that every character of a briefing has a shape.

A script whose typefaces do not ship is told with the command that adds them; a character that no
typeface has is named at the text it stands in. Otherwise readers would see empty boxes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from brief.compose.design import OWN
from brief.compose.fonts import collect_coverage, list_families, missing_characters
from brief.compose.scripts import find_scripts
from brief.diag.collector import Collector
from brief.diag.compose_codes import FONT_MISSING, NO_GLYPH
from brief.model.design import Design, FontSet
from brief.model.localised import LocalisedBriefing
from brief.model.text import plain_text
from brief.model.walk import iterate_texts

_STACKS = ("serif", "sans")  # what is read is set in one of these


def check_coverage(
    localised: LocalisedBriefing, fitted: Design, general: Design, collector: Collector
) -> bool:
    """Tell whether a briefing has all typefaces that its texts need; what it lacks is reported.

    `fitted` is the design as it is for the briefing, `general` that for all.
    """
    lacking = _find_lacking_set(localised, fitted)
    if lacking is None:
        return not _report_characters(localised, fitted, general, collector)
    tag = localised.locale.tag
    briefing = localised.briefing
    choice = "language" if tag == briefing.language else f"locales/{tag}"
    message = f"the typefaces for `{tag}` do not ship, and the project has not added them"
    hint = f"run `brief fonts add {lacking.id}`"
    collector.report(FONT_MISSING, message, briefing.places.get(choice), hint)
    return False


def _find_lacking_set(localised: LocalisedBriefing, fitted: Design) -> FontSet | None:
    """Give the typefaces of a locale's own script if the project lacks any of them."""
    had = {face.family for face in fitted.fonts}
    named = {family for stack in _STACKS for family in _families(fitted, stack)}
    own = (fonts for fonts in fitted.sets if fonts.script == localised.typography.script)
    return next((fonts for fonts in own if (fonts.families & named) - had), None)


def _report_characters(
    localised: LocalisedBriefing, fitted: Design, general: Design, collector: Collector
) -> bool:
    """Report the characters of each text that a stack of typefaces lacks; tell if there are any."""
    covered = [collect_coverage(_families(fitted, stack), fitted.fonts) for stack in _STACKS]
    reported = False
    for text in iterate_texts(localised.briefing):
        plain = unicodedata.normalize("NFC", plain_text(text.spans))
        lost = dict.fromkeys(char for known in covered for char in missing_characters(plain, known))
        if lost:
            named = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in lost)
            message = f"in `{localised.locale.tag}`, no typeface has {named}"
            collector.report(NO_GLYPH, message, text.place, *_advise(lost, general))
            reported = True
    return reported


def _advise(characters: Iterable[str], general: Design) -> Iterator[str]:
    """Name the commands that add typefaces in which the characters could be."""
    scripts = {script for char in characters for script in find_scripts(char)}
    had = {face.file.split("/")[1] for face in general.fonts if face.file.startswith(OWN)}
    known = [fonts.id for fonts in general.sets if fonts.script in scripts and fonts.id not in had]
    if known:
        yield f"run `brief fonts add {' '.join(known)}`"
    else:
        yield "write another character"


def _families(design: Design, stack: str) -> tuple[str, ...]:
    return list_families(design.tokens.values.get("family", {}).get(stack, ""))
