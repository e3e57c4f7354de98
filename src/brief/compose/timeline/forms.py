"""Choose the form of a timeline, and say why.

Everything on an axis is best; then an axis that changes its rate; then the least important
entries in a list below. What still has no room becomes a page of its own or a list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from brief.compose.timeline.axis import AxisWords
from brief.compose.timeline.breaks import find_cuts
from brief.compose.timeline.horizontal import END, START, Plan, plan_horizontal
from brief.compose.timeline.ranks import leave_out, list_least
from brief.compose.timeline.scale import WHOLE, Cuts
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.strip import plan_strip
from brief.compose.timeline.style import MAX_HEIGHT, MAX_LEADER, MAX_SHIFT, MILLIMETRE, Style
from brief.model.timeline import Form, Scaling

_ASKED = "the definition asks for it"
_MANY_SPANS = 6  # that a list shows badly, since they go on at the same time
_MANY = 16  # events whose full layout takes long enough to ask first whether it has a chance
_HOPELESS = 1.8  # times too high, after a tenth of the search


@dataclass(frozen=True, slots=True)
class Wish:
    """What the definition asks for; `height` is the highest that a drawing may be, in pixels."""

    form: Form
    scaling: Scaling = Scaling.AUTO
    cuts: Cuts = WHOLE
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A form with its reason; a list has no plan. `shown` is what the drawing holds.

    `lacking` says that the drawing is higher than was asked for.
    """

    form: Form
    why: str
    shown: Statements
    plan: Plan | None = None
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """What layouts are made with; `turned` is the style of a figure that fills a page."""

    style: Style
    axis: AxisWords
    turned: Style
    turned_height: float


@dataclass(frozen=True, slots=True)
class _Bounds:
    height: float
    shift: float = float("inf")
    leader: float = float("inf")

    def hold(self, plan: Plan) -> bool:
        low = plan.scene.height <= self.height
        return low and plan.shift <= self.shift and plan.leader <= self.leader

    def lack_only_leader(self, plan: Plan) -> bool:
        """Tell whether labels on both sides of the axis would do."""
        return plan.scene.height <= self.height and plan.shift <= self.shift


def choose_form(statements: Statements, wish: Wish, bench: Bench) -> Choice:
    """Choose the form of a figure, and lay it out."""
    if wish.form is Form.VERTICAL:
        return Choice(Form.VERTICAL, _ASKED, statements)
    if not statements.moments and not statements.spans:
        return Choice(Form.VERTICAL, "there is nothing to place on an axis", statements)
    if wish.form is Form.STRIP:
        plan = plan_strip(statements, bench.style, bench.axis)
        if plan is not None:
            return Choice(Form.STRIP, _ASKED, statements, plan)
        wish = replace(wish, form=Form.AUTO)
    if wish.form is Form.LANDSCAPE:
        return _choose_landscape(statements, wish, bench, _ASKED)
    return _choose_horizontal(statements, wish, bench)


def _choose_horizontal(statements: Statements, wish: Wish, bench: Bench) -> Choice:
    asked = wish.form is Form.HORIZONTAL
    height = wish.height or MAX_HEIGHT
    bounds = _Bounds(height) if asked else _Bounds(height, MAX_SHIFT, MAX_LEADER)
    tried: list[Plan | None] = []
    for sides in (1, 2):
        if sides == 2 and not asked and not (tried[0] and bounds.lack_only_leader(tried[0])):
            break
        plan, cuts, why = _plan_best(statements, wish, bench, bench.style, bounds, sides)
        tried.append(plan)
        if plan is not None and bounds.hold(plan):
            return Choice(Form.HORIZONTAL, _ASKED if asked else why, statements, plan)
    planner = _planner(bench.style, bench.axis, cuts, len(tried))
    found = leave_out(statements, _list_ranks(wish), planner, bounds.hold)
    if found is not None:
        number = len(statements.in_time()) - len(found[1].in_time())
        why = f"{number} of the least important entries stand in a list below"
        return Choice(Form.HORIZONTAL, why, found[1], found[0])
    lacking = _say_lacking(statements, tried[0], bounds)
    if asked:
        shown = statements
        if wish.height:
            shown = statements.without(list_least(statements, _list_ranks(wish)))
            tried = [planner(shown, 1.0)]
        lowest = min(filter(None, tried), key=lambda plan: plan.scene.height, default=None)
        if lowest is not None and lowest.scene.height <= _highest(bench.style):
            still = "" if bounds.hold(lowest) else _say_lacking(shown, lowest, bounds)
            return Choice(Form.HORIZONTAL, _ASKED, shown, lowest, still)
    elif _suits_a_page(statements):
        return _choose_landscape(statements, wish, bench, lacking)
    return Choice(Form.VERTICAL, lacking, statements, lacking=lacking if asked else "")


def _list_ranks(wish: Wish) -> tuple[int, ...]:
    """Give the ranks that may be left out: what says nothing of its rank only on demand."""
    return (2, 1) if wish.height else (2,)


def _choose_landscape(statements: Statements, wish: Wish, bench: Bench, why: str) -> Choice:
    """Fill a page: flags above the axis, else on both sides of it."""
    bounds = _Bounds(min(wish.height or bench.turned_height, bench.turned_height))
    plan: Plan | None = None
    for sides in (1, 2):
        plan, cuts, _ = _plan_best(statements, wish, bench, bench.turned, bounds, sides)
        if plan is not None and bounds.hold(plan):
            return Choice(Form.LANDSCAPE, why, statements, plan)
    planner = _planner(bench.turned, bench.axis, cuts, 2)
    found = leave_out(statements, _list_ranks(wish), planner, bounds.hold)
    if found is not None:
        return Choice(Form.LANDSCAPE, why, found[1], found[0])
    lacking = f"on a page of its own, {_say_lacking(statements, plan, bounds)}"
    return Choice(
        Form.VERTICAL, lacking, statements, lacking=lacking if wish.form is not Form.AUTO else ""
    )


def _plan_best(
    statements: Statements,
    wish: Wish,
    bench: Bench,
    style: Style,
    bounds: _Bounds,
    sides: int = 1,
) -> tuple[Plan | None, Cuts, str]:
    """Plan with the scale that is given, or with breaks where one at a single rate fails."""
    given = wish.cuts if wish.scaling is Scaling.GIVEN else WHOLE
    planner = _planner(style, bench.axis, given, sides)
    why = "everything fits on an axis"
    if len(statements.moments) > _MANY:
        quick = planner(statements, 0.1)
        if quick is not None and quick.scene.height > _HOPELESS * bounds.height:
            return quick, given, why
    plan = planner(statements, 1.0)
    if wish.scaling is not Scaling.AUTO or (plan is not None and bounds.hold(plan)):
        return plan, given, why

    def measure(cuts: Cuts) -> float | None:
        tried = plan_horizontal(statements, style, bench.axis, cuts, 0.1, sides)
        if tried is None or tried.shift > bounds.shift:
            return None
        return tried.scene.height + max(0.0, tried.leader - bounds.leader)

    cuts = find_cuts(statements, START, style.width - END, measure)
    broken = cuts and plan_horizontal(statements, style, bench.axis, cuts, 1.0, sides)
    if cuts and broken and bounds.lack_only_leader(broken):
        number = len(cuts.days)
        changes = "a change of scale" if number == 1 else f"{number} changes of scale"
        return broken, cuts, f"with {changes}, everything fits on an axis"
    return plan, given, why


def _planner(
    style: Style, axis: AxisWords, cuts: Cuts, sides: int = 1
) -> Callable[[Statements, float], Plan | None]:
    def plan(statements: Statements, effort: float) -> Plan | None:
        if not statements.moments and not statements.spans:
            return None
        return plan_horizontal(statements, style, axis, cuts, effort, sides)

    return plan


def _suits_a_page(statements: Statements) -> bool:
    """Tell whether a list would lose what the figure is for: lanes, or much at the same time."""
    return statements.is_parted or len(statements.spans) >= _MANY_SPANS


def _highest(style: Style) -> float:
    """Give the height that a page has room for, with a caption and a legend."""
    return style.length - 150


def _say_lacking(statements: Statements, plan: Plan | None, bounds: _Bounds) -> str:
    if plan is None:
        return f"{len(statements.moments)} events do not stand beside each other"
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
