"""The figure of the flagship as it is painted: in all its locales, forms and lights."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PIL import Image, ImageChops

from brief.build.figure import draw_figure, make_figure
from brief.build.pipeline import list_locales, localise, read_briefing
from brief.compose.timeline.legend_lines import SIGN_GAP
from brief.diag.collector import Collector
from brief.model.pdf import FinishedFigure, PlacedText
from brief.model.text import plain_text
from brief.model.timeline import Form
from tests.compose.timeline.geometry import contrast
from tests.compose.timeline.test_print import SIGHTS, Rows, see
from tests.projects import FLAGSHIP, ROOT, open_project

pytestmark = pytest.mark.slow

FORMS = (Form.HORIZONTAL, Form.VERTICAL, Form.LANDSCAPE, Form.STRIP)
LOCALES = ("ar", "de", "en", "es", "fr", "ko", "ru", "zh-Hans")
_DPI, _TOUCHING = 192, 0.5  # pixels by which boxes of letters may meet
_SIGN, _UNLIKE = 10, 0.1  # pixels of a sign; the share of two in which one has ink alone


def _make(locale: str, form: Form) -> FinishedFigure:
    """Make the figure in one form, about which nothing may be said."""
    project, collector = open_project(ROOT), Collector()
    briefing = read_briefing(project, FLAGSHIP, collector)
    assert briefing is not None
    assert set(list_locales(briefing)) == set(LOCALES)
    (timeline,) = briefing.timelines
    formed = replace(briefing, timelines=(replace(timeline, form=form),))
    made = make_figure(project, formed, timeline.id, locale, collector)
    assert made is not None, collector.diagnostics
    assert collector.diagnostics == ()
    return made


def _box(text: PlacedText) -> tuple[float, float, float, float]:
    """Give what the letters of a line fill, without the air around them."""
    top, bottom = text.baseline - 0.66 * text.size, text.baseline + 0.12 * text.size
    return text.left, top, text.left + text.width, bottom


def _list_collisions(texts: list[PlacedText]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(texts, 2):
        (left, top, right, bottom), (x0, y0, x1, y1) = _box(one), _box(other)
        beside = right - _TOUCHING <= x0 or x1 - _TOUCHING <= left
        above = bottom - _TOUCHING <= y0 or y1 - _TOUCHING <= top
        if not beside and not above:
            yield one.text, other.text


def _find_extremes(picture: Image.Image, text: PlacedText) -> tuple[str, str]:
    """Give the darkest and the lightest colour within a line of text."""
    scale = _DPI / 96
    part = picture.crop(tuple(round(side * scale) for side in _box(text)))
    colours = [colour for _, colour in part.getcolors(part.width * part.height) or ()]
    ordered = sorted(colours, key=lambda colour: sum(colour))  # type: ignore[arg-type]  # RGB
    first, last = ("#{:02x}{:02x}{:02x}".format(*colour) for colour in (ordered[0], ordered[-1]))  # type: ignore[misc]  # RGB
    return first, last


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.value)
@pytest.mark.parametrize("locale", LOCALES)
def test_words_are_apart_and_seen_by_every_eye(locale: str, form: Form) -> None:
    """No line of text meets another, and each stands out in colour, grey and with two cones."""
    made = _make(locale, form)
    picture = Image.open(io.BytesIO(draw_figure(made, "png", "t", _DPI))).convert("RGB")
    texts = [text for text in made.texts if text.text.strip()]
    assert len(texts) > 10
    assert list(_list_collisions(texts)) == []
    for text in texts:
        left, top, right, bottom = _box(text)
        assert left > 0 and top > 0
        assert right * _DPI / 96 < picture.width and bottom * _DPI / 96 < picture.height
        ink, ground = _find_extremes(picture, text)
        for rows in SIGHTS.values():
            assert contrast(see(ink, rows), see(ground, rows)) >= 4.5, text.text


@pytest.mark.parametrize("form", FORMS[:2], ids=lambda form: form.value)
def test_a_figure_in_colour_is_the_same_in_grey(form: Form) -> None:
    """Colour carries nothing: painted in grey, all marks are as dark as before."""
    picture = Image.open(io.BytesIO(draw_figure(_make("de", form), "png", "t", 96))).convert("RGB")
    grey = picture.convert("L")
    marks = ImageChops.invert(grey).point(lambda value: 255 if value > 60 else 0)
    coloured = [ImageChops.difference(a, b) for a, b in combinations(picture.split(), 2)]
    saturated = ImageChops.lighter(ImageChops.lighter(*coloured[:2]), coloured[2])
    bright = saturated.point(lambda value: 255 if value > 40 else 0)
    assert bright.histogram()[255] > 500
    lost = ImageChops.subtract(bright, marks).histogram()[255]
    assert lost < bright.histogram()[255] / 100


def _list_categories(locale: str) -> set[str]:
    """Give the labels of the categories in one locale."""
    collector = Collector()
    briefing = read_briefing(open_project(ROOT), FLAGSHIP, collector)
    localised = briefing and localise(briefing, locale, collector)
    assert localised is not None
    (timeline,) = localised.briefing.timelines
    return {plain_text(category.label.spans) for category in timeline.categories}


def _see_sign(picture: Image.Image, label: PlacedText, *, mirrored: bool, sight: Rows) -> set[int]:
    """Give the pixels of the sign before a label that one eye takes for ink."""
    near = label.left + label.width + SIGN_GAP if mirrored else label.left - SIGN_GAP - _SIGN
    top = label.baseline - 0.36 * label.size - _SIGN / 2
    box = (near, top, near + _SIGN, top + _SIGN)
    part = picture.crop(tuple(round(side * _DPI / 96) for side in box))
    data = part.tobytes()
    pixels = [data[at : at + 3].hex() for at in range(0, len(data), 3)]
    seen = {pixel: see(f"#{pixel}", sight) for pixel in set(pixels)}
    return {at for at, pixel in enumerate(pixels) if contrast(seen[pixel], "#ffffff") >= 3}


def _find_height(sign: set[int]) -> float:
    """Give the middle of a sign below the top of its box, in CSS pixels."""
    rows = [at // round(_SIGN * _DPI / 96) for at in sign]
    return (min(rows) + max(rows) + 1) / 2 / (_DPI / 96)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.value)
@pytest.mark.parametrize("locale", LOCALES)
def test_signs_of_categories_differ_to_every_eye(locale: str, form: Form) -> None:
    """As painted, no two have one outline, in grey or with two cones; colours are not asked."""
    made = _make(locale, form)
    picture = Image.open(io.BytesIO(draw_figure(made, "png", "t", _DPI))).convert("RGB")
    labels = [text for text in made.texts if text.text in _list_categories(locale)]
    assert len(labels) == (3 if form is Form.STRIP else 4)
    for rows in SIGHTS.values():
        signs = [_see_sign(picture, label, mirrored=locale == "ar", sight=rows) for label in labels]
        assert min(map(len, signs)) > 100
        assert max(abs(_find_height(sign) - _SIGN / 2) for sign in signs) < 1.3
        for one, other in combinations(signs, 2):
            assert len(one ^ other) > _UNLIKE * len(one | other)
