"""Read the inks of a design: what the press prints for the colours of its tokens.

`[ink]` in `tokens.toml` repeats names of `[colour]`. A colour without an ink of its own is turned
into the four process colours by the profile of the printing condition.
"""

from __future__ import annotations

import re

from brief.compose.design import INKS
from brief.model.design import Tokens
from brief.model.ink import Ink, Inks, Process

_PROCESS = r"cmyk\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)"
_FORM = re.compile(
    rf'(?:spot\(\s*"(?P<spot>[^"]+)"(?:\s+(?P<tint>[\d.]+)%)?\s*,\s*)?{_PROCESS}(?P<end>\s*\))?'
)
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class InkMistakeError(Exception):
    """An ink that cannot be read or has no colour; `hint` says what could be."""

    def __init__(self, name: str, message: str, hint: str) -> None:
        """Name the token, what is wrong with it, and a remedy."""
        self.message = f"the ink `{name}` {message}"
        self.hint = hint
        super().__init__(self.message)


def read_inks(tokens: Tokens) -> Inks:
    """Give the inks of a design by the colours that they stand for."""
    inks: dict[str, Ink] = {}
    for name, written in tokens.values.get(INKS, {}).items():
        colour = tokens.values.get("colour", {}).get(name, "").lower()
        if not _COLOUR.fullmatch(colour):
            hint = f'add `{name} = "#…"` to `[colour]`, or remove the ink'
            raise InkMistakeError(name, "stands for no colour of the design", hint)
        ink = _read_ink(name, written)
        if inks.setdefault(colour, ink) != ink:
            hint = "give one of the two colours a value of its own"
            raise InkMistakeError(name, f"and another both stand for `{colour}`", hint)
    return inks


def _read_ink(name: str, written: str) -> Ink:
    found = _FORM.fullmatch(written.strip())
    if found is None or bool(found["spot"]) != bool(found["end"]):
        hint = 'write `cmyk(75 0 10 75)` or `spot("HKS 43 K" 20%, cmyk(100 70 0 10))`'
        raise InkMistakeError(name, f"cannot be read: `{written}`", hint)
    cyan, magenta, yellow, black = (_share(name, found[at]) for at in range(3, 7))
    process: Process = (cyan, magenta, yellow, black)
    if not found["spot"]:
        return Ink(process)
    return Ink(process, found["spot"], _share(name, found["tint"] or "100"))


def _share(name: str, written: str) -> float:
    """Read per cent of a solid as a share."""
    try:
        share = float(written) / 100
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise InkMistakeError(name, f"has a share of `{written}`", "shares are 0 to 100 per cent")
    return share
