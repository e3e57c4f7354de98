"""Definitions to test with, laid out on disk."""

from __future__ import annotations

from pathlib import Path

from brief.define import read_definition
from brief.diag.collector import Collector
from brief.model.briefing import Briefing
from tests.cases.case_files import lay_out, read_case

HEAD = "id: case\nlanguage: en\ntitle: A title\ndate: 2024-06-19\n"
CASES = Path(__file__).parent.parent / "cases"


def write_definition(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write the files of a definition."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        path.write_bytes(data)


def read_files(folder: Path) -> tuple[Briefing | None, Collector]:
    """Read the definition in a folder."""
    collector = Collector()
    briefing = read_definition(folder, f"briefings/{folder.name}", collector)
    return briefing, collector


def read_case_file(name: str, root: Path) -> tuple[Briefing | None, Collector]:
    """Lay out the definition of a case file and read it."""
    folder = root / "case"
    lay_out(read_case(CASES / f"{name}.md"), folder)
    return read_files(folder)


def read_section(text: str, root: Path, *, head: str = HEAD) -> tuple[Briefing | None, Collector]:
    """Read a definition of one section, whose text stands in a file."""
    folder = root / "case"
    yaml = f"{head}sections:\n  - id: one\n    title: One\n    file: one.md\n"
    write_definition(folder, {"briefing.yaml": yaml, "one.md": text})
    return read_files(folder)


def codes(collector: Collector) -> list[str]:
    """Give the codes that were reported, in order."""
    return [item.code.name for item in collector.diagnostics]
