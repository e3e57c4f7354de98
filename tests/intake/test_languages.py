"""Encodings and languages are found out by the text alone, and can be named."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from brief.build.intake import IntakeOptions, load_words, take_in
from brief.diag.collector import Collector
from brief.intake.decoding import decode
from brief.intake.errors import UnreadableError
from brief.intake.languages import guess_language, settle_tag
from tests.intake.takings import TODAY, read

TEXTS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("texts.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("tag", TEXTS)
def test_languages_are_recognised(tag: str) -> None:
    """Two sentences are enough."""
    assert guess_language(TEXTS[tag], load_words()) == tag


@pytest.mark.parametrize(
    ("encoding", "tag", "told"),
    [("utf-8", "de", False), ("utf-8-sig", "ru", False), ("utf-16", "ru", False),
     ("windows-1252", "de", True), ("windows-1251", "ru", True), ("koi8-r", "ru", True),
     ("gb18030", "zh-Hans", True), ("big5", "zh-Hant", True), ("euc-kr", "ko", True),
     ("shift-jis", "ja", True), ("windows-1256", "ar", True)],
)  # fmt: skip
def test_encodings_are_found_out(encoding: str, tag: str, told: bool) -> None:
    """What says its encoding, or is UTF-8, is read as such; everything else is guessed and told."""
    text = "\n\n".join([TEXTS[tag]] * 4)
    found, guess = decode(text.encode(encoding))
    assert found == text
    assert bool(guess) == told
    remarks = read("a.txt", text.encode(encoding)).remarks
    assert any("guessed" in remark for remark in remarks) == told
    assert decode(text.encode(encoding), encoding)[0].removeprefix("\ufeff") == text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
@pytest.mark.parametrize("said", [True, False])
def test_pages_say_their_encoding_or_not(encoding: str, said: bool) -> None:
    """A page without a word on its encoding is read as carefully as plain text."""
    meta = f"<meta charset={encoding}>" if said else ""
    page = f"<!doctype html><html>{meta}<title>x</title><body><p>{TEXTS['ru'] * 3}</p></html>"
    document = read("a.html", page.encode(encoding))
    assert "Порт закрыт на зиму" in str(document.parts)


def test_a_wrong_encoding_is_told() -> None:
    """An encoding that does not exist, or does not fit, is a mistake of the author."""
    with pytest.raises(UnreadableError, match="no encoding `utf-9`"):
        decode(b"x", "utf-9")
    with pytest.raises(UnreadableError, match="it is not ascii: byte 1"):
        decode("aé".encode(), "ascii")


def test_tags_are_put_in_form() -> None:
    """Tags come in many forms, and some are none."""
    given = ("de", "DE-de", "zh_hans_cn", "en-US-x-private", "german", "", "x")
    assert [settle_tag(tag) for tag in given] == ["de", "de-DE", "zh-Hans-CN", "en-US", "", "", ""]


@pytest.mark.slow
def test_the_words_of_a_text_count_more_than_what_it_says(tmp_path: Path) -> None:
    """A German page that says it is English is German, which is told."""
    page = f"<html lang=en><title>x</title><body><p>{TEXTS['de'] * 3}</p></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    collector = Collector()
    taken = take_in(tmp_path / "a.html", IntakeOptions(TODAY), collector)
    assert taken is not None and taken.document.language == "de"
    assert [each.code.name for each in collector.diagnostics] == ["intake.language-guessed"]
