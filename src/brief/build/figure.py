"""Make the figure of one timeline alone: its PDF goes through the same stages as a briefing.

What is drawn for slides and web pages is taken from that PDF, so that all formats show the same.
"""

from __future__ import annotations

from brief.build.pipeline import check_design, localise
from brief.build.project import Project
from brief.diag.build_codes import FIGURE_TOO_TALL
from brief.diag.collector import Collector
from brief.diag.localise_codes import NOTHING_LEFT
from brief.model.briefing import Briefing
from brief.model.pdf import FinishedFigure
from brief.model.profile import PROFILES

FORMATS = ("pdf", "svg", "png")


def draw_figure(figure: FinishedFigure, form: str, name: str, dpi: int) -> bytes:
    """Give a figure in one of the `FORMATS`; `name` begins the ids of an SVG."""
    from brief.finish.drawing import draw_svg
    from brief.finish.raster import draw_png

    if form == "svg":
        return draw_svg(figure, name)
    return draw_png(figure, dpi) if form == "png" else figure.data


def make_figure(
    project: Project, briefing: Briefing, name: str, locale: str, collector: Collector
) -> FinishedFigure | None:
    """Make the PDF of the timeline `name` in one locale; mistakes are reported."""
    from brief.compose import compose_figure  # the engines are heavy
    from brief.compose.design import load_design
    from brief.finish import finish_pdf
    from brief.render import render_composition

    localised = localise(briefing, locale, collector)
    if localised is None or not check_design(project, briefing, briefing.design, collector):
        return None
    if all(timeline.id != name for timeline in localised.briefing.timelines):
        message = f"nothing is left of the timeline `{name}` in `{locale}`"
        collector.report(NOTHING_LEFT, message, briefing.places.get(f"locales/{locale}"))
        return None
    design = load_design(briefing.design, project.template_folders, project.font_folders)
    composition = compose_figure(localised, design, name, collector)
    profile = PROFILES["digital"]
    rendered = composition and render_composition(composition, profile, collector)
    if not composition or not rendered:
        return None
    if rendered.pages > 1:
        message = f"the timeline `{name}` is too long for a single page"
        hint = "leave out entries, or part it into two timelines"
        collector.report(FIGURE_TOO_TALL, message, None, hint)
        return None
    finished = finish_pdf(rendered, composition.metadata, profile, collector)
    if finished is None:
        return None
    return FinishedFigure(finished.data, composition.metadata, rendered.texts)
