"""HTML that both forms of a timeline share: drawings as backgrounds, legend, undated line, CSS.

Drawings are backgrounds, so that a reader of the tagged PDF meets words only, in time order.
Class names begin with `tl-`; no other style sheet is relied on.
"""

from __future__ import annotations

import hashlib
from gettext import NullTranslations
from html import escape

from brief.compose.fonts import TextStyle
from brief.compose.timeline.draw import draw_svg
from brief.compose.timeline.legend import LegendEntry
from brief.compose.timeline.scene import Scene
from brief.compose.timeline.statements import Wording
from brief.compose.timeline.style import Style
from brief.model.composition import BASE_URL, Resource


class Drawings:
    """Collect the drawings of a figure; equal scenes share one address."""

    def __init__(self) -> None:
        """Begin without a drawing."""
        self.resources: dict[str, Resource] = {}

    def add(self, scene: Scene) -> str:
        """Draw a scene and give its address, which depends on nothing but the drawing."""
        data = draw_svg(scene)
        address = f"{BASE_URL}timelines/{hashlib.sha256(data).hexdigest()[:20]}.svg"
        self.resources[address] = Resource(data, "image/svg+xml")
        return address


def write_legend(
    entries: tuple[LegendEntry, ...], drawings: Drawings, *, label: str = "", start: str = "left"
) -> str:
    """Write the legend as a list; `label` stands before it."""
    if not entries and not label:
        return ""
    items = [f'<li class="tl-key">{escape(label)}</li>'] if label else []
    for entry in entries:
        address = drawings.add(entry.sign)
        place = f"padding-{start}:{entry.sign.width + 5:g}px"
        image = f"background-image:url({address});background-position:{start} top"
        items.append(f'<li class="tl-key" style="{image};{place}">{escape(entry.meaning)}</li>')
    return f'<ul class="tl-legend">{"".join(items)}</ul>\n'


def write_undated(undated: tuple[Wording, ...], interface: NullTranslations) -> str:
    """Write what has no date as one paragraph below the figure."""
    if not undated:
        return ""
    label = escape(interface.gettext("Without an exact date:"))
    titles = " · ".join(
        f"<span{lang_of(words)}>{escape(words.title)}</span>"
        + (f" ({escape(words.date)})" if words.date else "")
        for words in undated
    )
    return f'<p class="tl-undated"><span class="tl-label">{label}</span> {titles}</p>\n'


def lang_of(words: Wording) -> str:
    """Give the `lang` attribute of words in another language than the page's."""
    return f' lang="{escape(words.language)}"' if words.language else ""


def write_css(style: Style, direction: str) -> str:
    """Write the style sheet of timelines in one reading direction."""
    start, end = ("left", "right") if direction == "ltr" else ("right", "left")
    title, small = style.title_leading, style.small_leading
    return f"""/* Timelines, {direction}. */
.tl {{ direction: {direction}; text-align: {start}; {_font(style.title, title)}; color: {style.ink}; \
text-indent: 0; hyphens: manual; background-repeat: no-repeat }}
.tl p, .tl ol, .tl ul, .tl li {{ margin: 0; padding: 0; text-indent: 0; list-style: none; text-align: {start} }}
.tl li::marker {{ content: none }}
.tl-horizontal {{ position: relative; break-inside: avoid }}
.tl-words {{ position: absolute; white-space: pre-line }}
.tl-date {{ display: block; {_font(style.date, small)} }}
.tl-title {{ display: block; {_font(style.title, title)}; color: {style.ink} }}
.tl-span-date {{ {_font(style.date, title)} }}
.tl-span-title {{ {_font(style.title, title)}; color: {style.ink} }}
.tl-era {{ {_font(style.era, small)}; color: {style.muted} }}
.tl-era-date {{ {_font(style.era_date, small)} }}
.tl-tick {{ {_font(style.axis, small)}; text-align: center; font-variant-numeric: lining-nums tabular-nums }}
.tl-legend {{ {_font(style.legend, small)}; margin-top: 9px }}
.tl .tl-legend {{ margin-top: 9px }}
.tl .tl-key {{ display: inline-block; margin-{end}: 15px; background-repeat: no-repeat; color: {style.ink} }}
.tl .tl-undated {{ {_font(style.title, title)}; margin-top: 6px }}
.tl-label {{ font-weight: 600 }}
.tl-vertical .tl-entry {{ position: relative; display: block; padding-{start}: 226px; break-inside: avoid; \
background-repeat: no-repeat }}
.tl-vertical .tl-entry .tl-when {{ position: absolute; {start}: 0; text-align: {end}; \
{_font(style.date, title)} }}
.tl-vertical .tl-title {{ max-width: 428px }}
.tl-vertical .tl-age {{ font-weight: 600; color: {style.muted} }}
.tl-vertical .tl-gap {{ display: block; margin-{start}: -226px; padding: 4px 0; padding-{start}: 226px; \
{_font(style.axis, small)}; color: {style.muted}; background-repeat: no-repeat }}
"""


def _font(style: TextStyle, leading: float) -> str:
    families = ", ".join(f'"{family}"' for family in style.families)
    return (
        f"font-family: {families}; font-size: {style.size:g}px; line-height: {leading:g}px; "
        f"font-weight: {style.weight}; font-variant-numeric: lining-nums"
    )
