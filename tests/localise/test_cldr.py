"""Babel's locales do not change one another, and are found by BCP 47 tags."""

from __future__ import annotations

import datetime
import itertools
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from babel.dates import parse_pattern

from brief.localise.cldr import LocaleError, load_locale

JUNE = datetime.date(2024, 6, 1)
TAGS = ("zh-Hans", "ja", "he", "de", "ko", "en", "fr", "es", "ru", "ar", "zh-Hant")
SINGLE = """
import datetime, sys
from babel.dates import parse_pattern
from brief.localise.cldr import load_locale
pattern = parse_pattern("LLLL LLL MMM y cccc")
text = pattern.apply(datetime.date(2024, 6, 1), load_locale(sys.argv[1]))
sys.stdout.buffer.write(text.encode())
"""


def _write_months(tag: str) -> str:
    return parse_pattern("LLLL LLL MMM y cccc").apply(JUNE, load_locale(tag))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de", "de"),
        ("de-AT", "de_AT"),
        ("de_CH", "de_CH"),
        ("en-GB-u-nu-latn", "en_GB"),
        ("zh-Hans", "zh_Hans"),
        ("zh-Hant-TW", "zh_Hant_TW"),
        ("ar-x-house", "ar"),
        ("de-CH-1996", "de_CH"),
        ("de-XB", "de"),
    ],
)
def test_a_tag_finds_its_locale(tag: str, name: str) -> None:
    """Every well-formed tag leads to the nearest locale that Babel knows."""
    assert str(load_locale(tag)) == name


@pytest.mark.parametrize("tag", ["", "xx", "tlh-Piqd"])
def test_an_unknown_language_is_refused(tag: str) -> None:
    """A language without data is an error, never another language."""
    with pytest.raises(LocaleError):
        load_locale(tag)


def test_locales_do_not_corrupt_one_another() -> None:
    """After Chinese, Japanese and Hebrew, German months are German, in any order."""
    for order in itertools.islice(itertools.permutations(TAGS), 0, 4000, 997):
        for tag in order:
            _write_months(tag)
        assert _write_months("de") == "Juni Jun Juni 2024 Samstag"
        assert _write_months("ko").startswith("6월 6월")


def test_threads_may_load_locales() -> None:
    """Many threads asking for locales for the first time get sound ones."""
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(_write_months, ["uk", "de", "pl", "ja", "cs", "de"] * 8))
    assert {text for text in texts if text.startswith("Juni")} == {"Juni Jun Juni 2024 Samstag"}


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
def test_a_locale_reads_as_in_a_fresh_process(tag: str) -> None:
    """A locale used beside others gives what it gives alone."""
    for other in TAGS:
        _write_months(other)
    alone = subprocess.run([sys.executable, "-c", SINGLE, tag], capture_output=True, check=True)
    assert _write_months(tag) == alone.stdout.decode()
