"""Tell which blocks stay when the texts that are not translated are left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from brief.localise.units import needs_translation
from brief.model.blocks import (
    Aside,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    TimelinePlacement,
)
from brief.model.text import Freshness, Text
from brief.model.walk import iterate_texts


def is_gone(text: Text) -> bool:
    """Tell whether a text is to be left out."""
    return text.freshness is Freshness.OMITTED


def keep_text(text: Text | None) -> Text | None:
    """Give a text that a thing can be without, or None."""
    return None if text is None or is_gone(text) else text


def keep_texts(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Give the texts of a row that stay."""
    return tuple(text for text in texts if not is_gone(text))


def keep_blocks(blocks: tuple[Block, ...], lost: Collection[str]) -> tuple[Block, ...]:
    """Give the blocks that stay, and of each what stays; `lost` are timelines that do not.

    Headings that have lost what stood below them go as well.
    """
    kept = [_keep_block(block, lost) for block in blocks]
    return tuple(
        block
        for number, block in enumerate(kept)
        if block is not None and _has_body(number, blocks, kept)
    )


def _has_body(number: int, blocks: Sequence[Block], kept: Sequence[Block | None]) -> bool:
    """Tell whether a heading still has something below it, or never had; other blocks always do."""
    head = blocks[number]
    if not isinstance(head, Heading):
        return True
    below: list[Block | None] = []
    for before, after in zip(blocks[number + 1 :], kept[number + 1 :], strict=True):
        if not isinstance(before, Heading):
            below.append(after)
        elif before.level <= head.level:
            break
    return not below or any(block is not None for block in below)


def _keep_block(block: Block, lost: Collection[str]) -> Block | None:
    match block:
        case Paragraph(text=text):
            return None if is_gone(text) else block
        case ListBlock(items=items):
            left = tuple(item for each in items if (item := keep_blocks(each, lost)))
            return replace(block, items=left) if left else None
        case Quote(blocks=inner, attribution=by):
            left_inner = keep_blocks(inner, lost)
            made = replace(block, blocks=left_inner, attribution=keep_text(by))
            return made if left_inner else None
        case Aside(blocks=inner, title=title):
            left_inner = keep_blocks(inner, lost)
            return replace(block, blocks=left_inner, title=keep_text(title)) if left_inner else None
        case TimelinePlacement(timeline):
            return None if timeline in lost else block
        case Table() | Figure() if _is_all_gone(block):
            return None
        case Table(note=note, credit=credit):
            return replace(block, note=keep_text(note), credit=keep_text(credit))
        case Figure(caption=caption, credit=credit):
            return replace(block, caption=keep_text(caption), credit=keep_text(credit))
        case _:
            return block


def _is_all_gone(block: Table | Figure) -> bool:
    """Tell whether none of the words of a table or figure is translated; figures do not count."""
    texts = [text for text in iterate_texts(block) if needs_translation(text.source)]
    return bool(texts) and all(map(is_gone, texts))
