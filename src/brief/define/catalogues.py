"""Read the catalogues of a definition as they are; `localise` understands them."""

from __future__ import annotations

from pathlib import Path

from brief.define.sources import RefusedError, list_catalogues, read_file
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.model.briefing import DefinitionFile


def read_catalogues(folder: Path, shown: str, collector: Collector) -> tuple[DefinitionFile, ...]:
    """Read all catalogues beside a definition."""
    made = []
    for name in list_catalogues(folder):
        try:
            made.append(DefinitionFile(name, read_file(folder, name)))
        except RefusedError as error:
            place = Place(f"{shown}/{name}")
            collector.report(error.code, error.message, place, *error.hints)
    return tuple(made)
