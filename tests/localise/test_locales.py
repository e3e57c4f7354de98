"""The names of languages, as readers write them."""

from __future__ import annotations

import pytest

from brief.localise.locales import describe_locale

NAMES = {
    ("de", "de"): "Deutsch",
    ("de", "en"): "German",
    ("de", "fr"): "allemand",
    ("es", "es"): "español",
    ("ru", "ru"): "русский",
    ("zh-Hans", "zh-Hans"): "中文（简体）",
    ("zh-Hans", "en"): "Chinese (Simplified)",
    ("de", "zh-Hans"): "德语",
}


@pytest.mark.parametrize(("tag", "reader"), NAMES)
def test_names_are_those_within_a_sentence(tag: str, reader: str) -> None:
    """Small letters where the language has them, wide brackets among wide characters."""
    assert describe_locale(tag, reader).name == NAMES[tag, reader]
