"""Property values that no style sheet has set, found quickly.

Most properties of most elements have their initial value or that of the parent. The engine takes
each through all that can be said of one in a style sheet, which is a tenth of all layout. What is
found here is what it would find.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_SPECIAL = frozenset({"position", "float", "display", "page"})
_PROPAGATED = "text_decoration_"


def mend_defaults() -> None:
    """Look for the plain case first."""
    from weasyprint.css import ComputedStyle  # after the engine is set up

    style: Any = ComputedStyle
    style.__missing__ = _with_shortcuts(style.__missing__)


def _with_shortcuts(find: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    from weasyprint.css.functions import check_math
    from weasyprint.css.properties import INHERITED, INITIAL_VALUES

    initial = _list_initial()
    inherited = frozenset(key for key in INHERITED if not key.startswith(_PROPAGATED)) - _SPECIAL

    def find_quickly(style: Any, key: str) -> Any:
        twins = initial.get(key)
        if twins is not None:
            if style.cascaded.keys().isdisjoint(twins):
                value = style[key] = INITIAL_VALUES[key]
                return value
        elif key in inherited and key not in style.cascaded and style.parent_style is not None:
            value = style.parent_style[key]
            if not check_math(value):  # a calculation depends on the element
                style[key] = value
                return value
        return find(style, key)

    return find_quickly


def _list_initial() -> dict[str, tuple[str, ...]]:
    """List the properties whose initial value is also the computed one, if nothing sets them.

    Each with the names under which it can be set: its own, and the logical ones in either
    direction (CSS Logical Properties, level 1).
    """
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
    from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

    listed = {}
    for key in INITIAL_VALUES:
        if key in INHERITED or key in INITIAL_NOT_COMPUTED or key in _SPECIAL:
            continue
        if key.startswith(("__", _PROPAGATED)):
            continue
        logical = PHYSICAL_FUNCTIONS.get(key)
        lines = ("ltr", "rtl") if logical else ()
        listed[key] = (key, *{logical(block="ttb", inline=line): 0 for line in lines})
    return listed
