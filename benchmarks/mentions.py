"""Measure the search for dates in running text: precision, recall and speed by language.

The sentences are those of `tests/intake/mentions`. The held-out half was written before the
patterns; what it showed at first stands in `docs/reference/mentions.md`.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.intake.scoring import LANGUAGES, SPLITS, read_long_texts, score_split

from brief.intake.mentions import find_mentions
from brief.localise.date_mentions import load_date_phrases

SIGNS = 250_000  # about 100 pages
ROUNDS = 5


def main() -> None:
    """Print a table, one row a language."""
    heads = "".join(f"  {split:>9}: precision recall    n" for split in SPLITS)
    print(f"{'':<4}{heads}   {SIGNS:,} signs")
    for language in LANGUAGES:
        row = f"{language:<4}"
        for split in SPLITS:
            score = score_split(language, split)
            count = score.right + score.missed
            row += f"{'':<11}  {score.precision:9.3f} {score.recall:6.3f} {count:4}"
        print(f"{row}   {_time(language):6.2f} s")


def _time(language: str) -> float:
    """Give the median seconds of the processor for 100 pages as dense with dates as our texts."""
    phrases = load_date_phrases(language)
    text = read_long_texts(language) + "\n\n"
    text = (text * (SIGNS // len(text) + 1))[:SIGNS]
    find_mentions(text[:100], phrases)
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        find_mentions(text, phrases)
        times.append(time.process_time() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
