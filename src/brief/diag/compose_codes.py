"""Codes of what is found while a briefing is composed: mistakes in the files of a design."""

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
TEMPLATE_MISTAKE = Code(
    "compose.template-mistake",
    Severity.ERROR,
    "a mistake in a template",
    "A template of the design is not Jinja2 syntax, or shows something that does not exist. "
    "What templates may show is described in `src/brief/compose/view.py`.",
    "Correct the line, or remove your own copy of the template so that ours is used.",
)

ALL: tuple[Code, ...] = (UNKNOWN_TOKEN, TEMPLATE_MISTAKE)
