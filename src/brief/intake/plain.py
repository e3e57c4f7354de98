"""Read plain text: headings without marks, lists, quotations, and what stands above the text.

A heading is a short line without a full stop between paragraphs, a line with a rule below it, or
one with a number or in capitals. Lines of content systems (path, slug) are kept as metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.intake.inline import clean_characters, tidy
from brief.model.document import Document, Head, Listing, Para, Part, Quotation, Spans
from brief.model.text import Link, Str, plain_text

_PATH = re.compile(r"/(?:[\w.~-]+/)*[\w.~-]*")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_'’.]+[a-z0-9]+){2,}")
_RULE = re.compile(r"([=\-~^#*_])\1{2,}")
_NUMBER = re.compile(
    r"(?:(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?|[IVX]{1,5}[.)]|[A-Z][.)]|§\s*\d+)\s+(?=\S)"
)
_BULLET = re.compile(r"\s*[-*•‣◦·–—]\s+(?=\S)")
_COUNTED = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
_ENDS = ".!?…;:,。！？；：，、।؟؛۔"
_CLOSING = "\"'”’»›)]“‘」』"
_ADDRESS = re.compile(r"https?://[^\s<>\"”»]*[^\s<>\"”».,;:!?)]")
_LONGEST_HEAD = 90
_LONGEST_TITLE = 200
_WIDE = 1.7  # a character of Chinese, Japanese or Korean says as much


def read_plain(text: str) -> Document:
    """Read a text into a document."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(4)
    blocks = _part_blocks(clean_lines(text))
    before, blocks = _take_front(blocks)
    parts = list(_read_blocks(blocks))
    title, slug, path = before
    lead, parts = take_lead(parts)
    return Document(tuple(parts), title=title, lead=lead, slug=slug, path=path)


def clean_lines(text: str) -> str:
    """Drop what is not seen from every line."""
    return "\n".join(clean_characters(line).rstrip() for line in text.split("\n"))


def take_lead(parts: list[Part]) -> tuple[tuple[Spans, ...], list[Part]]:
    """Take what stands before the first heading as the lead, if that is a paragraph or two."""
    first = next((at for at, part in enumerate(parts) if isinstance(part, Head)), None)
    if first is None or not 1 <= first <= 2:
        return (), parts
    opening = [part.spans for part in parts[:first] if isinstance(part, Para)]
    return (tuple(opening), parts[first:]) if len(opening) == first else ((), parts)


def looks_like_head(line: str, longest: int = _LONGEST_HEAD) -> bool:
    """Tell whether a line that stands alone is short and has no end of a sentence."""
    width = sum(_WIDE if ord(char) > 0x1100 else 1 for char in line)
    bare = line.rstrip(_CLOSING)
    return 0 < width <= longest and not bare.endswith(tuple(_ENDS)) and any(map(str.isalpha, line))


def link_addresses(text: str) -> Spans:
    """Give the words of a text with the addresses in it as links."""
    spans: list[Str | Link] = []
    at = 0
    for found in _ADDRESS.finditer(text):
        spans += [Str(text[at : found.start()]), Link(found[0], (Str(found[0]),))]
        at = found.end()
    return tidy((*spans, Str(text[at:])))


def _part_blocks(text: str) -> list[list[str]]:
    """Part a text at empty lines; one without any is parted at every line."""
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    blocks: list[list[str]] = [[]]
    if len(filled) > 3 and _is_parted_by_lines(lines):
        return [[line] for line in filled]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_parted_by_lines(lines: Sequence[str]) -> bool:
    """Tell whether lines are paragraphs: hardly an empty one, and several longer than a page."""
    filled = [line for line in lines if line.strip()]
    inner = "\n".join(lines).strip().split("\n")
    empty = sum(not line.strip() for line in inner)
    return empty < len(filled) / 10 and sum(len(line) > 160 for line in filled) * 3 >= len(filled)


def _take_front(
    blocks: list[list[str]],
) -> tuple[tuple[str, str, str], list[list[str]]]:
    """Take title, slug and path off the beginning."""
    title = slug = path = ""
    while blocks:
        line = blocks[0][0].strip()
        alone = len(blocks[0]) == 1
        if alone and not path and _PATH.fullmatch(line):
            path = line
        elif alone and not slug and _SLUG.fullmatch(line):
            slug = line
        elif not title and len(blocks) > 1 and _is_title(blocks[0]):
            title = line
        else:
            break
        blocks = blocks[1:]
    return (plain_text(tidy((Str(title),))), slug, path), blocks


def _is_title(block: list[str]) -> bool:
    if len(block) == 2 and _RULE.fullmatch(block[1].strip()):
        return True
    line = block[0].strip()
    starts_list = _BULLET.match(block[0]) or _COUNTED.match(block[0]) or line.startswith(">")
    return len(block) == 1 and not starts_list and looks_like_head(line, _LONGEST_TITLE)


def _read_blocks(blocks: Sequence[list[str]]) -> Iterator[Part]:
    levels: dict[str, int] = {}
    for at, block in enumerate(blocks):
        followed = at + 1 < len(blocks)
        if _RULE.fullmatch(block[0].strip()):
            block = block[1:]
            if not block:
                continue
        ruled = len(block) >= 2 and _RULE.fullmatch(block[1].strip())
        if ruled and looks_like_head(block[0].strip()):
            yield _head(block[0], f"rule {block[1].strip()[0]}", levels)
            if block[2:]:
                yield from _read_text(block[2:])
        elif len(block) == 1 and followed and (kind := _find_head_kind(block[0])):
            yield _head(block[0], kind, levels)
        else:
            yield from _read_text(block)


def _find_head_kind(line: str) -> str:
    """Tell how a line says that it is a heading; empty if it is none."""
    bare = line.strip()
    if _BULLET.match(line) or bare.startswith(">") or not looks_like_head(bare):
        return ""
    numbered = _NUMBER.match(bare)
    if numbered:
        depth = (numbered[1] or "").count(".")
        return f"number {depth}"
    letters = [char for char in bare if char.isalpha()]
    capitals = all(char.isupper() for char in letters) and any(
        char.islower() for char in bare.lower()
    )
    return "capitals" if capitals and len(letters) > 3 else "line"


def _head(line: str, kind: str, levels: dict[str, int]) -> Head:
    """Give a heading; each way of marking has a level of its own, in the order of appearance."""
    if kind.startswith("number"):
        level = 1 + int(kind.split()[1])
    else:
        level = levels.setdefault(kind, len(levels) + 1)
    return Head(min(level, 6), tidy((Str(line),)))


def _read_text(lines: Sequence[str]) -> Iterator[Part]:
    """Read lines without an empty one between them: quotation, list or paragraph."""
    if all(line.lstrip().startswith(">") for line in lines):
        inner = "\n".join(line.lstrip()[1:].removeprefix(" ") for line in lines)
        parts = tuple(part for block in _part_blocks(inner) for part in _read_text(block))
        if parts:
            yield Quotation(parts)
        return
    opening: list[str] = []
    items: list[list[str]] = []
    ordered, start = False, 1
    for line in lines:
        counted = _COUNTED.match(line)
        if counted or _BULLET.match(line):
            if not items and counted:
                ordered, start = True, int(counted[1])
            found = counted or _BULLET.match(line)
            assert found is not None
            items.append([line[found.end() :]])
        elif items:
            items[-1].append(line)
        else:
            opening.append(line)
    if len(items) == 1 and (opening or not _is_item(lines)):
        opening, items = list(lines), []
    if opening:
        yield Para(link_addresses(join_lines(opening)))
    if items:
        made = tuple((Para(link_addresses(join_lines(item))),) for item in items)
        yield Listing(ordered, made, start)


def _is_item(lines: Sequence[str]) -> bool:
    """Tell whether a single line with a mark is an item, and not a dialogue or a date."""
    return len(lines) == 1 and lines[0].lstrip()[0] in "-*•‣◦·"


def join_lines(lines: Sequence[str]) -> str:
    """Join lines that were wrapped; a hyphen at the end of one stays, without a blank."""
    joined = ""
    for line in (line.strip() for line in lines):
        if joined and not _joins(joined[-1], line[:1]):
            joined += " "
        joined += line
    return joined


def _joins(left: str, right: str) -> bool:
    """Tell whether no blank belongs between the end of a line and the next."""
    if left == "-" and right.isalpha():
        return True
    return all(
        "\u2e80" <= char <= "\uabff" or "\uf900" <= char <= "\uffef" for char in (left, right)
    ) and not any("\uac00" <= char <= "\ud7a3" for char in (left, right))
