"""The style sheet that depends on the locale: digits, page numbers in words, hyphens, italics."""

from __future__ import annotations

import re

from brief.model.composition import Stylesheet
from brief.model.digits import Digits
from brief.model.localised import LocalisedBriefing

_PLACEHOLDER = re.compile(r"\{(page|pages)\}")


# Words against the direction of their line that hold markup keep their order in a block only.
_APART = ".apart{display:inline-block}"
_NO_ITALICS = "*,::before,::after{font-style:normal!important}em:not([lang]){font-weight:600}"
# Titles in a script that has italics are set as elsewhere, with apostrophes of that script.
_UPRIGHT = "".join(
    f":not(:lang({tag}))" for tag in ("ar", "fa", "he", "hi", "ja", "ko", "ur", "zh")
)
_ITALIC_TITLES = f"em[lang]{_UPRIGHT}{{font-style:italic!important;font-family:FAMILY}}"


# What style sheets of designs number with: `counter(footnote, figures)`.
_FIGURES = "@counter-style figures{{system:numeric;symbols:{}}}"

# Typefaces have superior figures among Latin digits alone; others are made small and raised.
_NOTE_CALLS = (
    ".fn::footnote-call{font-variant-position:normal;font-size:0.8em;vertical-align:0.35em}"
)


def write_locale_styles(localised: LocalisedBriefing, titles: str) -> Stylesheet:
    """Write the rules that a locale asks for; `titles` are the families for titles in Latin."""
    words = localised.interface.gettext("Page {page} of {pages}")
    symbols = " ".join(quote_css(figure) for figure in localised.digits.figures)
    rules = [_FIGURES.format(symbols), f".folio::after{{content:{_counter_content(words)}}}"]
    if localised.digits != Digits():
        rules.append(_NOTE_CALLS)
    if localised.typography.hyphenate:
        limits = " ".join(str(limit) for limit in localised.typography.hyphenate_limits)
        rules.append(f"html{{hyphenate-limit-chars:{limits}}}")
    else:
        rules.append("html{hyphens:manual}")
    if not localised.typography.italics:
        rules += [_NO_ITALICS, _ITALIC_TITLES.replace("FAMILY", titles)]
    rules.append(_APART)
    return Stylesheet("locale.css", "\n".join(rules))


def quote_css(text: str) -> str:
    """Give `text` as a CSS string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'


def _counter_content(words: str) -> str:
    pieces = _PLACEHOLDER.split(words)
    content = [
        f"counter({piece}, figures)" if index % 2 else quote_css(piece)
        for index, piece in enumerate(pieces)
        if piece
    ]
    return " ".join(content)
