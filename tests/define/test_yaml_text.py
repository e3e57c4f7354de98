"""YAML is read with the meaning of YAML 1.2, and every character knows its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brief.define.nodes import Fields, Items, Kind, Node, Scalar
from brief.define.passage import whole_file
from brief.define.yaml_text import read_yaml
from brief.diag.collector import Collector

WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
    )
    | st.sampled_from("\n äß北京한🚢'\"\\:#-"),
    min_size=1,
    max_size=60,
).filter(lambda text: "\ufeff" not in text and "\u2028" not in text)


def read(text: str) -> Node | None:
    """Read YAML in which nothing is wrong."""
    collector = Collector()
    node = read_yaml(whole_file(text, "x.yaml"), collector)
    assert not collector.diagnostics
    return node


def scalar_of(text: str) -> Scalar:
    """Read the value of the only field."""
    fields = read(text)
    assert isinstance(fields, Fields)
    (value,) = fields.values()
    assert isinstance(value, Scalar)
    return value


@settings(max_examples=150, deadline=None)
@example("\n\u00a00", "'", 12)
@given(WORDS, st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([12, 40, 1000]))
def test_every_character_is_found_where_it_stands(text: str, style: str, width: int) -> None:
    """What stands at the place of a character is that character, or begins its escape."""
    written = yaml.dump({"k": text}, default_style=style, allow_unicode=True, width=width)
    scalar = scalar_of(written)
    assert scalar == yaml.safe_load(written)["k"] or scalar.kind is not Kind.TEXT
    lines = written.split("\n")
    for offset, char in enumerate(scalar):
        if char.isspace():
            continue
        line, column = scalar.passage.locate(offset)
        assert lines[line - 1][column - 1 : column] in (char, "\\"), (written, offset)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("NO", Kind.TEXT),
        ("on", Kind.TEXT),
        ("yes", Kind.TEXT),
        ("12:30", Kind.TEXT),
        ("1:20:30", Kind.TEXT),
        ("2024-06-19", Kind.TEXT),
        ("1_000", Kind.TEXT),
        ("0b11", Kind.TEXT),
        ("'7'", Kind.TEXT),
        ('"true"', Kind.TEXT),
        ("7", Kind.NUMBER),
        ("-7", Kind.NUMBER),
        ("0o17", Kind.NUMBER),
        ("0x1F", Kind.NUMBER),
        ("1e3", Kind.FRACTION),
        (".5", Kind.FRACTION),
        (".inf", Kind.FRACTION),
        ("true", Kind.TRUTH),
        ("False", Kind.TRUTH),
        ("null", Kind.NOTHING),
        ("~", Kind.NOTHING),
        ("", Kind.NOTHING),
    ],
)
def test_scalars_mean_what_the_core_schema_says(written: str, kind: Kind) -> None:
    """Words, times and dates are texts; numbers are numbers; quoted scalars are always texts."""
    assert scalar_of(f"k: {written}\n").kind is kind


def test_places_count_characters() -> None:
    """Wide, combined and astral characters each count as one column."""
    fields = read("北京: [한국, e\u0301🚢, ende]\n")
    assert isinstance(fields, Fields)
    (name,), (items,) = fields.keys(), fields.values()
    assert isinstance(name, Scalar)
    assert isinstance(items, Items)
    places = [(item.place.column, item.place.end_column) for item in items]  # type: ignore[union-attr]  # all have places
    assert (name.place.column, name.place.end_column) == (1, 3)
    assert places == [(6, 8), (10, 13), (15, 19)]


def test_literal_blocks_keep_their_places() -> None:
    """The lines of a literal block stand where they stand, whatever its indentation."""
    scalar = scalar_of("k: |2-\n    one\n\n   two\n")
    assert scalar == "  one\n\n two"
    assert scalar.passage.locate(2) == (2, 5)
    assert scalar.passage.locate(scalar.index("t")) == (4, 4)


def test_aliases_stand_for_what_they_name() -> None:
    """An alias is the same node, with the place of its anchor."""
    fields = read("a: &x [one]\nb: *x\n")
    assert isinstance(fields, Fields)
    assert fields["a"] is fields["b"]
