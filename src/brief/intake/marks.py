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
    return tidy(_fit(tuple(_unnest(spans, ())), " ", " "))


def _unnest(spans: Iterable[Inline], inside: tuple[type, ...]) -> Iterable[Inline]:
    """Take out elements that stand in one of their own kind, which says nothing more."""
    for span in spans:
        if not isinstance(span, Emphasis | Strong | Link | Foreign):
            yield span
            continue
        children = tuple(_unnest(span.children, (*inside, type(span))))
        if type(span) in inside or not plain_text(children).strip():
            yield from children
        else:
            yield replace(span, children=children)


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
    return char.isspace() or _is_punctuation(char) or _CJK.match(char) is not None


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS" and _CJK.match(char) is None
