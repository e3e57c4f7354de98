"""Lines keep their height whatever typefaces stand in them.

The engine hangs a run of text by the tallest of its typefaces, so that one Cyrillic name in a
Korean line makes it higher than `line-height` says, and the text below leaves the line grid. In
CSS (CSS 2.2, 10.8.1) the first available font alone gives the place of the baseline.
"""

from __future__ import annotations

from typing import Any

from brief.render.mending import change_line


def mend_baselines() -> None:
    """Put the changed function in place of the engine's, once."""
    from weasyprint.layout import inline  # after the engine is set up

    module: Any = inline
    module.split_text_box = change_line(
        inline,
        module.split_text_box,
        "line_height, _ = strut(box.style)",
        "line_height, first_baseline = strut(box.style)",
        "half_leading = (line_height - height) / 2\n"
        "        box.margin_top = half_leading\n"
        "        box.margin_bottom = half_leading\n",
        "box.margin_top = first_baseline - baseline\n"
        "        box.margin_bottom = line_height - height - box.margin_top\n",
    )
