"""A fault of WeasyPrint's line breaking, mended: soft hyphens of later words.

Where a first word is too long for its line, the engine would also break at a soft hyphen that
stands in any later word, and takes all the text up to there for one word. Beside a float, such a
paragraph then flees below it.
"""

from __future__ import annotations

from typing import Any

from brief.render.mending import change_line


def mend_hyphens() -> None:
    """Let the engine look for soft hyphens in the next word alone, once."""
    from weasyprint.layout import inline, preferred  # after the engine is set up
    from weasyprint.text import line_break

    module: Any = line_break
    mended = change_line(
        line_break,
        module.split_first_line,
        "re.finditer(soft_hyphen, second_line_text)",
        "re.finditer(soft_hyphen, second_line_text if second_line_text.endswith(soft_hyphen)"
        " else second_line_text.partition(' ')[0])",
    )
    for user in (line_break, inline, preferred):
        user.split_first_line = mended
