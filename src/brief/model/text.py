"""Text: what is read, translated and typeset, as a small tree of inline elements."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from brief.diag.diagnostic import Place


@dataclass(frozen=True, slots=True)
class Str:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised text; how it looks depends on the script."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly emphasised text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Literal text: identifiers, file names."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an `https:`, `http:` or `mailto:` address, or to `#id` in the briefing."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference without text of its own: the number of the target stands for it."""

    target: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source in a citation; `locator` is free text such as `3` or `12–14`.

    `label` is the CSL term of the locator (`page`, `article`, `paragraph`, …) or empty.
    """

    source: str
    label: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One or more sources that a statement rests on."""

    cited: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The call of a footnote."""

    footnote: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language (a BCP 47 tag)."""

    language: str
    children: tuple[Inline, ...]


class Measure(Enum):
    """What a quantity counts; `WORDS` is a number with its millions in words."""

    NUMBER = "number"
    WORDS = "words"
    PERCENT = "percent"
    CURRENCY = "currency"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that each language writes in its own way; localised texts have none.

    `of` is a currency (ISO 4217) or a unit (CLDR); `short` asks for its sign.
    """

    value: Decimal
    measure: Measure
    of: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Toponym:
    """A country (ISO 3166) or place by its name, `short` or `formal`; localised texts have none."""

    code: str
    form: str = "short"


Inline: TypeAlias = (
    Str
    | Emphasis
    | Strong
    | CodeSpan
    | Link
    | Reference
    | Citation
    | FootnoteMark
    | Foreign
    | Quantity
    | Toponym
)


class Freshness(Enum):
    """How a text stands to the definition's own language."""

    ORIGINAL = "original"
    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Text:
    """One unit of translation: a paragraph, heading, cell, caption, label or note.

    `key` is the path of ids from the briefing (`russia-north-korea/background/origin`), stable
    over editions; `kind` says what the unit is (`paragraph`, `heading`, `label`, …).
    `source` is the Markdown in the definition's language on one line: the `msgid` of catalogues.
    `spans` is what will be printed, in `language`.
    """

    key: str
    kind: str
    source: str
    spans: tuple[Inline, ...]
    language: str
    freshness: Freshness = Freshness.ORIGINAL
    place: Place | None = None


def plain_text(spans: tuple[Inline, ...]) -> str:
    """Give the characters of inline elements without marks, notes and citations."""
    parts: list[str] = []
    for span in spans:
        match span:
            case Str(text) | CodeSpan(text):
                parts.append(text)
            case Emphasis(children) | Strong(children) | Link(_, children) | Foreign(_, children):
                parts.append(plain_text(children))
            case Quantity(value):
                parts.append(f"{value:f}")
            case Toponym(code):
                parts.append(code)
            case _:
                pass
    return "".join(parts)
