"""The measurable limits of a good figure, as functions over a scene.

Each gives what breaks the limit, so that an empty list is a pass. Lengths are CSS pixels.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from brief.compose.timeline.scene import Area, Line, Scene, Words
from brief.compose.timeline.statements import Statements

Box = tuple[float, float, float, float]
LABELS = {"event", "event-date", "span", "span-date", "era", "era-date", "tick"}
SOLID = {"bar", "fade", "marker", "open", "range", "sign"}
RULES = {"era-edge", "tick", "axis"}
_ASCENT, _DESCENT = 0.86, 0.16  # of the leading, around the ink of a line


def box_of(words: Words) -> Box:
    """Give the box of the ink of words."""
    trim = words.leading * (1 - _ASCENT) * 0.7
    return words.left, words.top + trim, words.right, words.bottom - words.leading * _DESCENT * 0.6


def overlap(a: Box, b: Box, slack: float = 0.4) -> bool:
    """Tell whether two boxes overlap by more than a slack."""
    wide = min(a[2], b[2]) - max(a[0], b[0]) > slack
    return wide and min(a[3], b[3]) - max(a[1], b[1]) > slack


def labels_over_labels(scene: Scene) -> list[str]:
    """No label touches another."""
    boxes = [(words, box_of(words)) for words in scene.words]
    return [
        f"{a.ref}:{a.lines} / {b.ref}:{b.lines}"
        for (a, one), (b, two) in itertools.combinations(boxes, 2)
        if overlap(one, two)
    ]


def labels_outside(scene: Scene) -> list[str]:
    """Every label lies inside the figure."""
    return [
        f"{words.ref}:{words.lines}"
        for words in scene.words
        if words.left < -0.6
        or words.right > scene.width + 0.6
        or words.top < -0.1
        or words.bottom > scene.height + 0.1
    ]


def _lines(scene: Scene, *roles: str) -> Iterator[Line]:
    return (mark for mark in scene.marks if isinstance(mark, Line) and mark.role in roles)


def _areas(scene: Scene, *roles: str) -> Iterator[Area]:
    return (mark for mark in scene.marks if isinstance(mark, Area) and mark.role in roles)


def lines_through_labels(scene: Scene) -> list[str]:
    """No pole, foot, tick or rule runs through a label that is not its own."""
    found = []
    for line in _lines(scene, "pole", "foot", *RULES):
        left, right = sorted((line.start[0], line.end[0]))
        top, bottom = sorted((line.start[1], line.end[1]))
        for words in scene.words:
            box = box_of(words)
            own = line.ref == words.ref and line.role == "pole"
            if not own and overlap((left - 0.4, top, right + 0.4, bottom + 0.4), box, 0.2):
                found.append(f"{line.role} {line.ref} / {words.ref}:{words.lines}")
    return found


def poles_over_poles(scene: Scene) -> list[str]:
    """No pole stands on another."""
    poles = list(_lines(scene, "pole"))
    return [
        f"{a.ref} / {b.ref}"
        for a, b in itertools.combinations(poles, 2)
        if abs(a.start[0] - b.start[0]) < 1.2
    ]


def feet_crossing(scene: Scene) -> list[str]:
    """No foot crosses another."""
    feet = list(_lines(scene, "foot"))
    return [
        f"{a.ref} / {b.ref}"
        for a, b in itertools.combinations(feet, 2)
        if (a.start[0] - b.start[0]) * (a.end[0] - b.end[0]) < -1e-6
    ]


def marks_over_labels(scene: Scene) -> list[str]:
    """No bar, marker or comb lies under a label."""
    return [
        f"{area.role} {area.ref} / {words.ref}:{words.lines}"
        for area in _areas(scene, *SOLID)
        for words in scene.words
        if overlap(area.bounds(), box_of(words))
    ]


def markers_over_markers(scene: Scene) -> list[str]:
    """No marker covers another."""
    markers = list(_areas(scene, "marker"))
    return [
        f"{a.ref} / {b.ref}"
        for a, b in itertools.combinations(markers, 2)
        if overlap(a.bounds(), b.bounds(), 1.2)
    ]


def far_labels(scene: Scene) -> list[str]:
    """A label stands within 1.2 mm of its pole."""
    found = []
    for pole in _lines(scene, "pole"):
        own = [words for words in scene.words if words.ref == pole.ref]
        near = min(min(abs(w.left - pole.end[0]), abs(w.right - pole.end[0])) for w in own)
        if near > 4.6:
            found.append(f"{pole.ref}: {near:.1f}")
    return found


def unordered_axis(scene: Scene) -> list[str]:
    """The labels of the axis stand in order."""
    ticks = [words.left for words in scene.words if words.role == "tick"]
    return [] if ticks == sorted(ticks) else ["ticks"]


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
    order = [entry.anchor for entry in statements.in_time(with_eras=True)]
    read = list(dict.fromkeys(words.ref for words in scene.words if words.role != "tick"))
    return [] if read == order else [f"{read} / {order}"]


def thin_or_small(scene: Scene) -> list[str]:
    """No stroke is thinner than 0.45 pt."""
    return [line.role for line in _lines(scene, "axis", "tick", "pole", "foot") if line.width < 0.6]


def pale_colours(scene: Scene) -> list[str]:
    """Text has a contrast of 4.5 to its ground, marks of 3."""
    found = [
        f"{words.ref} {words.colour} on {words.ground}"
        for words in scene.words
        if contrast(words.colour, words.ground) < 4.5
    ]
    for area in _areas(scene, *SOLID):
        ink = area.stroke or area.fill
        if contrast(ink, "#eff5f7") < 3:
            found.append(f"{area.role} {ink}")
    return found


def contrast(one: str, two: str) -> float:
    """Give the contrast of two colours after WCAG 2.1."""
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def find_violations(scene: Scene, statements: Statements) -> dict[str, list[str]]:
    """Give all limits that a scene breaks."""
    checks = (
        labels_over_labels, labels_outside, lines_through_labels, poles_over_poles, feet_crossing,
        marks_over_labels, markers_over_markers, far_labels, unordered_axis, thin_or_small,
        pale_colours,
    )  # fmt: skip
    found = {check.__name__: check(scene) for check in checks}
    found["lost_entries"] = lost_entries(scene, statements)
    found["unordered_words"] = unordered_words(scene, statements)
    return {name: broken for name, broken in found.items() if broken}
