"""The Markdown of definitions: CommonMark without HTML, with notes, citations and asides.

`parse_blocks` and `parse_tokens` give the tokens of the parser; `parse_inline` gives the inline
elements of one line, as translations need them.
"""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import backtick, escape
from markdown_it.token import Token

from brief.define import block_rules, inline_rules
from brief.define.emphasis import emphasise
from brief.define.inline_rules import NOTES, Notes
from brief.define.inline_tree import build_inline
from brief.model.text import Inline

MAX_NESTING = 24

_INLINE = (
    "text", "escape", "backticks", "emphasis", "citation", "footnote_mark", "link", "foreign",
    "image", "autolink", "entity",
)  # fmt: skip
_BLOCK = (
    "block_id", "aside", "footnote", "table", "code", "fence", "blockquote", "hr", "list",
    "heading", "paragraph",
)  # fmt: skip


def parse_inline(source: str) -> tuple[Inline, ...]:
    """Read one line of Markdown; what is not allowed comes out as the characters it is.

    Reports nothing: this is for translations, whose marks are compared with their sources.
    """
    tokens, _ = parse_again(source)
    return build_inline([token for token in tokens if token.type != "picture"])


def parse_tokens(text: str) -> tuple[list[Token], Notes]:
    """Read one line of Markdown into tokens, with what was found on the way."""
    parser = _parser()
    notes = Notes()
    tokens = parser.inline.parse(text, parser, {NOTES: notes}, [])
    return tokens, notes


@lru_cache(maxsize=8)
def parse_again(text: str) -> tuple[list[Token], Notes]:
    """Do the same for a text that several ask about; what is given must not be changed."""
    return parse_tokens(text)


def parse_blocks(text: str) -> list[Token]:
    """Read a text of several blocks into tokens; the inline parts are not parsed yet."""
    parser = _parser()
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return tokens


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    inline, block = parser.inline.ruler, parser.block.ruler
    inline.at("emphasis", emphasise)
    inline.at("link", inline_rules.link)
    inline.at("image", inline_rules.picture)
    inline.at("autolink", inline_rules.autolink)
    inline.at("backticks", inline_rules.masking(backtick))
    inline.at("escape", inline_rules.masking(escape))
    inline.at("entity", inline_rules.name_character)
    inline.before("link", "citation", inline_rules.cite)
    inline.before("link", "footnote_mark", inline_rules.mark_footnote)
    inline.after("link", "foreign", inline_rules.speak)
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    block.before("table", "block_id", block_rules.take_id, alternatives)
    block.before("table", "aside", block_rules.take_aside, alternatives)
    block.before("table", "footnote", block_rules.take_footnote, alternatives)
    inline.enableOnly(list(_INLINE))
    block.enableOnly(list(_BLOCK))
    return parser
