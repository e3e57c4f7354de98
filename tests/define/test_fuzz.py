"""Whatever stands in the files of a definition, there is a briefing or there are diagnostics."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from brief.cli.report import FORMS, report_diagnostics
from tests.cases.case_files import read_case
from tests.define.definitions import CASES, HEAD, read_files, write_definition

SEEDS = [
    file.text
    for path in sorted(CASES.glob("*.md"))
    for file in read_case(path).files
    if not file.manner and file.name.endswith((".yaml", ".md"))
]
GOOD = next(file.text for file in read_case(CASES / "good.md").files if file.name[0] == "b")
YAML_BITS = [*"\n :-#{}[]'\"|>&*!%@`,?~<=", "\n  ", ": ", "- ", "\n- ", "<<: ", "'''", "null"]
MARKDOWN_BITS = [
    *"\n #*_`[](){}<>!^@|-:\\&~\"'.",
    "\n\n", "\n> ", "\n- ", "\n1. ", "[^1]", "\n[^1]: ", "[@s, p. ", "![](#", "{#a}\n", "\n:::",
    "{lang=ru}", "\n| a |\n|---|\n", "\n## ", "{{", "&amp;", "\\\n", "  \n", "    ", "<br>", "朝鲜",
    "\u0301", "🚢",
]  # fmt: skip
QUICK = settings(
    max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
LONG = settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))


def mutations(seeds: list[str], bits: list[str]) -> st.SearchStrategy[str]:
    """Make texts from seeds in which some stretches are replaced."""
    piece = st.one_of(st.sampled_from(bits), st.text(max_size=6))
    edit = st.tuples(st.integers(0, 4000), st.integers(0, 30), piece)

    def apply(seed: str, edits: list[tuple[int, int, str]]) -> str:
        for at, length, new in edits:
            at %= len(seed) + 1
            seed = seed[:at] + new + seed[at + length :]
        return seed

    return st.builds(apply, st.sampled_from(seeds), st.lists(edit, min_size=1, max_size=8))


def read_anything(files: dict[str, str | bytes]) -> None:
    """Read a definition, check every place that is told, and tell it in every form."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "briefings" / "case"
        write_definition(folder, files)
        briefing, collector = read_files(folder)
        assert (briefing is None) == collector.failed()
        for item in collector.diagnostics:
            place = item.place
            assert place is not None
            text = (Path(root) / place.file).read_bytes().decode("utf-8", "replace")
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
            assert (place.end_line, place.end_column) >= (place.line, place.column) or (
                place.end_line == 0
            )
        for form in FORMS:
            assert "\x1b" not in report_diagnostics(collector.diagnostics, Path(root), form)


def in_yaml(text: str) -> dict[str, str | bytes]:
    """Give a text as the definition itself."""
    return {"briefing.yaml": text, "one.md": "Words.\n"}


def in_markdown(text: str) -> dict[str, str | bytes]:
    """Give a text as that of a section."""
    sources = "sources:\n  - {id: s, title: A source}\n"
    yaml = f"{HEAD}sections:\n  - id: one\n    title: One\n    file: one.md\n{sources}"
    return {"briefing.yaml": yaml, "one.md": text}


yaml_texts = mutations([GOOD, *SEEDS], YAML_BITS) | st.text(max_size=200)
markdown_texts = mutations(SEEDS, MARKDOWN_BITS) | st.lists(
    st.sampled_from(MARKDOWN_BITS) | st.text(max_size=5), max_size=40
).map("".join)


@QUICK
@given(yaml_texts)
def test_any_yaml_is_read_or_told(text: str) -> None:
    """A changed or random `briefing.yaml` never ends in an exception."""
    read_anything(in_yaml(text))


@QUICK
@given(markdown_texts)
def test_any_markdown_is_read_or_told(text: str) -> None:
    """A changed or random text never ends in an exception."""
    read_anything(in_markdown(text))


@QUICK
@example(b"\r\x80")
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    """Bytes that are no text at all never end in an exception."""
    read_anything({**in_markdown("Words.\n"), "briefing.yaml": data})
    read_anything({**in_markdown("Words.\n"), "one.md": data})


@pytest.mark.slow
@LONG
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_told_at_length(data: bytes) -> None:
    """The same, with many more examples."""
    read_anything({**in_markdown("Words.\n"), "briefing.yaml": data})
    read_anything({**in_markdown("Words.\n"), "one.md": data})


@pytest.mark.slow
@LONG
@given(yaml_texts)
def test_any_yaml_is_read_or_told_at_length(text: str) -> None:
    """The same, with many more examples."""
    read_anything(in_yaml(text))


@pytest.mark.slow
@LONG
@given(markdown_texts)
def test_any_markdown_is_read_or_told_at_length(text: str) -> None:
    """The same, with many more examples."""
    read_anything(in_markdown(text))
