"""Figures and names in texts and tables, as they are printed in each language."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from brief.build.pipeline import localise, read_briefing
from brief.diag.collector import Collector
from brief.localise.numbers import UnknownMeasureError, format_currency, format_unit
from brief.localise.units import list_units, needs_translation
from brief.model.blocks import Alignment, Table
from brief.model.text import Freshness, plain_text
from tests.cases.case_files import lay_out, read_case
from tests.projects import open_project

CASE = Path(__file__).parent.parent / "cases" / "fillings-good.md"
NARROW, NO_BREAK = "\u202f", "\u00a0"


def look(text: str) -> str:
    """Give a text with all its spaces as plain ones."""
    return text.replace(NARROW, " ").replace(NO_BREAK, " ")


def read_copy(root: Path, tag: str) -> tuple[str, Table]:
    """Give the paragraph and the first table of the case in a language."""
    lay_out(read_case(CASE), root / "briefings" / "case")
    collector = Collector()
    briefing = read_briefing(open_project(root), "case", collector)
    assert briefing is not None
    made = localise(briefing, tag, collector)
    assert made is not None and not collector.diagnostics
    paragraph, table, _ = made.briefing.sections[0].blocks
    assert isinstance(table, Table)
    return plain_text(paragraph.text.spans), table  # type: ignore[union-attr]


def test_a_text_has_the_figures_of_its_language(tmp_path: Path) -> None:
    """The same brackets are written in German and in English, with the spaces of each."""
    english, _ = read_copy(tmp_path / "en", "en")
    assert look(english) == (
        "Trade was 1,234,567.5, or 1.2 billion; 40% of it was grain, worth 5,000,000 US dollars, "
        "carried over 2.5 kilometres from Democratic People’s Republic of Korea."
    )
    german, _ = read_copy(tmp_path / "de", "de")
    assert look(german) == (
        "Der Handel betrug 1.234.567,5 oder 1,2 Milliarden; 40 % davon war Getreide "
        "im Wert von 5.000.000 US-Dollar, 2,5 Kilometer weit her aus Demokratische "
        "Volksrepublik Korea."
    )
    assert f"40{NARROW}%" in german  # as in text that was typed
    assert f"1,2{NO_BREAK}Milliarden" in german


def test_columns_need_no_translation(tmp_path: Path) -> None:
    """Cells are in the language of the copy, current without an entry, at the end of columns."""
    _, table = read_copy(tmp_path, "de")
    assert [[look(plain_text(cell.spans)) for cell in row] for row in table.rows] == [
        ["Russland", "1.234.567,5", "−3,25 %", "12 €", "4 t", "7"],
        ["Nordkorea", "–", "0 %", "1.000 €", "…", "8"],
    ]
    assert {cell.freshness for row in table.rows for cell in row} == {Freshness.CURRENT}
    assert table.alignments == (
        Alignment.START, *(Alignment.END,) * 4, Alignment.START,
    )  # fmt: skip


def test_catalogues_hold_no_cells_of_figures(tmp_path: Path) -> None:
    """What the program writes is no work for translators; words around it are."""
    lay_out(read_case(CASE), tmp_path / "briefings" / "case")
    briefing = read_briefing(open_project(tmp_path), "case", Collector())
    assert briefing is not None
    assert [unit.key for unit in list_units(briefing)] == ["case/title", "case/one/words"]
    assert needs_translation("about [40]{percent}")
    assert not needs_translation("[40]{percent} / [KP]{name=formal}")


def test_unknown_measures_are_refused() -> None:
    """A currency or unit that CLDR does not know is never printed as if it were one."""
    with pytest.raises(UnknownMeasureError):
        format_currency(Decimal(4), "XXZ", "de")
    with pytest.raises(UnknownMeasureError):
        format_unit(Decimal(4), "cubit", "de")


def test_every_language_has_a_form_for_a_unit() -> None:
    """Where CLDR has no long name (Babel then prints its own), a shorter one stands."""
    assert format_unit(Decimal(3), "year", "zh-Hans") == "3年"
    assert format_unit(Decimal(3), "duration-year", "ko") == "3년"
    assert format_unit(Decimal("2.5"), "kilometer", "ru") == "2,5 километра"


def test_signs_with_letters_stay_in_order_from_right_to_left() -> None:
    """In Arabic, `US$` is one run from left to right."""
    assert "\u2066US$\u2069" in format_currency(Decimal(2), "USD", "ar", "short")
    assert "\u2066" not in format_currency(Decimal(2), "EUR", "ar", "short")
