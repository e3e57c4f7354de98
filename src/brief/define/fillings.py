"""Read what every language writes in its own way: `[1234.5]{number}`, `[KP]{name}`.

The brackets hold a figure or a code that no language writes, the braces what it stands for. In
columns of tables, the attribute of the column says so for all cells.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from brief.define.problems import Problem
from brief.diag.define_text_codes import BAD_ATTRIBUTE, BAD_FIGURE
from brief.model.text import Measure, Quantity, Toponym

_ATTRIBUTE = re.compile(r"\s*(?P<kind>[a-z]+)\s*(?:=\s*[\"']?(?P<of>[^\s\"']*)[\"']?)?\s*\Z")
_FIGURE = re.compile(r"[-\u2212]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?\Z")
_PLACE = re.compile(r"(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)*)\Z")
_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_UNIT = re.compile(r"[a-z]+(?:-[a-z0-9]+)*\Z")
_MOST_DIGITS = 18
_KINDS = ("number", "percent", "currency", "unit", "name")
_FORMS = ("short", "formal")


class Filling(NamedTuple):
    """What an attribute asks for: its kind, and what comes behind the equals sign."""

    kind: str
    of: str


def read_filling(attribute: str) -> Filling | str | None:
    """Read an attribute; None if it asks for something else, a hint if it is not complete."""
    found = _ATTRIBUTE.match(attribute)
    if found is None or found["kind"] not in _KINDS:
        return None
    kind, of = found["kind"], found["of"] or ""
    match kind:
        case "number" if of not in ("", "words"):
            return "write `number`, or `number=words` for millions in words"
        case "percent" if of:
            return "write `percent`"
        case "currency" if not _CURRENCY.match(of):
            return "name the currency by its code in ISO 4217, such as `currency=USD`"
        case "unit" if not _UNIT.match(of):
            return "name the unit as CLDR does, such as `unit=kilometer`"
        case "name" if of not in ("", *_FORMS):
            return "write `name`, or `name=formal` for the full name of the state"
        case _:
            return Filling(kind, of)


def fill(
    text: str, filling: Filling, start: int, *, short: bool = False
) -> Quantity | Toponym | Problem:
    """Make the element of a text; one that does not fit is a problem of its characters."""
    end = start + len(text)
    if filling.kind == "name":
        if _PLACE.match(text):
            return Toponym(text, filling.of or "short")
        hint = "write the two capital letters of ISO 3166, such as `KP`, or the id of a place"
        return Problem(
            BAD_FIGURE, f"`{text}` is not the code of a country or place", start, end, (hint,)
        )
    if not _FIGURE.match(text) or sum(map(str.isdigit, text)) > _MOST_DIGITS:
        hint = "write digits with a decimal point, such as `1234.5`, and nothing else"
        return Problem(BAD_FIGURE, f"`{text}` is not a figure", start, end, (hint,))
    value = Decimal(re.sub(r"[ \u00a0\u202f]", "", text).replace("\u2212", "-"))
    measure = Measure.WORDS if filling.of == "words" else Measure(filling.kind)
    of = filling.of if measure in (Measure.CURRENCY, Measure.UNIT) else ""
    return Quantity(value, measure, of, short)


def refuse_attribute(braces: str, start: int, end: int, hint: str = "") -> Problem:
    """Say that an attribute in braces is not understood."""
    known = hint or "write the language of the text as `{lang=ru}`, or `{number}` for a figure"
    return Problem(BAD_ATTRIBUTE, f"`{braces}` is not understood here", start, end, (known,))
