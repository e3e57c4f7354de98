"""The legend: one entry for each kind of mark that a figure really has, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """A sign as a small scene of its own, and its meaning; the scene may be empty.

    Entries of categories come first.
    """

    sign: Scene
    meaning: str
    is_category: bool = False


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
        LegendEntry(
            _sign(_marker(looks[category.id], style)), plain_text(category.label.spans), True
        )
        for category in categories
        if _is_used(looks[category.id], statements)
    ]
    seen = _see(scene)
    return (
        *entries,
        *_list_signs_of_events(statements.moments, seen, interface, style),
        *_list_signs_of_spans(statements.spans, seen, interface, style),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a reader sees: kinds of marks, and the events whose periods are drawn."""

    roles: frozenset[str]
    periods: frozenset[str]
    outlined: bool


def _see(scene: Scene | None) -> _Seen:
    """Look at a drawing; a list has markers, stripes and arrows alone."""
    if scene is None:
        return _Seen(frozenset({"open"}), frozenset(), outlined=False)
    return _Seen(
        frozenset(mark.role for mark in scene.marks),
        frozenset(mark.ref for mark in scene.marks if mark.role == "range"),
        any(isinstance(m, Area) and m.role == "bar" and bool(m.stroke) for m in scene.marks),
    )


def _is_used(look: Look, statements: Statements) -> bool:
    return any(entry.look is look for entry in statements.in_time())


def _list_signs_of_events(
    moments: Sequence[Moment], seen: _Seen, interface: NullTranslations, style: Style
) -> Iterator[LegendEntry]:
    _ = interface.gettext
    drawn = [moment for moment in moments if moment.anchor in seen.periods]
    if any(moment.vague for moment in moments):
        combed = any(moment.vague and not moment.choice for moment in drawn)
        yield LegendEntry(_vague_sign(style, combed=combed), _("date not exact"))
    if any(moment.doubted for moment in moments):
        sign = _doubt_sign(style) if "doubt" in seen.roles else _vague_sign(style, combed=False)
        yield LegendEntry(sign, _("date uncertain"))
    if any(moment.choice for moment in drawn):
        yield LegendEntry(_choice_sign(style), _("at some time in this period"))
    if any(not moment.vague for moment in drawn):
        yield LegendEntry(_period_sign(style), _("period of the date"))
    if "again" in seen.roles:
        yield LegendEntry(_again_sign(style), _("happened several times"))


def _list_signs_of_spans(
    spans: Sequence[Stretch], seen: _Seen, interface: NullTranslations, style: Style
) -> Iterator[LegendEntry]:
    _ = interface.gettext
    borders = {border for span in spans for border in (span.start, span.end)}
    if Border.VAGUE in borders and "fade" in seen.roles:
        comb = draw_fading_comb(0.6, 20, 3, 11, style.muted, role="legend")
        yield LegendEntry(_sign(comb, 20), _("beginning or end not exact"))
    if seen.outlined:
        ring = rectangle(0.7, 3.7, 19.3, 10.3)
        box = Area((ring,), style.paper, "legend", "", style.muted, 1.4)
        yield LegendEntry(_sign(box, 20), _("period uncertain"))
    if "open" in seen.roles and any(span.end is Border.OPEN for span in spans):
        yield LegendEntry(_arrow_sign(0, 13, 7, style), _("continues"))
    if "open" in seen.roles and any(span.start is Border.OPEN for span in spans):
        yield LegendEntry(_arrow_sign(7, 20, -7, style), _("began earlier"))
    if Border.UNKNOWN in borders and "doubt" in seen.roles:
        comb = draw_fading_comb(20, 0.6, 3, 11, style.muted, role="legend")
        yield LegendEntry(_sign(comb, 20), _("beginning or end unknown (?)"))


def _arrow_sign(left: float, right: float, head: float, style: Style) -> Scene:
    bar = Area((rectangle(left, 4, right, 10),), style.muted, "legend")
    begin = right if head > 0 else left
    arrow = draw_arrow_head(begin, 4, 10, head, style.muted, role="legend")
    return Scene(20, HEIGHT, (bar, arrow))


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
