"""The renderer on standby: it gives what a renderer in this process gives, and harms nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from brief.build import standby as module
from brief.build.project import find_project
from brief.build.renderer import WorkerDiedError
from brief.build.standby import RendererError, Standby
from brief.compose import compose_specimen
from brief.compose.design import load_design
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.model.composition import BASE_URL, Composition, Resource
from brief.model.pdf import RenderedPdf
from brief.model.profile import PROFILES
from brief.model.variant import Status
from brief.render import render_composition
from tests.projects import (
    FLAGSHIP,
    ROOT,
    build,
    open_project,
    read_artefact,
    run_brief,
    start_brief,
    statuses,
    write_definition,
)
from tests.render.compositions import compose

pytestmark = pytest.mark.slow

DIGITAL = PROFILES["digital"]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}<path d="M0 0h9v9z"/></svg>'
DIES = """
import os, pickle, sys
read = lambda: pickle.load(sys.stdin.buffer)
sys.path[:] = read()
read(), read(), os._exit(9)  # the specimen, then what is wanted
"""


def _render(standby: Standby, composition: Composition) -> tuple[RenderedPdf | None, Collector]:
    collector = Collector()
    return standby.start(composition, DIGITAL)(collector), collector


def _render_here(composition: Composition) -> tuple[RenderedPdf | None, Collector]:
    collector = Collector()
    return render_composition(composition, DIGITAL, collector), collector


@pytest.mark.parametrize("locale", ["de", "ar", "ko"])
def test_the_same_bytes_as_in_one_process(tmp_path: Path, locale: str) -> None:
    """Two processes build what one builds, and what each of them says is the same."""
    made = []
    for workers in (1, 2):
        project = replace(find_project(ROOT), output=tmp_path / str(workers))
        report = build(project, (FLAGSHIP,), workers, locales=(locale,))
        (artefact,) = report.artefacts
        assert artefact.status is Status.BUILT
        made.append((read_artefact(project, artefact), artefact.diagnostics, artefact.notes))
    assert made[0] == made[1]


def test_what_is_said_comes_back_with_its_place() -> None:
    """A link that leads nowhere is reported at the passage, as it is in this process."""
    page = compose("<p id='a'><a href='#none'>x</a></p>", places={"a": Place("one.md", 3, 1)})
    with Standby() as standby:
        (_, there), (_, here) = _render(standby, page), _render_here(page)
    assert there.diagnostics == here.diagnostics
    assert [said.place and said.place.line for said in there.diagnostics] == [3]


def test_drawings_are_waited_for_whatever_their_size() -> None:
    """Drawings larger than a pipe holds arrive, whether the pages ask for them or not."""
    large = [
        Resource(SVG.format(f"<!--{number}{'x' * 300_000}-->").encode(), "image/svg+xml")
        for number in range(4)
    ]
    drawings = {f"{BASE_URL}{n}.svg": partial(large.__getitem__, n) for n in range(4)}
    body = "".join(f"<p style='background:url({BASE_URL}{n}.svg)'>x</p>" for n in (3, 1))
    page = replace(compose(body), drawings=drawings)
    with Standby() as standby:
        there, said = _render(standby, page)
        again, _ = _render(standby, page)
    here, _ = _render_here(page)
    assert not said.diagnostics
    assert there == again == here
    assert here is not None


def test_a_drawing_that_fails_is_no_riddle() -> None:
    """What goes wrong while something is drawn is raised where it happened."""

    def draw() -> Resource:
        raise ZeroDivisionError

    page = replace(compose("<p>x</p>"), drawings={f"{BASE_URL}x.svg": draw})
    with Standby() as standby:
        with pytest.raises(ZeroDivisionError):
            standby.start(page, DIGITAL)
        assert _render(standby, compose("<p>y</p>"))[0] == _render_here(compose("<p>y</p>"))[0]


def test_an_answer_that_nobody_took_is_not_that_of_the_next() -> None:
    """What was asked and given up does not come back under another name."""
    with Standby() as standby:
        standby.start(compose("<p>one</p>"), DIGITAL)
        made, _ = _render(standby, compose("<p>two</p>"))
    assert made == _render_here(compose("<p>two</p>"))[0]


def test_an_exception_is_shown_as_what_it_was() -> None:
    """A fault of the renderer keeps its name and the way to it, and the process lives on."""
    page = compose("<p>x</p>")
    broken = replace(page, html=None)  # type: ignore[arg-type]  # broken on purpose
    with Standby() as standby:
        with pytest.raises(RendererError) as raised:
            _render(standby, broken)
        made, _ = _render(standby, page)
    assert "Error" in repr(raised.value)
    assert "render" in "".join(raised.value.__notes__)
    assert made == _render_here(page)[0]


def test_a_renderer_that_dies_costs_its_variant_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variant whose renderer dies fails and says so; the next gets a new one."""
    write_definition(tmp_path)
    project = open_project(tmp_path)
    whole = module.command_for
    commands = iter([[sys.executable, "-c", DIES]])
    monkeypatch.setattr(module, "command_for", lambda name: next(commands, whole(name)))
    report = build(project, workers=2)
    assert sorted(statuses(report).values(), key=str) == [Status.BUILT, Status.FAILED]
    (failed,) = (item for item in report.artefacts if item.status is Status.FAILED)
    assert failed.diagnostics[-1].code.name == "build.worker-died"
    assert not (project.output / failed.path).exists()


def test_death_is_noticed_at_once() -> None:
    """Nobody waits for an answer of a process that is gone."""
    page = compose("<p>x</p>")
    standby = Standby()
    with standby:
        standby.get_ready()
        process = standby._process
        assert process is not None
        process.kill()
        process.wait()
        assert _render(standby, page)[0] is not None  # another is started
        rendering = standby.start(page, DIGITAL)
        assert standby._process is not None
        standby._process.kill()
        with pytest.raises(WorkerDiedError):
            rendering(Collector())


def test_without_another_process_this_one_renders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that allows no more processes gets its PDFs all the same."""

    def refuse(*arguments: object, **named: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    write_definition(tmp_path)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    report = build(open_project(tmp_path), workers=2)
    assert set(statuses(report).values()) == {Status.BUILT}


def test_nothing_is_started_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that finds all unchanged, or mistakes, or may use one process, starts none."""
    folder = write_definition(tmp_path)
    project = open_project(tmp_path)
    build(project)

    def start(standby: Standby) -> None:
        raise AssertionError("started")

    monkeypatch.setattr(Standby, "get_ready", start)
    assert set(statuses(build(project, workers=2)).values()) == {Status.UNCHANGED}
    assert set(statuses(build(project, force=True)).values()) == {Status.BUILT}
    (project.output / "harbour" / "manifest.json").unlink(missing_ok=True)
    text = (folder / "briefing.yaml").read_text(encoding="utf-8")
    (folder / "briefing.yaml").write_text(text.replace("title:", "titel:", 1), encoding="utf-8")
    for path in project.output.rglob("*.json"):
        path.unlink()
    assert build(project, workers=2).refused == ["harbour"]


def test_a_specimen_tells_nothing_and_changes_nothing() -> None:
    """A rehearsal with a mistaken design is left out; a good one has the design's fonts."""
    from brief.build.pipeline import localise, read_briefing

    project, collector = find_project(ROOT), Collector()
    briefing = read_briefing(project, FLAGSHIP, collector)
    assert briefing is not None
    localised = localise(briefing, "de", collector)
    assert localised is not None
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    specimen = compose_specimen(localised, design)
    assert specimen is not None
    assert render_composition(specimen, DIGITAL, collector) is not None
    assert collector.diagnostics == ()
    sheet = replace(design.stylesheets[0], css="p { color: var(--colour-none) }")
    assert compose_specimen(localised, replace(design, stylesheets=(sheet,))) is None


def test_interrupting_leaves_no_process(tmp_path: Path) -> None:
    """Ctrl-C while the renderer works ends both processes, with one line and no traceback."""
    write_definition(tmp_path)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    process = start_brief(
        tmp_path, "build", "--jobs", "2", "--locale", "de", environment={"TMPDIR": str(temporary)}
    )
    deadline = time.monotonic() + 60
    while not list(temporary.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)  # until the renderer has a folder for its fonts
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)  # until nobody holds the pipe any more
    assert process.returncode == 130, errors
    assert not list(temporary.glob("brief-fonts-*"))
    assert b"Traceback" not in errors
    assert not list(tmp_path.glob("out/**/.*.part"))


def test_the_command_line_tells_a_fault_of_the_engine(tmp_path: Path) -> None:
    """An engine that cannot be loaded is said as a fault, once, without a traceback."""
    write_definition(tmp_path)
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "weasyprint.py").write_text("raise ImportError('no such engine')\n", "utf-8")
    path = f"{hidden}{os.pathsep}{ROOT / 'src'}"
    done = run_brief(
        tmp_path, "build", "--locale", "de", "--jobs", "2", environment={"PYTHONPATH": path}
    )
    assert done.returncode == 3
    assert "no such engine" in done.stderr
    assert "build.program-fault" in done.stderr
    assert "Traceback" not in done.stderr
