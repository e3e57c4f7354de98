"""What stands in the margin: captions with chosen line ends, facts, kinds of blocks."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from brief.build.pipeline import localise, read_briefing
from brief.compose import compose_briefing
from brief.compose.design import load_design
from brief.compose.fonts import TextMeasure, TextStyle, list_families
from brief.compose.view import BlockView
from brief.diag.collector import Collector
from tests.projects import ROOT, open_project

DEFINITION = """\
id: margin
language: {language}
title: "1"
date: 2024-06-19
edition: 3
locales: {locales}
sections:
  - id: one
    title: "1"
    text: |
      1

      ![](#votes)
tables:
  votes:
    caption: {caption}
    text: |
      | 1 | 2 |
      |---|---|
      | 3 | 4 |
"""


def compose(root: Path, language: str, caption: str, *, tag: str = "") -> str:
    """Compose a page with a table, in its own language or in another."""
    folder = root / "briefings" / "margin"
    (folder / "locale").mkdir(parents=True)
    text = DEFINITION.format(language=language, caption=caption, locales=[tag] if tag else [])
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")
    if tag:
        (folder / "locale" / f"{tag}.po").write_text("", encoding="utf-8")
    project, collector = open_project(root), Collector()
    briefing = read_briefing(project, "margin", collector)
    assert briefing is not None, collector.diagnostics
    localised = localise(briefing, tag or language, collector)
    assert localised is not None
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    composition = compose_briefing(localised, design, Collector())
    assert composition is not None
    return composition.html


def fill(caption: str, language: str) -> list[str]:
    """Break a caption as the engine does, which fills every line as far as it goes."""
    design = load_design("policy-brief", [ROOT / "templates"], [ROOT / "assets" / "fonts"])
    tokens = design.tokens
    size, room = (
        float(tokens.get(group, name).removesuffix("px"))
        for group, name in (("size", "table"), ("measure", "aside"))
    )
    style = TextStyle(list_families(tokens.get("family", "sans")), size, 600, features=("lnum",))
    measure = TextMeasure(design.fonts, language)
    lines = [""]
    for word in caption.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if measure.width(longer, style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("es", ["El voto de Rusia", "en el Consejo de Seguridad"]),
        ("fr", ["Le vote de la Russie", "au Conseil de sécurité"]),
        ("de", ["Russlands Stimme im Sicherheitsrat", "der Vereinten Nationen"]),
        ("en", ["Russia’s vote"]),
    ],
)
def test_a_caption_in_the_margin_is_balanced(
    tmp_path: Path, language: str, lines: list[str]
) -> None:
    """Its lines are of like length, as those of a head are; none ends with an article."""
    html = compose(tmp_path, language, " ".join(lines))
    (caption,) = re.findall(r'<span class="caption">(.*?)</span>', html)
    assert [line.replace("\u00a0", " ") for line in fill(caption, language)] == lines


@pytest.mark.parametrize(
    ("tag", "version"),
    [
        ("zh-Hans", "第3版，中文（简体）"),
        ("ar", "الإصدار\u00a03، العربية"),
        ("fr", "Édition\u00a03, français"),
    ],
)
def test_edition_and_language_are_listed_as_the_language_does(
    tmp_path: Path, tag: str, version: str
) -> None:
    """The comma on the first page is that of the language."""
    html = compose(tmp_path, "en", "Votes", tag=tag)
    assert version in re.findall(r'<p class="fact">(.*?)</p>', html)


def test_every_kind_of_block_is_written_and_documented() -> None:
    """A project's own `blocks.html` would leave out the text of a kind that it does not know."""
    kinds = {
        field.default
        for view in get_args(BlockView)
        for field in fields(view)
        if field.name == "kind"
    }
    template = (ROOT / "templates" / "policy-brief" / "blocks.html").read_text(encoding="utf-8")
    assert set(re.findall(r'block\.kind == "([a-z-]+)"', template)) == kinds
    guide = (ROOT / "docs" / "designs.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"by `block\.kind`: (.*)\.\n", guide)
    assert set(re.findall(r"`([a-z-]+)`", listed)) == kinds
