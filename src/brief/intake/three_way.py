"""Join two sets of changes to the same text, where they do not touch (as `diff3` does)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from brief.intake.markdown_writer import wrap

_SENTENCE = re.compile(r"(?<=[.!?。！？؟])\s+|(?<=[.!?]\S)\s+")
_PLAIN = re.compile(r"(?:\{#[^{}]*\}\n)?(?!\{#)[^\s#>|+*!`\[-]")

Change = tuple[int, int, tuple[str, ...]]


def join_changes(before: str, now: str, yours: str) -> str | None:
    """Give a passage with the changes of both sides; None where they touch.

    Paragraphs are compared sentence by sentence, everything else line by line.
    """
    flowing = all(_PLAIN.match(text) for text in (before, now, yours))
    parts = [_part(text, flowing=flowing) for text in (before, now, yours)]
    merged = merge_sequences(*parts)
    if merged is None:
        return None
    if not flowing:
        return "\n".join(merged)
    head = f"{merged.pop(0)}\n" if merged and merged[0].startswith("{#") else ""
    return head + wrap(" ".join(merged))


def merge_sequences(
    before: Sequence[str], now: Sequence[str], yours: Sequence[str]
) -> list[str] | None:
    """Merge two changed versions of a sequence; None if both change the same place."""
    changes = sorted({*_list_changes(before, now), *_list_changes(before, yours)})
    made: list[str] = []
    end, after_insertion = 0, False
    for number, (start, stop, items) in enumerate(changes):
        touching = number > 0 and start == end and (start == stop or after_insertion)
        if start < end or touching:
            return None
        made += [*before[end:start], *items]
        end, after_insertion = stop, start == stop
    return [*made, *before[end:]]


def _list_changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        (start, stop, tuple(after[first:last]))
        for kind, start, stop, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]


def _part(text: str, *, flowing: bool) -> list[str]:
    if not flowing:
        return text.split("\n")
    head, _, rest = text.partition("\n") if text.startswith("{#") else ("", "", text)
    sentences = _SENTENCE.split(" ".join(rest.split()))
    return [head, *sentences] if head else sentences
