"""Small compositions to render, with the fonts that ship."""

from __future__ import annotations

from datetime import UTC, datetime

from brief.build.project import find_house
from brief.compose.design import load_fonts
from brief.compose.styles import collect_fonts, resolve_styles
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.model.composition import Attachment, Composition, Metadata, Resource, Stylesheet
from brief.model.design import Design, Tokens
from brief.model.pdf import RenderedPdf
from brief.model.profile import PROFILES
from brief.render import render_composition

FONTS = load_fonts(find_house() / "assets" / "fonts")
_BASIC = """
@page { size: 400px 300px; margin: 30px }
html { font: 12px/18px "Brief Serif"; hyphens: manual }
p, h1, h2, ul, ol, figure { margin: 0 }
"""


def compose(
    body: str,
    css: str = "",
    *,
    language: str = "de",
    resources: dict[str, Resource] | None = None,
    places: dict[str, Place] | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Composition:
    """Make a composition of an HTML body and a style sheet, with the fonts that these name."""
    named = body + css + _BASIC
    fonts = tuple(face for face in FONTS if face.family in named)
    design = Design("test", Tokens({}), {}, (), fonts)
    return Composition(
        html=f'<html lang="{language}"><title>Titel</title><body>{body}</body></html>',
        stylesheets=(
            resolve_styles(design)[0],
            Stylesheet("test/basic.css", _BASIC),
            Stylesheet("test/own.css", css),
        ),
        resources={**collect_fonts(design), **(resources or {})},
        metadata=Metadata("Titel", language, datetime(2024, 6, 19, tzinfo=UTC), ("A. Autorin",)),
        attachments=attachments,
        places=places or {},
    )


def render(composition: Composition) -> tuple[RenderedPdf | None, Collector]:
    """Render a composition under the digital profile."""
    collector = Collector()
    return render_composition(composition, PROFILES["digital"], collector), collector


def render_well(composition: Composition) -> RenderedPdf:
    """Render a composition about which nothing may be said."""
    rendered, collector = render(composition)
    assert collector.diagnostics == ()
    assert rendered is not None
    return rendered
