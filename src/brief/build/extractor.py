"""An extractor for Babel, for those who collect all their messages with `pybabel`.

In a mapping file: `[brief: briefings/**/briefing.yaml]`. `brief translate` needs none of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from brief.build.project import DEFINITIONS
from brief.diag.collector import Collector
from brief.localise.units import list_units

Message = tuple[int, str, tuple[str, str], list[str]]


def extract(
    fileobj: IO[bytes],
    keywords: Sequence[str],
    comment_tags: Sequence[str],
    options: Mapping[str, str],
) -> Iterator[Message]:
    """Yield every text of a definition with its key as context, as `pgettext` messages.

    A definition with mistakes raises `ValueError`, since half of its texts would be lost.
    """
    from brief.define import read_definition  # pydantic and YAML are heavy

    folder = Path(fileobj.name).parent
    collector = Collector()
    briefing = read_definition(folder, f"{DEFINITIONS}/{folder.name}", collector)
    if briefing is None or collector.failed():
        said = "; ".join(item.message for item in collector.diagnostics)
        raise ValueError(f"{fileobj.name}: {said}")
    for unit in list_units(briefing):
        comments = [f"type: {unit.kind}", *([f"in: {unit.section}"] if unit.section else [])]
        yield 1, "pgettext", (unit.key, unit.source), comments
