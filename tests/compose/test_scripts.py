"""Designs fitted to scripts, and words of other scripts among ours."""

from __future__ import annotations

import itertools
from gettext import NullTranslations
from pathlib import Path

import pytest

from brief.build.pipeline import localise, read_briefing
from brief.build.project import find_house
from brief.compose.design import load_design
from brief.compose.fonts import list_families
from brief.compose.han import list_han_breaks
from brief.compose.inline import InlineWriter
from brief.compose.numbering import Numbering
from brief.compose.scripts import fit_design
from brief.diag.collector import Collector
from brief.localise.typography import list_shipped, load_typography
from brief.model.design import Design
from brief.model.text import (
    Citation,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Str,
    Strong,
    Text,
)
from tests.projects import open_project, write_definition

HOUSE = find_house()
DESIGN = load_design("policy-brief", [HOUSE / "templates"], [HOUSE / "assets" / "fonts"])


def fit(folder: Path, title: str = "Besuch im Hafen", language: str = "de") -> Design:
    """Fit our design to a briefing with a title in a language."""
    path = write_definition(folder) / "briefing.yaml"
    text = path.read_text(encoding="utf-8").replace("Besuch im Hafen", title)
    path.write_text(text.replace("language: de\ntitle", f"language: {language}\ntitle"), "utf-8")
    project, collector = open_project(folder), Collector()
    briefing = read_briefing(project, "harbour", collector)
    assert briefing is not None, collector.diagnostics
    localised = localise(briefing, language, collector)
    assert localised is not None, collector.diagnostics
    return fit_design(DESIGN, localised)


def families(design: Design) -> set[str]:
    """Give the families of all fonts that a design brings along."""
    return {face.family for face in design.fonts}


def test_fonts_that_nothing_needs_are_left_out(tmp_path: Path) -> None:
    """German pages carry neither Arabic nor Korean type."""
    design = fit(tmp_path)
    assert families(design) == {face.family for face in DESIGN.fonts if "Source" in face.file}
    assert not any(sheet.name.endswith(".rtl.css") for sheet in design.stylesheets)


def test_a_foreign_name_brings_its_font(tmp_path: Path) -> None:
    """A Korean word in a German text finds its letters at the end of every stack."""
    design = fit(tmp_path, title="Besuch in 평양")
    assert "Brief Hangul" in families(design)
    assert "Brief Naskh" not in families(design)
    stack = list_families(design.tokens.get("family", "serif"))
    assert stack == ("Brief Serif", "Brief Hangul")


@pytest.mark.parametrize("language", sorted({"ar", "ko", "zh-Hans"} & set(list_shipped())))
def test_a_script_has_its_own_values(tmp_path: Path, language: str) -> None:
    """Its typefaces come first, lines are wider apart, and large type is not set closer."""
    design = fit(tmp_path, language=language)
    script = load_typography(language).script
    assert design.tokens.get("measure", "line") == DESIGN.tokens.scripts[script]["measure"]["line"]
    assert design.tokens.get("tracking", "title") == "0"
    assert list_families(design.tokens.get("family", "serif"))[0] != "Brief Serif"
    assert design.tokens.get("colour", "house") == DESIGN.tokens.get("colour", "house")
    mirrored = any(sheet.name.endswith(".rtl.css") for sheet in design.stylesheets)
    assert mirrored == (language == "ar")


def test_a_project_changes_one_value_of_a_script(tmp_path: Path) -> None:
    """Tokens of scripts are merged one by one, as all others."""
    own = tmp_path / "policy-brief"
    own.mkdir()
    (own / "tokens.toml").write_text('[script.Arab.size]\nbody = "17px"\n', encoding="utf-8")
    design = load_design("policy-brief", [tmp_path, HOUSE / "templates"], [HOUSE / "assets/fonts"])
    sizes = design.tokens.scripts["Arab"]["size"]
    assert sizes["body"] == "17px"
    assert sizes["lead"] == DESIGN.tokens.scripts["Arab"]["size"]["lead"]


def write(language: str, *spans: Inline, keep_all: bool = False) -> str:
    """Write inline elements in a language as HTML."""
    numbering = Numbering({}, {}, {})
    writer = InlineWriter(language, NullTranslations(), numbering, {}, keep_all=keep_all)
    return str(writer.write_spans(spans))


def test_words_against_our_direction_are_kept_apart() -> None:
    """One run of letters is isolated by characters (UAX 9), markup by a box of its own."""
    assert write("ar", Foreign("de", (Str("W. Putin"),))) == (
        '<span lang="de" dir="ltr" >\u2068W. Putin\u2069</span>'
    )
    marked = write("ar", Foreign("de", (Str("W. "), Emphasis((Str("Putin"),)))))
    assert 'class="apart"' in marked
    assert write("de", Foreign("ru", (Str("Путин"),))) == '<span lang="ru" >Путин</span>'


def test_numbers_stay_with_their_units_in_chinese() -> None:
    """The engine is told by a joiner, which nobody sees or copies."""
    assert write("zh-Hans", Str("2024年6月，7人")) == "2024\u2060年6\u2060月，7人"
    assert write("de", Foreign("zh", (Str("北京"),)), Str("2024年")).endswith("2024年")


@pytest.mark.parametrize(
    ("spans", "written"),
    [
        ((Str("由谁发射的。"),), "由谁发射\u2060的。"),
        ((Str("由谁发射的"), Citation(()), Str("。")), "由谁发射\u2060的"),
        ((Str("由谁发射的\u2060"), FootnoteMark("a")), "由谁发射\u2060的\u2060"),
        ((Str("在5月8日"),), "在5\u2060月8\u2060日"),  # the number holds its unit already
        ((Str("机构KBS。"),), "机构KBS。"),
        ((Str("由"), Strong((Str("谁"),))), "由<strong>谁</strong>"),
        ((Str("的。"),), "的。"),
    ],
)
def test_no_character_of_chinese_has_a_last_line_for_itself(
    spans: tuple[Inline, ...], written: str
) -> None:
    """The last two are bound, whatever marks, citations and note numbers come behind them."""
    writer = InlineWriter("zh-Hans", NullTranslations(), Numbering({}, {}, {}), {})
    assert (
        str(writer.write(Text("a", "paragraph", "", spans, "zh-Hans"))).partition("<span")[0]
        == written
    )
    assert "\u2060的" not in writer.write(Text("a", "paragraph", "", (Str("由谁发射的。"),), "de"))


def test_korean_words_stay_whole() -> None:
    """Lines of Korean end at spaces only, also beside numbers and brackets."""
    assert write("ko", Str("평양의 2024년"), keep_all=True) == ("평\u2060양\u2060의 2024\u2060년")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("莫斯科：“好”。", ["莫", "斯", "科：", "“好”。"]),
        ("于2024年6月19日在20世纪", ["于", "2024年", "6月", "19日", "在", "20世", "纪"]),
        ("《条约》签署", ["《条", "约》", "签", "署"]),
        ("Русский", ["Русский"]),
        ("「ロシア」とペキン", ["「ロ", "シ", "ア」", "と", "ペ", "キ", "ン"]),
        ("チャーターは人々", ["チャー", "ター", "は", "人々"]),
    ],
)
def test_lines_of_chinese_end_where_they_may(text: str, parts: list[str]) -> None:
    """No line begins with a closing mark or small kana, and none ends with an opening one."""
    places = [0, *list_han_breaks(text), len(text)]
    assert [text[a:b] for a, b in itertools.pairwise(places)] == parts
