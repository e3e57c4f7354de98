"""Timelines: takes a timeline with worded dates, gives the figure as HTML, CSS and drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from brief.compose.timeline.alternative import write_alternative
from brief.compose.timeline.axis import AxisWords
from brief.compose.timeline.horizontal import Plan, plan_horizontal
from brief.compose.timeline.legend import list_legend
from brief.compose.timeline.markup import (
    Drawings,
    write_css,
    write_figure,
    write_legend,
    write_undated,
)
from brief.compose.timeline.statements import Statements, read_statements
from brief.compose.timeline.style import (
    MAX_HEIGHT,
    MAX_SHIFT,
    MILLIMETRE,
    Style,
    list_looks,
    read_style,
)
from brief.compose.timeline.vertical import write_vertical
from brief.model.composition import Resource
from brief.model.design import FontFace, Tokens
from brief.model.timeline import Form, Timeline


@dataclass(frozen=True, slots=True)
class TimelineMarkup:
    """A figure without its title: the body, what it needs, and what can be said of it.

    `form` is `horizontal` or `vertical`, `why` the reason for it, `alt` the whole in words.
    """

    html: str
    css: str
    resources: Mapping[str, Resource]
    form: str
    why: str
    alt: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a figure stands in: the page's language and direction, its words and its design.

    `months` are the names for the axis, January first; `weak` words do not like the end of a line.
    """

    language: str
    direction: str
    interface: NullTranslations
    months: tuple[str, ...]
    tokens: Tokens
    fonts: tuple[FontFace, ...]
    weak: frozenset[str] = frozenset()


def compose_timeline(
    timeline: Timeline, dates: Mapping[str, str], around: Surroundings
) -> TimelineMarkup:
    """Compose the figure of a timeline; `dates` are worded, by `<timeline>/<entry>`."""
    style = read_style(around.tokens, around.fonts, around.language)
    looks = list_looks(timeline.categories, style)
    statements = read_statements(timeline, dates, looks, around.language)
    drawings = Drawings()
    plan, why = _choose_form(timeline.form, statements, style, around)
    if plan is None:
        form = Form.VERTICAL
        body = write_vertical(statements, style, around.interface, drawings, around.direction)
        label = around.interface.gettext("Not to scale.")
    else:
        form, label = Form.HORIZONTAL, ""
        body = write_figure(plan.scene, drawings, around.direction)
    legend = list_legend(statements, timeline.categories, looks, around.interface, style)
    start = "left" if around.direction == "ltr" else "right"
    return TimelineMarkup(
        html=(
            f'<div class="tl tl-{form.value}">\n{body}'
            + write_legend(legend, drawings, label=label, start=start)
            + write_undated(statements.undated, around.interface)
            + "</div>\n"
        ),
        css=write_css(style, around.direction),
        resources=drawings.resources,
        form=form.value,
        why=why,
        alt=write_alternative(statements, around.interface),
    )


def _choose_form(
    wanted: Form, statements: Statements, style: Style, around: Surroundings
) -> tuple[Plan | None, str]:
    """Plan the horizontal form, or give None for the vertical one, with the reason."""
    if wanted is Form.VERTICAL:
        return None, "the definition asks for it"
    if not statements.moments and not statements.spans:
        return None, "there is nothing to place on an axis"
    plan = plan_horizontal(statements, style, find_axis_words(style, around))
    if plan is None:
        return None, f"{len(statements.moments)} events do not stand beside each other"
    if wanted is Form.HORIZONTAL:
        return plan, "the definition asks for it"
    if plan.scene.height > MAX_HEIGHT:
        height, limit = plan.scene.height / MILLIMETRE, MAX_HEIGHT / MILLIMETRE
        return None, f"a figure would be {height:.0f} mm high, more than {limit:.0f} mm"
    if plan.shift > MAX_SHIFT:
        shift, limit = plan.shift / MILLIMETRE, MAX_SHIFT / MILLIMETRE
        return None, f"a pole would stand {shift:.1f} mm from its date, more than {limit:.0f} mm"
    return plan, "everything fits on an axis"


def find_axis_words(style: Style, around: Surroundings) -> AxisWords:
    """Give what the labels of an axis need."""
    before = around.interface.gettext("{year} BC")
    of_year = around.interface.gettext("{month} {year}")
    return AxisWords(
        width=lambda text: style.text.width(text, style.axis),
        months=around.months,
        before_christ=lambda year: before.format(year=year),
        month_of_year=lambda month, year: of_year.format(month=month, year=year),
        weak=around.weak,
    )
