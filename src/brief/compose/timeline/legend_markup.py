"""The legend as HTML: signs with their meanings, in balanced lines."""

from __future__ import annotations

from html import escape

from brief.compose.timeline.legend import HEIGHT, LegendEntry
from brief.compose.timeline.legend_lines import GAP, SIGN_GAP, space_entries
from brief.compose.timeline.markup import Drawings
from brief.compose.timeline.scene import mirror_scene
from brief.compose.timeline.style import Style


def write_legend(
    entries: tuple[LegendEntry, ...],
    drawings: Drawings,
    style: Style,
    *,
    label: str = "",
    start: str = "left",
    turned: bool = False,
) -> str:
    """Write the legend as a list; `label` stands before it.

    Signs are backgrounds, and pictures without words where the page is `turned`: it clips
    backgrounds before it turns them.
    """
    if not entries and not label:
        return ""
    spaces = _space(entries, style, label, turned=turned)
    down = (style.small_leading - HEIGHT) / 2  # signs stand in the middle of the line
    end = "right" if start == "left" else "left"
    ends = [f"margin-{end}:{space:g}px" if space != GAP else "" for space in spaces]
    items = [_write_item("", escape(label), ends.pop(0))] if label else []
    for entry, after in zip(entries, ends, strict=True):
        sign = entry.sign if start == "left" else mirror_scene(entry.sign)
        address, meaning = drawings.add(sign), escape(entry.meaning)
        if turned:
            size = f"width:{sign.width:g}px;height:{sign.height:g}px;margin-top:{down:g}px"
            picture = f'<img class="tl-sign" src="{address}" alt="" style="{size}">'
            items.append(_write_item("", picture + meaning, after))
            continue
        image = f"background-image:url({address});background-position:{start} {down:g}px"
        place = f"padding-{start}:{sign.width + SIGN_GAP:g}px"
        items.append(_write_item(f"{image};{place}", meaning, after))
    return f'<ul class="tl-legend">{"".join(items)}</ul>\n'


def _write_item(look: str, inner: str, after: str) -> str:
    """Write an entry with its look, and what is after it where that is not the rule."""
    style = ";".join(filter(None, (look, after)))
    given = f' style="{style}"' if style else ""
    return f'<li class="tl-key"{given}>{inner}</li>'


def _space(
    entries: tuple[LegendEntry, ...], style: Style, label: str, *, turned: bool
) -> tuple[float, ...]:
    """Give the space after each entry, and after the label before them."""
    before = [style.text.width(label, style.legend)] if label else []
    widths = [
        entry.sign.width + SIGN_GAP + style.text.width(entry.meaning, style.legend)
        for entry in entries
    ]
    measure = style.length if turned else style.width
    categories = len(before) + sum(entry.is_category for entry in entries)
    return space_entries([min(width, measure) for width in (*before, *widths)], measure, categories)
