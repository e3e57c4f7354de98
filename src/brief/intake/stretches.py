"""What stands around dates: pairs that make a period, words that say since, until or about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from brief.intake.moments import Moment, read_moments
from brief.intake.patterns import Found, loosen
from brief.model.phrases import DatePhrases, Pair, Relation, Relative

_REACH = 45  # characters before and behind a date in which its words stand
_BETWEEN = 24  # characters between the two dates of a pair
_MAX_RELATIONS = 3  # `seit vermutlich etwa`
_MARKS = {"about": "~", "perhaps": "?"}
_ONE_WORD = re.compile(r"[^\w.]{0,2}\w{0,4}[^\w.]{0,2}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A place of the text and its dates; `says` is what the words around make of them.

    It is empty for a date by itself, `range`, `between` and `or` for two, `since`, `until`,
    `before`, `after` for one. A relative or undated stretch has no `first`.
    """

    start: int
    end: int
    first: Moment | None = None
    last: Moment | None = None
    says: str = ""
    relative: Relative | None = None
    count: int = 1


class PairWords(NamedTuple):
    """The words of a pair, compiled; `inner` finds what joins two dates that one pattern read."""

    pair: Pair
    opening: re.Pattern[str] | None
    join: re.Pattern[str]
    inner: re.Pattern[str]
    closing: re.Pattern[str] | None

    def enclose(self, text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
        """Take in the words before and behind both dates; None if they are not there."""
        if self.opening is not None:
            opened = self.opening.search(text, max(floor, start - _REACH), start)
            if opened is None:
                return None
            start = opened.start() if opened[0].strip() else start
        if self.closing is not None:
            closed = self.closing.match(text, end, min(len(text), end + _REACH))
            if closed is None:
                return None
            end = closed.end()
        return start, end


class Surroundings:
    """The words around dates of one language, compiled."""

    def __init__(self, phrases: DatePhrases) -> None:
        """Compile what stands before to end at a date, and what stands behind to begin there."""
        self._before, self._behind = phrases.edges
        self.relations = [
            (relation, self._ending(relation.before), self._beginning(relation.behind))
            for relation in phrases.relations
        ]
        self.pairs = [
            PairWords(
                pair,
                self._ending(pair.open),
                re.compile(rf"\s?(?:{loosen(pair.join)})\s?", re.IGNORECASE),
                re.compile(_stand_apart(loosen(pair.join), phrases), re.IGNORECASE),
                self._beginning(pair.close),
            )
            for pair in phrases.pairs
        ]

    def _ending(self, words: str) -> re.Pattern[str] | None:
        pattern = rf"{self._before}(?:{loosen(words)})\s{{0,2}}\Z"
        return re.compile(pattern, re.IGNORECASE) if words else None

    def _beginning(self, words: str) -> re.Pattern[str] | None:
        pattern = rf"\s?(?:{loosen(words)}){self._behind}"
        return re.compile(pattern, re.IGNORECASE) if words else None


@lru_cache(maxsize=32)
def compile_surroundings(phrases: DatePhrases) -> Surroundings:
    """Compile the words around dates of a language once."""
    return Surroundings(phrases)


def make_stretches(text: str, found: Sequence[Found], phrases: DatePhrases) -> list[Stretch]:
    """Join dates to pairs, and give each what is said of it."""
    around = compile_surroundings(phrases)
    begun = _enclose_ranges(text, [_begin(one) for one in found], around)
    joined = _join_pairs(text, begun, around)
    stretches: list[Stretch] = []
    for place, stretch in enumerate(joined):
        floor = stretches[-1].end if stretches else 0
        ceiling = joined[place + 1].start if place + 1 < len(joined) else len(text)
        if _is_hint_of(text, stretch, joined[place + 1 : place + 2]):
            continue
        stretches.append(_relate(text, stretch, around, floor, ceiling))
    return stretches


def _is_hint_of(text: str, stretch: Stretch, following: Sequence[Stretch]) -> bool:
    """Tell whether a date follows at once: `recently, in May 2024` is one mention."""
    if stretch.first is not None or stretch.relative is not None or not following:
        return False
    other = following[0]
    return other.first is not None and bool(_ONE_WORD.fullmatch(text, stretch.end, other.start))


def _begin(found: Found) -> Stretch:
    if found.relative is not None or found.is_undated:
        count = int(found.values.get("n", found.values.get("weekday", 1)))
        return Stretch(found.start, found.end, relative=found.relative, count=count)
    first, last = read_moments(found.values)
    return Stretch(found.start, found.end, first, last, "range" if last else "")


def _enclose_ranges(text: str, stretches: list[Stretch], around: Surroundings) -> list[Stretch]:
    """Let `du 18 au 19 juin` begin with its `du`; a dash between two dates needs no such word."""
    enclosed: list[Stretch] = []
    for stretch in stretches:
        floor = enclosed[-1].end if enclosed else 0
        for words in around.pairs if stretch.last else ():
            if not (words.opening or words.closing):
                continue
            if not words.inner.search(text, stretch.start, stretch.end):
                continue
            if place := words.enclose(text, stretch.start, stretch.end, floor):
                start, end = place
                stretch = replace(stretch, start=start, end=end, says=words.pair.says)
                break
        enclosed.append(stretch)
    return enclosed


def _join_pairs(text: str, stretches: list[Stretch], around: Surroundings) -> list[Stretch]:
    joined: list[Stretch] = []
    rest = stretches[::-1]
    while rest:
        stretch = rest.pop()
        floor = joined[-1].end if joined else 0
        if rest and (pair := _find_pair(text, stretch, rest[-1], around, floor)):
            rest.pop()
            stretch = pair
        elif rest:
            stretch = _borrow_year(text, stretch, rest[-1])
        joined.append(stretch)
    return joined


def _find_pair(
    text: str, one: Stretch, other: Stretch, around: Surroundings, floor: int
) -> Stretch | None:
    if one.first is None or other.first is None or one.last or other.last:
        return None
    if other.start - one.end > _BETWEEN:
        return None
    for words in around.pairs:
        if not words.join.fullmatch(text, one.end, other.start):
            continue
        if place := words.enclose(text, one.start, other.end, floor):
            return _pair(words.pair, one.first, other.first, *place)
    return None


def _stand_apart(words: str, phrases: DatePhrases) -> str:
    """Ask for words that are not parts of others, in a language that spaces them."""
    return rf"(?<!\w)(?:{words})(?!\w)" if phrases.clauses.spaced else words


def _pair(pair: Pair, first: Moment, last: Moment, start: int, end: int) -> Stretch:
    if first.is_partial:
        first = replace(first, year=last.year)
    if last.is_partial:
        last = replace(last, year=first.year)
    return Stretch(start, end, first, last, pair.says)


def _borrow_year(text: str, stretch: Stretch, following: Stretch) -> Stretch:
    """Give `18. Juni` the year of what it is listed with, `18. Juni, 3. Juli 2019`."""
    if stretch.first is None or following.first is None or not stretch.first.is_partial:
        return stretch
    if not following.first.inner or not _ONE_WORD.fullmatch(text, stretch.end, following.start):
        return stretch
    return replace(stretch, first=replace(stretch.first, year=following.first.year))


def _relate(text: str, stretch: Stretch, around: Surroundings, floor: int, ceiling: int) -> Stretch:
    """Take in the words around that say something of the date, from the inside out."""
    for _ in range(_MAX_RELATIONS):
        if stretch.first is None:
            return stretch
        for relation, before, behind in around.relations:
            place = _find_words(text, stretch, before, behind, floor, ceiling)
            if place and not (stretch.says and relation.says not in _MARKS):
                stretch = _say(stretch, relation, *place)
                break
        else:
            return stretch
    return stretch


def _find_words(
    text: str,
    stretch: Stretch,
    before: re.Pattern[str] | None,
    behind: re.Pattern[str] | None,
    floor: int,
    ceiling: int,
) -> tuple[int, int] | None:
    start, end = stretch.start, stretch.end
    if before is not None:
        found = before.search(text, max(floor, start - _REACH), start)
        if found is None:
            return None
        start = found.start()
    if behind is not None:
        found = behind.match(text, end, min(ceiling, end + _REACH))
        if found is None:
            return None
        end = found.end()
    return start, end


def _say(stretch: Stretch, relation: Relation, start: int, end: int) -> Stretch:
    assert stretch.first is not None
    mark = _MARKS.get(relation.says)
    if mark is None:
        return replace(stretch, start=start, end=end, says=relation.says)
    last = stretch.last.doubt(mark) if stretch.last else None
    return replace(stretch, start=start, end=end, first=stretch.first.doubt(mark), last=last)
