"""Make style sheets ready for the renderer: tokens put in, typefaces declared."""

from __future__ import annotations

import re

from brief.diag.diagnostic import Place
from brief.model.composition import BASE_URL, Resource, Stylesheet
from brief.model.design import Design, FontFace, Tokens

_TOKEN = re.compile(r"var\(--([a-z]+)-([a-z0-9-]+)\)")


class UnknownTokenError(Exception):
    """A style sheet asks for a token that the design does not have."""

    def __init__(self, token: str, place: Place) -> None:
        """Name the token and the place that asks for it."""
        self.message = f"the design has no token `{token}`"
        self.place = place
        super().__init__(f"{place.file}:{place.line}: {self.message}")


def resolve_styles(design: Design) -> tuple[Stylesheet, ...]:
    """Give the design's style sheets with all tokens resolved, typefaces first.

    Tokens are put in as text, since engines do not take custom properties inside `@page`.
    """
    return (
        Stylesheet("fonts.css", "".join(_font_face(face) for face in design.fonts)),
        *(Stylesheet(sheet.name, _resolve(sheet, design.tokens)) for sheet in design.stylesheets),
    )


def collect_fonts(design: Design) -> dict[str, Resource]:
    """Give the font files as resources by address."""
    return {
        font_address(face): Resource(face.path.read_bytes(), "font/ttf") for face in design.fonts
    }


def font_address(face: FontFace) -> str:
    """Give the address under which a composition refers to a font file."""
    return f"{BASE_URL}fonts/{face.file}"


def _font_face(face: FontFace) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";src:url({font_address(face)});'
        f"font-weight:{face.weight};font-style:{face.style}}}\n"
    )


def _resolve(sheet: Stylesheet, tokens: Tokens) -> str:
    def value(match: re.Match[str]) -> str:
        try:
            return tokens.get(match[1], match[2])
        except KeyError:
            line = sheet.css.count("\n", 0, match.start()) + 1
            column = match.start() - sheet.css.rfind("\n", 0, match.start())
            place = Place(f"templates/{sheet.name}", line, column)
            raise UnknownTokenError(f"{match[1]}.{match[2]}", place) from None

    return _TOKEN.sub(value, sheet.css)
