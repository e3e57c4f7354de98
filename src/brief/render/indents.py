"""First lines that are indented from the right, where paragraphs are written from there.

The engine moves the beginning of such a line to the right margin and leaves its indent empty at
the other end, so that a new paragraph cannot be told from a new line.
"""

from __future__ import annotations

from typing import Any

from brief.render.mending import change_line


def mend_indents() -> None:
    """Put the changed function in place of the engine's, once."""
    from weasyprint.layout import inline  # after the engine is set up

    module: Any = inline
    module.get_next_linebox = change_line(
        inline,
        module.get_next_linebox,
        "            offset_x -= line.width\n",
        "            offset_x -= line.width + linebox.text_indent\n",
    )
