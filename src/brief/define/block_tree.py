"""The blocks of a text as a tree, each with the lines that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from brief.define.markdown import MAX_NESTING
from brief.define.passage import Passage


@dataclass(slots=True)
class Branch:
    """A block: its opening token, or its only one, its whole lines, and the blocks inside."""

    token: Token
    lines: Sequence[Passage]
    children: list[Branch] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The type of the token."""
        return self.token.type


def build_tree(tokens: Sequence[Token], text: Sequence[Passage]) -> list[Branch]:
    """Put the tokens of blocks into one another; `text` are the lines that they come from."""
    top: list[Branch] = []
    open_branches: list[list[Branch]] = [top]
    for token in tokens:
        if token.nesting < 0:
            open_branches.pop()
            continue
        start, end = token.map or [0, 0]
        branch = Branch(token, text[start:end])
        open_branches[-1].append(branch)
        if token.nesting > 0:
            open_branches.append(branch.children)
    return top


def find_too_deep(branches: Sequence[Branch]) -> Iterator[Branch]:
    """Yield the blocks at which the parser stops reading."""
    for branch in branches:
        if branch.token.level >= MAX_NESTING - 2:
            yield branch
        else:
            yield from find_too_deep(branch.children)


def find_words(branch: Branch) -> list[Passage]:
    """Find the words of a paragraph or heading line by line, without the marks around them."""
    content = branch.children[0].token.content
    found: list[Passage] = []
    for words, line in zip(content.split("\n"), branch.lines, strict=False):
        stripped = words.strip()
        start = max(0, line.text.rfind(stripped))
        found.append(line.cut(start, start + len(stripped)))
    return found
