"""The legend: one entry for each kind of mark that a figure really has, and no other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from brief.compose.timeline.events import AGAIN
from brief.compose.timeline.markers import (
    RADIUS,
    RADIUS_MAJOR,
    draw_arrow_head,
    draw_bracket,
    draw_fading_comb,
    draw_marker,
    draw_question,
    draw_swelling_comb,
)
from brief.compose.timeline.scene import Area, Mark, Scene, rectangle
from brief.compose.timeline.statements import Border, Moment, Statements, Stretch
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
    scene: Scene | None = None,
) -> tuple[LegendEntry, ...]:
    """List the categories and the signs that occur: in the statements, and in the drawing."""
    entries = [
        LegendEntry(_sign(_marker(looks[category.id], style)), plain_text(category.label.spans))
        for category in categories
        if _is_used(looks[category.id], statements)
    ]
    drawn = {mark.ref for mark in scene.marks if mark.role == "range"} if scene else set()
    return (
        *entries,
        *_list_signs_of_events(statements.moments, drawn, interface, style),
        *_list_signs_of_spans(statements.spans, interface, style),
    )


def _is_used(look: Look, statements: Statements) -> bool:
    return any(entry.look is look for entry in statements.in_time())


def _list_signs_of_events(
    moments: Sequence[Moment], drawn: Collection[str], interface: NullTranslations, style: Style
) -> Iterator[LegendEntry]:
    """Explain what is drawn on the axis; `drawn` are the events whose periods are seen."""
    _ = interface.gettext
    if any(moment.vague for moment in moments):
        combed = any(m.vague and not m.choice and m.anchor in drawn for m in moments)
        yield LegendEntry(_vague_sign(style, combed=combed), _("date not exact"))
    if any(moment.doubted for moment in moments):
        yield LegendEntry(_doubt_sign(style), _("date uncertain (?)"))
    if any(moment.choice for moment in moments):
        yield LegendEntry(_choice_sign(style), _("at some time in this period"))
    if any(m.anchor in drawn and not m.vague and not m.choice for m in moments):
        yield LegendEntry(_period_sign(style), _("period of the date"))
    if any(moment.others for moment in moments):
        yield LegendEntry(_again_sign(style), _("happened several times"))


def _list_signs_of_spans(
    spans: Sequence[Stretch], interface: NullTranslations, style: Style
) -> Iterator[LegendEntry]:
    _ = interface.gettext
    borders = {border for span in spans for border in (span.start, span.end)}
    if Border.VAGUE in borders:
        comb = draw_fading_comb(0.6, 20, 3, 11, style.muted, role="legend")
        yield LegendEntry(_sign(comb, 20), _("beginning or end not exact"))
    if any(span.doubted for span in spans):
        ring = rectangle(0.7, 3.7, 19.3, 10.3)
        box = Area((ring,), style.paper, "legend", "", style.muted, 1.4)
        yield LegendEntry(_sign(box, 20), _("period uncertain"))
    if any(span.end is Border.OPEN for span in spans):
        bar = Area((rectangle(0, 4, 13, 10),), style.muted, "legend")
        arrow = draw_arrow_head(13, 4, 10, 7, style.muted, role="legend")
        yield LegendEntry(Scene(20, HEIGHT, (bar, arrow)), _("continues"))
    if any(span.start is Border.OPEN for span in spans):
        bar = Area((rectangle(7, 4, 20, 10),), style.muted, "legend")
        arrow = draw_arrow_head(7, 4, 10, -7, style.muted, role="legend")
        yield LegendEntry(Scene(20, HEIGHT, (bar, arrow)), _("began earlier"))
    if Border.UNKNOWN in borders:
        comb = draw_fading_comb(20, 0.6, 3, 11, style.muted, role="legend")
        yield LegendEntry(_sign(comb, 20), _("beginning or end unknown (?)"))


def _marker(look: Look, style: Style, *, hollow: bool = False) -> Area:
    return draw_marker(look, (5, _MIDDLE), RADIUS + 0.3, style, role="legend", hollow=hollow)


def _sign(mark: Mark | None, width: float = 10) -> Scene:
    return Scene(width, HEIGHT, (mark,) if mark else ())


def _grey(style: Style, x: float, *, hollow: bool = True, radius: float = RADIUS) -> Area:
    """Give a marker of no category."""
    look = Look(Shape.CIRCLE, style.muted)
    return draw_marker(look, (x, _MIDDLE), radius, style, role="legend", hollow=hollow)


def _vague_sign(style: Style, *, combed: bool) -> Scene:
    if not combed:
        return _sign(_marker(Look(Shape.CIRCLE, style.muted), style, hollow=True))
    comb = draw_swelling_comb(0, 22, 3.6, 10.4, style.muted, role="legend")
    assert comb is not None  # it is wide enough
    return Scene(22, HEIGHT, (comb, _grey(style, 11)))


def _doubt_sign(style: Style) -> Scene:
    marker = _grey(style, 6, radius=RADIUS_MAJOR)
    return Scene(
        12, HEIGHT, (marker, *draw_question((6, _MIDDLE), RADIUS_MAJOR * 1.25, style.muted))
    )


def _period_sign(style: Style) -> Scene:
    bar = Area((rectangle(0, 5, 20, 9),), style.muted, "legend")
    return Scene(20, HEIGHT, (bar, _grey(style, 10, hollow=False)))


def _again_sign(style: Style) -> Scene:
    first = _grey(style, 4.5, hollow=False)
    others = (_grey(style, x, hollow=False, radius=AGAIN) for x in (14, 23))
    return Scene(27, HEIGHT, (first, *others))


def _choice_sign(style: Style) -> Scene:
    left = draw_bracket(0, 2, 12, 1, style.muted, role="legend")
    right = draw_bracket(20, 2, 12, -1, style.muted, role="legend")
    return Scene(20, HEIGHT, (left, right, _grey(style, 10)))
