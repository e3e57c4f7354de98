"""Time a warm variant beside bare WeasyPrint on the very same HTML, in one process."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from brief.build.pipeline import build_variant, localise, read_briefing
from brief.build.project import find_project
from brief.compose import compose_briefing
from brief.compose.design import load_design
from brief.diag.collector import Collector
from brief.model.composition import BASE_URL, Composition
from brief.model.variant import Variant

ROUNDS = 15


class TableFetcher(URLFetcher):
    """Serve a composition's resources."""

    def __init__(self, composition: Composition) -> None:
        """Take the resources of a composition."""
        super().__init__()
        self._resources = composition.resources

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Serve one resource."""
        resource = self._resources[url]
        return URLFetcherResponse(url, resource.data, {"Content-Type": resource.media_type})


def main(root: Path, name: str) -> None:
    """Print both times and their ratio."""
    project = find_project(root)
    variant = Variant(name, "de", "policy-brief", "digital")
    briefing = read_briefing(project, name, Collector())
    assert briefing is not None
    localised = localise(briefing, "de", Collector())
    assert localised is not None
    design = load_design("policy-brief", project.template_folders, project.font_folder)
    composition = compose_briefing(localised, design, Collector())
    assert composition is not None
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(timed(lambda: build_variant(project, variant, "", strict=False)))
        bare.append(timed(lambda: render_bare(composition)))
    ratio = statistics.median(ours[2:]) / statistics.median(bare[2:])
    print(f"bare WeasyPrint        {1000 * statistics.median(bare[2:]):6.0f} ms")
    print(f"brief, warm            {1000 * statistics.median(ours[2:]):6.0f} ms   {ratio:4.2f} ×")


def render_bare(composition: Composition) -> None:
    """Render a composition with WeasyPrint as its manual shows, in the same standard."""
    fonts, fetcher = FontConfiguration(), TableFetcher(composition)
    sheets = [
        CSS(string=sheet.css, base_url=BASE_URL, font_config=fonts, url_fetcher=fetcher)
        for sheet in composition.stylesheets
    ]
    HTML(string=composition.html, base_url=BASE_URL, url_fetcher=fetcher).write_pdf(
        stylesheets=sheets, font_config=fonts, pdf_variant="pdf/a-3a", pdf_tags=True
    )


def timed(function: object) -> float:
    """Give the seconds that a call takes."""
    began = time.perf_counter()
    function()  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
