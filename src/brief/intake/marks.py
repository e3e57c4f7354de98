"""Fit emphasis to the rules of Markdown, which decides by neighbouring characters what is a mark.

A mark that would not be read as one (before a space, or between a letter and punctuation) moves
inwards, until it encloses words alone: `„**Hafen**“s` for a strong `„Hafen“` before a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from brief.intake.inline import tidy
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

Spans = tuple[Inline, ...]

_PUNCTUATION = "."  # what every element but words begins and ends with, as far as marks go
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


def fit_marks(spans: Iterable[Inline]) -> Spans:
    """Give inline text whose emphasis is read as such when it is written as Markdown."""
    parted = tidy(_part(_fit(tidy(_unnest(spans, ())), " ", " ")))
    return tidy(_fit(parted, " ", " "))


def _unnest(spans: Iterable[Inline], inside: tuple[type, ...]) -> Iterable[Inline]:
    """Take out elements that stand in one of their own kind, which says nothing more.

    Links cannot hold passages in another language; one that is a passage stands inside it.
    """
    for span in spans:
        if not isinstance(span, Emphasis | Strong | Link | Foreign):
            yield span
            continue
        within = span.children
        if isinstance(span, Link) and len(within) == 1 and isinstance(within[0], Foreign):
            span = Foreign(within[0].language, (Link(span.target, within[0].children),))
        children = tuple(_unnest(span.children, (*inside, type(span))))
        lost = isinstance(span, Foreign) and Link in inside
        if lost or type(span) in inside or not plain_text(children).strip():
            yield from children
        else:
            yield replace(span, children=children)


def _part(spans: Spans, *, inside: bool = False) -> Iterable[Inline]:
    """Leave marks out where they touch others, since readers differ on which belong together.

    What is emphasised can hold a single other mark, between blanks or around all of it.
    """
    before: Inline | None = None
    for at, span in enumerate(spans):
        after = spans[at + 1] if at + 1 < len(spans) else None
        kept: Iterable[Inline] = (span,)
        if isinstance(span, Link | Foreign):
            kept = (replace(span, children=tuple(_part(span.children))),)
        elif isinstance(span, Emphasis | Strong):
            free = _ends(before).isspace() and _begins(after).isspace()
            if isinstance(before, Emphasis | Strong) or (inside and len(spans) > 1 and not free):
                kept = _unmark(span.children)
            elif inside:
                kept = (replace(span, children=tuple(_unmark(span.children))),)
            else:
                kept = (replace(span, children=tuple(_part(span.children, inside=True))),)
        yield from kept
        before = span


def _unmark(spans: Iterable[Inline]) -> Iterable[Inline]:
    for span in spans:
        if isinstance(span, Emphasis | Strong):
            yield from _unmark(span.children)
        elif isinstance(span, Link | Foreign):
            yield replace(span, children=tuple(_unmark(span.children)))
        else:
            yield span


def _begins(span: Inline | None) -> str:
    return span.text[0] if isinstance(span, Str) else _PUNCTUATION


def _ends(span: Inline | None) -> str:
    return span.text[-1] if isinstance(span, Str) else _PUNCTUATION


def _fit(spans: Spans, before: str, after: str) -> Spans:
    """Fit elements between two characters."""
    made: list[Inline] = []
    for at, span in enumerate(spans):
        follows = _first(spans[at + 1 :]) or after
        made += _fit_span(span, _last(made) or before, follows)
    return tuple(made)


def _fit_span(span: Inline, before: str, after: str) -> Spans:
    match span:
        case Link(_, children) | Foreign(_, children):
            return (replace(span, children=_fit(children, _PUNCTUATION, _PUNCTUATION)),)
        case Emphasis(children) | Strong(children):
            head, inner = _move_out(span, children, before)
            tail, inner = _move_out(span, inner[::-1], after, backwards=True)
            inner = inner[::-1]
            fitted = _fit(inner, _last(head) or before, _first(tail) or after)
            middle: Spans = (replace(span, children=fitted),) if fitted else ()
            head = _fit(head, before, _first(middle) or _first(tail) or after)
            tail = _fit(tail, _last(middle) or _last(head) or before, after)
            return (*head, *middle, *tail)
    return (span,)


def _move_out(
    mark: Emphasis | Strong, children: Spans, beside: str, *, backwards: bool = False
) -> tuple[Spans, Spans]:
    """Move out what keeps a mark from being one; gives what is outside, and what stays.

    With `backwards`, the elements come in reverse order, and what is outside does not.
    """
    outside: list[Inline] = []
    left = list(children)
    while left:
        edge = (_last if backwards else _first)(left[:1])
        if not edge.isspace() and (_parts(beside) or not _is_punctuation(edge)):
            break
        span = left.pop(0)
        if isinstance(span, Str) and len(span.text) > 1:
            cut = slice(None, -1) if backwards else slice(1, None)
            left.insert(0, Str(span.text[cut]))
            span = Str(edge)
        outside.append(_mark_inside(mark, span))
        beside = edge
    return tuple(outside[::-1] if backwards else outside), tuple(left)


def _mark_inside(mark: Emphasis | Strong, span: Inline) -> Inline:
    """Let a mark stand within a link or passage instead of around it."""
    if isinstance(span, Link | Foreign):
        inner = _fit((replace(mark, children=span.children),), _PUNCTUATION, _PUNCTUATION)
        return replace(span, children=inner)
    return span


def _first(spans: Sequence[Inline]) -> str:
    """Give the first character that a reader of Markdown sees; emphasis is seen through."""
    return _edge(spans[0], 0) if spans else ""


def _last(spans: Sequence[Inline]) -> str:
    return _edge(spans[-1], -1) if spans else ""


def _edge(span: Inline, at: int) -> str:
    match span:
        case Str(text):
            return text[at]
        case Emphasis(children) | Strong(children):
            return _edge(children[at], at)
        case CodeSpan() | FootnoteMark():
            return _PUNCTUATION
    return _PUNCTUATION


def _parts(char: str) -> bool:
    """Tell whether a character parts words, so that any mark can stand beside it."""
    certain = unicodedata.category(char)[0] == "P" or char in "$+<=>^`|~"
    return char.isspace() or certain or _CJK.match(char) is not None


def _is_punctuation(char: str) -> bool:
    """Tell whether some reader takes a character for punctuation; symbols are in dispute."""
    return unicodedata.category(char)[0] in "PS" and _CJK.match(char) is None
