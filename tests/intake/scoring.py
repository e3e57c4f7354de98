"""The sentences and texts of `mentions/`, and how many of their dates are found.

A mention counts as found if its words, its date and whether it is derived are all as written.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from brief.intake.mentions import find_mentions
from brief.localise.date_mentions import load_date_phrases
from brief.model.calendar import CivilDay

FOLDER = Path(__file__).parent / "mentions"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
SPLITS = ("develop", "held_out")

Expected = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the date of its document, and what must be found in it."""

    text: str
    anchor: CivilDay | None
    find: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many mentions were right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Give the share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Give the share of what there is that was found."""
        return self.right / max(1, self.right + self.missed)

    def __add__(self, other: Score) -> Score:
        """Count two together."""
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def read_cases(language: str, split: str) -> list[Case]:
    """Read the sentences and the long texts of a language."""
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    listed = [*table[split], *(text for text in table["long"] if text["split"] == split)]
    return [_read_case(entry) for entry in listed]


def read_long_texts(language: str) -> str:
    """Give the long texts of a language as one."""
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return "\n\n".join(entry["text"].strip() for entry in table["long"])


def _read_case(entry: dict) -> Case:  # type: ignore[type-arg]
    anchor = entry.get("anchor")
    day = CivilDay(*(int(part) for part in anchor.split("-"))) if anchor else None
    return Case(entry["text"], day, tuple((f[0], f[1], bool(f[2:])) for f in entry["find"]))


def find_all(case: Case, language: str) -> list[Expected]:
    """Give what is found in a text, in the form of what is expected."""
    mentions = find_mentions(case.text, load_date_phrases(language), case.anchor)
    return [(" ".join(m.quoted.split()), m.when, m.derived) for m in mentions]


def score(case: Case, language: str) -> Score:
    """Compare what is found in a text with what must be."""
    found, wanted = Counter(find_all(case, language)), Counter(case.find)
    right = (found & wanted).total()
    return Score(right, found.total() - right, wanted.total() - right)


def score_split(language: str, split: str) -> Score:
    """Count over all texts of a split."""
    return sum((score(case, language) for case in read_cases(language, split)), Score())
