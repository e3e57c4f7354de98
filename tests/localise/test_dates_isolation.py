"""Dates in one locale do not change with the locales that were used before."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from brief.localise.dates import word_when
from tests.localise.golden import FOLDER, TAGS, write_wordings

ROOT = Path(__file__).parent.parent.parent
ALONE = """
import sys
sys.path.insert(0, sys.argv[1])
from brief.localise.dates import word_when
from tests.localise.golden import write_wordings
for tag in sys.argv[2:]:
    text = write_wordings(tag)
sys.stdout.buffer.write(text.encode())
"""


def _write_in_a_new_process(*tags: str) -> str:
    """Word all dates in several locales one after the other; give those of the last."""
    command = [sys.executable, "-c", ALONE, str(ROOT), *tags]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
def test_a_locale_reads_alike_after_all_others(tag: str) -> None:
    """After all other locales in a random order, a locale reads as reviewed, and as alone."""
    others = [other for other in TAGS if other != tag]
    random.Random(tag).shuffle(others)
    alone = _write_in_a_new_process(tag)
    assert alone == (FOLDER / f"{tag}.txt").read_text(encoding="utf-8")
    assert _write_in_a_new_process(*others, tag) == alone


def test_locales_in_random_orders_read_alike() -> None:
    """In one process and any order, each locale gives what was reviewed."""
    order = list(TAGS)
    for seed in range(3):
        random.Random(seed).shuffle(order)
        for tag in order:
            word_when.cache_clear()
            assert write_wordings(tag) == (FOLDER / f"{tag}.txt").read_text(encoding="utf-8")
