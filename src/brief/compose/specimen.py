"""A page that shows nothing but how texts are set, for a renderer that gets ready.

A renderer that has set it has parsed the style sheets, opened the typefaces and met what a page
consists of, before the page is there that is wanted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from brief.model.composition import Composition, Metadata, Resource, Stylesheet

_BODY = (
    "<h1>A</h1><h2>A</h2><p>A <b>a</b> <em>a</em> <a href='#a'>a</a></p>"
    "<ul><li>a</li></ul><table><tr><th>A</th><td>a</td></tr></table><p id='a'>a&shy;a 1</p>"
)


def write_specimen(
    language: str, stylesheets: tuple[Stylesheet, ...], fonts: dict[str, Resource]
) -> Composition:
    """Compose the page for a language, with the style sheets and fonts that it is about."""
    return Composition(
        html=f'<html lang="{escape(language)}"><title>A</title><body>{_BODY}</body></html>',
        stylesheets=stylesheets,
        resources=fonts,
        metadata=Metadata("A", language, datetime(2000, 1, 1, tzinfo=UTC)),
    )
