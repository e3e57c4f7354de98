"""The engine's layout of one block, and rules of ours around it.

A rule is given the call that the engine makes and the layout that would follow, and gives what
the engine expects: the box that was made or nothing, where to go on, how the next page begins,
and three values about margins and lines that rules only pass on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Layout = Callable[..., Any]


@dataclass(slots=True)
class BlockCall:
    """The arguments of the engine's `block_level_layout`; `rest` are those that no rule reads."""

    context: Any
    box: Any
    bottom_space: float
    skip_stack: Any
    containing_block: Any
    page_is_empty: bool
    absolute_boxes: list[Any]
    fixed_boxes: list[Any]
    adjoining_margins: list[Any]
    rest: tuple[Any, ...]
    named: dict[str, Any]

    @property
    def is_free(self) -> bool:
        """Tell whether the whole box is wanted, on a page that holds something already."""
        return self.skip_stack is None and not self.page_is_empty

    def undo(self, made: Any) -> None:
        """Take back what the layout of a box has noted, if there is one."""
        from weasyprint.layout import block  # after the engine is set up

        if made is not None:
            block.remove_placeholders(self.context, [made], self.absolute_boxes, self.fixed_boxes)


Rule = Callable[[BlockCall, Callable[[BlockCall], Any]], Any]


def add_rule(rule: Rule) -> None:
    """Put a rule around the engine's layout of blocks and around the rules before it."""
    from weasyprint.layout import block  # after the engine is set up

    block.block_level_layout = _surround(block.block_level_layout, rule)


def _surround(inner: Layout, rule: Rule) -> Layout:
    def go_on(call: BlockCall) -> Any:
        return inner(
            call.context, call.box, call.bottom_space, call.skip_stack, call.containing_block,
            call.page_is_empty, call.absolute_boxes, call.fixed_boxes, call.adjoining_margins,
            *call.rest, **call.named,
        )  # fmt: skip

    def lay_out(
        context: Any,
        box: Any,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool = True,
        absolute_boxes: Any = None,
        fixed_boxes: Any = None,
        adjoining_margins: Any = None,
        *rest: Any,
        **named: Any,
    ) -> Any:
        call = BlockCall(
            context, box, bottom_space, skip_stack, containing_block, page_is_empty,
            [] if absolute_boxes is None else absolute_boxes,
            [] if fixed_boxes is None else fixed_boxes,
            [] if adjoining_margins is None else adjoining_margins,
            rest, named,
        )  # fmt: skip
        return rule(call, go_on)

    return lay_out
