"""The shapes of figures as outlines: markers of categories, combs, brackets, arrows."""

from __future__ import annotations

import math

from brief.compose.timeline.scene import Area, Point, rectangle
from brief.compose.timeline.style import Look, Style
from brief.model.timeline import Shape

RADIUS = 4.0
RADIUS_MAJOR = 4.8
REACH = RADIUS_MAJOR * 1.16  # of the widest shape around its point
TOOTH_PITCH = 2.8
_STROKE = 1.4
_SIDES = 24


def draw_marker(
    look: Look, at: Point, radius: float, style: Style, *, role: str, ref: str = "",
    hollow: bool = False,
) -> Area:  # fmt: skip
    """Draw the marker of a category around a point; hollow for dates that are not exact."""
    ring = _outline(look.shape, at, radius - (_STROKE / 2 if hollow else 0))
    fill = style.paper if hollow else look.colour
    if hollow:
        return Area((ring,), fill, role, ref, look.colour, _STROKE)
    return Area((ring,), fill, role, ref)


def _outline(shape: Shape, at: Point, radius: float) -> tuple[Point, ...]:
    x, y = at
    if shape is Shape.CIRCLE:
        return _polygon(at, radius, _SIDES, 0.0)
    if shape is Shape.SQUARE:
        side = radius * 0.88
        return rectangle(x - side, y - side, x + side, y + side)
    if shape is Shape.TRIANGLE:
        half, up, down = radius * 1.04, radius * 1.06, radius * 0.78
        return ((x, y - up), (x + half, y + down), (x - half, y + down))
    if shape is Shape.DIAMOND:
        long = radius * 1.16
        return ((x, y - long), (x + long, y), (x, y + long), (x - long, y))
    if shape is Shape.HEXAGON:
        return _polygon(at, radius * 1.04, 6, 0.0)
    return _cross(at, radius)


def _polygon(at: Point, radius: float, sides: int, turn: float) -> tuple[Point, ...]:
    steps = (turn + 2 * math.pi * side / sides for side in range(sides))
    return tuple((at[0] + radius * math.cos(a), at[1] + radius * math.sin(a)) for a in steps)


def _cross(at: Point, radius: float) -> tuple[Point, ...]:
    x, y = at
    long, arm = radius * 1.02, radius * 0.42
    return (
        (x - arm, y - long), (x + arm, y - long), (x + arm, y - arm), (x + long, y - arm),
        (x + long, y + arm), (x + arm, y + arm), (x + arm, y + long), (x - arm, y + long),
        (x - arm, y + arm), (x - long, y + arm), (x - long, y - arm), (x - arm, y - arm),
    )  # fmt: skip


def draw_fading_comb(
    outer: float, inner: float, top: float, bottom: float, colour: str, *, role: str, ref: str = ""
) -> Area | None:
    """Draw a comb whose teeth widen from the outer to the inner end; None if there is no room.

    A comb fades without transparency and survives printing in one colour.
    """
    length = abs(inner - outer)
    count = int(length / TOOTH_PITCH)
    if count < 1:
        return None
    step = (inner - outer) / count
    rings = []
    for tooth in range(count):
        share = (tooth + 0.5) / count
        half = abs(step) * (0.216 + 0.6 * share) / 2
        middle = outer + step * (tooth + 0.5)
        rings.append(rectangle(middle - half, top, middle + half, bottom))
    return Area(tuple(rings), colour, role, ref)


def draw_swelling_comb(
    left: float, right: float, top: float, bottom: float, colour: str, *, role: str, ref: str = ""
) -> Area | None:
    """Draw a comb that is densest in its middle: somewhere here; None if there is no room."""
    count = int((right - left) / TOOTH_PITCH)
    if count < 3:
        return None
    step = (right - left) / count
    rings = []
    for tooth in range(count):
        share = 1 - abs((tooth + 0.5) / count * 2 - 1)
        half = step * (0.22 + 0.45 * share) / 2
        middle = left + step * (tooth + 0.5)
        rings.append(rectangle(middle - half, top, middle + half, bottom))
    return Area(tuple(rings), colour, role, ref)


def draw_bracket(
    x: float, top: float, bottom: float, inward: float, colour: str, *, role: str, ref: str = ""
) -> Area:
    """Draw a square bracket at `x` whose arms point `inward`, +1 or -1."""
    line, arm = 1.1, 3.2
    ring = (
        (x, top), (x + inward * arm, top), (x + inward * arm, top + line),
        (x + inward * line, top + line), (x + inward * line, bottom - line),
        (x + inward * arm, bottom - line), (x + inward * arm, bottom), (x, bottom),
    )  # fmt: skip
    return Area((ring,), colour, role, ref)


def draw_dot(at: Point, radius: float, colour: str, *, ref: str = "") -> Area:
    """Draw a small round dot."""
    return Area((_polygon(at, radius, 16, 0.0),), colour, "dot", ref)


def draw_question(at: Point, height: float, colour: str, *, ref: str = "") -> tuple[Area, Area]:
    """Draw a question mark around a point, as hook and dot: it is a sign and no type."""
    x, y = at
    radius, stroke = height * 0.26, height * 0.16
    middle = y - height * 0.22
    angles = [math.radians(a) for a in range(-170, 81, 25)]
    outer = [(x + radius * math.cos(a), middle + radius * math.sin(a)) for a in angles]
    inner = [
        (x + (radius - stroke) * math.cos(a), middle + (radius - stroke) * math.sin(a))
        for a in reversed(angles)
    ]
    stem = [(x + stroke / 2, y + height * 0.22), (x - stroke / 2, y + height * 0.22)]
    hook = Area(((*outer, *stem, *inner),), colour, "doubt", ref)
    dot = _polygon((x, y + height * 0.41), stroke * 0.62, 10, 0.0)
    return hook, Area((dot,), colour, "doubt", ref)


def draw_arrow_head(
    x: float, top: float, bottom: float, length: float, colour: str, *, role: str, ref: str = ""
) -> Area:
    """Draw an arrow head that begins at `x`; a negative length points to the left."""
    middle = (top + bottom) / 2
    ring = ((x, top - 1.4), (x + length, middle), (x, bottom + 1.4))
    return Area((ring,), colour, role, ref)
