"""What wording a date needs to know: locale, words, and a second calendar with its marks.

A year in a second calendar stands behind the year and its unit: `2024 г. (чучхе 113)`. Where the
unit comes is known only when the date is put together, so a year leaves a mark behind, and the
mark becomes the words when all else stands. Figures are Latin until then too, since the rules of
languages know no others; last of all they become those of the locale.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale

from brief.localise.date_words import DateWords, find_words
from brief.localise.numbering import Numbering, find_numbering
from brief.localise.numbers import fill_pattern
from brief.model.second_calendar import SecondCalendar, count_year

_MARK, _MARK_END = "\ue000", "\ue001"  # private characters, which no date has
_ROUND_FROM = -100_000


@dataclass(frozen=True, slots=True)
class Voice:
    """How dates are worded for one locale and calendar."""

    numbering: Numbering
    words: DateWords
    calendar: SecondCalendar | None = None

    @property
    def locale(self) -> Locale:
        """Babel's locale, for its patterns and names."""
        return self.numbering.locale

    def write_number(self, number: int) -> str:
        """Write a number in figures, long ones in groups."""
        if number < 10_000:
            return str(number)
        return fill_pattern(self.numbering.decimal, Decimal(number), self.numbering)

    def write_year(self, year: int) -> str:
        """Write a year in figures, counted from the era that it belongs to."""
        return self.write_number(count_from_era(year)) + self.mark_years(year, year)

    def mark_years(self, first: int, last: int) -> str:
        """Leave a mark for years in the second calendar, where there is one and it has begun."""
        counts = [count_year(year) for year in (first, last)]
        if self.calendar is None or counts[1] is None:
            return ""
        known = sorted({count for count in counts if count is not None})
        return f"{_MARK}{'–'.join(map(str, known))}{_MARK_END}"

    def finish(self, text: str) -> str:
        """Turn marks into words behind the unit of the year, then bind what belongs together."""
        if self.calendar is not None:
            form = self.calendar.value
            text = re.sub(
                rf"{_MARK}([0-9–]+){_MARK_END}((?:{self.words.unit})?)",
                lambda found: f"{found[2]}{self.words.word(form, y=found[1])}",
                text,
            )
        return self.numbering.digits.write(self.words.bind(text))


def count_from_era(year: int) -> int:
    """Count an astronomical year from its era: 0 is 1 before Christ.

    A round number of thousands beyond 100,000 before Christ stands as it is: whoever writes
    `Y-17E7` does not count the year 0.
    """
    if year > 0:
        return year
    return -year if year <= _ROUND_FROM and year % 1000 == 0 else 1 - year


@lru_cache(maxsize=128)
def find_voice(tag: str, calendar: SecondCalendar | None = None) -> Voice:
    """Give the voice for a locale; a language without words for dates raises `WordingError`."""
    return Voice(find_numbering(tag), find_words(tag), calendar)
