"""Timelines: takes a timeline with worded dates, gives the figure as HTML, CSS and drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from brief.compose.timeline.alternative import write_alternative
from brief.compose.timeline.legend import list_legend
from brief.compose.timeline.markup import Drawings, write_css, write_legend, write_undated
from brief.compose.timeline.statements import read_statements
from brief.compose.timeline.style import list_looks, read_style
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


def compose_timeline(
    timeline: Timeline,
    dates: Mapping[str, str],
    language: str,
    direction: str,
    interface: NullTranslations,
    tokens: Tokens,
    fonts: tuple[FontFace, ...],
) -> TimelineMarkup:
    """Compose the figure of a timeline; `dates` are worded, by `<timeline>/<entry>`."""
    style = read_style(tokens, fonts, language)
    looks = list_looks(timeline.categories, style)
    statements = read_statements(timeline, dates, looks, language)
    drawings = Drawings()
    body = write_vertical(statements, style, interface, drawings, direction)
    side = "left" if direction == "ltr" else "right"
    legend = list_legend(statements, timeline.categories, looks, interface, style)
    html = (
        f'<div class="tl tl-vertical">\n{body}'
        + write_legend(legend, drawings, label=interface.gettext("Not to scale."), start=side)
        + write_undated(statements.undated, interface)
        + "</div>\n"
    )
    return TimelineMarkup(
        html=html,
        css=write_css(style, direction),
        resources=drawings.resources,
        form=Form.VERTICAL.value,
        why="",
        alt=write_alternative(statements, interface),
    )
