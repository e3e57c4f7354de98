"""Two faults of WeasyPrint's footnote layout, mended.

The area for notes is compared with its contents exactly, so that rounding makes notes flee to
later pages (Kozea/WeasyPrint issue 2502). And to satisfy `orphans`, notes that stand already may
be moved to the page after their call. Both places are changed in the engine's source text.
"""

from __future__ import annotations

from typing import Any

from brief.render.mending import change_line

_TOLERANCE = "0.01"


def mend_footnotes() -> None:
    """Put the changed functions in place of the engine's, once."""
    from weasyprint import layout  # after the engine is set up
    from weasyprint.layout import block

    context: Any = layout.LayoutContext
    context._update_footnote_area = change_line(
        layout,
        context._update_footnote_area,
        "overflow = last_child_bottom > footnote_area_bottom",
        f"overflow = last_child_bottom > footnote_area_bottom + {_TOLERANCE}",
    )
    block._linebox_layout = change_line(
        block,
        block._linebox_layout,
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
    )
