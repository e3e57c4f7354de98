"""The ways to lay a figure out, the plainest first, and what keeps one from being taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brief.compose.timeline.axis import AxisWords
from brief.compose.timeline.breaks import find_cuts
from brief.compose.timeline.horizontal import END, START, Plan, plan_horizontal
from brief.compose.timeline.scale import Cuts
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import MILLIMETRE, Style

_ENDLESS = float("inf")
_MANY = 16  # events whose full layout takes long enough to ask first whether it has a chance
_HOPELESS = 1.8  # times too high, after a tenth of the search
_QUICK = 0.1  # of the search
_PARAGRAPH = 250  # characters that five lines of a label do not hold


@dataclass(frozen=True, slots=True)
class Bounds:
    """How high a drawing may be, how far poles may move, how far labels may stand off."""

    height: float
    shift: float = _ENDLESS
    leader: float = _ENDLESS

    def hold(self, plan: Plan | None) -> bool:
        """Tell whether a plan keeps all bounds."""
        return plan is not None and self.lacks_only_leader(plan) and plan.leader <= self.leader

    def lacks_only_leader(self, plan: Plan | None) -> bool:
        """Tell whether labels on both sides of the axis could do."""
        return plan is not None and plan.scene.height <= self.height and plan.shift <= self.shift


@dataclass(frozen=True, slots=True)
class Setup:
    """What layouts are made with; `free` scales may break, labels that `hang` stand below too."""

    style: Style
    axis: AxisWords
    bounds: Bounds
    cuts: Cuts
    free: bool
    hang: bool

    def plan(
        self, statements: Statements, cuts: Cuts, sides: int, effort: float = 1.0
    ) -> Plan | None:
        """Lay out statements with given breaks, on one side of the axis or on both."""
        if not statements.moments and not statements.spans:
            return None
        return plan_horizontal(statements, self.style, self.axis, cuts, effort, sides)


@dataclass(frozen=True, slots=True)
class Layout:
    """A plan, which may be none, with how it was made."""

    plan: Plan | None
    cuts: Cuts
    sides: int

    @property
    def why(self) -> str:
        """Say what it took for everything to fit."""
        parts = []
        if self.plan and self.plan.scale.breaks:
            number = len(self.plan.scale.breaks)
            parts.append("a change of scale" if number == 1 else f"{number} changes of scale")
        if self.sides == 2:
            parts.append("labels on both sides")
        needed = f"with {' and '.join(parts)}, " if parts else ""
        return f"{needed}everything fits on an axis"


def list_layouts(statements: Statements, setup: Setup) -> Iterator[Layout]:
    """Yield layouts in the order of preference: one rate before several, one side before two."""
    first = _lay_out(statements, setup, setup.cuts, 1)
    yield first
    if setup.hang or setup.bounds.lacks_only_leader(first.plan):
        yield _lay_out(statements, setup, setup.cuts, 2)
    if not setup.free or _is_hopeless(first.plan, setup):
        return
    for sides in (1, 2):
        cuts = _find_cuts(statements, setup, sides)
        if cuts is None:
            return
        broken = _lay_out(statements, setup, cuts, sides)
        yield broken
        if not setup.hang and not setup.bounds.lacks_only_leader(broken.plan):
            return


def say_lacking(statements: Statements, plan: Plan | None, bounds: Bounds) -> str:
    """Say which of its bounds a plan does not keep."""
    if plan is None:
        return _say_why_none(statements)
    for what, got, most in (
        ("a figure would be {:.0f} mm high, more than {:.0f} mm", plan.scene.height, bounds.height),
        ("a pole would stand {:.1f} mm from its date, more than {:.0f} mm",
         plan.shift, bounds.shift),
        ("a label would stand {:.0f} mm from the axis, more than {:.0f} mm",
         plan.leader, bounds.leader),
    ):  # fmt: skip
        if got > most:
            return what.format(got / MILLIMETRE, most / MILLIMETRE)
    raise AssertionError("the plan keeps its bounds")


def _say_why_none(statements: Statements) -> str:
    longest = max(statements.moments, key=lambda moment: len(moment.words.short))
    if len(longest.words.short) > _PARAGRAPH:
        return f"the title of `{longest.id}` is too long for a label"
    return f"{len(statements.moments)} events do not stand beside each other"


def _lay_out(statements: Statements, setup: Setup, cuts: Cuts, sides: int) -> Layout:
    """Make a layout; one that is far too high after a part of the search is left at that."""
    if len(statements.moments) > _MANY:
        quick = setup.plan(statements, cuts, sides, _QUICK)
        if quick is None or _is_hopeless(quick, setup):
            return Layout(quick, cuts, sides)
    return Layout(setup.plan(statements, cuts, sides), cuts, sides)


def _is_hopeless(plan: Plan | None, setup: Setup) -> bool:
    return plan is not None and plan.scene.height > _HOPELESS * setup.bounds.height


def _find_cuts(statements: Statements, setup: Setup, sides: int) -> Cuts | None:
    bounds = setup.bounds

    def measure(cuts: Cuts) -> float | None:
        tried = setup.plan(statements, cuts, sides, _QUICK)
        if tried is None or tried.shift > bounds.shift:
            return None
        return tried.scene.height + max(0.0, tried.leader - bounds.leader)

    return find_cuts(statements, START, setup.style.width - END, measure)
