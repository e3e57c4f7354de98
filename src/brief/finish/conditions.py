"""Printing conditions: read from the table that lies beside their ICC profiles."""

from __future__ import annotations

import tomllib
from pathlib import Path

from brief.model.ink import PrintingCondition

TABLE = "conditions.toml"
DEFAULT = "FOGRA39"


def load_condition(folder: Path, name: str = DEFAULT) -> PrintingCondition:
    """Read the printing condition `name`; a `KeyError` if the table does not have it."""
    described = tomllib.loads((folder / TABLE).read_text(encoding="utf-8"))[name]
    return PrintingCondition(
        identifier=described["identifier"],
        condition=described["condition"],
        registry=described["registry"],
        profile=(folder / described["file"]).read_bytes(),
        max_ink=described["max_ink"] / 100,
    )
