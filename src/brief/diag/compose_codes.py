"""Codes of what is found while a briefing is composed: mistakes in a design, figures in vain."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

UNKNOWN_TOKEN = Code(
    "compose.unknown-token",
    Severity.ERROR,
    "a style sheet that asks for a token the design lacks",
    "Style sheets write `var(--group-name)` for a value of `tokens.toml`; this one is not there, "
    "so the rule would have no meaning.",
    "Correct the name, or add the value to the `tokens.toml` of the design.",
)
INK_MISTAKE = Code(
    "compose.ink-mistake",
    Severity.ERROR,
    "an ink that cannot be used",
    "`[ink]` in `tokens.toml` says what the profile `press` prints for a colour of the same name: "
    "shares of cyan, magenta, yellow and black in per cent, or a spot colour with what stands for "
    "it where there is no plate of its own.",
    "Correct the ink, or remove it; the colour is then turned into the four process colours.",
)
TEMPLATE_MISTAKE = Code(
    "compose.template-mistake",
    Severity.ERROR,
    "a mistake in a template",
    "A template of the design is not Jinja2 syntax, or shows something that does not exist. "
    "What templates may show is described in `src/brief/compose/view.py`.",
    "Correct the line, or remove your own copy of the template so that ours is used.",
)

FIGURE_TOO_HIGH = Code(
    "compose.figure-too-high",
    Severity.WARNING,
    "a timeline that has no room in the form or height that is asked for",
    "The drawing is kept low by setting the labels anew, and by moving entries of rank 2 (and of "
    "rank 1, where `height_mm` is given) into a list below it. Here that was not enough, so the "
    "timeline is drawn higher than asked for, or as a list.",
    "Give more entries the rank 2, shorten titles with `short`, allow more height, or choose "
    "another `form`.",
)

FONT_MISSING = Code(
    "compose.font-missing",
    Severity.ERROR,
    "a locale whose typefaces are not there",
    "The typefaces of some scripts are too large to ship with `brief`, and this project has not "
    "added them. Without them every letter would be an empty box.",
    "Run `brief fonts add` with the locale; `brief fonts list` tells which typefaces a project "
    "has.",
)
NO_GLYPH = Code(
    "compose.no-glyph",
    Severity.ERROR,
    "a character that no typeface of the briefing has",
    "None of the typefaces in which a text is set has a shape for a character, so readers would "
    "see an empty box. Fonts of the machine are never used, since another machine would print "
    "another page.",
    "Write another character, or add typefaces that have it with `brief fonts add`.",
)

ALL: tuple[Code, ...] = (
    UNKNOWN_TOKEN,
    INK_MISTAKE,
    TEMPLATE_MISTAKE,
    FIGURE_TOO_HIGH,
    FONT_MISSING,
    NO_GLYPH,
)
