"""Timelines that others published, in the JSON of Knight Lab's TimelineJS.

`BRIEF_TIMELINEJS` names a folder with such files, for example a copy of the repository of
TimelineJS with its examples; nothing of theirs is kept here.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from brief.model.dates import WhenError, parse_when
from brief.model.text import Str, Text
from brief.model.timeline import Category, Entry, Form, Shape, Timeline
from tests.compose.timeline.trials import find_faults, try_timelines

VARIABLE = "BRIEF_TIMELINEJS"
FEWEST = 5
MOST_ENTRIES = 60

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def timelines() -> dict[str, Timeline]:
    """All timelines in the folder that have a few dated events, by the path of their file."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} names no folder with timelines of TimelineJS")
    found = {}
    for path in sorted(Path(folder).rglob("*.json")):
        timeline = convert(path)
        if timeline is not None and len(timeline.events) + len(timeline.spans) >= 3:
            found[path.relative_to(folder).as_posix()] = timeline
    assert len(found) >= FEWEST, list(found)
    return found


@pytest.mark.parametrize("form", Form)
def test_published_timelines_keep_every_limit(form: Form, timelines: dict[str, Timeline]) -> None:
    """Nobody made them for us, and still nothing touches and nothing is lost."""
    for name, timeline in timelines.items():
        trial = try_timelines(replace(timeline, form=form), language="en")
        assert find_faults(trial) == {}, name


def convert(path: Path) -> Timeline | None:
    """Read a file of TimelineJS; None if it is anything else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        return None
    groups = list(dict.fromkeys(event.get("group") for event in data["events"]))
    ids = {group: f"g{number}" for number, group in enumerate(groups) if group}
    entries = [
        made
        for number, event in enumerate(data["events"][:MOST_ENTRIES])
        if (made := _make(f"e{number}", event, ids.get(event.get("group")))) is not None
    ]
    eras = [_make(f"a{number}", era, None) for number, era in enumerate(data.get("eras") or ())]
    shapes = list(Shape) * len(ids)
    return Timeline(
        path.stem.lower(),
        _text(path.stem),
        categories=tuple(
            Category(name, _text(str(group)), shape)
            for (group, name), shape in zip(ids.items(), shapes, strict=False)
        ),
        eras=tuple(era for era in eras if era is not None),
        spans=tuple(entry for entry in entries if "/" in entry.when.text),  # type: ignore[union-attr]  # all are dated
        events=tuple(entry for entry in entries if "/" not in entry.when.text),  # type: ignore[union-attr]  # all are dated
    )


def _make(name: str, event: dict[str, Any], category: str | None) -> Entry | None:
    headline = (event.get("text") or {}).get("headline") or ""
    title = " ".join(unescape(re.sub(r"<[^>]*>", " ", headline)).split())
    start, end = (_date(event.get(key)) for key in ("start_date", "end_date"))
    if not title or not start:
        return None
    written = start if not end or end == start else f"{start}/{end}"
    try:
        return Entry(name, _text(title), parse_when(written), category)
    except WhenError:
        return None


def _date(given: dict[str, Any] | None) -> str:
    """Give a date of TimelineJS, whose parts are numbers or texts, as EDTF."""
    if not given or str(given.get("year") or "") == "":
        return ""
    year = int(given["year"])
    written = f"Y{year}" if abs(year) > 9999 else f"-{-year:04}" if year < 0 else f"{year:04}"
    for part in ("month", "day"):
        if abs(year) > 9999 or not str(given.get(part) or ""):
            break
        written += f"-{int(given[part]):02}"
    return written


def _text(words: str) -> Text:
    return Text("x", "label", words, (Str(words),), "en")
