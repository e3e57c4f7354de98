"""What stands in for translations that are missing or stale, and what goes along with them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from brief.build.pipeline import list_locales, localise, read_briefing
from brief.build.plan import Selection
from brief.build.run import build_briefings
from brief.compose import compose_briefing
from brief.compose.design import load_design
from brief.diag.collector import Collector
from brief.diag.diagnostic import Severity
from brief.localise.remedies import describe_change
from brief.model.blocks import Heading, ListBlock, Paragraph, Quote, Table
from brief.model.briefing import Section
from brief.model.localised import LocalisedBriefing
from brief.model.text import Freshness, plain_text
from brief.model.variant import Status
from brief.model.walk import iterate_texts
from tests.projects import FLAGSHIP, ROOT, draw_picture, open_project

DEFINITION = """\
id: case
language: en
title: A title
subtitle: A subtitle
date: 2024-06-19
translation: {{{policy}}}
locales: [de]
authors: [{{name: A. Writer, unit: The desk}}, {{unit: The press}}]
keywords: [treaty, port]
summary: |
  {{#short}}
  A summary, for which see [](#visit).
key_points:
  - {{id: first, text: The first point}}
  - {{id: second, text: The second point}}
sections:
  - id: one
    title: One
    file: one.md
  - id: two
    title: Two
    text: |
      {{#end}}
      The end [@other].
  - id: three
    title: Three
    text: |
      {{#last}}
      The last.

      ![](#visit)

      ![](#harbour)
timelines:
  visit:
    title: The visit
    categories: {{talk: {{label: Talk}}, port: {{label: Port}}}}
    eras: [{{id: peace, when: 2024, title: Peace}}]
    events:
      - {{id: landing, when: 2024-06-18, title: Landing, short: Land, category: port, source: far}}
      - {{id: talks, when: 2024-06-19, title: Talks, category: talk, passage: end}}
figures:
  harbour: {{file: harbour.png, alt: A harbour, caption: The harbour}}
sources:
  - {{id: ministry, title: A notice, note: A remark}}
  - {{id: other, title: Another}}
  - {{id: far, title: A third}}
"""
ONE = """\
{#head}
## A heading

{#words}
Some words.[^a]

{#under}
## Another heading

{#deeper}
### Below it

{#more}
More words[^b] [@ministry].

{#list}
1. An item
2. Two items

{#said}
> A saying
> — Its author

{#votes caption="The votes" note="A remark below"}
| State | Votes |
|---|---|
| North | 3 |
| South | 14 |

{#blank}
| Kind | Count |
|---|---|
| Ship | 2 |

[^a]: A note.
[^b]: Another note.
"""


def localised(
    root: Path, translated: dict[str, tuple[str, str]], policy: str = "missing: omit, stale: omit"
) -> tuple[LocalisedBriefing, list[str]]:
    """Give the German copy, with `translated` as its catalogue, and the codes that were reported.

    A catalogue holds source and translation by key.
    """
    folder = root / "briefings" / "case"
    (folder / "locale").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(DEFINITION.format(policy=policy), encoding="utf-8")
    (folder / "one.md").write_text(ONE, encoding="utf-8")
    (folder / "harbour.png").write_bytes(draw_picture())
    entries = "".join(
        f'\nmsgctxt "case/{key}"\nmsgid "{source}"\nmsgstr "{target}"\n'
        for key, (source, target) in translated.items()
    )
    (folder / "locale" / "de.po").write_text(f'msgid ""\nmsgstr ""\n{entries}', encoding="utf-8")
    collector = Collector()
    briefing = read_briefing(open_project(root), "case", collector)
    assert briefing is not None, collector.diagnostics
    mine = Collector()
    made = localise(briefing, "de", mine)
    assert made is not None
    return made, [said.code.name for said in mine.diagnostics]


def translate_all(*without: str) -> dict[str, tuple[str, str]]:
    """Give a catalogue of everything, without the keys that begin with one of `without`."""
    words = {
        "title": "A title",
        "subtitle": "A subtitle",
        "authors/1.unit": "The desk",
        "authors/2.unit": "The press",
        "keywords/1": "treaty",
        "keywords/2": "port",
        "summary/short": "A summary, for which see [](#visit).",
        "key-points/first": "The first point",
        "key-points/second": "The second point",
        "one": "One",
        "one/head": "A heading",
        "one/words": "Some words.[^a]",
        "one/^a": "A note.",
        "one/under": "Another heading",
        "one/deeper": "Below it",
        "one/more": "More words[^b] [@ministry].",
        "one/^b": "Another note.",
        "one/list.1": "An item",
        "one/list.2": "Two items",
        "one/said.1": "A saying",
        "one/said.by": "Its author",
        "one/votes.caption": "The votes",
        "one/votes.note": "A remark below",
        "one/votes.head.1": "State",
        "one/votes.head.2": "Votes",
        "one/votes.1.1": "North",
        "one/votes.2.1": "South",
        "one/blank.head.1": "Kind",
        "one/blank.head.2": "Count",
        "one/blank.1.1": "Ship",
        "two": "Two",
        "two/end": "The end [@other].",
        "three": "Three",
        "three/last": "The last.",
        "timeline/visit": "The visit",
        "timeline/visit/category/talk": "Talk",
        "timeline/visit/category/port": "Port",
        "timeline/visit/peace": "Peace",
        "timeline/visit/landing": "Landing",
        "timeline/visit/landing.short": "Land",
        "timeline/visit/talks": "Talks",
        "figure/harbour.alt": "A harbour",
        "figure/harbour.caption": "The harbour",
        "source/ministry.note": "A remark",
    }
    kept = {key: text for key, text in words.items() if key not in without}
    return {key: (text, f"Ü {text}") for key, text in kept.items()}


def ids(section: Section) -> list[str]:
    """Give the ids of the blocks of a section; placements have the id of what they place."""
    return [getattr(block, "id", "") or block.timeline for block in section.blocks]  # type: ignore[union-attr]


def printed(made: LocalisedBriefing) -> str:
    """Give the words of a copy."""
    return "\n".join(plain_text(text.spans) for text in iterate_texts(made.briefing))


def test_nothing_goes_when_all_is_translated(tmp_path: Path) -> None:
    """The policy of a complete copy makes no difference, and the catalogue here is complete."""
    made, said = localised(tmp_path, translate_all())
    assert said == []
    assert made.freshness[Freshness.OMITTED] == 0
    assert {text.freshness for text in iterate_texts(made.briefing)} == {Freshness.CURRENT}
    assert [len(section.blocks) for section in made.briefing.sections] == [9, 1, 3]


def test_a_paragraph_goes_with_its_note_its_source_and_its_headings(tmp_path: Path) -> None:
    """Headings that lose what stood below them go, at all levels; a translated heading too."""
    gone = ("one/more", "one/list.1", "one/list.2", "one/said.1", "one/votes.caption")
    tables = [key for key in translate_all() if key.startswith(("one/votes", "one/blank"))]
    made, _ = localised(tmp_path, translate_all(*gone, *tables))
    assert ids(made.briefing.sections[0]) == ["head", "words"]
    assert [note.id for note in made.briefing.footnotes] == ["one/a"]
    assert [source.id for source in made.briefing.sources] == ["other", "far"]


def test_a_heading_stays_with_its_body(tmp_path: Path) -> None:
    """A heading that is not translated itself keeps its place above what is."""
    made, _ = localised(tmp_path, translate_all("one/under"))
    head = next(b for b in made.briefing.sections[0].blocks if b.id == "under")  # type: ignore[union-attr]
    assert isinstance(head, Heading)
    assert (head.text.freshness, head.text.language) == (Freshness.MISSING, "en")
    assert made.freshness[Freshness.OMITTED] == 0
    assert made.freshness[Freshness.MISSING] == 1


def test_a_note_goes_with_its_mark(tmp_path: Path) -> None:
    """A paragraph that calls a note which is left out stays, without the mark."""
    made, _ = localised(tmp_path, translate_all("one/^a"))
    words = next(b for b in made.briefing.sections[0].blocks if b.id == "words")  # type: ignore[union-attr]
    assert isinstance(words, Paragraph)
    assert [type(span).__name__ for span in words.text.spans] == ["Str"]
    assert [note.id for note in made.briefing.footnotes] == ["one/b"]


def test_lists_and_quotations_lose_what_they_can(tmp_path: Path) -> None:
    """An item goes by itself; the line that says whose words they are does, too."""
    made, _ = localised(tmp_path, translate_all("one/list.1", "one/said.by"))
    blocks = {getattr(block, "id", ""): block for block in made.briefing.sections[0].blocks}
    assert isinstance(blocks["list"], ListBlock) and isinstance(blocks["said"], Quote)
    assert len(blocks["list"].items) == 1
    assert blocks["said"].attribution is None


def test_cells_do_not_go(tmp_path: Path) -> None:
    """A cell stays in its language; a table goes when none of its words is translated."""
    gone = ("one/votes.1.1", "one/votes.note", "one/blank.head.1", "one/blank.head.2")
    made, _ = localised(tmp_path, translate_all(*gone, "one/blank.1.1"))
    (table,) = (block for block in made.briefing.sections[0].blocks if isinstance(block, Table))
    assert table.id == "votes" and table.note is None
    assert [cell.freshness for cell in table.rows[0]] == [Freshness.MISSING, Freshness.CURRENT]
    assert made.freshness[Freshness.OMITTED] == 4  # the note and the words of the other table


def test_front_matter_loses_what_it_can(tmp_path: Path) -> None:
    """Subtitle, key points, keywords and units go; the title and an author's only name stay."""
    gone = ("title", "subtitle", "key-points/first", "keywords/2", "authors/1.unit")
    made, _ = localised(tmp_path, translate_all(*gone, "authors/2.unit", "source/ministry.note"))
    briefing = made.briefing
    assert briefing.title.freshness is Freshness.MISSING
    assert briefing.subtitle is None
    assert [point.key for point in briefing.key_points] == ["case/key-points/second"]
    assert len(briefing.keywords) == 1
    assert briefing.authors[0].unit is None
    assert briefing.authors[1].unit is not None
    assert briefing.sources[0].note is None


def test_entries_of_timelines_go(tmp_path: Path) -> None:
    """An event goes with its category and its source; a short title falls back on the long one."""
    made, _ = localised(tmp_path, translate_all("timeline/visit/landing", "two/end"))
    (timeline,) = made.briefing.timelines
    assert [entry.id for entry in timeline.events] == ["talks"]
    assert [category.id for category in timeline.categories] == ["talk"]
    assert timeline.events[0].passage is None  # its paragraph has gone as well
    assert [source.id for source in made.briefing.sources] == ["ministry"]


def test_a_timeline_without_entries_goes_with_its_place(tmp_path: Path) -> None:
    """Eras alone are no timeline; what refers to the figure says that it is not there."""
    gone = ("timeline/visit/landing", "timeline/visit/talks", "three/last", "figure/harbour.alt")
    made, said = localised(tmp_path, translate_all(*gone, "figure/harbour.caption"))
    assert made.briefing.timelines == ()
    assert [section.id for section in made.briefing.sections] == ["one", "two"]
    assert plain_text(made.briefing.summary[0].spans).endswith("see […].")
    assert "localise.reference-omitted" in said


def test_stale_texts_follow_their_own_policy(tmp_path: Path) -> None:
    """The same text is printed in its older form, in the source language, or not at all."""
    catalogue = translate_all()
    catalogue["one/words"] = ("Some old words.[^a]", "Ü alte Wörter.[^a]")
    found = {}
    for policy in ("stale: older", "stale: source", "stale: omit", "missing: omit"):
        made, said = localised(tmp_path / policy.replace(": ", "-"), catalogue, policy)
        found[policy] = (
            "alte Wörter" in printed(made),
            "Some words" in printed(made),
            made.freshness[Freshness.OMITTED],
        )
        assert said == ["localise.stale-translation"]
    assert found == {
        "stale: older": (True, False, 0),
        "stale: source": (False, True, 0),
        "stale: omit": (False, False, 1),
        "missing: omit": (True, False, 0),
    }


@pytest.mark.slow
def test_a_copy_with_gaps_is_a_valid_document(tmp_path: Path) -> None:
    """What remains is composed without a link that leads nowhere, and the colophon counts."""
    gone = ("timeline/visit/landing", "two/end", "one/more", "one/^a", "key-points/first")
    made, _ = localised(tmp_path, translate_all(*gone))
    project, collector = open_project(tmp_path), Collector()
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    composition = compose_briefing(made, design, collector)
    assert composition is not None and not collector.diagnostics
    html = composition.html
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets and targets <= set(re.findall(r'\bid="([^"]+)"', html))
    assert "5 nicht übersetzte Passagen ausgelassen" in html
    report = build_briefings(project, ("case",), Selection(locales=("de",)), 1, lambda item: None)
    assert [item.status for item in report.artefacts] == [Status.BUILT]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Japan kapitulierte, und", "Japan gab auf, und", "`kapitulierte` became `gab auf`"),
        ("ein Wort", "ein neues Wort", "`neues` is new"),
        ("ein neues Wort", "ein Wort", "`neues` is gone"),
        ("ein  Wort", "ein Wort", "only spaces have changed"),
        ("两国领导人会面。", "两国元首会面。", "`领导人` became `元首`"),
        ("Der alte Text.", "Ein Text, neu.", "`Der alte` became `Ein`; 1 more change"),
        ("x", "y" * 100, f"`x` became `{'y' * 60}…`"),
    ],
)
def test_it_is_said_what_changed(before: str, after: str, said: str) -> None:
    """A translator sees at once which words a stale translation has to catch up with."""
    assert describe_change(before, after) == said


def test_a_changed_sentence_is_stale_everywhere(tmp_path: Path) -> None:
    """In each copy of the flagship that entry and no other is stale, and marked where printed.

    A strict build makes none of these copies, and says which entry is the reason.
    """
    for name in ("briefings", "templates", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "briefings" / FLAGSHIP / "background.md"
    text = file.read_text(encoding="utf-8")
    key, changed = _change_first_paragraph(text)
    file.write_text(changed, encoding="utf-8")
    project, collector = open_project(tmp_path), Collector()
    briefing = read_briefing(project, FLAGSHIP, collector)
    assert briefing is not None
    tags = list_locales(briefing)[1:]
    assert len(tags) >= 7
    design = load_design(briefing.design, project.template_folders, project.font_folders)
    for tag in tags:
        mine = Collector()
        made = localise(briefing, tag, mine)
        assert made is not None
        stale = [t for t in iterate_texts(made.briefing) if t.freshness is not Freshness.CURRENT]
        assert [text.key for text in stale] == [key], tag
        assert [said.code.name for said in mine.diagnostics] == ["localise.stale-translation"], tag
        composition = compose_briefing(made, design, Collector())
        assert composition is not None
        assert composition.html.count('class="stale"') == 1, tag
    selection = Selection(locales=tags, strict=True)
    report = build_briefings(project, (FLAGSHIP,), selection, 1, lambda item: None)
    assert {item.status for item in report.artefacts} == {Status.FAILED}
    for item in report.artefacts:
        said = [each for each in item.diagnostics if each.code.severity is not Severity.NOTE]
        assert len(said) == 1 and key in said[0].message
        assert said[0].place is not None
        assert said[0].place.file.endswith(f"{item.variant.locale}.po")


def _change_first_paragraph(text: str) -> tuple[str, str]:
    """Put a word into the first paragraph with an id; give its key and the changed text."""
    found = re.search(r"^\{#([a-z0-9-]+)\}\n(?=[A-ZÄÖÜ])", text, re.MULTILINE)
    assert found is not None
    changed = f"{text[: found.end()]}Bekanntlich: {text[found.end() :]}"
    return f"{FLAGSHIP}/background/{found[1]}", changed
