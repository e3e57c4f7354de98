"""Time a warm variant beside bare WeasyPrint on the very same HTML, turn by turn.

Each side works in a process of its own that has done the same before: ours as a worker does, the
other as WeasyPrint's manual shows, without anything of `brief` in it.
"""

from __future__ import annotations

import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

ROUNDS = 15
UNCOUNTED = 3
BASE_URL = "https://brief.invalid/"


def main(root: Path, name: str) -> None:
    """Print both times and their ratio."""
    html, sheets, resources = compose(root, name)
    context = multiprocessing.get_context("spawn")
    sides = {
        "bare WeasyPrint": (serve_bare, (html, sheets, resources)),
        "brief, warm": (serve_ours, (root, name)),
    }
    times: dict[str, list[float]] = {side: [] for side in sides}
    workers = {}
    for side, (serve, arguments) in sides.items():
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there, *arguments), daemon=True)
        process.start()
        workers[side] = here
    for turn in range(ROUNDS + UNCOUNTED):
        for side, worker in workers.items():
            worker.send("go")
            seconds = worker.recv()
            if turn >= UNCOUNTED:
                times[side].append(seconds)
    for worker in workers.values():
        worker.send("stop")
    reference = statistics.median(times["bare WeasyPrint"])
    for side, measured in times.items():
        median = statistics.median(measured)
        print(f"{side:<22} {1000 * median:6.0f} ms   {median / reference:4.2f} ×")


def compose(root: Path, name: str) -> tuple[str, list[str], dict[str, tuple[bytes, str]]]:
    """Give the HTML, style sheets and resources of a briefing in German."""
    from brief.build.pipeline import localise, read_briefing
    from brief.build.project import find_project
    from brief.compose import compose_briefing
    from brief.compose.design import load_design
    from brief.diag.collector import Collector

    project, collector = find_project(root), Collector()
    briefing = read_briefing(project, name, collector)
    assert briefing is not None
    localised = localise(briefing, "de", collector)
    assert localised is not None
    design = load_design("policy-brief", project.template_folders, project.font_folders)
    composition = compose_briefing(localised, design, collector)
    assert composition is not None
    drawn = {url: draw() for url, draw in composition.drawings.items()}
    all_of_them = {**composition.resources, **drawn}
    resources = {url: (r.data, r.media_type) for url, r in all_of_them.items()}
    return composition.html, [sheet.css for sheet in composition.stylesheets], resources


def serve_ours(pipe: Connection, root: Path, name: str) -> None:
    """Build a variant from its definition to the file whenever asked."""
    from brief.build.memory import collect_between_variants, collect_rarely
    from brief.build.pipeline import build_variant
    from brief.build.project import find_project
    from brief.model.variant import Variant

    collect_rarely()
    project = find_project(root)
    variant = Variant(name, "de", "policy-brief", "digital")

    def build() -> None:
        collect_between_variants()
        build_variant(project, variant, "", strict=False)

    serve(pipe, build)


def serve_bare(
    pipe: Connection, html: str, sheets: list[str], resources: dict[str, tuple[bytes, str]]
) -> None:
    """Render the HTML in the same standard whenever asked."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class TableFetcher(URLFetcher):
        """Serve the resources from memory."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            """Serve one resource."""
            data, media_type = resources[url]
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    def render() -> None:
        fonts, fetcher = FontConfiguration(), TableFetcher()
        parsed = [
            CSS(string=css, base_url=BASE_URL, font_config=fonts, url_fetcher=fetcher)
            for css in sheets
        ]
        HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).write_pdf(
            stylesheets=parsed, font_config=fonts, pdf_variant="pdf/a-3a", pdf_tags=True
        )

    serve(pipe, render)


def serve(pipe: Connection, work: Callable[[], object]) -> None:
    """Do the work and answer with the seconds that it took, as often as asked."""
    while pipe.recv() == "go":
        began = time.perf_counter()
        work()
        pipe.send(time.perf_counter() - began)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
