"""Timelines: takes a timeline with worded dates, gives the figure as HTML, CSS and drawings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from gettext import NullTranslations
from html import escape

from brief.compose.timeline.alternative import write_alternative
from brief.compose.timeline.axis import AxisWords
from brief.compose.timeline.explanation import explain_drawing
from brief.compose.timeline.forms import Bench, Choice, Wish, choose_form
from brief.compose.timeline.legend import list_legend
from brief.compose.timeline.legend_markup import write_legend
from brief.compose.timeline.markup import (
    Drawings,
    write_css,
    write_figure,
    write_further,
    write_note,
    write_undated,
)
from brief.compose.timeline.ranks import list_left_out
from brief.compose.timeline.reading import Words, read_statements
from brief.compose.timeline.scale import Cuts
from brief.compose.timeline.statements import Statements
from brief.compose.timeline.style import (
    MILLIMETRE,
    Look,
    Style,
    list_looks,
    merge_categories,
    read_style,
)
from brief.compose.timeline.vertical import write_vertical
from brief.model.composition import Drawing
from brief.model.design import FontFace, Tokens
from brief.model.digits import Digits
from brief.model.lists import ListPatterns
from brief.model.timeline import Category, Form, Timeline

_LONG = 10_000  # shorter numbers are years that are read without groups


@dataclass(frozen=True, slots=True)
class TimelineMarkup:
    """A figure without its title: the body, what it needs, and what can be said of it.

    `form` is how it is laid out and `why` the reason for it; `lacking` says what of the author's
    wish could not be kept. `alt` is the whole in words.
    """

    html: str
    css: str
    drawings: Mapping[str, Drawing]
    form: str
    why: str
    alt: str
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a figure stands in: the page's language and direction, its words and its design.

    `months` are the names for the axis, January first; `weak` words do not like the end of a line,
    `grouping` stands between groups of three figures in a long number, `lists` are the patterns
    by which the language lists things, `digits` those of numbers.
    """

    language: str
    direction: str
    interface: NullTranslations
    months: tuple[str, ...]
    tokens: Tokens
    fonts: tuple[FontFace, ...]
    weak: frozenset[str] = frozenset()
    grouping: str = ""
    digits: Digits = field(default_factory=Digits)
    lists: ListPatterns = field(default_factory=ListPatterns)


def compose_timeline(
    timeline: Timeline,
    dates: Mapping[str, str],
    around: Surroundings,
    beside: Sequence[Timeline] = (),
    reserve: float = 120.0,
) -> TimelineMarkup:
    """Compose the figure of a timeline, and of those `beside` it on the same axis.

    `dates` are worded, by `<timeline>/<entry>`. `reserve` is what stands around the drawing when
    it fills a page: caption, legend and notes, in pixels.
    """
    style = read_style(around.tokens, around.fonts, around.language)
    timelines = (timeline, *beside)
    categories = merge_categories(timelines)
    looks = list_looks(categories, style)
    words = _find_words(timeline, dates, around)
    statements = read_statements(timelines, words, looks)
    turned = replace(style, width=style.length)
    axis = find_axis_words(style, around)
    bench = Bench(style, axis, turned, style.width - reserve)
    choice = choose_form(statements, read_wish(timeline), bench)
    return _write(choice, statements, categories, looks, style, around)


def _write(
    choice: Choice,
    statements: Statements,
    categories: tuple[Category, ...],
    looks: dict[str | None, Look],
    style: Style,
    around: Surroundings,
) -> TimelineMarkup:
    drawings, interface = Drawings(), around.interface
    alt = write_alternative(statements, interface, around.lists, around.digits)
    label = ""
    if choice.plan is None:

        def name_years(number: int) -> str:
            years = interface.ngettext("{number} year", "{number} years", number)
            return years.format(number=around.digits.write(number))

        body = write_vertical(
            statements, style, name_years, drawings, around.direction, around.weak
        )
        label = interface.gettext("Not to scale.")
    else:
        spoken = {Form.STRIP: alt, Form.LANDSCAPE: ""}.get(choice.form)
        every = statements.in_time(with_eras=True)
        targets = {entry.anchor: entry.words.target for entry in every}
        body = write_figure(choice.plan.scene, drawings, around.direction, targets, spoken)
    scene = choice.plan.scene if choice.plan else None
    marked = replace(choice.shown, spans=()) if choice.form is Form.STRIP else choice.shown
    legend = list_legend(marked, categories, looks, interface, style, scene)
    start = "left" if around.direction == "ltr" else "right"
    left_out = list_left_out(statements, choice.shown)
    return TimelineMarkup(
        html=(
            f'<div class="tl tl-{escape(choice.form.value)}">\n{body}'
            + write_legend(
                legend,
                drawings,
                style,
                label=label,
                start=start,
                turned=choice.form is Form.LANDSCAPE,
            )
            + write_further(left_out, interface)
            + write_undated(statements.undated, interface)
            + write_note(explain_drawing(choice, len(left_out), interface, around.digits))
            + "</div>\n"
        ),
        css=write_css(style, around.direction),
        drawings=drawings.made,
        form=choice.form.value,
        why=choice.why,
        alt=alt,
        lacking=choice.lacking,
    )


def read_wish(timeline: Timeline) -> Wish:
    """Give what a timeline asks of its figure."""
    days = tuple(float(when.first) for when in timeline.breaks if when.first is not None)
    even = (1 / (len(days) + 1),) * (len(days) + 1)
    return Wish(
        timeline.form,
        timeline.scale,
        Cuts(days, timeline.shares or even),
        None if timeline.height_mm is None else timeline.height_mm * MILLIMETRE,
    )


def _find_words(timeline: Timeline, dates: Mapping[str, str], around: Surroundings) -> Words:
    _ = around.interface.gettext
    now = dates.get(f"now/{timeline.id}", "")
    return Words(dates, around.language, _("Others"), _("As of {date}").format(date=now))


def find_axis_words(style: Style, around: Surroundings) -> AxisWords:
    """Give what the labels of an axis need."""
    interface = around.interface
    before = interface.gettext("{year} BC")
    of_year = interface.gettext("{month} {year}")

    def name_rate(unit: str, number: int) -> str:
        ngettext = interface.ngettext
        patterns = {
            "year": ngettext("1 cm = {number} year", "1 cm = {number} years", number),
            "month": ngettext("1 cm = {number} month", "1 cm = {number} months", number),
            "day": ngettext("1 cm = {number} day", "1 cm = {number} days", number),
            "hour": ngettext("1 cm = {number} hour", "1 cm = {number} hours", number),
        }
        return around.digits.write(patterns[unit].format(number=number))

    return AxisWords(
        width=lambda text: style.text.width(text, style.axis),
        months=around.months,
        before_christ=lambda year: before.format(year=_write_number(year, around)),
        month_of_year=lambda month, year: of_year.format(month=month, year=year),
        rate=name_rate,
        number=lambda number: _write_number(number, around),
        weak=around.weak,
    )


def _write_number(number: int, around: Surroundings) -> str:
    written = str(number) if number < _LONG else f"{number:,}".replace(",", around.grouping)
    return around.digits.write(written)
