"""The measurable limits of a good figure, as functions over a scene.

Each gives what breaks the limit, so that an empty list is a pass. Lengths are CSS pixels.
"""

from __future__ import annotations

import itertools

from brief.compose.timeline.baseline import AXIS
from brief.compose.timeline.scene import Area, Line, Scene
from brief.compose.timeline.statements import Statements
from tests.compose.timeline.geometry import (
    box_of,
    contrast,
    cross,
    cut_outline,
    holds,
    list_areas,
    list_lines,
    overlap,
    touch_box,
)

SOLID = ("bar", "fade", "marker", "again", "dot", "doubt", "open", "range", "sign")
LEADERS = ("pole", "foot")
RULES = (
    "era-edge",
    "tick",
    "axis",
    "break",
    "lane-edge",
    "today",
    "rate",
    "wedge",
    "true",
    "strip",
)
THINNEST = 0.45 * 96 / 72
FARTHEST = 1.2 * 96 / 25.4
MOST_LINES = 5


def labels_over_labels(scene: Scene) -> list[str]:
    """No label touches another; date and title of one label may."""
    return [
        f"{a.ref}:{a.lines} / {b.ref}:{b.lines}"
        for a, b in itertools.combinations(scene.words, 2)
        if overlap(box_of(a), box_of(b), -0.2 if a.ref == b.ref else 0.5)
    ]


def outside(scene: Scene) -> list[str]:
    """Every label and every mark lies inside the figure."""
    figure = (0.0, 0.0, scene.width, scene.height)
    found = [f"{w.ref}:{w.lines}" for w in scene.words if not holds(figure, box_of(w), 0.01)]
    return found + [
        f"{mark.role} {mark.ref}" for mark in scene.marks if not holds(figure, box_of(mark), 0.51)
    ]


def lines_through_labels(scene: Scene) -> list[str]:
    """No pole, foot, tick or rule comes near a label; a pole has its own beside it."""
    return [
        f"{line.role} {line.ref} / {words.ref}:{words.lines}"
        for line in list_lines(scene, *LEADERS, *RULES)
        for words in scene.words
        if touch_box(line, box_of(words), 1.0)
    ]


def leaders_crossing(scene: Scene) -> list[str]:
    """No pole or foot crosses that of another event, and none stands on another."""
    leaders = list_lines(scene, *LEADERS)
    return [
        f"{a.role} {a.ref} / {b.role} {b.ref}"
        for a, b in itertools.combinations(leaders, 2)
        if a.ref != b.ref and (cross(a, b) or _are_one(a, b))
    ]


def _are_one(a: Line, b: Line) -> bool:
    (_, top, _, bottom), (_, high, _, low) = box_of(a), box_of(b)
    meet = top < low and high < bottom
    return a.role == b.role == "pole" and abs(a.start[0] - b.start[0]) < 1.2 and meet


def leaders_through_markers(scene: Scene) -> list[str]:
    """No pole or foot touches the marker of another event."""
    return [
        f"{line.role} {line.ref} / {marker.ref}"
        for line in list_lines(scene, *LEADERS)
        for marker in list_areas(scene, "marker")
        if line.ref != marker.ref and cut_outline(line, marker)
    ]


def marks_over_labels(scene: Scene) -> list[str]:
    """No bar, marker or comb touches a label."""
    return [
        f"{area.role} {area.ref} / {words.ref}:{words.lines}"
        for area in list_areas(scene, *SOLID)
        for words in scene.words
        if overlap(box_of(area), box_of(words), 0.0)
    ]


def markers_over_markers(scene: Scene) -> list[str]:
    """No marker touches another."""
    return [
        f"{a.ref} / {b.ref}"
        for a, b in itertools.combinations(list_areas(scene, "marker"), 2)
        if overlap(box_of(a), box_of(b), 0.2)
    ]


def bars_over_bars(scene: Scene) -> list[str]:
    """No bar touches that of another span."""
    return [
        f"{a.ref} / {b.ref}"
        for a, b in itertools.combinations(list_areas(scene, "bar", "fade", "open"), 2)
        if a.ref != b.ref and overlap(box_of(a), box_of(b), 1.0)
    ]


def far_labels(scene: Scene) -> list[str]:
    """A label stands within 1.2 mm of its pole, and beside it."""
    poles = {line.ref: line for line in list_lines(scene, "pole")}
    found = []
    for words in scene.words:
        if words.role not in ("event", "event-date"):
            continue
        pole = poles[words.ref]
        edge = words.left if words.align == "start" else words.right
        _, top, _, bottom = box_of(pole)
        beside = words.bottom >= top and words.top <= bottom
        if abs(edge - pole.start[0]) > FARTHEST or not beside:
            found.append(f"{words.ref}: {edge - pole.start[0]:.1f}")
    return found


def tall_labels(scene: Scene) -> list[str]:
    """A title has at most five lines."""
    events = (words for words in scene.words if words.role == "event")
    return [f"{words.lines}" for words in events if len(words.lines) > MOST_LINES]


def unordered_axis(scene: Scene) -> list[str]:
    """On every line the ticks, their labels and the poles stand in the order of time."""
    labels = [words for words in scene.words if words.role == "tick"]
    rows: dict[tuple[str, float], list[float]] = {}
    for words in labels:
        rows.setdefault(("labels", words.top), []).append(words.left)
    for line in list_lines(scene, "tick"):
        rows.setdefault(("ticks", line.start[1]), []).append(line.start[0])
    for pole in list_lines(scene, "pole"):
        rows.setdefault(("poles", _line_below(pole, scene)), []).append(pole.start[0])
    return [name for (name, _), row in rows.items() if row != sorted(row)]


def _line_below(pole: Line, scene: Scene) -> float:
    """Give the height of the line that a pole stands on or hangs from; it has a side for each."""
    lines = [line.start[1] for line in list_lines(scene, "axis")]
    y = pole.start[1]
    if pole.end[1] < y:
        return min(line for line in lines if line >= y - 0.01)
    return -max(line for line in lines if line <= y + 0.01)


def lost_entries(scene: Scene, statements: Statements) -> list[str]:
    """Every entry has a mark and words, and every character of its words is there."""
    marks = {mark.ref for mark in scene.marks}
    found = []
    for entry in statements.in_time(with_eras=True):
        own = [words for words in scene.words if words.ref == entry.anchor]
        shown = {
            "".join(line.replace("\u2010", "").replace(" ", "") for line in words.lines)
            for words in own
        }
        wanted = {entry.words.title.replace(" ", ""), entry.words.short.replace(" ", "")}
        if entry.anchor not in marks or not wanted & shown:
            found.append(f"{entry.anchor}: {shown}")
    return found


def unordered_words(scene: Scene, statements: Statements) -> list[str]:
    """Words are read in the order of time."""
    order = [entry.anchor for entry in statements.in_reading_order()]
    unread = (AXIS, "group:", "lane:")
    read = list(dict.fromkeys(w.ref for w in scene.words if not w.ref.startswith(unread)))
    return [] if read == order else [f"{read} / {order}"]


def thin_strokes(scene: Scene) -> list[str]:
    """No stroke and no tooth of a comb is thinner than 0.45 pt."""
    found = []
    for mark in scene.marks:
        if isinstance(mark, Line):
            widths = [mark.width]
        else:
            widths = [mark.line_width] if mark.stroke else []
        if isinstance(mark, Area) and mark.role == "bar":
            widths += [max(x for x, _ in ring) - min(x for x, _ in ring) for ring in mark.rings]
        if isinstance(mark, Area) and mark.role in ("fade", "range") and len(mark.rings) > 1:
            widths += [ring[1][0] - ring[0][0] for ring in mark.rings]
        found += [f"{mark.role} {width}" for width in widths if width < THINNEST - 1e-6]
    return found


def pale_colours(scene: Scene) -> list[str]:
    """Text has a contrast of 4.5 to its ground, marks of 3 to every ground."""
    found = [
        f"{words.ref} {words.colour} on {words.ground}"
        for words in scene.words
        if contrast(words.colour, words.ground) < 4.5
    ]
    grounds = {"#ffffff", *(area.fill for area in list_areas(scene, "era"))}
    for mark in scene.marks:
        ink = mark.stroke if isinstance(mark, Line) or mark.stroke else mark.fill
        if mark.role != "era" and min(contrast(ink, ground) for ground in grounds) < 3:
            found.append(f"{mark.role} {ink}")
    return found


def find_violations(scene: Scene, statements: Statements) -> dict[str, list[str]]:
    """Give all limits that a scene breaks."""
    checks = (
        labels_over_labels, outside, lines_through_labels, leaders_crossing,
        leaders_through_markers, marks_over_labels, markers_over_markers, bars_over_bars,
        far_labels, tall_labels, unordered_axis, thin_strokes, pale_colours,
    )  # fmt: skip
    found = {check.__name__: check(scene) for check in checks}
    found["lost_entries"] = lost_entries(scene, statements)
    found["unordered_words"] = unordered_words(scene, statements)
    return {name: broken for name, broken in found.items() if broken}
