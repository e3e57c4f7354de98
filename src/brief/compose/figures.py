"""Compose the timelines of a briefing and collect what they bring along."""

from __future__ import annotations

from markupsafe import Markup

from brief.compose.inline import InlineWriter
from brief.compose.setting import Compositor
from brief.compose.timeline import Surroundings, TimelineMarkup, compose_timeline
from brief.compose.view import TimelineView
from brief.model.composition import Resource, Stylesheet
from brief.model.design import Design
from brief.model.localised import LocalisedBriefing


class TimelineWriter:
    """Compose each timeline once; afterwards hold the style sheets and resources of all."""

    def __init__(
        self,
        localised: LocalisedBriefing,
        design: Design,
        inline: InlineWriter,
        compositor: Compositor,
    ) -> None:
        """Begin with nothing composed."""
        self._localised = localised
        self._inline = inline
        self._compositor = compositor
        self._around = Surroundings(
            language=localised.locale.tag,
            direction=localised.locale.direction,
            interface=localised.interface,
            months=localised.months,
            tokens=design.tokens,
            fonts=design.fonts,
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
    def resources(self) -> dict[str, Resource]:
        """The drawings of the timelines composed so far, by address."""
        return {
            address: resource
            for made in self._made.values()
            for address, resource in made.resources.items()
        }

    def write(self, name: str) -> TimelineView:
        """Compose the timeline with the id `name`."""
        timeline = self._inline.numbering.timelines[name]
        made = self._made.get(name)
        if made is None:
            made = compose_timeline(timeline, self._localised.dates, self._around)
            self._made[name] = made
        return TimelineView(
            id=name,
            label=self._inline.numbering.labels.get(name, ""),
            title=self._inline.write(timeline.title),
            subtitle=self._inline.write_optional(timeline.subtitle),
            body=Markup(made.html),  # noqa: S704  # made by our own writer, which escapes texts
            form=made.form,
            note=self._compositor.write_optional(timeline.note, "figure-note"),
            credit=self._compositor.write_optional(timeline.credit, "figure-note"),
        )
