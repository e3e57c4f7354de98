"""Small projects on disk to build."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

from brief.build.plan import Selection
from brief.build.project import Project, find_house, find_project
from brief.build.run import Report, build_briefings
from brief.model.variant import Artefact, Status

ROOT = Path(__file__).parent.parent
FLAGSHIP = "russia-north-korea"

DEFINITION = """\
id: {name}
language: de
title: Besuch im Hafen
subtitle: Was zu sagen ist
date: 2024-06-19
locales: [en]
summary: |
  Der Besuch ist kurz und folgenreich.
key_points:
  - id: one
    text: "**Kürze.** Der Besuch dauert zwei Tage."
sections:
  - id: arrival
    title: Ankunft
    file: arrival.md
  - id: chronology
    title: Ablauf
    text: |
      {{#intro}}
      Der Ablauf steht fest.

      ![](#visit)
timelines:
  visit:
    title: Der Besuch
    categories:
      politics: {{label: Politik, shape: circle}}
    file: visit.csv
    events:
      - {{id: landing, when: 2024-06-18, category: politics, title: Landung}}
      - {{id: talks, when: 2024-06-19, category: politics, title: Gespräche}}
figures:
  harbour:
    file: images/harbour.png
    alt: Ein Hafen mit zwei Kränen
    caption: Der Hafen
sources:
  - id: ministry
    title: Mitteilung zum Besuch
    publisher: Ministerium
    date: 2024-06-17
    language: de
"""
ARRIVAL = """\
{#landing}
Die Delegation landet am Abend [@ministry].[^1]

[^1]: Der Zeitpunkt steht noch nicht fest.

![](#harbour)
"""
VISIT = """\
id,when,category,title
departure,2024-06-20,politics,Abreise
"""
CATALOGUE = """\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "{name}/title"
msgid "Besuch im Hafen"
msgstr "A visit to the harbour"
"""


def write_definition(root: Path, name: str = "harbour", **changes: str) -> Path:
    """Write a definition into a project and give its folder; `changes` replace file contents."""
    folder = root / "briefings" / name
    (folder / "locale").mkdir(parents=True)
    (folder / "images").mkdir()
    (folder / "briefing.yaml").write_text(DEFINITION.format(name=name), encoding="utf-8")
    (folder / "arrival.md").write_text(ARRIVAL, encoding="utf-8")
    (folder / "visit.csv").write_text(VISIT, encoding="utf-8")
    (folder / "locale" / "en.po").write_text(CATALOGUE.format(name=name), encoding="utf-8")
    (folder / "images" / "harbour.png").write_bytes(draw_picture())
    for path, content in changes.items():
        (folder / path).write_text(content, encoding="utf-8")
    return folder


def draw_picture(
    colour: tuple[int, int, int] = (0, 77, 92), size: tuple[int, int] = (60, 40)
) -> bytes:
    """Make a small PNG."""
    from PIL import Image  # only where a picture is wanted

    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


def open_project(root: Path) -> Project:
    """Give the project at `root`."""
    return find_project(root)


def build(
    project: Project, names: tuple[str, ...] = ("harbour",), workers: int = 1, **options: object
) -> Report:
    """Build briefings in this process."""
    selection = Selection(**options)  # type: ignore[arg-type]
    return build_briefings(project, names, selection, workers, lambda artefact: None)


def statuses(report: Report) -> dict[str, Status]:
    """Give the status of every artefact by its file."""
    return {Path(item.path).name: item.status for item in report.artefacts}


def read_artefacts(project: Project, report: Report) -> dict[str, bytes]:
    """Read all PDFs of a report by their path."""
    return {item.path: read_artefact(project, item) for item in report.artefacts}


def read_artefact(project: Project, artefact: Artefact) -> bytes:
    """Read one PDF."""
    return (project.output / artefact.path).read_bytes()


def run_brief(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "brief", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(find_house() / "src"), **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def start_brief(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start the command line in a session of its own, in which Ctrl-C is heard."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "brief", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A job in the background inherits a Ctrl-C that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
