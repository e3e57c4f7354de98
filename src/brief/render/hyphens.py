"""Hyphens at the ends of lines: found in the right words, and read as no characters.

Two faults of WeasyPrint are mended. Where a first word is too long for its line, the engine would
also break at a soft hyphen that stands in any later word, and takes all the text up to there for
one word; beside a float, such a paragraph then flees below it. And a font has one glyph for
written hyphens and for those at the end of a line, so that one name in its character map stands
for both; the latter get a name of their own (`ActualText`, ISO 32000-1, 14.9.4). To tell them from
an author's, the engine is given a character of its own for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from brief.render.mending import change_line

HYPHEN = "\u2011"  # what the engine sets at the end of a divided line; drawn like any hyphen
_LAST_GLYPH = re.compile(rb"\[(.*?)([0-9a-f]{4})(>[-.\d]*)\] TJ")
_SOFT_HYPHEN = b"/Span <</ActualText <FEFF00AD>>> BDC"


def mend_hyphens() -> None:
    """Put the changed functions in place of the engine's, once."""
    from weasyprint.css import properties  # after the engine is set up
    from weasyprint.draw import text
    from weasyprint.layout import inline, preferred
    from weasyprint.text import line_break

    properties.INITIAL_VALUES["hyphenate_character"] = HYPHEN
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
    text.draw_first_line = _with_names(text.draw_first_line)


def _with_names(draw: Callable[..., Any]) -> Callable[..., Any]:
    def draw_and_name(stream: Any, textbox: Any, *more: Any) -> Any:
        result = draw(stream, textbox, *more)
        if stream._tags is not None and textbox.pango_layout.text.endswith(HYPHEN):
            _name_last_glyph(stream.stream)
        return result

    return draw_and_name


def _name_last_glyph(operations: list[Any]) -> None:
    """Part the last glyph from the text shown before it, and say what it stands for."""
    shown = _LAST_GLYPH.fullmatch(operations[-1])
    if shown is None:
        return
    before, glyph, end = shown.groups()
    before = before.removesuffix(b"<") if before.endswith(b"<") else before + b">"
    operations[-1:] = [b"[" + before + b"] TJ"] if before else []
    operations += [_SOFT_HYPHEN, b"[<" + glyph + end + b"] TJ", b"EMC"]
