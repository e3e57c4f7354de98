"""Reading designs and resolving their tokens."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.build.project import find_house
from brief.compose.design import load_design, load_fonts
from brief.compose.styles import UnknownTokenError, resolve_styles

HOUSE = find_house()
TEMPLATES = HOUSE / "templates"
FONTS = HOUSE / "assets" / "fonts"


def test_our_design_has_all_its_tokens() -> None:
    """Every token that a style sheet asks for is in the design."""
    design = load_design("policy-brief", [TEMPLATES], [FONTS])
    styles = resolve_styles(design)
    assert styles[0].name == "fonts.css"
    assert not any("var(--" in sheet.css for sheet in styles)


def test_lengths_of_the_page_stand_in_the_tokens_alone() -> None:
    """A page of another size needs no other style sheet: what follows from tokens is derived."""
    design = load_design("policy-brief", [TEMPLATES], [FONTS])
    page = {name: float(design.tokens.get("measure", name).removesuffix("px"))
            for name in ("page-height", "top", "bottom", "offset", "full")}  # fmt: skip
    length = page["page-height"] - page["top"] - page["bottom"]
    for sheet in design.stylesheets:
        for number in (length, page["offset"], page["full"]):
            assert f"{number:g}px" not in sheet.css, sheet.name


def test_a_project_changes_one_value(tmp_path: Path) -> None:
    """A token in the project's folder replaces ours, and all others stay."""
    own = tmp_path / "policy-brief"
    own.mkdir()
    (own / "tokens.toml").write_text('[colour]\nhouse = "#7a1f2b"\n', encoding="utf-8")
    design = load_design("policy-brief", [tmp_path, TEMPLATES], [FONTS])
    assert design.tokens.get("colour", "house") == "#7a1f2b"
    assert design.tokens.get("colour", "ink") == "#000000"


def test_a_project_overrides_one_template(tmp_path: Path) -> None:
    """A template in the project's folder stands in for ours, and all others stay."""
    own = tmp_path / "policy-brief"
    own.mkdir()
    (own / "colophon.html").write_text("<p>ours</p>", encoding="utf-8")
    design = load_design("policy-brief", [tmp_path, TEMPLATES], [FONTS])
    assert design.templates["colophon.html"] == "<p>ours</p>"
    assert "page.html" in design.templates


def test_an_unknown_token_is_told_with_its_place(tmp_path: Path) -> None:
    """A style sheet that asks for a token that is not there is named with the line."""
    own = tmp_path / "policy-brief"
    own.mkdir()
    (own / "9-own.css").write_text("p {\n  color: var(--colour-hous)\n}", encoding="utf-8")
    design = load_design("policy-brief", [tmp_path, TEMPLATES], [FONTS])
    with pytest.raises(UnknownTokenError, match=r"9-own\.css:2.*colour\.hous"):
        resolve_styles(design)


def test_one_file_for_each_family_weight_and_style() -> None:
    """Two files under one family, weight and style would draw wrong glyphs under right text."""
    faces = load_fonts(FONTS)
    keys = [(face.family, face.weight, face.style) for face in faces]
    assert len(keys) == len(set(keys))
    assert all(face.path.is_file() for face in faces)
    assert all(face.family.startswith("Brief ") for face in faces)
