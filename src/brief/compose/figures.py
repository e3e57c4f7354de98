"""Compose the timelines of a briefing and collect what they bring along."""

from __future__ import annotations

import math

from markupsafe import Markup

from brief.compose.inline import InlineWriter
from brief.compose.setting import Compositor
from brief.compose.superior import raise_letters
from brief.compose.timeline import Surroundings, TimelineMarkup, compose_timeline
from brief.compose.view import TimelineView
from brief.diag.collector import Collector
from brief.diag.compose_codes import FIGURE_TOO_HIGH
from brief.model.composition import Drawing, Stylesheet
from brief.model.design import Design
from brief.model.localised import LocalisedBriefing
from brief.model.text import plain_text
from brief.model.timeline import Timeline

_AROUND = 72.0  # paddings, a legend of two lines, a sentence on how to read the drawing
_CAPTION_LINE, _LINE = 18.0, 15.0


class TimelineWriter:
    """Compose each timeline once; afterwards hold the style sheets and drawings of all."""

    def __init__(
        self,
        localised: LocalisedBriefing,
        design: Design,
        inline: InlineWriter,
        compositor: Compositor,
        collector: Collector,
    ) -> None:
        """Begin with nothing composed."""
        self._collector = collector
        self._localised = localised
        self._inline = inline
        self._compositor = compositor
        self._around = Surroundings(
            language=localised.locale.tag,
            direction=localised.locale.direction,
            interface=localised.interface,
            months=localised.months,
            grouping=localised.grouping,
            tokens=design.tokens,
            fonts=design.fonts,
            lists=localised.lists,
            digits=localised.digits,
            weak=localised.typography.weak_words,
        )
        self._made: dict[str, TimelineMarkup] = {}

    @property
    def stylesheets(self) -> tuple[Stylesheet, ...]:
        """The style sheets of the timelines composed so far, each once."""
        sheets = dict.fromkeys(made.css for made in self._made.values())
        return tuple(
            Stylesheet(f"timeline-{number}.css", css) for number, css in enumerate(sheets, start=1)
        )

    @property
    def drawings(self) -> dict[str, Drawing]:
        """The drawings of the timelines composed so far, by address."""
        return {
            address: drawing
            for made in self._made.values()
            for address, drawing in made.drawings.items()
        }

    def describe(self, name: str) -> str:
        """Give a timeline that has been composed in words."""
        return self._made[name].alt

    @property
    def notes(self) -> tuple[str, ...]:
        """What form each of the timelines composed so far has, and why."""
        return tuple(
            f"timeline `{name}` is {made.form}: {made.why}" for name, made in self._made.items()
        )

    def write(self, name: str) -> TimelineView:
        """Compose the timeline with the id `name`."""
        timeline = self._inline.numbering.timelines[name]
        note = self._compositor.write_optional(timeline.note, "figure-note")
        credit = self._compositor.write_optional(timeline.credit, "figure-note")
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._compose(timeline)
        body = Markup(made.html)  # noqa: S704  # made by our own writer, which escapes texts
        body = raise_letters(body, self._inline.superior)
        for other in timeline.beside:
            body = Markup('<div id="{}">{}</div>').format(other, body)
        return TimelineView(
            id=name,
            label=self._inline.numbering.labels.get(name, ""),
            title=self._inline.write(timeline.title),
            subtitle=self._inline.write_optional(timeline.subtitle),
            body=body,
            form=made.form,
            note=note,
            credit=credit,
        )

    def _compose(self, timeline: Timeline) -> TimelineMarkup:
        known = self._inline.numbering.timelines
        beside = [known[other] for other in timeline.beside]
        reserve = self._estimate_surroundings(timeline)
        made = compose_timeline(timeline, self._localised.dates, self._around, beside, reserve)
        if made.lacking:
            message = f"the timeline `{timeline.id}` has no room as asked for: {made.lacking}"
            hint = "allow more height, give more entries `rank: 2`, or choose another form"
            self._collector.report(FIGURE_TOO_HIGH, message, timeline.place, hint)
        return made

    def _estimate_surroundings(self, timeline: Timeline) -> float:
        """Give the height of what stands around a drawing that fills a page, in pixels."""
        notes = [text for text in (timeline.note, timeline.credit) if text is not None]
        lines = sum(
            math.ceil(self._compositor.count_lines(plain_text(text.spans), "figure-note"))
            for text in notes
        )
        caption = _CAPTION_LINE * (1 if timeline.subtitle is None else 2)
        return _AROUND + caption + _LINE * (lines + len(timeline.undated))
