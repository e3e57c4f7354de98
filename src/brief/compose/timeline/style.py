"""How timelines look: sizes, colours and strokes, from the tokens of the design.

Lengths are CSS pixels. No text is smaller than 7 pt (9.333 px), no line thinner than 0.45 pt
(0.6 px). Categories differ by shape first and by grey value second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from brief.compose.fonts import TextMeasure, TextStyle, list_families
from brief.model.design import FontFace, Tokens
from brief.model.timeline import Category, Shape, Timeline

MILLIMETRE = 96 / 25.4
MAX_HEIGHT = 120 * MILLIMETRE
MAX_SHIFT = 4 * MILLIMETRE
MAX_LEADER = 45 * MILLIMETRE
_HALF_GUTTER = 12.0


@dataclass(frozen=True, slots=True)
class Look:
    """The shape and colour of a category."""

    shape: Shape
    colour: str


@dataclass(frozen=True, slots=True)
class Style:
    """The measures of one design, with a measure for text in `language`.

    `width` is that of the figure, `length` the height of the text of a page; words beside others
    begin at `offset` and are `column` wide.
    """

    width: float
    length: float
    offset: float
    column: float
    house: str
    tint: str
    ink: str
    muted: str
    third: str
    hair: str
    paper: str
    title: TextStyle
    date: TextStyle
    span_date: TextStyle
    era: TextStyle
    era_date: TextStyle
    axis: TextStyle
    legend: TextStyle
    title_leading: float
    small_leading: float
    text: TextMeasure
    language: str

    @property
    def rail(self) -> float:
        """Where the axis of the vertical form runs: in the middle of the gutter."""
        return self.offset - _HALF_GUTTER


def read_style(tokens: Tokens, fonts: tuple[FontFace, ...], language: str) -> Style:
    """Take the values that figures need from the tokens of a design."""
    families = list_families(tokens.get("family", "sans"))
    margin, small, micro = (_pixels(tokens.get("size", name)) for name in _SIZES)
    page = partial(tokens.get, "measure")
    lining = ("lnum",)
    semibold = TextStyle(families, small, 600, features=lining)
    regular = TextStyle(families, small, features=lining)
    return Style(
        width=_pixels(tokens.get("measure", "full")),
        length=_pixels(page("page-height")) - _pixels(page("top")) - _pixels(page("bottom")),
        offset=_pixels(tokens.get("measure", "offset")),
        column=_pixels(tokens.get("measure", "main")),
        house=tokens.get("colour", "house"),
        tint=tokens.get("colour", "house-tint"),
        ink=tokens.get("colour", "ink"),
        muted=tokens.get("colour", "grey-text"),
        third=tokens.get("colour", "grey-mark"),
        hair=tokens.get("colour", "grey-line"),
        paper=tokens.get("colour", "paper"),
        title=TextStyle(families, margin, features=lining),
        date=semibold,
        span_date=TextStyle(families, margin, 600, features=lining),
        era=semibold,
        era_date=regular,
        axis=TextStyle(families, micro, features=("lnum", "tnum")),
        legend=TextStyle(families, micro, features=lining),
        title_leading=_pixels(tokens.get("leading", "margin")),
        small_leading=_pixels(tokens.get("leading", "small")),
        text=TextMeasure(fonts, language),
        language=language,
    )


_SIZES = ("margin", "small", "micro")


def merge_categories(timelines: Sequence[Timeline]) -> tuple[Category, ...]:
    """Give the categories of timelines that share a figure, each id once, their shapes apart."""
    merged: dict[str, Category] = {}
    for category in (category for each in timelines for category in each.categories):
        if category.id in merged:
            continue
        taken = {other.shape for other in merged.values()}
        free = (shape for shape in Shape if shape not in taken)
        shape = next(free, category.shape) if category.shape in taken else category.shape
        merged[category.id] = replace(category, shape=shape)
    return tuple(merged.values())


def list_looks(categories: tuple[Category, ...], style: Style) -> dict[str | None, Look]:
    """Give the look of every category by id; entries without a category have the look `None`."""
    colours = (style.house, style.ink, style.third)
    looks: dict[str | None, Look] = {None: Look(Shape.CIRCLE, style.house)}
    for index, category in enumerate(categories):
        looks[category.id] = Look(category.shape, colours[index % len(colours)])
    return looks


def _pixels(value: str) -> float:
    return float(value.removesuffix("px"))
