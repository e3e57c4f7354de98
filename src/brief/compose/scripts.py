"""Fit a design to the scripts of a text: sizes, leading and typefaces, and no font too many.

A design's `tokens.toml` may say other values for a script (ISO 15924), as in `[script.Arab.size]`.
Scripts of which only single words occur lend their typefaces to the end of every stack, so that
a name in Korean letters is printed in a German text, and fonts that no character needs are left
out: those of Korean alone weigh as much as all others. Style sheets called `*.rtl.css` count for
pages that are written from right to left only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from brief.compose.fonts import list_families
from brief.model.design import Design, Tokens
from brief.model.localised import LocalisedBriefing
from brief.model.text import plain_text
from brief.model.walk import iterate_texts

MIRRORED = ".rtl.css"

_HAN = re.compile("[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_CHARACTERS = {
    "Arab": re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
    "Hebr": re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"),
    "Deva": re.compile("[\u0900-\u097f\ua8e0-\ua8ff]"),
    "Kore": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    **dict.fromkeys(("Hans", "Hant", "Jpan"), _HAN),
}


def fit_design(design: Design, localised: LocalisedBriefing) -> Design:
    """Give the design as it is for the script of a locale, with the fonts that its texts need."""
    tokens = _overlay(design.tokens, localised.typography.script)
    for script in _foreign_scripts(localised):
        tokens = _lend(tokens, design, script)
    named = set(_families(tokens))
    fonts = tuple(face for face in design.fonts if face.family in named)
    mirrored = localised.locale.direction == "rtl"
    sheets = tuple(
        sheet for sheet in design.stylesheets if mirrored or not sheet.name.endswith(MIRRORED)
    )
    return replace(design, tokens=tokens, fonts=fonts, stylesheets=sheets)


def _overlay(tokens: Tokens, script: str) -> Tokens:
    changed = {group: dict(values) for group, values in tokens.values.items()}
    for group, values in tokens.scripts.get(script, {}).items():
        changed.setdefault(group, {}).update(values)
    return Tokens(changed)


def find_scripts(char: str) -> tuple[str, ...]:
    """Name the scripts other than Latin that a character belongs to; Han ones share theirs."""
    return tuple(script for script, known in _CHARACTERS.items() if known.match(char))


def _lend(tokens: Tokens, design: Design, script: str) -> Tokens:
    """Put the families of a script, as far as they are there, behind those of every stack."""
    there = {face.family for face in design.fonts}
    lent = design.tokens.scripts.get(script, {}).get("family", {})
    stacks = {}
    for name, stack in tokens.values.get("family", {}).items():
        known = list_families(stack)
        wanted = there.difference(known)
        more = [family for family in list_families(lent.get(name, "")) if family in wanted]
        stacks[name] = ", ".join([stack, *(f'"{family}"' for family in more)])
    return Tokens({**tokens.values, "family": stacks})


def _foreign_scripts(localised: LocalisedBriefing) -> Iterator[str]:
    own = localised.typography.script
    texts = [plain_text(text.spans) for text in iterate_texts(localised.briefing)]
    text = "\n".join((*texts, localised.digits.figures))
    for script, characters in _CHARACTERS.items():
        if script != own and characters.search(text):
            yield script


def _families(tokens: Tokens) -> Iterator[str]:
    for stack in tokens.values.get("family", {}).values():
        yield from list_families(stack)
