"""Links both ways: dates of entries lead to what they rest on, and passages refer back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from brief.build.pipeline import localise, read_briefing
from brief.compose import compose_briefing
from brief.compose.back_references import collect_back_references, find_timelines
from brief.compose.design import load_design
from brief.diag.collector import Collector
from brief.model.briefing import Briefing
from tests.judges import read_structure, validate
from tests.projects import build, open_project, statuses

DEFINITION = """\
id: links
language: {language}
title: Links
date: 2024-06-19
summary: |
  {{#gist}}
  The [gist](#treaty) of it.
sections:
  - id: one
    title: One
    text: |
      {{#treaty}}
      The treaty, after [the gist](#gist) [@report].

      {{#list}}
      - {{#inner}}
        An item.
      - Another.

      The end.
  - {{id: two, title: Two, timeline: line}}
  - {{id: three, title: Three, timeline: other}}
timelines:
  line:
    title: A line
    form: {form}
    back_references: {asked}
    now: 2024-06-19
    eras: [{{id: era, when: 1945/1991, title: An era, passage: two}}]
    spans: [{{id: span, when: 1950/1960, title: A span, passage: list}}]
    events:
      - {{id: event, when: 1961, title: An event, passage: treaty}}
      - {{id: again, when: 1970, title: Again, passage: treaty, source: report}}
      - {{id: source, when: 1980, title: With a source, source: [report, other]}}
      - {{id: plain, when: 1990, title: Without}}
    undated:
      - {{id: late, title: Undated, passage: gist}}
      - {{id: later, title: Later, date_text: some day, source: report}}
  other:
    title: Another
    back_references: true
    events: [{{id: only, when: 1961, title: Only, passage: treaty}}]
sources: [{{id: report, title: Report}}, {{id: other, title: Other}}]
"""


def write_project(
    root: Path, *, form: str = "horizontal", asked: str = "true", language: str = "en"
) -> None:
    """Write a project with one briefing."""
    folder = root / "briefings" / "links"
    folder.mkdir(parents=True)
    text = DEFINITION.format(form=form, asked=asked, language=language)
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")


def read(root: Path) -> Briefing:
    """Read the briefing, which has no mistakes."""
    collector = Collector()
    briefing = read_briefing(open_project(root), "links", collector)
    assert briefing is not None, collector.diagnostics
    assert collector.diagnostics == ()
    return briefing


LABELS = {"line": "Figure 1", "other": "Figure 2"}


def test_passages_refer_back_where_asked(tmp_path: Path) -> None:
    """Each passage knows the figures that rest on it, in their order and once."""
    write_project(tmp_path)
    briefing = read(tmp_path)
    found = collect_back_references(briefing, LABELS)
    assert found == {
        "two": ("line",), "list": ("line",), "treaty": ("line", "other"), "gist": ("line",),
    }  # fmt: skip
    one, two, _ = briefing.sections
    assert [find_timelines(one, at, found) for at in range(3)] == [
        ("line", "other"), ("line",), (),
    ]  # fmt: skip
    assert find_timelines(two, 0, found) == ("line",)


def test_nothing_refers_back_unasked_or_to_what_is_not_shown(tmp_path: Path) -> None:
    """A timeline without `back_references`, or without a number, is never referred to."""
    write_project(tmp_path, asked="false")
    found = collect_back_references(read(tmp_path), LABELS)
    assert found == {"treaty": ("other",)}
    assert collect_back_references(read(tmp_path), {}) == {}


MARGIN = """\
id: margin
language: en
title: Margin
date: 2024-06-19
sections:
  - id: one
    title: One
    text: |
      The first.

      {#note}
      ::: margin-note
      A note.
      :::

      {#event}
      The second.

      {#picture-note}
      ::: margin-note
      Another.
      :::

      ![](#line)

      - {#item}
        An item.

      {#last}
      ::: pull-quote
      The last.
      :::
timelines:
  line:
    title: A line
    back_references: true
    events:
      - {id: first, when: 1961, title: First, passage: event}
      - {id: second, when: 1971, title: Second, passage: item}
"""


@pytest.mark.slow
def test_what_stands_in_the_margin_goes_with_its_text(tmp_path: Path) -> None:
    """Notes and references are joined with the text after them, but not with figures."""
    folder = tmp_path / "briefings" / "margin"
    folder.mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MARGIN, encoding="utf-8")
    collector = Collector()
    project = open_project(tmp_path)
    briefing = read_briefing(project, "margin", collector)
    localised = briefing and localise(briefing, "en", collector)
    assert localised is not None, collector.diagnostics
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    composition = compose_briefing(localised, design, collector, contents=False)
    assert composition is not None, collector.diagnostics
    marks = r'data-opening|"back-reference"|id="(?:note|event|picture-note|line|item|last)"'
    shown = re.findall(marks, composition.html)
    assert [mark.removeprefix("id=").strip('"') for mark in shown] == [
        "data-opening",  # the head of the section and its first paragraph
        "data-opening", "note", "back-reference", "event",
        "picture-note", "line",
        "data-opening", "back-reference", "item",
        "last",
    ]  # fmt: skip


def _links(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Give the text and the target of every link inside the document, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(element: Any) -> None:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                continue
            if kid.get("/Type") == "/OBJR":
                annotation = kid.Obj
                target = annotation.get("/Dest") or annotation.get("/A", {}).get("/D")
                found.append((str(annotation.Contents), str(target)))
            elif "/S" in kid:
                walk(kid)

    walk(pdf.Root.StructTreeRoot)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("form", ["horizontal", "vertical"])
def test_dates_are_links_in_the_pdf(form: str, tmp_path: Path) -> None:
    """A date leads to the passage, else to the first source; in the tag tree it is a link."""
    write_project(tmp_path, form=form)
    project = open_project(tmp_path)
    report = build(project, ("links",))
    assert [item.diagnostics for item in report.artefacts] == [()]
    with pikepdf.open(project.output / "links/links.en.digital.pdf") as pdf:
        links = _links(pdf)
    wanted = {
        ("1945–1991", "two"), ("1950–1960", "list"), ("1961", "treaty"), ("1970", "treaty"),
        ("1980", "source-report"), ("Undated", "gist"), ("some day", "source-report"),
        ("→ Figure 1", "line"), ("→ Figure 2", "other"), ("the gist", "gist"),
        ("gist", "treaty"),
    }  # fmt: skip
    assert wanted <= set(links)
    assert not [link for link in links if link[0] in ("1990", "Without")]


@pytest.mark.slow
@pytest.mark.conformance
@pytest.mark.parametrize("form", ["horizontal", "vertical"])
def test_links_keep_the_claims(form: str, tmp_path: Path) -> None:
    """Links in figures and margins pass PDF/A-3a and PDF/UA-1, and stand where they are read."""
    write_project(tmp_path, form=form, language="de")
    project = open_project(tmp_path)
    assert {status.value for status in statuses(build(project, ("links",))).values()} == {"built"}
    path = project.output / "links/links.de.digital.pdf"
    assert validate([path]) == []
    structure = read_structure(path)
    assert len(re.findall(r'Link \(inline\)\s+Object \d+ 0\s+"→ Abbildung 1"', structure)) == 3
    assert re.search(r'Link \(inline\)\s+Object \d+ 0\s+"1961"', structure)
