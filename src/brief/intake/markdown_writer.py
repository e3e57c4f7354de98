"""Write the parts of a document as the Markdown of definitions, for people to go on with.

Lines are wrapped between words. Every block has a readable id of its own, on which translations,
edition marks and later updates hang. The parts are those that `shaping` leaves: lists and
quotations hold paragraphs, lists and quotations alone.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brief.intake.inline_writer import InlineWriter, escape
from brief.intake.naming import Names
from brief.model.document import Grid, Head, Listing, Para, Part, Picture, Quotation, Spans
from brief.model.text import plain_text

WIDTH = 100
PICTURES = "images"
_BLANK = " \t\n\r\v\f"  # where a line can end; other spaces are characters
_BLANKS = re.compile(f"([{_BLANK}]+)")
_OPENS_BLOCK = re.compile(r"[-+*#>|=~]|:::|\d{1,9}[.)](?:\s|$)|[—–]\s|\[\^[^\s\[\]]+\]:")


@dataclass(slots=True)
class MarkdownWriter:
    """Writes the blocks of one section; `called` are the notes that it calls, in their order."""

    names: Names
    notes: dict[str, str] = field(default_factory=dict)
    called: list[str] = field(default_factory=list)

    def write_blocks(self, parts: Sequence[Part], *, named: bool = True) -> Iterator[str]:
        """Yield the blocks, each with its id above it; those inside others have none."""
        second = False
        for before, part in zip((None, *parts), parts, strict=False):
            touches = isinstance(before, Listing) and isinstance(part, Listing)
            second = touches and not second
            text = self._write_list(part, second=second and not named) if isinstance(
                part, Listing) else self.write_block(part)  # fmt: skip
            if text:
                yield f"{self._name(part)}{text}" if named else text

    def write_block(self, part: Part) -> str:
        """Write one block without its id."""
        match part:
            case Para(spans):
                return wrap(self.write_inline(spans))
            case Head(level, spans):
                return f"{'#' * min(level, 6)} {write_line(spans)}"
            case Listing():
                return self._write_list(part)
            case Quotation():
                return self._write_quotation(part)
            case Grid():
                return self._write_grid(part)
            case Picture():
                return _write_picture(part)

    def write_inline(self, spans: Spans, *, notes: bool = True) -> str:
        """Write inline text on one line; `notes` are called where they are allowed."""
        return InlineWriter(self._call if notes else None).write(spans)

    def _name(self, part: Part) -> str:
        if isinstance(part, Grid) and (caption := _write_value(part.caption)):
            return f'{{#{self.names.take(part)} caption="{caption}"}}\n'
        return f"{{#{self.names.take(part)}}}\n"

    def _call(self, name: str) -> str:
        """Call a note; one that is called again is written again, under another name."""
        if name not in self.notes:
            return ""
        number = str(len(self.called) + 1)
        self.called.append(name)
        return f"[^{number}]"

    def _write_list(self, listing: Listing, *, second: bool = False) -> str:
        """Write a list; one that follows another directly is told from it by its marks."""
        lines = []
        tight = all(map(_is_tight, listing.items))
        for number, item in enumerate(listing.items, start=listing.start):
            mark = (f"{number}) " if second else f"{number}. ") if listing.ordered else (
                "+ " if second else "- ")  # fmt: skip
            blocks = list(self.write_blocks(item, named=False))
            body = ("\n" if tight else "\n\n").join(blocks)
            inner = textwrap.indent(body, " " * len(mark))
            lines.append(mark + inner.lstrip(" "))
        return ("\n" if tight else "\n\n").join(lines)

    def _write_quotation(self, quotation: Quotation) -> str:
        blocks = list(self.write_blocks(quotation.parts, named=False))
        for at, part in enumerate(quotation.parts):
            if isinstance(part, Para) and (found := re.match(r"[—–](?=\s)", blocks[at])):
                blocks[at] = ("&mdash;" if found[0] == "—" else "&ndash;") + blocks[at][1:]
        body = "\n\n".join(blocks)
        if quotation.attribution:
            end = "\n" if isinstance(quotation.parts[-1], Para) else "\n\n"
            body += f"{end}— {self.write_inline(quotation.attribution)}"
        return textwrap.indent(body, "> ", lambda line: True).replace("> \n", ">\n")

    def _write_grid(self, grid: Grid) -> str:
        width = len(grid.head or grid.rows[0])
        head = grid.head or tuple(() for _ in range(width))
        rows = [[self._write_cell(cell) for cell in row] for row in (head, *grid.rows)]
        figures = [_is_figures([row[at] for row in rows[1:]]) for at in range(width)]
        rule = ["---:" if number else "---" for number in figures]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))

    def _write_cell(self, spans: Spans) -> str:
        return InlineWriter(self._call, in_cell=True).write(spans)


def write_line(spans: Spans) -> str:
    """Write words that can hold emphasis alone: headings, titles, descriptions."""
    return InlineWriter(links=False).write(spans)


def wrap(line: str) -> str:
    """Wrap a line between words, never so that a line begins like another kind of block."""
    if _OPENS_BLOCK.match(line):
        line = _guard(line)
    first, *rest = _BLANKS.split(line.strip(_BLANK))
    made = [first]
    for gap, word in zip(rest[::2], rest[1::2], strict=True):
        bare = not made[-1].strip()  # nothing but a no-break space, which is no line
        if (
            len(made[-1]) + len(gap) + len(word) <= WIDTH
            or bare
            or _OPENS_BLOCK.match(f"{word} ")
            or _joins(made[-1][-1], word[0])
        ):
            made[-1] += f"{' ' * len(gap)}{word}"
        else:
            made.append(word)
    return "\n".join(made)


def _joins(left: str, right: str) -> bool:
    """Tell whether a line must not end here: lines in Chinese are joined without a blank."""
    wide = (char >= "\u2e80" and not "\uac00" <= char <= "\ud7a3" for char in (left, right))
    return left == "\\" or any(wide)


def _guard(line: str) -> str:
    """Let a paragraph that begins like a list, rule or note be a paragraph."""
    counted = re.match(r"(\d{1,9})([.)])(?=\s|$)", line)
    if counted:
        return f"{counted[1]}\\{line[counted.end(1) :]}"
    if line.startswith("[^"):
        return line.replace("]:", "]\\:", 1)
    return line if line[0] in "—–*#|" else f"\\{line}"


def _is_tight(item: Sequence[Part]) -> bool:
    """Tell whether an item is a paragraph, perhaps with a list right below it."""
    if not item or not isinstance(item[0], Para):
        return False
    below = item[1] if len(item) == 2 else None
    return len(item) == 1 or (
        isinstance(below, Listing) and (not below.ordered or below.start == 1)
    )


def _write_picture(picture: Picture) -> str:
    alt = escape(picture.alt or plain_text(picture.caption))
    caption = _write_value(picture.caption)
    title = f' "{caption}"' if caption else ""
    return f"![{alt}]({PICTURES}/{picture.name}{title})"


def _write_value(spans: Spans) -> str:
    """Write a caption between quotation marks, where no brace or quotation mark can stand."""
    written = InlineWriter(links=False, passages=False).write(spans)
    return re.sub(r"(\\\\)|\\?([{}\"])", lambda found: found[1] or f"&#{ord(found[2])};", written)


def _is_figures(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(re.fullmatch(r"[−+\-]?[\d.,\s%€$£/–-]+", cell) for cell in filled)
