"""Turn the tokens of the inline parser into the inline elements of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from brief.model.text import (
    Citation,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Reference,
    Str,
    Strong,
)

_PAIRS: dict[str, Callable[[Token, tuple[Inline, ...]], Inline]] = {
    "em_open": lambda token, children: Emphasis(children),
    "strong_open": lambda token, children: Strong(children),
    "link_open": lambda token, children: Link(token.meta["target"], children),
    "foreign_open": lambda token, children: Foreign(token.meta["language"], children),
}


def build_inline(tokens: Sequence[Token], scope: str = "") -> tuple[Inline, ...]:
    """Build the elements; the ids of footnotes are made unique by the `scope` before them."""
    return _build(iter(tokens), scope)


def _build(tokens: Iterator[Token], scope: str) -> tuple[Inline, ...]:
    """Build up to the token that closes the present pair, or to the end."""
    made: list[Inline] = []
    for token in tokens:
        if token.nesting < 0:
            break
        if token.type in _PAIRS:
            made.append(_PAIRS[token.type](token, _build(tokens, scope)))
        else:
            _append(made, _build_single(token, scope))
    return tuple(made)


def _build_single(token: Token, scope: str) -> Inline:
    match token.type:
        case "code_inline":
            return CodeSpan(token.content)
        case "citation":
            return Citation(tuple(item.source for item in token.meta["cited"]))
        case "footnote":
            return FootnoteMark(f"{scope}/{token.meta['id']}" if scope else token.meta["id"])
        case "filling":
            made: Inline = token.meta["made"]
            return made
        case "reference":
            return Reference(token.meta["id"])
        case "address":
            return Link(token.meta["target"], (Str(token.meta["shown"]),))
        case _:
            return Str(token.content)


def _append(made: list[Inline], item: Inline) -> None:
    """Append an element; characters join those before them, and no characters leave no trace."""
    if not isinstance(item, Str):
        made.append(item)
    elif item.text:
        last = made[-1] if made else None
        if isinstance(last, Str):
            made[-1] = Str(last.text + item.text)
        else:
            made.append(item)
