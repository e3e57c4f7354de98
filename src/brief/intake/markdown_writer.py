"""Write the parts of a document as the Markdown of definitions, for people to go on with.

Lines are wrapped between words. Every block has a readable id of its own, on which translations,
edition marks and later updates hang.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brief.intake.naming import Names
from brief.model.document import Grid, Head, Listing, Para, Part, Picture, Quotation, Spans
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

WIDTH = 100
PICTURES = "images"
_SPECIAL = re.compile(r"([\\`*_\[\]<>{}|#@^])")
_OPENS_BLOCK = re.compile(r"(?:[-+*#>|=~]|:::|\d{1,9}[.)](?:\s|$)|(?:—|–)\s)")


@dataclass(slots=True)
class MarkdownWriter:
    """Writes the blocks of one section; `called` are the notes that it calls, in their order."""

    names: Names
    notes: dict[str, str] = field(default_factory=dict)
    called: list[str] = field(default_factory=list)

    def write_blocks(self, parts: Sequence[Part], *, named: bool = True) -> Iterator[str]:
        """Yield the blocks, each with its id above it."""
        for part in parts:
            text = self.write_block(part)
            if text:
                yield f"{self._name(part)}{text}" if named else text

    def write_block(self, part: Part) -> str:
        """Write one block without its id."""
        match part:
            case Para(spans):
                return wrap(self.write_inline(spans))
            case Head(level, spans):
                return f"{'#' * min(level, 6)} {self.write_inline(spans, notes=False)}"
            case Listing():
                return self._write_list(part)
            case Quotation():
                return self._write_quotation(part)
            case Grid():
                return self._write_grid(part)
            case Picture():
                return self._write_picture(part)

    def write_inline(self, spans: Spans, *, notes: bool = True) -> str:
        """Write inline text on one line; `notes` are called where they are allowed."""
        return "".join(self._write_span(span, notes=notes) for span in spans).strip()

    def _name(self, part: Part) -> str:
        if isinstance(part, Picture):
            return f"{{#{self.names.take(part)}}}\n"
        if isinstance(part, Grid) and part.caption:
            caption = plain_text(part.caption).replace("\\", "").replace('"', "”")
            return f'{{#{self.names.take(part)} caption="{caption}"}}\n'
        return f"{{#{self.names.take(part)}}}\n"

    def _write_span(self, span: Inline, *, notes: bool) -> str:
        match span:
            case Str(text):
                return escape(text)
            case CodeSpan(text):
                return f"`{text}`" if "`" not in text else escape(text)
            case Emphasis(children):
                return f"*{self._write_all(children, notes=notes)}*"
            case Strong(children):
                return f"**{self._write_all(children, notes=notes)}**"
            case Link(target, children):
                return self._write_link(target, children, notes=notes)
            case Foreign(language, children):
                return f"[{self._write_all(children, notes=notes)}]{{lang={language}}}"
            case FootnoteMark(name):
                return self._call(name) if notes else ""
        return escape(plain_text((span,)))

    def _write_all(self, spans: Spans, *, notes: bool) -> str:
        return "".join(self._write_span(span, notes=notes) for span in spans)

    def _write_link(self, target: str, children: Spans, *, notes: bool) -> str:
        safe = (
            target.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
        )
        if plain_text(children).strip() in (target, target.removeprefix("mailto:")):
            return f"<{safe.removeprefix('mailto:')}>"
        return f"[{self._write_all(children, notes=notes)}]({safe})"

    def _call(self, name: str) -> str:
        """Call a note; one that is called again is written again, under another name."""
        if name not in self.notes:
            return ""
        number = str(len(self.called) + 1)
        self.called.append(name)
        return f"[^{number}]"

    def _write_list(self, listing: Listing) -> str:
        lines = []
        loose = any(len(item) > 1 and not isinstance(item[1], Listing) for item in listing.items)
        for number, item in enumerate(listing.items, start=listing.start):
            mark = f"{number}. " if listing.ordered else "- "
            blocks = list(self.write_blocks(item, named=False))
            tight = all(isinstance(part, Para | Listing) for part in item) and not loose
            body = ("\n" if tight else "\n\n").join(blocks)
            inner = textwrap.indent(body, " " * len(mark))
            lines.append(mark + inner.lstrip(" "))
        return ("\n\n" if loose else "\n").join(lines)

    def _write_quotation(self, quotation: Quotation) -> str:
        body = "\n\n".join(self.write_blocks(quotation.parts, named=False))
        if quotation.attribution:
            body += f"\n— {self.write_inline(quotation.attribution, notes=False)}"
        return textwrap.indent(body, "> ", lambda line: True).replace("> \n", ">\n")

    def _write_grid(self, grid: Grid) -> str:
        width = len(grid.head or grid.rows[0])
        head = grid.head or tuple(() for _ in range(width))
        rows = [[self._write_cell(cell) for cell in row] for row in (head, *grid.rows)]
        figures = [_is_figures([row[at] for row in rows[1:]]) for at in range(width)]
        rule = ["---:" if number else "---" for number in figures]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))

    def _write_cell(self, spans: Spans) -> str:
        return self.write_inline(spans, notes=False)

    def _write_picture(self, picture: Picture) -> str:
        alt = escape(picture.alt or plain_text(picture.caption))
        caption = plain_text(picture.caption).replace("\\", "").replace('"', "”")
        title = f' "{caption}"' if caption else ""
        return f"![{alt}]({PICTURES}/{picture.name}{title})"


def escape(text: str) -> str:
    """Write characters so that none of them is taken for a mark."""
    return _SPECIAL.sub(r"\\\1", text).replace("{{", "\\{\\{")


def wrap(line: str) -> str:
    """Wrap a line between words, never so that a line begins like another kind of block."""
    if _OPENS_BLOCK.match(line):
        line = _guard(line)
    lines = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)
    made = lines[:1]
    for following in lines[1:]:
        if _OPENS_BLOCK.match(following):
            made[-1] += f" {following}"
        else:
            made.append(following)
    return "\n".join(made)


def _guard(line: str) -> str:
    """Let a paragraph that begins like a list or rule be a paragraph."""
    counted = re.match(r"(\d{1,9})([.)])(?=\s|$)", line)
    if counted:
        return f"{counted[1]}\\{line[counted.end(1) :]}"
    return line if line[0] in "—–*#|" else f"\\{line}"


def _is_figures(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(re.fullmatch(r"[−+\-]?[\d.,\s%€$£/–-]+", cell) for cell in filled)
