"""A head is never left behind: what opens a section begins with its first line of text.

The engine may break a page between the head in the margin, which floats, and the text beside it.
An element with the attribute `data-opening` is moved to the next page as long as no line of its
own text has found room on this one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

OPENING = "data-opening"


def keep_openings() -> None:
    """Teach the engine's block layout the attribute, once."""
    from weasyprint.layout import block  # after the engine is set up

    block.block_level_layout = _with_openings(block)


def _with_openings(block: Any) -> Callable[..., Any]:
    lay_out = block.block_level_layout

    def lay_out_opening(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool = True,
        absolute_boxes: Any = None,
        fixed_boxes: Any = None,
        *more: Any,
        **named: Any,
    ) -> Any:
        result = lay_out(
            context, box, bottom_space, skip_stack, containing_block, page_is_empty,
            absolute_boxes, fixed_boxes, *more, **named,
        )  # fmt: skip
        made, resume_at = result[0], result[1]
        broken = made is not None and resume_at is not None and skip_stack is None
        if page_is_empty or not broken or not _is_opening(box) or _has_lines(made):
            return result
        block.remove_placeholders(context, [made], absolute_boxes or [], fixed_boxes or [])
        return (None, *result[1:])

    return lay_out_opening


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
