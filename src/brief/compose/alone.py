"""Prepare the view of a timeline by itself, and the sheet that it stands on."""

from __future__ import annotations

from brief.compose.inline import InlineWriter
from brief.compose.page import write_marking
from brief.compose.sources import write_sources
from brief.compose.view import AloneView, TimelineView
from brief.model.composition import Stylesheet
from brief.model.design import Tokens
from brief.model.localised import LocalisedBriefing
from brief.model.text import plain_text
from brief.model.timeline import Form

FIGURE = "figure.html"
END = "end-of-figure"
_MARGIN = 16  # around the figure
_TALLEST = 19_000  # a page of PDF is at most 14,400 points high


def write_alone(
    localised: LocalisedBriefing, inline: InlineWriter, timeline: TimelineView
) -> AloneView:
    """Prepare everything that the template of a figure may show."""
    shown = inline.numbering.timelines[timeline.id]
    return AloneView(
        language=localised.locale.tag,
        direction=localised.locale.direction,
        plain_title=plain_text(shown.title.spans),
        timeline=timeline,
        sources=write_sources(localised.briefing, inline, localised.dates),
        marking=write_marking(localised.briefing),
        end=END,
    )


def write_sheet_size(tokens: Tokens, form: str) -> Stylesheet:
    """Give the sheet: as wide as the figure, and as high as any; it is cut below the figure.

    What is turned on a page, to be as wide as that is high, stands upright here.
    """
    width = _pixels(tokens, "full") + 2 * _MARGIN
    if form == Form.LANDSCAPE.value:
        height = _pixels(tokens, "page-height")
        width = height - _pixels(tokens, "top") - _pixels(tokens, "bottom") + 2 * _MARGIN
    empty = "@top-left { content: none } @bottom-left { content: none }"
    css = (
        f"@page {{ size: {width:g}px {_TALLEST}px; margin: {_MARGIN}px; {empty} }}\n"
        f"@page :first {{ margin: {_MARGIN}px }}\n"
        f"#{END} {{ height: {_MARGIN}px }}\n"
    )
    return Stylesheet("figure-alone.css", css)


def _pixels(tokens: Tokens, name: str) -> float:
    return float(tokens.get("measure", name).removesuffix("px"))
