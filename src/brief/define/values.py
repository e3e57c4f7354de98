"""The values that fields hold: texts, ids, dates, languages, numbers and addresses.

Each reader takes a node and gives the value, or raises the diagnostic that says what is wrong:
the type of a `PydanticCustomError` is the name of the code. Excused scalars pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, NoReturn, TypeAlias

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from brief.define.hints import suggest
from brief.define.languages import LANGUAGE_PATTERN, is_language, language_hint
from brief.define.nodes import Fields, Items, Kind, Scalar
from brief.diag.define_codes import (
    BAD_DATE,
    BAD_ID,
    BAD_LANGUAGE,
    DATE_NOT_A_DAY,
    EMPTY_FIELD,
    OUT_OF_RANGE,
    UNKNOWN_VALUE,
    WRONG_TYPE,
)
from brief.diag.define_text_codes import BAD_LINK, FOLDED_TEXT
from brief.diag.diagnostic import Code
from brief.model.dates import When, WhenError, parse_when
from brief.model.digits import SYSTEMS
from brief.model.ids import make_id
from brief.model.profile import PROFILES

ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_ID = 80
TLP_LEVELS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
DIGEST_PATTERN = r"[0-9a-f]{64}"
ADDRESS_PATTERN = r"https?://[^\s/]+\S*"

_ID = re.compile(rf"{ID_PATTERN}\Z")
_DIGEST = re.compile(rf"{DIGEST_PATTERN}\Z")
_ADDRESS = re.compile(rf"{ADDRESS_PATTERN}\Z")
_EXCUSED_DATE = parse_when("2000-01-01")
_BLOCK = re.compile(r"\s*(?:\Z|[-*+]\s|[0-9]+[.)]\s|#{1,6}\s|[>|]|:::|\{#|\[\^[^\]]*\]:)")
_SHOWN = 40


class FieldModel(BaseModel):
    """Fields that belong together: no others are taken, and none is turned into another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the scalar that it was read from."""

    when: When
    scalar: Scalar


def refuse(code: Code, message: str, *hints: str, span: tuple[int, int] | None = None) -> NoReturn:
    """Refuse a value; the diagnostic stands at the value, or at a `span` of its characters."""
    context = {"message": message, "hints": hints, "span": span}
    raise PydanticCustomError(code.name, "{message}", context)


def read_text(value: Any) -> Scalar:
    """Take a text with something in it; numbers are taken as they are written."""
    if not isinstance(value, Scalar):
        refuse(WRONG_TYPE, f"a text is expected here, not {_kind(value)}", *_quote_hint(value))
    if not value.excused and (value.kind is Kind.NOTHING or not value.strip()):
        refuse(EMPTY_FIELD, "nothing stands here", "write the text, or remove the field")
    return value


def read_prose(value: Any) -> Scalar:
    """Take a text of several blocks, whose line ends have to be kept."""
    scalar = read_text(value)
    if not scalar.excused and any(_BLOCK.match(line) for line in scalar.folded_lines):
        hint = "write `|` after the colon and begin the text on the next line"
        refuse(FOLDED_TEXT, "the line ends of this text are lost", hint)
    return scalar


def read_id(value: Any) -> Scalar:
    """Take an id."""
    scalar = read_text(value)
    if scalar.excused or (_ID.match(scalar) and len(scalar) <= MAX_ID):
        return scalar
    guess = make_id(scalar)
    hint = f"write `{guess}`" if guess else "use lower-case letters a to z, digits and hyphens"
    refuse(BAD_ID, f"`{_shorten(scalar)}` is not an id", hint)


def read_date(value: Any) -> Dated:
    """Take a date as sources give it."""
    scalar = read_text(value)
    if scalar.excused:
        return Dated(_EXCUSED_DATE, scalar)
    try:
        return Dated(parse_when(scalar.text.strip()), scalar)
    except WhenError as error:
        start = min(error.offset, max(0, len(scalar) - 1))
        refuse(BAD_DATE, error.message, error.hint, span=(start, len(scalar)))


def read_day(value: Any) -> Dated:
    """Take a date that is one day without doubt."""
    dated = read_date(value)
    if not dated.when.is_day and not dated.scalar.excused:
        hint = "write year, month and day, such as `2024-06-19`"
        refuse(DATE_NOT_A_DAY, f"`{dated.scalar}` is not one day", hint)
    return dated


def read_language(value: Any) -> Scalar:
    """Take a language tag."""
    scalar = read_text(value)
    if not scalar.excused and not is_language(scalar):
        refuse(BAD_LANGUAGE, f"`{_shorten(scalar)}` is not a language tag", language_hint(scalar))
    return scalar


def read_numbering(value: Any) -> Scalar:
    """Take the name of a numbering system with ten digits."""
    scalar = read_text(value)
    if not scalar.excused and scalar.text not in SYSTEMS:
        usual = "write the name that CLDR has: `latn`, `arab`, `arabext`, `deva`, `fullwide`, …"
        hints = suggest(scalar.text, SYSTEMS) or (usual,)
        refuse(UNKNOWN_VALUE, f"`{_shorten(scalar)}` is not a numbering system", *hints)
    return scalar


def read_address(value: Any) -> Scalar:
    """Take the address of a page on the web."""
    scalar = read_text(value)
    if not scalar.excused and not _ADDRESS.match(scalar):
        hint = "write the whole address, beginning with `https://`"
        refuse(BAD_LINK, f"`{_shorten(scalar)}` is not a web address", hint)
    return scalar


def read_digest(value: Any) -> Scalar:
    """Take a SHA-256 digest in hexadecimal digits."""
    scalar = read_text(value)
    if not scalar.excused and not _DIGEST.match(scalar):
        hint = "write what `sha256sum FILE` prints: 64 digits and letters a to f"
        refuse(WRONG_TYPE, f"`{_shorten(scalar)}` is not a SHA-256 digest", hint)
    return scalar


def read_number(value: Any, lowest: int, highest: int) -> int:
    """Take a whole number within limits."""
    scalar = read_text(value)
    if scalar.excused:
        return lowest
    if scalar.kind is not Kind.NUMBER or not re.match(r"[-+]?[0-9]{1,9}\Z", scalar):
        hint = "write it in digits, without quotation marks"
        refuse(WRONG_TYPE, f"`{_shorten(scalar)}` is not a whole number", hint)
    number = int(scalar)
    if not lowest <= number <= highest:
        limits = f"from {lowest} to {highest}" if highest < 10_000 else f"from {lowest} on"
        refuse(OUT_OF_RANGE, f"{number} is not a number {limits}", f"write a number {limits}")
    return number


def read_share(value: Any) -> float:
    """Take a part of a whole: a number between 0 and 1."""
    scalar = read_text(value)
    if scalar.excused:
        return 0.5
    if scalar.kind not in (Kind.FRACTION, Kind.NUMBER):
        hint = "write it in digits, such as `0.3`"
        refuse(WRONG_TYPE, f"`{_shorten(scalar)}` is not a number", hint)
    share = float(scalar)
    if not 0 < share < 1:
        refuse(OUT_OF_RANGE, f"`{scalar}` is not between 0 and 1", "write a part of 1")
    return share


def read_truth(value: Any) -> bool:
    """Take `true` or `false`."""
    scalar = read_text(value)
    if not scalar.excused and scalar.kind is not Kind.TRUTH:
        refuse(WRONG_TYPE, f"`{_shorten(scalar)}` is neither `true` nor `false`", "write `true`")
    return scalar.text.lower() == "true"


def read_word(value: Any) -> str:
    """Take one of a few words; which, the field says."""
    return read_text(value).text


def make_list(value: Any) -> Any:
    """Take one text for a list of one."""
    return [value] if isinstance(value, Scalar) else value


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, Items) else "fields"


def _quote_hint(value: Any) -> tuple[str, ...]:
    """Flow lists and fields are most often texts that lack their quotation marks."""
    if isinstance(value, Items | Fields):
        return ("write a text; one that begins with `[` or `{` stands in quotation marks",)
    return ()


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _value(read: Callable[[Any], Any], schema: dict[str, Any]) -> tuple[Any, ...]:
    return PlainValidator(read), WithJsonSchema(schema)


_TEXT = {"type": ["string", "number"]}
_DATE = {
    "type": ["string", "integer"],
    "examples": ["2024-06-19", "1991", "late 194X", "1950/1953", "2000/.."],
}

Words: TypeAlias = Annotated[Scalar, *_value(read_text, {**_TEXT, "minLength": 1})]
Prose: TypeAlias = Annotated[Scalar, *_value(read_prose, {"type": "string", "minLength": 1})]
Profile: TypeAlias = Annotated[Scalar, *_value(read_text, {"enum": list(PROFILES)})]
Level: TypeAlias = Annotated[Scalar, *_value(read_text, {"enum": list(TLP_LEVELS)})]
Name: TypeAlias = Annotated[
    Scalar,
    *_value(read_id, {**_TEXT, "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID}),
]
Moment: TypeAlias = Annotated[Dated, *_value(read_date, _DATE)]
Day: TypeAlias = Annotated[
    Dated,
    *_value(read_day, {"type": "string", "examples": ["2024-06-19"]}),
]
Language: TypeAlias = Annotated[
    Scalar,
    *_value(read_language, {"type": "string", "pattern": f"^{LANGUAGE_PATTERN}$"}),
]
Numbering: TypeAlias = Annotated[Scalar, *_value(read_numbering, {"enum": list(SYSTEMS)})]
Address: TypeAlias = Annotated[
    Scalar,
    *_value(read_address, {"type": "string", "pattern": f"^{ADDRESS_PATTERN}$"}),
]
Digest: TypeAlias = Annotated[
    Scalar,
    *_value(read_digest, {"type": "string", "pattern": f"^{DIGEST_PATTERN}$"}),
]
Edition: TypeAlias = Annotated[
    int,
    *_value(partial(read_number, lowest=1, highest=100_000_000), {"type": "integer", "minimum": 1}),
]
Rank: TypeAlias = Annotated[
    int,
    *_value(
        partial(read_number, lowest=0, highest=2), {"type": "integer", "minimum": 0, "maximum": 2}
    ),
]
Height: TypeAlias = Annotated[
    int,
    *_value(
        partial(read_number, lowest=20, highest=230),
        {"type": "integer", "minimum": 20, "maximum": 230},
    ),
]
Share: TypeAlias = Annotated[
    float,
    *_value(read_share, {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
]
Truth: TypeAlias = Annotated[bool, *_value(read_truth, {"type": "boolean"})]
