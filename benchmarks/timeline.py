"""Time the figure of a timeline, laid out and drawn in a warm process, and print a table.

The time is that of the processor, since the work is that of one thread. What a build
remembers is forgotten before every round, so that each one does the whole work. The aims are 50
ms for the flagship and 250 ms for 60 entries.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from brief.build.pipeline import list_locales, localise, read_briefing
from brief.build.project import find_project
from brief.compose.design import load_design
from brief.compose.scripts import fit_design
from brief.compose.timeline import Surroundings, compose_timeline
from brief.compose.timeline.draw import draw_svg
from brief.compose.timeline.staircase import place_flags
from brief.diag.collector import Collector
from brief.model.dates import parse_when
from brief.model.localised import LocalisedBriefing
from brief.model.timeline import Entry, Form, Lanes, Timeline

ROUNDS = 15
FLAGSHIP_MS, MANY_MS = 50, 250
MANY = 60


def main(root: Path, name: str) -> None:
    """Print the median of each figure."""
    project, collector = find_project(root), Collector()
    briefing = read_briefing(project, name, collector)
    assert briefing is not None
    for tag in list_locales(briefing):
        localised = localise(briefing, tag, collector)
        assert localised is not None
        design = load_design("policy-brief", project.template_folders, project.font_folders)
        around = surround(localised, fit_design(design, localised))
        timeline = localised.briefing.timelines[0]
        measure(f"flagship, {tag}", timeline, localised, around, FLAGSHIP_MS)
        if tag == briefing.language:
            for title, crowd in list_crowds(timeline):
                measure(title, crowd, localised, around, MANY_MS)


def surround(localised: LocalisedBriefing, design: object) -> Surroundings:
    """Give what a figure stands in."""
    return Surroundings(
        localised.locale.tag, localised.locale.direction, localised.interface,
        localised.months, design.tokens, design.fonts,  # type: ignore[attr-defined]
        localised.typography.weak_words, localised.grouping,
    )  # fmt: skip


def list_crowds(timeline: Timeline) -> Iterator[tuple[str, Timeline]]:
    """Yield timelines of sixty entries: all events, some that may be left out, lanes, forms."""
    kinds = timeline.categories
    events = tuple(
        Entry(
            f"e{number}",
            timeline.events[number % len(timeline.events)].title,
            parse_when(f"{1945 + number * 79 // MANY}-{1 + number % 12:02}-15"),
            kinds[number % len(kinds)].id,
            2 if number % 3 else 0,
        )
        for number in range(MANY)
    )
    crowd = replace(timeline, spans=(), events=events)
    yield f"{MANY} events", crowd
    yield f"{MANY} events, horizontal", replace(crowd, form=Form.HORIZONTAL)
    yield f"{MANY} events, 80 mm", replace(crowd, form=Form.HORIZONTAL, height_mm=80)
    yield f"{MANY} events, landscape", replace(crowd, form=Form.LANDSCAPE)
    yield f"{MANY} events in lanes", replace(crowd, lanes=Lanes.CATEGORY)
    yield f"{MANY} events, strip", replace(crowd, form=Form.STRIP)


def measure(
    title: str,
    timeline: Timeline,
    localised: LocalisedBriefing,
    around: Surroundings,
    aim: int,
) -> None:
    """Time a figure from the localised timeline to HTML and drawings."""
    times = []
    for _ in range(ROUNDS):
        place_flags.cache_clear()
        draw_svg.cache_clear()
        gc.collect()
        began = time.process_time()
        made = compose_timeline(timeline, localised.dates, around)
        times.append(1000 * (time.process_time() - began))
    median, best = statistics.median(times[1:]), min(times)
    verdict = "" if median <= aim else f"  more than {aim}"
    print(f"{title:<26} {median:6.0f} ms   (best {best:.0f})   {made.form}{verdict}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
