"""Read the blocks of HTML: paragraphs, headings, lists, quotations, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from brief.intake.html_inline import DROPPED, LINE, InlineReader, is_hidden
from brief.intake.html_tables import read_grid
from brief.intake.inline import is_blank, tidy
from brief.model.document import Head, Listing, Para, Part, Picture, Quotation, Spans
from brief.model.text import CodeSpan, Inline, Str, plain_text

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    "html body main article section div header footer aside address details summary figure center "
    "fieldset hgroup search menu dl dd dt li td th tbody thead tr caption figcaption font".split()
)
_BLOCKS = frozenset(
    [*_HEADINGS, *_CONTAINERS, *"p ul ol blockquote table pre hr img picture".split()]
) - {"font", "img", "picture"}
_DASH = re.compile(r"\s*(?:—|–|--?)\s+(?=\S)")
_DEEPEST = 100


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of one document; `left_out` are elements that are read elsewhere."""

    inline: InlineReader = field(default_factory=InlineReader)
    left_out: set[int] = field(default_factory=set)

    def read(self, element: Element, depth: int = 0) -> list[Part]:
        """Give the parts inside an element; words between blocks become paragraphs."""
        parts: list[Part] = []
        run: list[Inline] = [Str(element.text)] if element.text else []
        for child in element:
            if self._is_block(child) and depth < _DEEPEST:
                parts += self._end_run(run)
                parts += self._read_block(child, depth + 1)
            elif id(child) not in self.left_out:
                run += self.inline.read_element(child)
            if child.tail:
                run.append(Str(child.tail))
        return parts + self._end_run(run)

    def _is_block(self, element: Element) -> bool:
        """Tell whether an element is a block, or holds one though it is none itself."""
        if not isinstance(element.tag, str) or id(element) in self.left_out:
            return False
        if element.tag in _BLOCKS:
            return True
        return element.tag not in DROPPED and any(child.tag in _BLOCKS for child in element.iter())

    def _end_run(self, run: list[Inline]) -> list[Part]:
        """Make paragraphs of the words so far, and pictures of those that stood among them."""
        made: list[Part] = [Para(spans) for spans in part_lines(run)]
        run.clear()
        made += [read_picture(found) for found in self.inline.pictures]
        self.inline.pictures.clear()
        return made

    def _read_block(self, element: Element, depth: int) -> list[Part]:
        tag = str(element.tag)
        if tag in DROPPED or is_hidden(element):
            return []
        if tag in _HEADINGS:
            spans = tidy(_on_one_line(self.inline.read(element)))
            head: list[Part] = [] if is_blank(spans) else [Head(_HEADINGS[tag], spans)]
            return head + self._end_run([])
        if tag in ("ul", "ol", "menu"):
            return self._read_list(element, depth)
        if tag == "blockquote":
            return _quote(self.read(element, depth))
        if tag == "table":
            return self._read_table(element, depth)
        if tag == "pre":
            return _read_lines(element)
        if tag == "figure":
            return self._read_figure(element, depth)
        return self.read(element, depth)

    def _read_list(self, element: Element, depth: int) -> list[Part]:
        items: list[tuple[Part, ...]] = []
        for child in element:
            if isinstance(child.tag, str) and id(child) not in self.left_out:
                parts = tuple(_lower_heads(self.read(child, depth)))
                if parts and child.tag in ("ul", "ol") and items:
                    items[-1] += (Listing(child.tag == "ol", tuple((part,) for part in parts)),)
                elif parts:
                    items.append(parts)
        if not items:
            return []
        start = element.get("start") or ""
        ordered = element.tag == "ol"
        return [Listing(ordered, tuple(items), int(start) if start.isdigit() else 1)]

    def _read_table(self, element: Element, depth: int) -> list[Part]:
        """Read a table; one of a single column, or with blocks inside, is there for layout."""
        grid = read_grid(element, lambda cell: tidy(_on_one_line(self.inline.read(cell))))
        pictures = self._end_run([])
        if grid is None:
            return self.read(element, depth)
        return [grid, *pictures]

    def _read_figure(self, element: Element, depth: int) -> list[Part]:
        captions = list(element.iter("figcaption"))
        self.left_out |= {id(caption) for caption in captions}
        parts = self.read(element, depth)
        words = [span for caption in captions for span in self.inline.read(caption)]
        caption = tidy(_on_one_line(words))
        for at, part in enumerate(parts):
            if isinstance(part, Picture) and not is_blank(caption):
                parts[at] = Picture(part.name, part.alt, caption)
                return parts
        return parts + ([] if is_blank(caption) else [Para(caption)])


def read_picture(element: Element) -> Picture:
    """Read what is said of a picture; its name is its address, to be fetched by who may."""
    return Picture(element.get("src") or "", " ".join((element.get("alt") or "").split()))


def part_lines(run: Iterable[Inline]) -> list[Spans]:
    """Part words where two lines end in a row; a single line end is a blank."""
    paragraphs: list[list[Inline]] = [[]]
    for span in _split_lines(run):
        if span is None:
            paragraphs.append([])
        else:
            paragraphs[-1].append(span)
    made = [tidy(paragraph) for paragraph in paragraphs]
    return [spans for spans in made if not is_blank(spans)]


def _split_lines(run: Iterable[Inline]) -> Iterator[Inline | None]:
    """Yield the words with None where a paragraph ends."""
    ends = 0
    for span in run:
        if not isinstance(span, Str):
            ends = 0
            yield span
            continue
        for at, piece in enumerate(span.text.split(LINE)):
            if at:
                ends += 1
                yield None if ends == 2 else Str(" ")
            if piece.strip():
                ends = 0
            yield Str(piece)


def _on_one_line(spans: Iterable[Inline]) -> Iterator[Inline]:
    for span in spans:
        yield Str(span.text.replace(LINE, " ")) if isinstance(span, Str) else span


def _read_lines(element: Element) -> list[Part]:
    """Read preformatted text: each line a paragraph of literal characters."""
    lines = "".join(element.itertext()).split("\n")
    return [Para((CodeSpan(line.strip()),)) for line in lines if line.strip()]


def _quote(parts: list[Part]) -> list[Part]:
    """Make a quotation; a last line that begins with a dash says whose words they are."""
    parts = list(_lower_heads(parts))
    last = parts[-1] if parts else None
    if isinstance(last, Para) and len(parts) > 1 and isinstance(last.spans[0], Str):
        found = _DASH.match(last.spans[0].text)
        if found is not None:
            first = Str(last.spans[0].text[found.end() :])
            return [Quotation(tuple(parts[:-1]), tidy((first, *last.spans[1:])))]
    return [Quotation(tuple(parts))] if parts else []


def _lower_heads(parts: Iterable[Part]) -> Iterator[Part]:
    """Make paragraphs of headings, which lists and quotations cannot hold."""
    for part in parts:
        yield Para(part.spans) if isinstance(part, Head) else part


def text_of(part: Part) -> str:
    """Give the characters of a paragraph or heading; nothing for other parts."""
    return plain_text(part.spans) if isinstance(part, Para | Head) else ""
