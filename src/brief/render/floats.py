"""Figures that find no room go to the head of the next page, and the text goes on before them.

This is what `float-reference: page; float: top` of CSS Page Floats asks for, which the engine does
not know. `data-float="page"`: the element may move so, unless it follows a heading. Floats keep
their order. `data-float-barrier`: the element waits until all floats before it have been placed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from brief.render.blocklayout import BlockCall, Layout, add_rule
from brief.render.linegrid import FILLS, lack_of_line, read_step

FLOAT = "data-float"
BARRIER = "data-float-barrier"


@dataclass(frozen=True, slots=True, eq=False)
class MovedFloat:
    """A box that moves, the block that contains it, and how far right that begins on the page."""

    box: Any
    frame: Any
    offset: float


class Floats:
    """The floats of one layout: those `due` on each page, and those `waiting` on this one."""

    def __init__(self) -> None:
        """Begin with none."""
        self.due: dict[int, list[MovedFloat]] = {}
        self.waiting: list[MovedFloat] = []
        self.left_over: list[MovedFloat] = []
        self.placed = False
        self.fixed = False

    @staticmethod
    def of(context: Any) -> Floats:
        """Give the floats of the engine's layout context."""
        known: Floats = context.__dict__.setdefault("floats", Floats())
        return known


def keep_floats() -> None:
    """Teach the engine's layout of blocks and pages the attributes, once."""
    from weasyprint.layout import block, page  # after the engine is set up

    add_rule(_lay_out_float)
    page.block_level_layout = _PageLayout(block).lay_out


def _lay_out_float(call: BlockCall, go_on: Layout) -> Any:
    floats, box = Floats.of(call.context), call.box
    if call.is_free and floats.waiting and _asks(box, BARRIER):
        return None, None, {"break": "any", "page": None}, [], False, call.rest[-1]
    free = call.is_free and not floats.fixed and _asks(box, FLOAT)
    if not free or _follows_head(box, call.containing_block):
        return go_on(call)
    top = box.position_x, box.position_y
    if not floats.waiting:
        # The engine adds to the list of margins that it is given.
        result = go_on(replace(call, adjoining_margins=[*call.adjoining_margins]))
        if _fits(call.context, result, call.bottom_space):
            return result
        call.undo(result[0])
    return _leave_trace(call, go_on, *top)


def _leave_trace(call: BlockCall, go_on: Layout, x: float, y: float) -> Any:
    """Let a box wait for the next page, and lay out an empty one in its place."""
    from weasyprint.formatting_structure import boxes

    frame = call.containing_block
    left = call.context.current_footnote_area.page.content_box_x()
    moved = MovedFloat(call.box, frame, frame.content_box_x() - left)
    Floats.of(call.context).waiting.append(moved)
    trace = boxes.BlockBox.anonymous_from(frame, [])
    trace.position_x, trace.position_y = x, y
    result = go_on(replace(call, box=trace))
    result[0].moved_float = moved
    return result


class _PageLayout:
    """The layout of the boxes of a page: its note area, which holds floats too, and its text."""

    def __init__(self, block: Any) -> None:
        self._block = block
        self._lay_out: Layout = block.block_level_layout

    def lay_out(
        self, context: Any, box: Any, bottom_space: float, skip_stack: Any, *more: Any, **named: Any
    ) -> Any:
        if box.element_tag == "@note-area":
            result = self._lay_out(context, box, bottom_space, skip_stack, *more, **named)
            self._place(context, result[0])
            return result
        if box.is_for_root_element:
            return self._lay_out_text(context, box, skip_stack, *more)
        return self._lay_out(context, box, bottom_space, skip_stack, *more, **named)

    def _place(self, context: Any, area: Any) -> None:
        """Put the floats that are due at the head of the page, as many as it has room for."""
        floats = Floats.of(context)
        due = floats.due.get(context.current_page, [])
        page = context.current_footnote_area.page
        y = area.position_y + area.margin_height()
        placed: list[Any] = []
        floats.fixed = True  # what moves once is not to move further by itself
        for moved in due:
            moved.box.position_x, moved.box.position_y = page.content_box_x() + moved.offset, y
            result = self._lay_out(context, moved.box, 0, None, moved.frame, not placed, [], [], [])
            if not placed:
                result[0].translate(dy=-result[0].margin_top)  # a page begins without a margin
            if placed and not _fits(context, result, 0):
                if result[0] is not None:
                    self._block.remove_placeholders(context, [result[0]], [], [])
                break
            y = result[0].position_y + result[0].margin_height()
            if step := read_step(moved.box, FILLS):
                y += lack_of_line(context, y, step)
            placed.append(result[0])
        floats.placed = bool(placed)
        floats.left_over = due[len(placed) :]
        if placed:
            area.children = [*area.children, *placed]
            area.height += y - area.position_y - area.margin_height()

    def _lay_out_text(
        self,
        context: Any,
        root: Any,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool,
        absolute_boxes: Any,
        fixed_boxes: Any,
        adjoining_margins: Any,
    ) -> Any:
        """Lay out the text of a page; if nothing of it fits below the floats, they stand alone."""
        floats = Floats.of(context)

        def lay_out(root: Any, skip_stack: Any, *, fixed: bool = False) -> Any:
            floats.waiting, floats.fixed = [*floats.left_over], fixed
            return self._lay_out(
                context, root, 0, skip_stack, containing_block,
                page_is_empty and not floats.placed, absolute_boxes, fixed_boxes, adjoining_margins,
            )  # fmt: skip

        top = root.position_x, root.position_y
        result = lay_out(root, skip_stack)
        moved = [] if result[0] is None else list(_find_moved(result[0]))
        ended = result[0] is not None and result[1] is None
        if ended and (moved or floats.left_over):
            self._block.remove_placeholders(context, [result[0]], absolute_boxes, fixed_boxes)
            root.position_x, root.position_y = top
            moved = []
            if not floats.left_over:
                result = lay_out(root, skip_stack, fixed=True)
        if result[0] is None or (ended and floats.left_over):
            root.position_x, root.position_y = top
            empty = lay_out(root.copy_with_children([]), None)
            result = (empty[0], skip_stack, {"break": "any", "page": None}, [], False, None)
        self._remember(context, [*floats.left_over, *moved])
        return result

    @staticmethod
    def _remember(context: Any, moved: list[MovedFloat]) -> None:
        """Hand floats on to the next page, which is made anew if it was made with others."""
        floats, following = Floats.of(context), context.current_page + 1
        before = floats.due.get(following, [])
        floats.due[following] = moved
        if [item.box.element for item in before] != [item.box.element for item in moved]:
            for *_, state in context.page_maker[context.current_page :][:1]:
                state["content_changed"] = True


def _asks(box: Any, attribute: str) -> bool:
    element = box.element
    return (
        element is not None
        and box.element_tag == element.tag
        and element.get(attribute) is not None
    )


def _follows_head(box: Any, containing_block: Any) -> bool:
    """Tell whether a box stands right below one that must not end its page."""
    before = None
    for child in containing_block.children:
        if child.element is box.element:
            break
        if child.is_in_normal_flow():
            before = child
    return before is not None and before.style["break_after"] in ("avoid", "avoid-page")


def _fits(context: Any, result: Any, bottom_space: float) -> bool:
    box, resume_at = result[0], result[1]
    if box is None or resume_at is not None:
        return False
    return not context.overflows_page(bottom_space, box.border_box_y() + box.border_height())


def _find_moved(box: Any) -> Iterator[MovedFloat]:
    moved = getattr(box, "moved_float", None)
    if moved is not None:
        yield moved
    for child in getattr(box, "children", ()):
        yield from _find_moved(child)
