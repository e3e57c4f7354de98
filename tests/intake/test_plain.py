"""Plain text shows its structure by lines alone, in any script."""

from __future__ import annotations

from tests.intake.takings import outline, read, show

REPORT = """/berichte/hafen/

der-hafen-im-winter

Der Hafen im Winter

Ein Überblick über die Lage an der Küste, der zeigt, was zu tun ist.

1. Die Lage

Der Hafen ist seit Dezember geschlossen. Die Boote liegen
an der Mole, und die Fischer warten auf das Früh-
jahr.

2. Die Folgen
-------------

Was fehlt:

- Diesel und
  Heizöl
- Eis

1) ankommen
2) anlegen

> Wer wartet, sieht das Meer.

AUSBLICK

Im Mai wird neu entschieden.
"""


def test_headings_lists_and_quotations_are_recognised() -> None:
    """Numbers, rules and capitals make headings; marks make lists; wrapped lines are joined."""
    document = read("a.txt", REPORT)
    assert document.title == "Der Hafen im Winter"
    assert (document.path, document.slug) == ("/berichte/hafen/", "der-hafen-im-winter")
    assert [show(spans) for spans in document.lead] == [
        "Ein Überblick über die Lage an der Küste, der zeigt, was zu tun ist."
    ]
    assert outline(document.parts) == [
        ("h1", "1. Die Lage"),
        "Der Hafen ist seit Dezember geschlossen. Die Boote liegen an der Mole, und die Fischer "
        "warten auf das Früh-jahr.",
        ("h1", "2. Die Folgen"),
        "Was fehlt:",
        ("ul", "Diesel und Heizöl", "Eis"),
        ("ol1", "ankommen", "anlegen"),
        ("quote", "Wer wartet, sieht das Meer."),
        ("h2", "AUSBLICK"),
        "Im Mai wird neu entschieden.",
    ]


def test_chinese_lines_are_joined_without_blanks() -> None:
    """Between Han characters no blank belongs where a line was wrapped."""
    opening = "港口在冬天\n\n概况\n\n港口从十二月起关闭，\n船只停在码头旁边。"
    text = f"{opening}\n\n后果\n\n渔民在等待春天。\n"
    document = read("a.txt", text)
    assert document.title == "港口在冬天"
    assert outline(document.parts) == [
        ("h1", "概况"), "港口从十二月起关闭，船只停在码头旁边。",
        ("h1", "后果"), "渔民在等待春天。",
    ]  # fmt: skip


def test_cyrillic_and_arabic_headings() -> None:
    """Capitals count in scripts that have them; short lines do in all."""
    russian = read("a.txt", "Порт зимой\n\nПОЛОЖЕНИЕ\n\nПорт закрыт.\n\nИТОГ\n\nЖдут весны.\n")
    assert outline(russian.parts) == [
        ("h1", "ПОЛОЖЕНИЕ"), "Порт закрыт.", ("h1", "ИТОГ"), "Ждут весны.",
    ]  # fmt: skip
    arabic = read("a.txt", "الميناء في الشتاء\n\nالوضع\n\nالميناء مغلق منذ ديسمبر.\n")
    assert arabic.title == "الميناء في الشتاء"
    assert outline(arabic.parts) == [("h1", "الوضع"), "الميناء مغلق منذ ديسمبر."]


def test_long_lines_without_empty_ones_are_paragraphs() -> None:
    """A text saved with one paragraph a line has no empty lines."""
    line = "Der Hafen ist seit Dezember geschlossen, und die Boote liegen an der Mole. " * 3
    document = read("a.txt", "\n".join([line] * 5))
    assert len(document.parts) == 5
