"""A run as a whole: failures stay with their variants, nothing is left half-written."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from pathlib import Path

import pytest

from brief.build.plan import Job
from brief.build.pool import run_jobs
from brief.build.project import Project
from brief.build.renderer import HERE, Renderer
from brief.model.variant import Artefact, Status, Variant
from tests.projects import (
    ARRIVAL,
    build,
    open_project,
    read_artefacts,
    run_brief,
    start_brief,
    statuses,
    write_definition,
)

pytestmark = pytest.mark.slow


def test_one_failed_variant_does_not_stop_the_others(tmp_path: Path) -> None:
    """A catalogue with a mistake fails its own copy; the original is built."""
    folder = write_definition(tmp_path)
    project = open_project(tmp_path)
    before = read_artefacts(project, build(project))
    (folder / "locale" / "en.po").write_text('msgctxt "x"\nmsgid bad\n', encoding="utf-8")
    (folder / "arrival.md").write_text(ARRIVAL.replace("Abend", "Mittag"), encoding="utf-8")
    report = build(project)
    assert statuses(report) == {
        "harbour.de.digital.pdf": Status.BUILT,
        "harbour.en.digital.pdf": Status.FAILED,
    }
    english = "harbour/harbour.en.digital.pdf"
    assert (project.output / english).read_bytes() == before[english]


def test_a_bad_definition_never_touches_a_good_pdf(tmp_path: Path) -> None:
    """A definition with mistakes is refused as a whole; what was built before stays."""
    folder = write_definition(tmp_path)
    write_definition(tmp_path, "other")
    project = open_project(tmp_path)
    before = read_artefacts(project, build(project))
    yaml = (folder / "briefing.yaml").read_text(encoding="utf-8")
    (folder / "briefing.yaml").write_text(yaml.replace("title:", "titel:", 1), encoding="utf-8")
    report = build(project, ("harbour", "other"))
    assert report.refused == ["harbour"]
    assert {said.code.name for said in report.mistakes} >= {"define.unknown-field"}
    assert statuses(report)["other.de.digital.pdf"] is Status.BUILT
    for path, data in before.items():
        assert (project.output / path).read_bytes() == data


def test_doubts_fail_strict_runs_only(tmp_path: Path) -> None:
    """A missing translation is printed and marked, and fails a strict run."""
    write_definition(tmp_path)
    project = open_project(tmp_path)
    assert set(statuses(build(project)).values()) == {Status.BUILT}
    strict = build(project, strict=True)
    assert statuses(strict)["harbour.de.digital.pdf"] is Status.UNCHANGED
    assert statuses(strict)["harbour.en.digital.pdf"] is Status.FAILED


def test_a_worker_that_dies_costs_its_own_variant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variant whose worker was killed fails; all the others are built."""
    for name in ("a", "b", "c", "d"):
        write_definition(tmp_path, name)
    project = open_project(tmp_path)
    jobs = [Job(Variant(name, "de", "policy-brief", "digital"), name) for name in "abcd"]
    monkeypatch.setattr("brief.build.pool._build", _build_or_die)
    results = {
        item.variant.briefing: item for item in run_jobs(project, jobs, 2, HERE, strict=False)
    }
    assert {name: item.status for name, item in results.items()} == {
        "a": Status.BUILT, "b": Status.FAILED, "c": Status.BUILT, "d": Status.BUILT,
    }  # fmt: skip
    assert [said.code.name for said in results["b"].diagnostics] == ["build.worker-died"]


def _build_or_die(project: Project, job: Job, renderer: Renderer, *, strict: bool) -> Artefact:
    """Build a variant, but die over the briefing `b`."""
    from brief.build.pipeline import build_variant

    if job.variant.briefing == "b":
        os.kill(os.getpid(), signal.SIGKILL)
    return build_variant(project, job.variant, job.key, strict=strict, renderer=renderer)


def test_interrupting_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Ctrl-C ends a run at once; every file that is there is whole, and no worker is left."""
    for number in range(12):
        write_definition(tmp_path, f"copy-{number}")
    process = start_brief(tmp_path, "build", "--jobs", "2")
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("out/*/*.pdf")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130, errors
    assert b"Traceback" not in errors
    assert list(tmp_path.glob("out/*/*.pdf"))
    assert not list(tmp_path.glob("out/**/.*.part"))
    for path in tmp_path.glob("out/*/*.pdf"):
        assert path.read_bytes().rstrip().endswith(b"%%EOF")


def test_the_output_folder_may_be_unwritable(tmp_path: Path) -> None:
    """A full or protected output folder is said plainly, with no traceback."""
    write_definition(tmp_path)
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    done = run_brief(tmp_path, "build")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "out" in done.stderr


def test_the_report_for_machines(tmp_path: Path) -> None:
    """`--json` prints one object with artefacts and diagnostics, as the design describes."""
    write_definition(tmp_path)
    done = run_brief(tmp_path, "build", "--json")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    first = record["artefacts"][0]
    assert {"briefing", "locale", "design", "profile", "path", "sha256", "pages", "status",
            "diagnostics"} <= set(first)  # fmt: skip
    assert first["status"] == "built"
    assert first["pages"] >= 1
    digest = hashlib.sha256(Path(first["path"]).read_bytes()).hexdigest()
    assert digest == first["sha256"]
    again = json.loads(run_brief(tmp_path, "build", "--json").stdout)
    assert {item["status"] for item in again["artefacts"]} == {"unchanged"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "habour"), "did you mean `harbour`"),
        (("build", "--locale", "fr"), "`fr`"),
        (("build", "--profile", "pres"), "`pres`"),
        (("build", "--design", "policy-bref"), "did you mean `policy-brief`"),
        (("buld",), "build"),
    ],
)
def test_typing_mistakes_get_an_answer(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """A wrong name on the command line is a usage error that names the right one."""
    write_definition(tmp_path)
    done = run_brief(tmp_path, *arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
