"""The legend: one entry for each kind of mark that a figure really has, and no other."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from brief.compose.timeline.markers import (
    RADIUS,
    draw_arrow_head,
    draw_bracket,
    draw_fading_comb,
    draw_marker,
)
from brief.compose.timeline.scene import Area, Mark, Scene, rectangle
from brief.compose.timeline.statements import Border, Statements
from brief.compose.timeline.style import Look, Style
from brief.model.text import plain_text
from brief.model.timeline import Category, Shape

HEIGHT = 14.0
_MIDDLE = HEIGHT / 2


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign as a small scene of its own, and its meaning; the scene may be empty."""

    sign: Scene
    meaning: str


def list_legend(
    statements: Statements,
    categories: tuple[Category, ...],
    looks: dict[str | None, Look],
    interface: NullTranslations,
    style: Style,
) -> tuple[LegendEntry, ...]:
    """List the categories and the signs of doubt that occur in the statements."""
    entries = [
        LegendEntry(_sign(_marker(looks[category.id], style)), plain_text(category.label.spans))
        for category in categories
        if _is_used(looks[category.id], statements)
    ]
    return (*entries, *_list_doubts(statements, interface, style))


def _is_used(look: Look, statements: Statements) -> bool:
    return any(entry.look is look for entry in statements.in_time())


def _list_doubts(
    statements: Statements, interface: NullTranslations, style: Style
) -> list[LegendEntry]:
    _ = interface.gettext
    moments, spans = statements.moments, statements.spans
    borders = {border for span in spans for border in (span.start, span.end)}
    grey = Look(Shape.CIRCLE, style.muted)
    entries = []
    if any(moment.vague or moment.doubted for moment in moments):
        entries.append(LegendEntry(_sign(_marker(grey, style, hollow=True)), _("date not exact")))
    if any(moment.choice for moment in moments):
        entries.append(LegendEntry(_choice_sign(style), _("at some time in this period")))
    if Border.VAGUE in borders:
        comb = draw_fading_comb(0.6, 20, 3, 11, style.muted, role="legend")
        entries.append(LegendEntry(_sign(comb, 20), _("beginning or end not exact")))
    if any(span.doubted for span in spans):
        ring = rectangle(0.7, 3.7, 19.3, 10.3)
        box = Area((ring,), style.paper, "legend", "", style.muted, 1.4)
        entries.append(LegendEntry(_sign(box, 20), _("period uncertain")))
    if Border.OPEN in borders:
        bar = Area((rectangle(0, 4, 13, 10),), style.muted, "legend")
        arrow = draw_arrow_head(13, 4, 10, 7, style.muted, role="legend")
        entries.append(LegendEntry(Scene(20, HEIGHT, (bar, arrow)), _("continues")))
    if Border.UNKNOWN in borders:
        comb = draw_fading_comb(20, 0.6, 3, 11, style.muted, role="legend")
        entries.append(LegendEntry(_sign(comb, 20), _("beginning or end unknown (?)")))
    return entries


def _marker(look: Look, style: Style, *, hollow: bool = False) -> Area:
    return draw_marker(look, (5, _MIDDLE), RADIUS + 0.3, style, role="legend", hollow=hollow)


def _sign(mark: Mark | None, width: float = 10) -> Scene:
    return Scene(width, HEIGHT, (mark,) if mark else ())


def _choice_sign(style: Style) -> Scene:
    left = draw_bracket(0, 2, 12, 1, style.muted, role="legend")
    right = draw_bracket(20, 2, 12, -1, style.muted, role="legend")
    marker = draw_marker(
        Look(Shape.CIRCLE, style.muted), (10, _MIDDLE), RADIUS, style, role="legend", hollow=True
    )
    return Scene(20, HEIGHT, (left, right, marker))
