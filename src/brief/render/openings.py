"""What stands in the margin is never left behind: it begins with the first line of its text.

The engine may break a page between a head or note in the margin, which floats, and the text beside
it, or within the note. An element with the attribute `data-opening` is moved to the next page as
long as no line of its own text has found room on this one, or not the whole of what floats in it.
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
    if made is None or not call.is_free or not _is_opening(call.box):
        return result
    begins = resume_at is None or _has_lines(made)
    if begins and not _parts_floats(made, call.context):
        return result
    call.undo(made)
    return None, None, {"break": "any", "page": None}, [], False, result[-1]


def _is_opening(box: Any) -> bool:
    return box.element is not None and box.element.get(OPENING) is not None


def _parts_floats(made: Any, context: Any) -> bool:
    """Tell whether something that floats beside the text goes on on the next page."""
    floats = [child for child in made.children if child.is_floated()]
    return any(child in context.broken_out_of_flow for child in floats)


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
