"""The line grid: running text on the same lines on every page, whatever stands between.

CSS has no word for it that the engine knows, so templates say it by two attributes, whose value
is the distance of lines in CSS pixels. `data-grid`: the element begins on a line of the grid.
`data-grid-block`: the element is of any height, and what its last line lacks is given half above
and half below. The grid begins at the top of the text area of each page.
"""

from __future__ import annotations

from typing import Any

from brief.render.blocklayout import BlockCall, Layout, add_rule

BEGINS = "data-grid"
FILLS = "data-grid-block"
_NOISE = 0.02


def keep_grid() -> None:
    """Teach the engine's block layout the two attributes, once."""
    from weasyprint.layout import block  # after the engine is set up

    add_rule(_lay_out_on_grid)
    block.float_layout = _float_with_grid(block.float_layout)


def _lay_out_on_grid(call: BlockCall, go_on: Layout) -> Any:
    if call.is_free and (step := read_step(call.box, BEGINS)):
        _begin_on_line(call, step)
    result = go_on(call)
    if call.is_free and result[0] is not None and (step := read_step(call.box, FILLS)):
        _centre(call.context, result[0], result[1], call.bottom_space, step)
    return result


def _begin_on_line(call: BlockCall, step: float) -> None:
    from weasyprint.layout import block

    box, context = call.box, call.context
    margin = block.collapse_margin([*call.adjoining_margins, _own_margin(box)])
    direction = call.containing_block.style["direction"]
    box.position_y += block.get_clearance(context, box, direction, margin) or 0
    box.position_y += lack_of_line(context, box.position_y + margin, step)


def _float_with_grid(lay_out: Layout) -> Layout:
    def lay_out_on_grid(context: Any, box: Any, *more: Any, **named: Any) -> Any:
        if step := read_step(box, BEGINS):
            box.position_y += lack_of_line(context, box.position_y, step)
        return lay_out(context, box, *more, **named)

    return lay_out_on_grid


def read_step(box: Any, attribute: str) -> float:
    """Give the distance of lines that an element asks for, 0 if it does not."""
    element = box.element
    if element is None or box.element_tag != element.tag:
        return 0.0
    value = element.get(attribute)
    return float(value) if value else 0.0


def _own_margin(box: Any) -> float:
    margin = box.style["margin_top"]
    return 0.0 if margin == "auto" or margin.unit != "px" else float(margin.value)


def lack_of_line(context: Any, position: float, step: float) -> float:
    """Give the way down from a position to the next line of the grid."""
    page = context.current_footnote_area.page
    over = (position - page.content_box_y()) % step
    return 0.0 if over < _NOISE or step - over < _NOISE else step - over


def _centre(context: Any, box: Any, resume_at: Any, bottom_space: float, step: float) -> None:
    """Move a block that ends on this page down by half of what its last line lacks."""
    end = box.border_box_y() + box.border_height()
    half = lack_of_line(context, end, step) / 2
    if resume_at is None and half and not context.overflows_page(bottom_space, end + half):
        box.translate(dy=half)
