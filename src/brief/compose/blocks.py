"""Prepare the blocks of sections for the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from brief.compose.back_references import find_timelines
from brief.compose.inline import InlineWriter
from brief.compose.setting import Compositor
from brief.compose.view import (
    AsideView,
    BackReferenceView,
    BesideView,
    BlockView,
    CellView,
    FigureView,
    HeadingView,
    ListView,
    ParagraphView,
    QuoteView,
    SectionView,
    TableView,
    TimelineView,
)
from brief.model.blocks import (
    Alignment,
    Aside,
    AsideKind,
    Block,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    TimelinePlacement,
)
from brief.model.briefing import Section
from brief.model.text import Text, plain_text

_IN_THE_MARGIN = {AsideKind.MARGIN_NOTE.value, AsideKind.PULL_QUOTE.value}
# What paragraphs of lists are set in, by what stands around the list; `free` is left to the engine.
_INSIDE_LISTS = {"body": "item", "item": "free", "callout": "free", "free": "free"}
_CELL_PADDING = 0.02  # of the measure
# Tables up to about half a page.
_SHORT_TABLE, _SHORT_TABLE_ROWS = 1200, 14
_SHORT_CELL = 14  # characters
_INSIDE_ASIDES = {
    AsideKind.CALLOUT: "callout",
    AsideKind.MARGIN_NOTE: "margin-note",
    AsideKind.PULL_QUOTE: "pull-quote",
}
# A first paragraph of up to about five lines stays whole with the head of its section; of a
# longer one, four lines at least do.
_SHORT_PARAGRAPH = 330
_FIGURES_ONLY = re.compile(r"^[\d\s.,:/()%‰٪٫٬+−–\u00a0\u202f\u2060-]*$")


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Prepare blocks of one briefing.

    `addresses` leads from a picture's file to its address; `draw_timeline` composes a timeline.
    `back_references` lead from passages to the timelines that rest on them.
    """

    inline: InlineWriter
    compositor: Compositor
    addresses: Mapping[str, str]
    draw_timeline: Callable[[str], TimelineView]
    back_references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def write_section(self, section: Section, number: int, room: str) -> SectionView:
        """Prepare a section; its head and the beginning of its text stay together on a page.

        `room` says what the numbers of sections need (`PageView`).
        """
        blocks = self.write_blocks(section.blocks)
        first = 1 if blocks and isinstance(blocks[0], ParagraphView | ListView) else 0
        if blocks and isinstance(blocks[0], ListView):
            blocks = (replace(blocks[0], leads=True), *blocks[1:])
        beside = [self._refer_back(section, at) for at in range(len(blocks))]
        return SectionView(
            id=section.id,
            number=self.inline.digits.write(number),
            title=self.compositor.write(section.title, f"head-{room}" if room else "head"),
            opening=_interleave(beside[:first], blocks[:first]),
            blocks=_gather(_interleave(beside[first:], blocks[first:])),
            whole=_is_short(section.blocks[:first]),
        )

    def _refer_back(self, section: Section, number: int) -> tuple[BackReferenceView, ...]:
        """Prepare the references in the margin from a block back to figures."""
        pattern = self.inline.interface.gettext("→ {figure}")
        labels = self.inline.numbering.labels
        return tuple(
            BackReferenceView(name, pattern.format(figure=labels[name]).replace(" ", "\u00a0"))
            for name in find_timelines(section, number, self.back_references)
        )

    def write_blocks(self, blocks: tuple[Block, ...], kind: str = "body") -> tuple[BlockView, ...]:
        """Prepare blocks in order; a paragraph is indented when it follows a paragraph.

        What stands in the margin or may float to another page does not come between two
        paragraphs. `kind` is what the paragraphs are set in.
        """
        views: list[BlockView] = []
        after_paragraph = False
        for block in blocks:
            view = self._write_block(block, kind, first=not after_paragraph)
            views.append(view)
            if not _stands_apart(view):
                after_paragraph = isinstance(view, ParagraphView)
        return tuple(views)

    def _write_block(self, block: Block, kind: str, *, first: bool) -> BlockView:
        match block:
            case Paragraph():
                return self._write_paragraph(block, kind, first=first)
            case Heading(name, level, text):
                return HeadingView(name, self.inline.write(text), f"h{min(level + 1, 6)}")
            case ListBlock(name, ordered, start, items):
                inner = tuple(self.write_blocks(item, _INSIDE_LISTS[kind]) for item in items)
                return ListView(name, ordered, start - 1, inner)
            case Quote(name, blocks, attribution):
                by = self.inline.write_optional(attribution)
                return QuoteView(name, self.write_blocks(blocks, "free"), by)
            case Aside():
                return self._write_aside(block)
            case Table():
                return self._write_table(block)
            case Figure():
                return self._write_figure(block)
            case TimelinePlacement(timeline):
                return self.draw_timeline(timeline)

    def _write_paragraph(self, paragraph: Paragraph, kind: str, *, first: bool) -> ParagraphView:
        text, planned = paragraph.text, False
        if kind != "free":
            indented = kind == "body" and not first
            text, planned = self.compositor.set_lines(text, kind, indented=indented)
        return ParagraphView(paragraph.id, self.inline.write(text), first, planned)

    def _write_aside(self, aside: Aside) -> AsideView:
        title = self.inline.write_optional(aside.title)
        inside = _INSIDE_ASIDES[aside.kind]
        return AsideView(aside.id, aside.kind.value, title, self.write_blocks(aside.blocks, inside))

    def _write_figure(self, figure: Figure) -> FigureView:
        return FigureView(
            id=figure.id,
            label=self.inline.numbering.labels[figure.id],
            address=self.addresses.get(figure.file, ""),
            alt=plain_text(figure.alt.spans),
            caption=self.compositor.write_optional(figure.caption, "caption"),
            credit=self.compositor.write_optional(figure.credit, "figure-note"),
        )

    def _write_table(self, table: Table) -> TableView:
        aligns = _settle_alignments(table)
        solid = self._find_solid(table)
        within = tuple(f"{a} solid" if s else a for a, s in zip(aligns, solid, strict=True))
        heads_rows = bool(table.head) and bool(plain_text(table.head[0].spans).strip())
        return TableView(
            id=table.id,
            label=self.inline.numbering.labels[table.id],
            caption=self.compositor.write_optional(table.caption, "caption"),
            head=tuple(
                CellView(self.inline.write(text), align)
                for text, align in zip(table.head, aligns, strict=False)
            ),
            rows=tuple(self._write_row(row, within, heads_rows) for row in table.rows),
            note=self.compositor.write_optional(table.note, "figure-note"),
            credit=self.compositor.write_optional(table.credit, "figure-note"),
            short=_is_short_table(table),
            cramped=self._is_cramped(table),
        )

    def _find_solid(self, table: Table) -> tuple[bool, ...]:
        """Tell which columns hold nothing but short entries, such as dates, that stay on a line."""
        count = len(table.alignments)
        solid = [
            all(len(plain_text(row[n].spans)) <= _SHORT_CELL for row in table.rows if n < len(row))
            for n in range(count)
        ]
        needed = sum(self._needed(table, n, whole=solid[n]) for n in range(count))
        return tuple(solid) if needed <= 1 else (False,) * count

    def _is_cramped(self, table: Table) -> bool:
        """Tell whether the longest words of all columns need more than the measure."""
        count = len(table.alignments)
        return sum(self._needed(table, n, whole=False) for n in range(count)) > 1

    def _needed(self, table: Table, column: int, *, whole: bool) -> float:
        """Give the share of the measure that a column needs for its longest word or entry."""
        rows = (table.head, *table.rows)
        cells = [plain_text(row[column].spans) for row in rows if column < len(row)]
        parts = cells if whole else [word for cell in cells for word in cell.split()]
        longest = max(parts, key=len, default="")
        return self.compositor.count_lines(longest, "cell") + _CELL_PADDING

    def _write_row(
        self, row: tuple[Text, ...], aligns: tuple[str, ...], heads_rows: bool
    ) -> tuple[CellView, ...]:
        return tuple(
            CellView(self.inline.write(text), align, row_head=heads_rows and column == 0)
            for column, (text, align) in enumerate(zip(row, aligns, strict=False))
        )


def _interleave(
    beside: Sequence[tuple[BackReferenceView, ...]], blocks: Sequence[BlockView]
) -> tuple[BlockView, ...]:
    """Put what stands in the margin before the block that it stands beside."""
    pairs = zip(beside, blocks, strict=True)
    return tuple(view for notes, block in pairs for view in (*notes, block))


def _gather(views: Sequence[BlockView]) -> tuple[BlockView, ...]:
    """Join what stands in the margin with the running text after it, which it does not leave.

    Before anything else it stays as it is: figures may go to another page without it.
    """
    gathered: list[BlockView] = []
    margin: list[BlockView] = []
    for view in views:
        if isinstance(view, BackReferenceView) or _is_in_margin(view):
            margin.append(view)
        elif margin and isinstance(view, ParagraphView | ListView | QuoteView):
            gathered.append(BesideView((*margin, view)))
            margin = []
        else:
            gathered += [*margin, view]
            margin = []
    return (*gathered, *margin)


def _is_in_margin(view: BlockView) -> bool:
    return isinstance(view, AsideView) and view.aside in _IN_THE_MARGIN


def _settle_alignments(table: Table) -> tuple[str, ...]:
    """Give the alignment of columns: columns of bare figures are aligned at their end."""
    aligns = []
    for column, given in enumerate(table.alignments):
        cells = [plain_text(row[column].spans) for row in table.rows if column < len(row)]
        bare = all(_FIGURES_ONLY.match(cell) and len(cell) <= 7 for cell in cells)
        plain = given is Alignment.START and bool(cells) and bare and column > 0
        aligns.append("end" if plain else given.value)
    return tuple(aligns)


def _stands_apart(view: BlockView) -> bool:
    match view:
        case AsideView():
            return _is_in_margin(view)
        case TableView():
            return view.short
        case TimelineView():
            return view.form != "vertical"
        case _:
            return isinstance(view, FigureView)


def _is_short_table(table: Table) -> bool:
    characters = sum(len(plain_text(cell.spans)) for row in table.rows for cell in row)
    return len(table.rows) <= _SHORT_TABLE_ROWS and characters <= _SHORT_TABLE


def _is_short(blocks: tuple[Block, ...]) -> bool:
    return all(
        isinstance(block, Paragraph) and len(plain_text(block.text.spans)) <= _SHORT_PARAGRAPH
        for block in blocks
    )
