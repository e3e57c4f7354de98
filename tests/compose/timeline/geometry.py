"""Boxes, strokes and outlines of scenes: do they touch, cross, or leave each other?"""

from __future__ import annotations

from brief.compose.timeline.scene import Area, Line, Point, Scene, Words

Box = tuple[float, float, float, float]


def box_of(thing: Words | Area | Line) -> Box:
    """Give left, top, right and bottom."""
    if isinstance(thing, Words):
        return thing.left, thing.top, thing.right, thing.bottom
    if isinstance(thing, Area):
        return thing.bounds()
    (x0, y0), (x1, y1) = thing.start, thing.end
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def list_lines(scene: Scene, *roles: str) -> list[Line]:
    """List the strokes of some roles."""
    return [mark for mark in scene.marks if isinstance(mark, Line) and mark.role in roles]


def list_areas(scene: Scene, *roles: str) -> list[Area]:
    """List the outlines of some roles."""
    return [mark for mark in scene.marks if isinstance(mark, Area) and mark.role in roles]


def overlap(one: Box, two: Box, room: float) -> bool:
    """Tell whether two boxes have less than `room` between them."""
    return (
        one[0] < two[2] + room
        and two[0] < one[2] + room
        and one[1] < two[3] + room
        and two[1] < one[3] + room
    )


def holds(outer: Box, inner: Box, room: float) -> bool:
    """Tell whether a box lies within another, or leaves it by less than `room`."""
    return (
        inner[0] >= outer[0] - room
        and inner[1] >= outer[1] - room
        and inner[2] <= outer[2] + room
        and inner[3] <= outer[3] + room
    )


def touch_box(line: Line, box: Box, room: float) -> bool:
    """Tell whether a stroke comes nearer to a box than `room`."""
    low, high = 0.0, 1.0
    for axis in (0, 1):
        start, step = line.start[axis], line.end[axis] - line.start[axis]
        least, most = box[axis] - room, box[axis + 2] + room
        if abs(step) < 1e-9:
            if not least < start < most:
                return False
            continue
        enter, leave = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, enter), min(high, leave)
    return low < high - 1e-9


def cross(one: Line, two: Line) -> bool:
    """Tell whether two strokes cross; strokes that begin at one point do not."""
    return _are_parted(one, two) and _are_parted(two, one)


def cut_outline(line: Line, area: Area) -> bool:
    """Tell whether a stroke crosses the outline of an area."""
    return any(
        cross(line, Line(start, end, "", 0, ""))
        for ring in area.rings
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True)
    )


def contrast(one: str, two: str) -> float:
    """Give the contrast of two colours after WCAG 2.1."""
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _are_parted(line: Line, other: Line) -> bool:
    """Tell whether the ends of a stroke lie on both sides of another."""
    return _turn(line, other.start) * _turn(line, other.end) < -1e-6


def _turn(line: Line, point: Point) -> float:
    (x0, y0), (x1, y1) = line.start, line.end
    return (x1 - x0) * (point[1] - y0) - (y1 - y0) * (point[0] - x0)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
