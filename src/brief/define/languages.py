"""Language tags (BCP 47) in the form that definitions use: language, script and region."""

from __future__ import annotations

import re

LANGUAGE_PATTERN = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"

_LANGUAGE = re.compile(rf"{LANGUAGE_PATTERN}\Z")


def is_language(text: str) -> bool:
    """Tell whether a text has the form of a language tag."""
    return _LANGUAGE.match(text) is not None


def language_hint(text: str) -> str:
    """Say how a language tag is written, with a guess from what stands there."""
    parts = text.strip().replace("_", "-").split("-")
    forms = [
        part.lower() if number == 0 else part.title() if len(part) == 4 else part.upper()
        for number, part in enumerate(parts)
    ]
    guess = "-".join(forms)
    return f"write `{guess}`" if is_language(guess) else "write a tag such as `de` or `zh-Hans`"
