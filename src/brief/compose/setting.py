"""Choose the line ends of everything that is read in sequence, and of titles.

What each kind of text is set in stands in one table; its values are the design's tokens, the
same that the style sheets use. A text whose lines cannot be chosen is left to the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from brief.compose.fonts import TextMeasure, TextStyle, list_families
from brief.compose.inline import InlineWriter
from brief.compose.ragged import Face, Setting, set_ragged
from brief.model.design import Design, Tokens
from brief.model.localised import Typography
from brief.model.text import Freshness, Text

_CITATION_SIZE = 0.84
_OLD_STYLE = ("onum", "pnum")
_LINING = ("lnum",)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of text is set in, as names of tokens; `less` is taken off the measure."""

    family: str
    size: str
    measure: str
    less: float = 0.0
    features: tuple[str, ...] = _OLD_STYLE
    weight: int = 400
    balanced: bool = False
    slant: str = "normal"
    tracking: str = ""


KINDS: Mapping[str, Kind] = {
    "body": Kind("serif", "body", "main"),
    "item": Kind("serif", "body", "main", less=18),
    "summary": Kind("serif", "lead", "main"),
    "point": Kind("sans", "sans", "main", less=18, features=_LINING),
    "callout": Kind("sans", "sans", "main", features=_LINING),
    "figure-note": Kind("sans", "small", "main", features=_LINING),
    "cell": Kind("sans", "table", "main", features=_LINING),
    "caption": Kind("sans", "table", "aside", features=_LINING, weight=600, balanced=True),
    "margin-note": Kind("sans", "margin", "aside", features=_LINING),
    "pull-quote": Kind("serif-head", "pull", "aside", balanced=True, slant="italic"),
    "contents": Kind("sans", "sans", "main", less=70, features=_LINING, balanced=True),
    "running-title": Kind("sans", "small", "main", features=_LINING),
    "running-title-marked": Kind("sans", "small", "main", less=160, features=_LINING),
    "running-publisher": Kind("sans", "small", "margin", features=_LINING, weight=600),
    "title-large": Kind(
        "serif-title", "title-large", "full", weight=600, balanced=True, tracking="title"
    ),
    "title-small": Kind(
        "serif-title", "title-small", "full", weight=600, balanced=True, tracking="title"
    ),
    "deck": Kind("serif-head", "deck", "deck", balanced=True),
    "head": Kind(
        "serif-head", "head", "margin", less=18, features=_LINING, weight=600, balanced=True
    ),
    "head-many": Kind(
        "serif-head", "head", "margin", less=30, features=_LINING, weight=600, balanced=True
    ),
    "head-wide": Kind(
        "serif-head", "head", "margin", less=48, features=_LINING, weight=600, balanced=True
    ),
    "outline": Kind("sans", "margin", "margin", less=42, features=_LINING, balanced=True),
}


class Compositor:
    """Choose line ends for the texts of one briefing in one design."""

    def __init__(self, design: Design, inline: InlineWriter, typography: Typography) -> None:
        """Begin with the fonts and tokens of a design."""
        self._tokens = design.tokens
        self._measure = TextMeasure(design.fonts, inline.language)
        self._inline = inline
        self._typography = typography

    @property
    def line(self) -> str:
        """The distance of lines of running text in CSS pixels."""
        return f"{_pixels(self._tokens, 'measure', 'line'):g}"

    def set_lines(self, text: Text, kind: str, *, indented: bool = False) -> tuple[Text, bool]:
        """Give `text` with chosen line ends, and whether they could be chosen.

        A text that bears a visible mark of its state is left as it is: the mark takes room.
        """
        if text.freshness in (Freshness.MISSING, Freshness.STALE):
            return text, False
        spans = set_ragged(text.spans, self._setting(KINDS[kind], text.language, indented))
        return (text, False) if spans is None else (replace(text, spans=spans), True)

    def write(self, text: Text, kind: str) -> Markup:
        """Write a text with the ends of its lines chosen, where they can be."""
        return self._inline.write(self.set_lines(text, kind)[0])

    def write_optional(self, text: Text | None, kind: str) -> Markup | None:
        """Write a text in the same way if there is one."""
        return None if text is None else self.write(text, kind)

    def count_lines(self, characters: str, kind: str) -> float:
        """Estimate how many lines characters take in a kind's measure, by their width alone."""
        setting = self._setting(KINDS[kind], self._inline.language, indented=False)
        return setting.widths(characters, Face()) / setting.measure

    def _setting(self, kind: Kind, language: str, indented: bool) -> Setting:
        indent = _pixels(self._tokens, "measure", "indent") if indented else 0.0
        return Setting(
            measure=_pixels(self._tokens, "measure", kind.measure) - kind.less - 0.5,
            indent=indent,
            language=language,
            widths=lambda text, face: self._width(text, face, kind),
            weak=self._typography.weak_words,
            render_solid=self._inline.print_solid,
            divide=self._typography.hyphenate,
            balanced=kind.balanced,
        )

    def _width(self, text: str, face: Face, kind: Kind) -> float:
        size = _pixels(self._tokens, "size", kind.size)
        family, features = kind.family, kind.features
        italics = self._typography.italics
        if face.role == "citation":
            family, features, size = "sans", _LINING, size * _CITATION_SIZE
        elif face.role == "note":
            family, features = "superior", ("sups",)
        style = TextStyle(
            families=list_families(self._tokens.get("family", family)),
            size=size,
            weight=600 if face.bold or (face.italic and not italics) else kind.weight,
            slant=("italic" if face.italic else kind.slant) if italics else "normal",
            features=features,
        )
        tracking = float(self._tokens.get("tracking", kind.tracking)) if kind.tracking else 0.0
        return self._measure.width(text, style) + tracking * size * len(text)


def _pixels(tokens: Tokens, group: str, name: str) -> float:
    return float(tokens.get(group, name).removesuffix("px"))
