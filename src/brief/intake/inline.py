"""Inline text put in order: blanks joined, empty elements dropped, neighbours merged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from brief.model.text import (
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Str,
    Strong,
    plain_text,
)

_BLANKS = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_INVISIBLE = dict.fromkeys(
    [
        *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF,
        *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000),
        *range(0xFFFC, 0x10000),
    ]
)  # fmt: skip


def clean_characters(text: str) -> str:
    """Drop control characters, zero-width spaces and marks that override the direction."""
    return text.translate(_INVISIBLE)


def tidy(spans: Iterable[Inline]) -> tuple[Inline, ...]:
    """Give inline text with single blanks, none at its ends, and no empty elements."""
    merged = _merge(spans)
    joined = _join_blanks(merged, after_blank=True)[0]
    return tuple(_trim_end(joined))


def is_blank(spans: Iterable[Inline]) -> bool:
    """Tell whether nothing of a text would be read."""
    spans = tuple(spans)
    return not plain_text(spans).strip() and not any(isinstance(s, FootnoteMark) for s in spans)


def _merge(spans: Iterable[Inline]) -> list[Inline]:
    """Join neighbours of the same kind, and drop elements with nothing inside."""
    merged: list[Inline] = []
    for span in spans:
        if isinstance(span, Str | CodeSpan):
            span = replace(span, text=clean_characters(span.text))
            if not span.text:
                continue
        elif isinstance(span, Emphasis | Strong | Link | Foreign):
            span = replace(span, children=tuple(_merge(span.children)))
            if is_blank(span.children):
                span = Str(plain_text(span.children) or "")
                if not span.text:
                    continue
        last = merged[-1] if merged else None
        if isinstance(span, Str) and isinstance(last, Str):
            merged[-1] = Str(last.text + span.text)
        elif isinstance(span, CodeSpan) and isinstance(last, CodeSpan):
            merged[-1] = CodeSpan(last.text + span.text)
        elif isinstance(span, Emphasis | Strong) and type(last) is type(span):
            assert isinstance(last, Emphasis | Strong)
            merged[-1] = replace(last, children=tuple(_merge((*last.children, *span.children))))
        else:
            merged.append(span)
    return merged


def _join_blanks(spans: list[Inline], *, after_blank: bool) -> tuple[list[Inline], bool]:
    """Make every run of blanks one, also where elements meet; blanks move out of marks."""
    made: list[Inline] = []
    for span in spans:
        if isinstance(span, Str):
            text = _BLANKS.sub(" ", span.text)
            if after_blank:
                text = text.removeprefix(" ")
            if text:
                after_blank = text.endswith(" ")
                made.append(Str(text))
        elif isinstance(span, CodeSpan):
            made.append(CodeSpan(_BLANKS.sub(" ", span.text).strip()))
            after_blank = False
        elif isinstance(span, Emphasis | Strong | Link | Foreign):
            before = plain_text(span.children)[:1].isspace() and not after_blank
            children, after_blank = _join_blanks(list(span.children), after_blank=True)
            children, blank = _cut_blank(children)
            if before:
                made.append(Str(" "))
            if children:
                made.append(replace(span, children=tuple(children)))
            if blank:
                made.append(Str(" "))
            after_blank = blank
        else:
            made.append(span)
            after_blank = False
    return _merge(made), after_blank


def _cut_blank(spans: list[Inline]) -> tuple[list[Inline], bool]:
    """Take the blank off the end of a text, and tell whether there was one."""
    if spans and isinstance(spans[-1], Str) and spans[-1].text.endswith(" "):
        text = spans[-1].text.rstrip(" ")
        return [*spans[:-1], *([Str(text)] if text else [])], True
    return spans, False


def _trim_end(spans: list[Inline]) -> list[Inline]:
    return _cut_blank(spans)[0]
