"""Choose the form of a timeline, and say why.

Everything on an axis is best; then an axis that changes its rate; then the least important
entries in a list below. What still has no room becomes a page of its own or a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief.compose.timeline.axis import AxisWords
from brief.compose.timeline.horizontal import Plan
from brief.compose.timeline.layouts import Bounds, Layout, Setup, list_layouts, say_lacking
from brief.compose.timeline.ranks import leave_out, list_least
from brief.compose.timeline.scale import WHOLE, Cuts
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.strip import plan_strip
from brief.compose.timeline.style import MAX_HEIGHT, MAX_LEADER, MAX_SHIFT, Style
from brief.model.timeline import Form, Scaling

_ASKED = "the definition asks for it"
_MANY_SPANS = 6  # that a list shows badly, since they go on at the same time


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
    bounds = Bounds(height) if asked else Bounds(height, MAX_SHIFT, MAX_LEADER)
    setup = _set_up(wish, bench.style, bench.axis, bounds, hang=asked)
    choice, tried = _try_all(statements, wish, setup)
    if choice is not None:
        return replace(choice, why=_ASKED) if asked and choice.shown is statements else choice
    lacking = say_lacking(statements, tried[0].plan, bounds)
    if asked:
        return _stay_high(statements, wish, setup, tried)
    if _suits_a_page(statements):
        return _choose_landscape(statements, wish, bench, lacking)
    return Choice(Form.VERTICAL, lacking, statements)


def _choose_landscape(statements: Statements, wish: Wish, bench: Bench, why: str) -> Choice:
    bounds = Bounds(min(wish.height or bench.turned_height, bench.turned_height))
    setup = _set_up(wish, bench.turned, bench.axis, bounds, hang=True)
    choice, tried = _try_all(statements, wish, setup)
    if choice is not None:
        return replace(choice, form=Form.LANDSCAPE, why=why)
    lacking = f"on a page of its own, {say_lacking(statements, tried[0].plan, bounds)}"
    told = lacking if wish.form is not Form.AUTO else ""
    return Choice(Form.VERTICAL, lacking, statements, lacking=told)


def _set_up(wish: Wish, style: Style, axis: AxisWords, bounds: Bounds, *, hang: bool) -> Setup:
    cuts = wish.cuts if wish.scaling is Scaling.GIVEN else WHOLE
    return Setup(style, axis, bounds, cuts, wish.scaling is Scaling.AUTO, hang)


def _try_all(
    statements: Statements, wish: Wish, setup: Setup
) -> tuple[Choice | None, list[Layout]]:
    """Take the first layout that keeps its bounds; else leave out what matters least.

    Gives the layouts that were tried, too.
    """
    tried: list[Layout] = []
    for layout in list_layouts(statements, setup):
        tried.append(layout)
        if setup.bounds.hold(layout.plan):
            return Choice(Form.HORIZONTAL, layout.why, statements, layout.plan), tried
    lowest = _find_lowest(tried)

    def plan(shown: Statements, effort: float) -> Plan | None:
        return setup.plan(shown, lowest.cuts, lowest.sides, effort)

    found = leave_out(statements, _list_ranks(wish), plan, setup.bounds.hold)
    if found is None:
        return None, tried
    number = len(statements.in_time()) - len(found[1].in_time())
    why = f"{number} of the least important entries stand in a list below"
    return Choice(Form.HORIZONTAL, why, found[1], found[0]), tried


def _stay_high(statements: Statements, wish: Wish, setup: Setup, tried: Sequence[Layout]) -> Choice:
    """Keep the form that was asked for as long as a page has room for it; tell what it lacks."""
    lowest, shown = _find_lowest(tried), statements
    plan = lowest.plan
    if wish.height:
        shown = statements.without(list_least(statements, _list_ranks(wish)))
        plan = setup.plan(shown, lowest.cuts, lowest.sides)
    if plan is not None and plan.scene.height <= _highest(setup.style):
        still = "" if setup.bounds.hold(plan) else say_lacking(shown, plan, setup.bounds)
        return Choice(Form.HORIZONTAL, _ASKED, shown, plan, still)
    lacking = say_lacking(statements, tried[0].plan, setup.bounds)
    return Choice(Form.VERTICAL, lacking, statements, lacking=lacking)


def _find_lowest(tried: Sequence[Layout]) -> Layout:
    """Give the layout with the lowest plan; the last, if none has a plan."""
    return min(
        reversed(tried),
        key=lambda layout: layout.plan.scene.height if layout.plan else float("inf"),
    )


def _list_ranks(wish: Wish) -> tuple[int, ...]:
    """Give the ranks that may be left out: what says nothing of its rank only on demand."""
    return (2, 1) if wish.height else (2,)


def _suits_a_page(statements: Statements) -> bool:
    """Tell whether a list would lose what the figure is for: lanes, or much at the same time."""
    return statements.is_parted or len(statements.spans) >= _MANY_SPANS


def _highest(style: Style) -> float:
    """Give the height that a page has room for, with a caption and a legend."""
    return style.length - 150
