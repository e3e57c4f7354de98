"""Languages do not touch each other: one process for all of them, or one for each."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from brief.build.pipeline import list_locales, read_briefing
from brief.build.project import find_project
from brief.diag.collector import Collector
from tests.projects import FLAGSHIP, ROOT, build, run_brief

pytestmark = pytest.mark.slow


def test_languages_in_any_order_are_those_of_fresh_processes(tmp_path: Path) -> None:
    """Each locale of the flagship is byte for byte what a process of its own makes, and those
    that came first are so again after all the others."""
    project = find_project(ROOT, tmp_path / "together")
    briefing = read_briefing(project, FLAGSHIP, Collector())
    assert briefing is not None
    locales = list(list_locales(briefing))
    random.Random(4).shuffle(locales)
    together: dict[str, set[str]] = {}
    for locale in (*locales, *locales[2::-1]):
        (artefact,) = build(project, (FLAGSHIP,), locales=(locale,), force=True).artefacts
        together.setdefault(locale, set()).add(artefact.sha256)
    alone = {}
    for locale in locales:
        out = tmp_path / "alone"
        options = ("--locale", locale, "--out", str(out), "--force", "--json")
        done = run_brief(ROOT, "build", FLAGSHIP, *options)
        assert done.returncode == 0, done.stderr
        alone[locale] = json.loads(done.stdout)["artefacts"][0]["sha256"]
    assert together == {locale: {digest} for locale, digest in alone.items()}
