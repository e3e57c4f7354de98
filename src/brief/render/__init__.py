"""The stage `render`: takes a composition and a profile, gives a PDF.

WeasyPrint is known here alone. Everything that it says becomes a diagnostic. A process renders
one document at a time, whatever threads ask for: Pango, GLib and fontconfig keep fonts and caches
for the whole process and are damaged by two at once, and what the engine says is heard by all who
listen. Work is shared out to processes.
"""

from __future__ import annotations

import re
import threading
from typing import Any

import pydyf

from brief.diag.collector import Collector
from brief.model.composition import BASE_URL, Composition
from brief.model.pdf import RenderedPdf
from brief.model.profile import Profile
from brief.render import engine  # before all that knows WeasyPrint
from brief.render.artifacts import mark_artifacts
from brief.render.fetch import ClosedFetcher
from brief.render.links import clean_text
from brief.render.log import Remark, listen
from brief.render.metadata import describe, settle_attachments
from brief.render.placement import cut_pages, move_to_foot
from brief.render.remarks import report_refusals, report_remarks
from brief.render.sheets import OUTPUT_INTENT, choose_press
from brief.render.texts import find_texts
from brief.render.turning import turn_pages

_engine_lock = threading.Lock()
_NAME = re.compile(rb"<([0-9a-f]+)>$")
_NAMES = {
    b"00a0": b"0020",
    b"06440622": b"fef5",
    b"06440623": b"fef7",
    b"06440625": b"fef9",
    b"06440627": b"fefb",
}


def render_composition(
    composition: Composition, profile: Profile, collector: Collector
) -> RenderedPdf | None:
    """Lay out a composition and write it as PDF under the standards of `profile`.

    What the engine complains about is reported; there is no PDF when anything of it is an error.
    Threads wait for one another.
    """
    with _engine_lock:
        return _render(composition, profile, collector)


def _render(composition: Composition, profile: Profile, collector: Collector) -> RenderedPdf | None:
    fetcher = ClosedFetcher(composition.resources, composition.drawings)
    press = choose_press(composition)
    sheets, remarks = press.prepare(composition, fetcher)
    said: list[Remark] = list(remarks)
    options = {
        "pdf_variant": profile.variant or None,
        "pdf_tags": profile.tagged,
        "output_intent": OUTPUT_INTENT,
    }
    if profile.slug:
        sheets = [*sheets, engine.CSS(string=f"@page{{bleed:{profile.slug:.3f}px;marks:none}}")]
    with listen() as heard:
        html = engine.HTML(string=composition.html, base_url=BASE_URL, url_fetcher=fetcher)
        document = html.render(
            font_config=press.fonts,
            counter_style=press.counter_styles,
            color_profiles=dict(press.colour_profiles),
            stylesheets=sheets,
            **options,
        )
        move_to_foot(document)
        cut_pages(document, composition.cut_below)
        mark_artifacts(document)
        document.metadata = describe(composition, profile.ua_part)
        data = document.write_pdf(finisher=_settle, **options)
    said += heard.remarks
    before = len(collector.diagnostics)
    report_remarks(said, composition, html.etree_element, collector)
    report_refusals(fetcher.refused, collector)
    if collector.failed() and len(collector.diagnostics) > before:
        return None
    texts = find_texts(document) if composition.cut_below else ()
    return RenderedPdf(data, len(document.pages), _find_pages(document), texts)


def _find_pages(document: Any) -> dict[str, int]:
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for name in page.anchors:
            pages.setdefault(name, number)
    return pages


def _settle(document: Any, pdf: pydyf.PDF) -> None:
    """Finish what the engine leaves open, right before the file is written."""
    settle_attachments(pdf)
    turn_pages(document, pdf)
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and b"begincmap" in item.stream:
            _name_glyphs(item)
        elif isinstance(item, pydyf.Dictionary) and "Title" in item and "Parent" in item:
            item["Title"] = pydyf.String(clean_text(item["Title"].string))


def _name_glyphs(cmap: pydyf.Stream) -> None:
    """Name glyphs that stand for several characters by the plain one of them.

    The engine takes the character that it meets first, such as a no-break space. Where one glyph
    is two letters written from right to left, readers disagree about their order; they agree on
    the character of the ligature, which they take apart (UAX 15).
    """
    cmap.stream = [
        _NAME.sub(lambda name: b"<%s>" % _NAMES.get(name[1], name[1]), line)
        if isinstance(line, bytes)
        else line
        for line in cmap.stream
    ]
