"""The limits see what they are for: each finds a figure that was spoilt in its own way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from brief.compose.timeline import find_axis_words
from brief.compose.timeline.horizontal import plan_horizontal
from brief.compose.timeline.scene import Area, Line, Scene
from brief.compose.timeline.statements import Statements
from tests.compose.timeline.documents import FLAGSHIP, prepare, surround
from tests.compose.timeline.limits import find_violations


@pytest.fixture(scope="module")
def sound() -> tuple[Scene, Statements]:
    """A figure that keeps every limit."""
    statements, style = prepare(FLAGSHIP)
    planned = plan_horizontal(statements, style, find_axis_words(style, surround()))
    assert planned is not None
    return planned.scene, statements


def _move_words(scene: Scene, role: str, dx: float = 0, dy: float = 0) -> Scene:
    words = list(scene.words)
    number = next(i for i, word in enumerate(words) if word.role == role)
    words[number] = replace(words[number], left=words[number].left + dx, top=words[number].top + dy)
    return replace(scene, words=tuple(words))


def _change_mark(scene: Scene, role: str, **changes: object) -> Scene:
    marks = list(scene.marks)
    number = next(i for i, mark in enumerate(marks) if mark.role == role)
    marks[number] = replace(marks[number], **changes)  # type: ignore[arg-type]  # fields of its own
    return replace(scene, marks=tuple(marks))


def _copy_neighbour(scene: Scene, role: str) -> Scene:
    marks = [mark for mark in scene.marks if mark.role == role]
    other = replace(marks[0], ref=marks[1].ref)
    return replace(scene, marks=(*scene.marks, other))


def _cross_feet(scene: Scene) -> Scene:
    feet = [mark for mark in scene.marks if isinstance(mark, Line) and mark.role == "foot"]
    a, b = feet[:2]
    crossed = (replace(a, end=b.end), replace(b, end=a.end))
    return replace(scene, marks=(*scene.marks, *crossed))


def _lean_pole(scene: Scene) -> Scene:
    markers = [mark for mark in scene.marks if isinstance(mark, Area) and mark.role == "marker"]
    left, top, right, bottom = markers[0].bounds()
    line = Line((left - 9, top - 8), (right + 9, bottom + 7), "#000000", 1, "foot", markers[1].ref)
    return replace(scene, marks=(*scene.marks, line))


def _heighten(scene: Scene) -> Scene:
    words = list(scene.words)
    number = next(i for i, word in enumerate(words) if word.role == "event")
    words[number] = replace(words[number], lines=tuple("abcdef"))
    return replace(scene, words=tuple(words))


def _mark_on_label(scene: Scene) -> Scene:
    word = scene.words[-20]
    ring = ((word.left, word.top), (word.right, word.top), (word.right, word.bottom))
    return replace(scene, marks=(*scene.marks, Area((ring,), "#004d5c", "bar", "x")))


SPOILT: dict[str, Callable[[Scene], Scene]] = {
    "labels_over_labels": lambda s: _move_words(s, "event", dy=-14),
    "outside": lambda s: _move_words(s, "event", dx=700),
    "lines_through_labels": lambda s: _move_words(s, "era", dy=200),
    "leaders_crossing": _cross_feet,
    "leaders_through_markers": _lean_pole,
    "marks_over_labels": _mark_on_label,
    "bars_over_bars": lambda s: _copy_neighbour(s, "bar"),
    "tall_labels": _heighten,
    "markers_over_markers": lambda s: _copy_neighbour(s, "marker"),
    "far_labels": lambda s: replace(
        s, words=tuple(replace(w, left=w.left + 9) if "event" in w.role else w for w in s.words)
    ),
    "unordered_axis": lambda s: _move_words(s, "tick", dx=300),
    "thin_strokes": lambda s: _change_mark(s, "pole", width=0.3),
    "pale_colours": lambda s: _change_mark(s, "bar", fill="#cccccc"),
    "lost_entries": lambda s: replace(s, words=s.words[3:]),
    "unordered_words": lambda s: replace(s, words=s.words[::-1]),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_limit_finds_what_breaks_it(name: str, sound: tuple[Scene, Statements]) -> None:
    """A spoilt figure breaks the limit, and the sound one does not."""
    scene, statements = sound
    assert find_violations(scene, statements) == {}
    assert name in find_violations(SPOILT[name](scene), statements)
