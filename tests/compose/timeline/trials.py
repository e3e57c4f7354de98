"""Choose the form of timelines as the page does, and check everything that a figure promises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from brief.compose.timeline import find_axis_words, read_wish
from brief.compose.timeline.forms import Bench, Choice, choose_form
from brief.compose.timeline.horizontal import Plan
from brief.compose.timeline.legend import list_legend
from brief.compose.timeline.ranks import list_left_out
from brief.compose.timeline.scene import Scene, mirror_scene
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.strip import HIGHEST
from brief.compose.timeline.style import (
    MAX_HEIGHT,
    MAX_LEADER,
    MAX_SHIFT,
    MILLIMETRE,
    Style,
    list_looks,
    merge_categories,
)
from brief.model.timeline import Form, Timeline
from tests.compose.timeline.documents import prepare, surround
from tests.compose.timeline.geometry import Box, box_of, list_lines
from tests.compose.timeline.limits import find_violations

RESERVE = 120.0
EVEN = 0.45
EXACT = 0.1 * 96 / 72


@dataclass(frozen=True)
class Trial:
    """A figure as it was chosen, with what it was chosen from."""

    timelines: tuple[Timeline, ...]
    statements: Statements
    style: Style
    choice: Choice

    @property
    def plan(self) -> Plan:
        """The drawing."""
        assert self.choice.plan is not None
        return self.choice.plan


def try_timelines(*timelines: Timeline, language: str = "de") -> Trial:
    """Choose the form of timelines that share an axis."""
    statements, style = prepare(*timelines, language=language)
    axis = find_axis_words(style, surround(language))
    turned = replace(style, width=style.length)
    bench = Bench(style, axis, turned, style.width - RESERVE)
    return Trial(
        timelines, statements, style, choose_form(statements, read_wish(timelines[0]), bench)
    )


def find_faults(trial: Trial) -> dict[str, list[str]]:
    """Give everything that a figure does not keep of what it promises."""
    if trial.choice.plan is None:
        return {}
    shown = trial.choice.shown
    if trial.choice.form is Form.STRIP:
        found = find_strip_faults(trial)
    else:
        found = find_violations(trial.plan.scene, shown)
    checks = (
        _sizes, _crooked, _uneven, _lost, _unlike_mirrored, _unexplained, _unbroken,
    )  # fmt: skip
    found |= {check.__name__.strip("_"): check(trial) for check in checks}
    return {name: broken for name, broken in found.items() if broken}


def find_strip_faults(trial: Trial) -> dict[str, list[str]]:
    """Give the limits of a strip that are broken: it has marks for all and words for few."""
    keep = {
        "labels_over_labels", "outside", "lines_through_labels", "marks_over_labels",
        "markers_over_markers", "bars_over_bars", "unordered_axis", "thin_strokes", "pale_colours",
    }  # fmt: skip
    found = find_violations(trial.plan.scene, trial.choice.shown)
    marked = {mark.ref for mark in trial.plan.scene.marks}
    unmarked = [e.anchor for e in trial.statements.in_time() if e.anchor not in marked]
    return {name: broken for name, broken in found.items() if name in keep} | {"mark": unmarked}


def _sizes(trial: Trial) -> list[str]:
    """A figure is as low as it was asked for, unless the author is told."""
    plan, choice, host = trial.plan, trial.choice, trial.timelines[0]
    asked = (host.height_mm or 999) * MILLIMETRE
    limit = {
        Form.HORIZONTAL: min(asked, MAX_HEIGHT) if host.height_mm is None else asked,
        Form.LANDSCAPE: min(asked, trial.style.width - RESERVE),
        Form.STRIP: HIGHEST,
    }[choice.form]
    found = [f"{plan.scene.height} > {limit}"] if plan.scene.height > limit + 0.01 else []
    chosen = host.form is Form.AUTO and choice.form is Form.HORIZONTAL
    if chosen and (plan.shift > MAX_SHIFT or plan.leader > MAX_LEADER):
        found.append(f"shift {plan.shift}, leader {plan.leader}")
    return [] if choice.lacking else found


def _crooked(trial: Trial) -> list[str]:
    """Later days stand further on, and the strip at the foot is to scale."""
    scale = trial.plan.scale
    first, after = scale.segments[0].first, scale.segments[-1].after
    days = [first + (after - first) * step / 50 for step in range(51)]
    found = ["scale" for a, b in pairwise(days) if not scale.place(a) < scale.place(b)]
    places = {m.anchor: (m.centre, *m.others) for m in trial.choice.shown.moments}
    for mark in list_lines(trial.plan.scene, "true"):
        ratio = (scale.right - scale.left) / (after - first)
        true = [scale.left + (day - first) * ratio for day in places[mark.ref]]
        if min(abs(mark.start[0] - place) for place in true) > EXACT:
            found.append(f"{mark.ref} {mark.start[0]}")
    return found


def _uneven(trial: Trial) -> list[str]:
    """No line of a label before its last is much shorter than the longest, if it can be."""
    style = trial.style
    found = []
    for words in trial.plan.scene.words:
        if words.role == "event" and len(words.lines) > 1:
            widths = [style.text.width(line, style.title) for line in words.lines]
            longest = max(len(word) for line in words.lines for word in line.split())
            if min(widths[:-1]) < EVEN * max(widths) and longest < 20:
                found.append(f"{words.lines}")
    return found


def _lost(trial: Trial) -> list[str]:
    """What is not in the drawing stands in the list below it, and nothing stands in both."""
    left_out = list_left_out(trial.statements, trial.choice.shown)
    both = [*trial.choice.shown.in_time(), *left_out]
    wanted = sorted(entry.anchor for entry in trial.statements.in_time())
    important = [entry.anchor for entry in left_out if entry.rank == 0]
    return important + ([] if sorted(entry.anchor for entry in both) == wanted else ["entries"])


def _unlike_mirrored(trial: Trial) -> list[str]:
    """For scripts from right to left everything is reflected, and nothing else is changed."""
    scene = trial.plan.scene
    mirrored = mirror_scene(scene)
    pairs = zip((*scene.marks, *scene.words), (*mirrored.marks, *mirrored.words), strict=True)
    return [str(one) for one, two in pairs if not _is_reflected(box_of(one), box_of(two), scene)]


def _is_reflected(one: Box, two: Box, scene: Scene) -> bool:
    expected = (scene.width - one[2], one[1], scene.width - one[0], one[3])
    return all(abs(a - b) < 1e-6 for a, b in zip(expected, two, strict=True))


def _unexplained(trial: Trial) -> list[str]:
    """Every kind of sign in the drawing is in the legend."""
    surroundings = surround()
    categories = merge_categories(trial.timelines)
    looks = list_looks(categories, trial.style)
    legend = list_legend(
        trial.choice.shown, categories, looks, surroundings.interface, trial.style,
        trial.plan.scene,
    )  # fmt: skip
    meanings = {entry.meaning for entry in legend}
    roles = {mark.role for mark in trial.plan.scene.marks}
    wanted = {
        "again": {"happened several times"},
        "fade": {"beginning or end not exact", "beginning or end unknown (?)"},
        "open": {"continues", "began earlier"},
        "doubt": {"date uncertain", "beginning or end unknown (?)"},
        "range": {"date not exact", "at some time in this period", "period of the date"},
    }
    return [role for role, words in wanted.items() if role in roles and not words & meanings]


def _unbroken(trial: Trial) -> list[str]:
    """Where the scale breaks, strokes, rates and a strip show it; elsewhere nothing does."""
    lines = list_lines(trial.plan.scene, "break", "rate", "wedge")
    breaks = trial.plan.scale.breaks
    rates = [words for words in trial.plan.scene.words if words.role == "scale"]
    if not breaks:
        return [mark.role for mark in lines]
    strokes = {round(m.start[0] + m.end[0], 3) for m in lines if m.role == "break"}
    found = ["strokes"] if len(strokes) < 2 * len(breaks) else []
    return found + (["rates"] if len(rates) != len(breaks) + 1 else [])
