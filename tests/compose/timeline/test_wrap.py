"""Breaking the words of labels into lines."""

from __future__ import annotations

import pytest

from brief.compose.timeline.style import read_style
from brief.compose.timeline.wrap import HYPHEN, Wrapper
from tests.compose.timeline.documents import DESIGN

STYLE = read_style(DESIGN.tokens, DESIGN.fonts, "de")
WRAPPER = Wrapper(STYLE, STYLE.title, "de", frozenset({"an", "der", "und"}))


def test_every_number_of_lines_has_its_narrowest_setting() -> None:
    """More lines are never wider, and no word is lost."""
    text = "Ende der Sowjetunion: Nordkorea verliert seinen Hauptförderer"
    settings = WRAPPER.settings(text, 5)
    assert [len(lines.lines) for lines in settings] == [1, 2, 3, 4, 5]
    widths = [lines.width for lines in settings]
    assert widths == sorted(widths, reverse=True)
    assert all(" ".join(lines.lines).replace(f"{HYPHEN} ", "") == text for lines in settings)


def test_an_article_stays_with_its_noun() -> None:
    """A line does not end with a weak word when another break is nearly as good."""
    lines = WRAPPER.settings("Gemeinsame Kritik an der Raketenabwehr", 2)[1].lines
    assert not lines[0].endswith((" an", " der"))


def test_bound_words_stay_together() -> None:
    """A no-break space is no place for a break."""
    for lines in WRAPPER.settings("Putin trifft Kim\u00a0Jong\u00a0Un in Wladiwostok", 3):
        assert any("Kim\u00a0Jong\u00a0Un" in line for line in lines.lines)


def test_a_hyphen_must_earn_its_place() -> None:
    """A word that fits is not divided; one that is wider than the measure is."""
    assert not any(
        HYPHEN in line for line in WRAPPER.wrap("Russisches Veto gegen Überwachung", 90).lines
    )
    divided = WRAPPER.wrap("Waffenstillstandsabkommen", 100)
    assert divided.lines[0].endswith(HYPHEN)
    assert divided.width <= 100


def test_a_short_first_part_is_no_line_end() -> None:
    """`UN-` stays with what follows where there is another way."""
    lines = WRAPPER.settings("Russland stimmt ersten UN-Sanktionen zu", 3)[2].lines
    assert not any(line.endswith("UN-") for line in lines)


@pytest.mark.parametrize("text", ["x" * 400, "https://example.org/" + "a/b" * 90])
def test_what_no_pattern_divides_is_divided_anyway(text: str) -> None:
    """Even a word without end fits into a label."""
    lines = WRAPPER.wrap(text, 300, 30)
    assert lines.width <= 330
    assert "".join(lines.lines).replace(HYPHEN, "") == text


def test_a_word_parts_at_its_joint_and_not_beside_it() -> None:
    """`Raketen-abwehr`, never `Rakete-nabwehr`."""
    for lines in WRAPPER.settings("Kritik an den US-Raketenabwehrplänen", 5):
        assert "nabwehr" not in " ".join(lines.lines).replace("Raketenabwehr", "")


def test_chinese_labels_are_broken_after_punctuation_first() -> None:
    """Between other characters a line ends only where nothing else helps."""
    style = read_style(DESIGN.tokens, DESIGN.fonts, "zh-Hans")
    wrapper = Wrapper(style, style.title, "zh-Hans")
    text = "普京与金正恩会面，签署全面战略伙伴关系条约"
    assert wrapper.settings(text, 2)[1].lines == ("普京与金正恩会面，", "签署全面战略伙伴关系条约")
    for lines in wrapper.settings(text, 5):
        assert "".join(lines.lines) == text
        assert not any(line[0] in "，。、" for line in lines.lines)
