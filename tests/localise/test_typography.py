"""Small typographic details of each language."""

from __future__ import annotations

import pytest

from brief.localise.typography import (
    JOINER,
    NARROW,
    NO_BREAK,
    list_shipped,
    load_typography,
    set_string,
    set_text,
)
from brief.model.text import Citation, CitedSource, Str, Text
from tests.projects import ROOT

N, B, J = NARROW, NO_BREAK, JOINER


@pytest.mark.parametrize(
    ("plain", "language", "expected"),
    [
        ("z. B. am 19. Juni", "de", f"z.{N}B. am 19.{B}Juni"),
        ("u.a. und d. h.", "de", f"u.{N}a. und d.{N}h."),
        ("späte 1940er Jahre", "de", f"späte 1940er{B}Jahre"),
        ("80–95 %", "de", f"80{J}–{J}95{N}%"),
        ("Ja – nein", "de", f"Ja{B}– nein"),
        ("Resolution 1718 (2006)", "de", f"Resolution{B}1718{B}(2006)"),
        ("Kim Jong Un", "de", f"Kim{B}Jong{B}Un"),
        ("38. Breitengrad", "de", f"38.{B}Breitengrad"),
        ("18. und 19. Juni", "de", f"18.{B}und 19.{B}Juni"),
        ("19 June 2024, p. 3", "en", f"19{B}June 2024, p.{B}3"),
        ("1950–1953", "en", f"1950{J}–{J}1953"),
        ("11 000 t", "de", f"11{N}000{N}t"),
        (
            "« Oui ! » dit-il : 12 000 € ; n° 5",
            "fr",
            f"«{B}Oui{N}!{B}» dit-il{B}: 12{N}000{N}€{N}; n°{B}5",
        ),
        ("le 19 juin 2024, XXe siècle", "fr", f"le 19{B}juin 2024, XXe{B}siècle"),
        ("18 de junio de 2024, 50 %, n.º 5", "es", f"18{B}de{B}junio de{B}2024, 50{N}%, n.º{B}5"),
        (
            "В 2024 г. — № 5, 40 %, В. В. Путин",
            "ru",
            f"В{B}2024{N}г.{B}— №{N}5, 40{N}%, В.{N}В.{N}Путин",
        ),
        ("19 июня, Ким Чен Ын и Ким Ир Сен", "ru", f"19{B}июня, Ким{B}Чен{B}Ын и{B}Ким{B}Ир{B}Сен"),
        ("19 يونيو والجدول 1", "ar", f"19{B}يونيو والجدول{B}1"),
        ("وكيم جونغ أون في بيونغ يانغ", "ar", f"وكيم{B}جونغ{B}أون في بيونغ{B}يانغ"),
        ("2024년 6월 19일", "ko", f"2024년{B}6월{B}19일"),
        ("2024年6月19日，“要点”。", "zh-Hans", "2024年6月19日，“要点”。"),
        ("2024年6月19日，「要點」。", "zh-Hant", "2024年6月19日，「要點」。"),
        ("2024年6月19日、「要点」。", "ja", "2024年6月19日、「要点」。"),
        ("il 19 giugno, 40 %, n. 5", "it", f"il 19{B}giugno, 40{N}%, n.{B}5"),
        ("19 de junho de 2024, 40 %", "pt", f"19{B}de{B}junho de{B}2024, 40{N}%"),
        ("У 2024 р. — № 5, В. Зеленський", "uk", f"У{B}2024{N}р.{B}— №{N}5, В.{N}Зеленський"),
        ("19 Haziran, % 40, Tablo 2", "tr", f"19{B}Haziran, %40, Tablo{B}2"),
        ('ב־19 ביוני, איור 2, צה"ל', "he", f"ב־19{B}ביוני, איור{B}2, צה״ל"),
        ("19 जून, 40 %, चित्र 2 ।", "hi", f"19{B}जून, 40%, चित्र{B}2{B}।"),
    ],
)
def test_details_are_set(plain: str, language: str, expected: str) -> None:
    """What was typed with ordinary spaces is set with those that the language asks for."""
    assert set_string(plain, language) == expected


def test_setting_twice_changes_nothing_more() -> None:
    """Details that are set already stay as they are."""
    once = set_string("z. B. 80–95 % am 19. Juni – Kim Il Sung", "de")
    assert set_string(once, "de") == once


def test_every_shipped_language_is_whole() -> None:
    """A language has typography, an interface and words for dates; quotation marks are four."""
    folder = ROOT / "src" / "brief" / "locale"
    for tag in list_shipped():
        assert len(load_typography(tag).quotes) == 4
        assert tag == "en" or (folder / f"{tag}.po").is_file(), tag


def test_a_region_follows_its_language() -> None:
    """What is not written for a region is taken from its language."""
    assert load_typography("de-AT") == load_typography("de")
    assert load_typography("zh-Hans").script == "Hans"


def test_a_citation_stays_on_the_line_of_its_word() -> None:
    """The space before it does not end a line."""
    cited = Citation((CitedSource("tass"),))
    text = Text("k", "paragraph", "", (Str("Nach Seoul "), cited, Str(" und ")), "de")
    assert set_text(text).spans == (Str(f"Nach Seoul{B}"), cited, Str(" und "))
    text = Text("k", "paragraph", "", (Str("首尔"), cited, Str("。")), "zh-Hans")
    assert set_text(text).spans == (Str(f"首尔{J}"), cited, Str("。"))
