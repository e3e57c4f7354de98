"""The same input gives the same bytes when several threads of one process ask at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from gettext import NullTranslations
from threading import Barrier

import pytest

from brief.build.figure import FORMATS
from brief.compose.templates import fill_page
from brief.model.design import Design, Tokens
from tests.projects import FLAGSHIP, ROOT

LOCALES = ("de", "en", "fr", "es", "ru", "ar", "ko", "zh-Hans")
DRAW = f"""
import hashlib, json, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from brief.build.figure import FORMATS, draw_figure, make_figure
from brief.build.pipeline import read_briefing
from brief.build.project import find_project
from brief.diag.collector import Collector

count = int(sys.argv[1])
together = Barrier(count)
project = find_project(Path("."))

def draw(tag):
    together.wait()
    collector = Collector()
    briefing = read_briefing(project, "{FLAGSHIP}", collector)
    made = make_figure(project, briefing, "relations", tag, collector)
    said = [diagnostic.message for diagnostic in collector.diagnostics]
    if made is None or said:
        return said
    files = [draw_figure(made, form, "relations", 72) for form in FORMATS]
    return [hashlib.sha256(data).hexdigest() for data in files]

with ThreadPoolExecutor(count) as pool:
    print(json.dumps(dict(zip(sys.argv[2:], pool.map(draw, sys.argv[2:])))))
"""


def _draw(threads: int) -> dict[str, list[str]]:
    """Draw the flagship's figure in all locales and formats, in a process that is new to it."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW, str(threads), *LOCALES],
        capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_threads_draw_the_same_figures() -> None:
    """PDF, SVG and PNG in eight locales at once are those of one thread, and nothing is said."""
    alone = _draw(1)
    assert set(alone) == set(LOCALES)
    assert all(len(digests) == len(FORMATS) for digests in alone.values()), alone
    assert len({digest for digests in alone.values() for digest in digests}) == 24
    assert _draw(8) == alone


class _Pausing(NullTranslations):
    """The words of one locale, which come when another thread asks for its own as well."""

    def __init__(self, word: str, together: Barrier) -> None:
        super().__init__()
        self._word, self._together = word, together

    def gettext(self, message: str) -> str:
        self._together.wait(10)
        return self._word


def test_threads_keep_their_languages_apart() -> None:
    """Two locales that fill one template at the same moment get their own words."""
    page = "{% trans %}one{% endtrans %}/{{ _('two') }}/{% include 'part.html' %}"
    templates = {"page.html": page, "part.html": "{{ gettext('three') }}"}
    design = Design("words", Tokens({}), templates, (), ())
    together = Barrier(2)
    locales = [_Pausing(word, together) for word in ("eins", "один")]
    with ThreadPoolExecutor(2) as pool:
        filled = pool.map(lambda words: fill_page(design, None, words), locales)  # type: ignore[arg-type]  # the template shows no view
        assert list(filled) == ["eins/eins/eins", "один/один/один"]
