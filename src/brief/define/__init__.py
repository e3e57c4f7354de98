"""The stage `define`: takes the files of a definition, gives a briefing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from brief.define.catalogues import read_catalogues
from brief.define.decoding import decode_file
from brief.define.fields import BriefingFields
from brief.define.files import refuse_templates
from brief.define.glossary import read_glossary
from brief.define.parse import parse_briefing
from brief.define.sources import RefusedError, read_file
from brief.define.timeline_tables import TableDesk, fill_timelines
from brief.define.validate import validate_fields
from brief.define.yaml_text import read_yaml
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.model.briefing import Briefing

NAME = "briefing.yaml"


def read_definition(folder: Path, shown: str, collector: Collector) -> Briefing | None:
    """Read the definition in `folder`, which authors know as `shown`.

    All mistakes of all its files are reported in one run. Where they leave no briefing that
    could be printed, there is none.
    """
    mine = Collector()
    briefing = _read(folder, shown, mine)
    collector.extend(mine.diagnostics)
    return None if mine.failed() else briefing


def _read(folder: Path, shown: str, collector: Collector) -> Briefing | None:
    file = f"{shown}/{NAME}"
    try:
        data = read_file(folder, NAME)
    except RefusedError as error:
        guesses = [hint for hint in error.hints if hint.startswith("did you mean")]
        hint = f"write `{file}`; `brief new` shows how a definition looks"
        collector.report(error.code, error.message, Place(file), *guesses, hint)
        return None
    text = decode_file(data, file, collector)
    if text is None:
        return None
    root = read_yaml(text, collector)
    if root is None and collector.failed():
        return None
    refuse_templates(text, collector)
    desk = TableDesk(folder, shown, collector, {NAME: data})
    fill_timelines(root, desk)
    fields = validate_fields(root, file, collector, BriefingFields, "title")
    if fields is None:
        return None
    catalogues = read_catalogues(folder, shown, collector)
    briefing = parse_briefing(fields, folder, shown, desk.files, catalogues, collector)
    return replace(briefing, glossary=read_glossary(folder, shown, collector))
