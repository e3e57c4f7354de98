"""Two faults of WeasyPrint's footnote layout, mended.

The area for notes is compared with its contents exactly, so that rounding makes notes flee to
later pages (Kozea/WeasyPrint issue 2502). And to satisfy `orphans`, notes that stand already may
be moved to the page after their call. Both places are changed in the source text; the names of
the changed lines are checked, so that another version of the engine cannot pass unnoticed.
"""

from __future__ import annotations

import inspect
import textwrap
from types import FunctionType, ModuleType
from typing import Any

_TOLERANCE = "0.01"


def mend_footnotes() -> None:
    """Put the changed functions in place of the engine's, once."""
    from weasyprint import layout  # after the engine is set up
    from weasyprint.layout import block

    context: Any = layout.LayoutContext
    context._update_footnote_area = _changed(
        layout,
        context._update_footnote_area,
        "overflow = last_child_bottom > footnote_area_bottom",
        f"overflow = last_child_bottom > footnote_area_bottom + {_TOLERANCE}",
    )
    block._linebox_layout = _changed(
        block,
        block._linebox_layout,
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
    )


def _changed(module: ModuleType, function: FunctionType, old: str, new: str) -> Any:
    """Compile a function of the engine anew with one line changed."""
    source = textwrap.dedent(inspect.getsource(function))
    if source.count(old) != 1:
        raise ImportError(f"`{function.__qualname__}` of the engine is not as expected")
    made: dict[str, Any] = {}
    code = compile(source.replace(old, new), f"<{module.__name__}, mended>", "exec")
    exec(code, module.__dict__, made)  # noqa: S102  # the engine's own source, changed as above
    return made[function.__name__]
