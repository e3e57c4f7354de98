"""A head is never left behind: what opens a section begins with its first line of text.

The engine may break a page between the head in the margin, which floats, and the text beside it.
An element with the attribute `data-opening` is moved to the next page as long as no line of its
own text has found room on this one.
"""

from __future__ import annotations

from typing import Any

from brief.render.blocklayout import BlockCall, Layout, add_rule

OPENING = "data-opening"


def keep_openings() -> None:
    """Teach the engine's block layout the attribute, once."""
    add_rule(_lay_out_opening)


def _lay_out_opening(call: BlockCall, go_on: Layout) -> Any:
    result = go_on(call)
    made, resume_at = result[0], result[1]
    broken = call.is_free and made is not None and resume_at is not None
    if not broken or not _is_opening(call.box) or _has_lines(made):
        return result
    call.undo(made)
    return (None, *result[1:])


def _is_opening(box: Any) -> bool:
    return box.element is not None and box.element.get(OPENING) is not None


def _has_lines(box: Any) -> bool:
    """Tell whether a box holds a line of text in its normal flow."""
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if not hasattr(child, "children") or _is_line(child) or _has_lines(child):
            return True
    return False


def _is_line(box: Any) -> bool:
    return type(box).__name__ == "LineBox"
