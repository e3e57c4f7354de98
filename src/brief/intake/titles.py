"""A short title for each mention, made of the words around it and of no others.

The clause that holds the date is the title, without the date and the words that lead to it;
where nothing else is in the clause, the one beside it joins. What is too long is cut short at
a clause, or else at a word with an ellipsis. The whole sentence is the note.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from brief.intake.patterns import loosen
from brief.model.mention import Candidate, Mention
from brief.model.phrases import ClauseWords, DatePhrases

MAX_WIDTH = 70  # columns; a Chinese sign or a Korean syllable takes two
MAX_REACH = 400  # characters of a sentence before and behind a date; what is longer is a list
_SHORTEST_SHARE = 0.35  # of the longest title: a cut at a clause leaves at least this
_FEWEST_WORDS, _FEWEST_SIGNS = 2, 3  # what a title needs beside its date
_EDGE_SIGNS = " \t\n,;:.!?…،؛؟，。；：、！？·–—-"
_COMMAS = (",", "،", "，")
_BRACKETS = {"(": ")", "[": "]", "（": "）"}


class _Cutter:
    """The expressions of one language, compiled."""

    def __init__(self, words: ClauseWords, edge: str) -> None:
        boundary = r"\b" if words.spaced else ""
        clause = words.clause
        if words.opening and words.spaced:
            clause = rf"{clause}|[,،]\s(?={words.opening}\b)"
        self.sentence = re.compile(words.sentence)
        self.clause = re.compile(clause, re.IGNORECASE)
        self.soft = re.compile(words.soft)
        self.tail = _compile(words.tail, r"(?:{})")
        self.lead = _compile(words.lead, rf"(?:{edge}|(?<![\w]))(?:{{}})\s*\Z")
        self.opening = _compile(words.opening, rf"(?:{{}}){boundary}[\s,，،]*")
        self.closing = _compile(words.closing, rf"{boundary}(?:{{}})\Z")
        self.spaced = words.spaced


def _compile(words: str, frame: str) -> re.Pattern[str] | None:
    return re.compile(frame.format(loosen(words)), re.IGNORECASE) if words else None


@lru_cache(maxsize=32)
def _make_cutter(phrases: DatePhrases) -> _Cutter:
    return _Cutter(phrases.clauses, phrases.edges[0])


def make_candidates(
    text: str, mentions: Sequence[Mention], phrases: DatePhrases
) -> tuple[Candidate, ...]:
    """Give each mention a title and a note."""
    cutter = _make_cutter(phrases)
    ends = [0, *(found.end() for found in cutter.sentence.finditer(text)), len(text)]
    return tuple(_make_candidate(text, mention, ends, cutter) for mention in mentions)


def _make_candidate(text: str, mention: Mention, ends: list[int], cutter: _Cutter) -> Candidate:
    start = ends[bisect_right(ends, mention.start) - 1]
    end = ends[min(bisect_right(ends, mention.end - 1), len(ends) - 1)]
    start = max(start, _find_blank(text, mention.start - MAX_REACH, mention.start))
    end = min(end, mention.end + MAX_REACH)
    note = " ".join(text[start:end].split())
    title = _make_title(text, mention, (start, end), cutter)
    return Candidate(mention, title or _shorten(note, 0, cutter), note)


def _find_blank(text: str, start: int, end: int) -> int:
    """Give the place of the first word that begins behind a place."""
    blank = text.find(" ", max(0, start), end) if start > 0 else -1
    return blank + 1 if blank >= 0 else max(0, start)


def _make_title(text: str, mention: Mention, sentence: tuple[int, int], cutter: _Cutter) -> str:
    clauses = _split_clauses(text, mention, sentence, cutter)
    place = next(i for i, (a, b) in enumerate(clauses) if a <= mention.start and mention.end <= b)
    first = last = place
    while True:
        before, behind = _part(text, mention, clauses[first][0], clauses[last][1], cutter)
        title = _trim(before, behind, cutter)
        said = title if mention.when else before + behind.removeprefix(mention.quoted)
        if _says_enough(said, cutter) or (first == 0 and last == len(clauses) - 1):
            return title
        in_brackets = text[clauses[first][0] - 1 : clauses[first][0]] in _BRACKETS
        if last < len(clauses) - 1 and not (in_brackets and first > 0):
            last += 1
        else:
            first -= 1


def _split_clauses(
    text: str, mention: Mention, sentence: tuple[int, int], cutter: _Cutter
) -> list[tuple[int, int]]:
    """Give the clauses of a sentence; what looks like an end inside the mention is none."""
    start, end = sentence
    clauses: list[tuple[int, int]] = []
    for found in cutter.clause.finditer(text, start, end):
        if mention.start < found.end() and found.start() < mention.end:
            continue
        clauses.append((start, found.start()))
        start = found.end()
    return [*clauses, (start, end)]


def _part(text: str, mention: Mention, start: int, end: int, cutter: _Cutter) -> tuple[str, str]:
    """Give what stands before and behind the date, without what leads to it or is joined on.

    Words that name no date stay: `in recent years` is part of what is said.
    """
    before, behind = text[start : mention.start], text[mention.end : end]
    if not mention.when:
        return before, f"{mention.quoted}{behind}"
    stripped, following = before.rstrip(), behind.lstrip()
    closing = _BRACKETS.get(stripped[-1:], "")
    if closing and following.startswith(closing):
        return stripped[:-1], following[1:]
    if cutter.lead and (found := cutter.lead.search(before)):
        before = before[: found.start()]
    if cutter.tail and (found := cutter.tail.match(behind)):
        behind = behind[found.end() :]
    if before.rstrip()[-1:] in _COMMAS and behind.lstrip()[:1] in _COMMAS:
        return before.rstrip()[:-1], behind.lstrip()[1:]  # the date was put in between
    return before, behind


def _trim(before: str, behind: str, cutter: _Cutter) -> str:
    """Join both sides of the date, take off signs and conjunctions, begin with a capital."""
    before = " ".join(before.split()).lstrip(_EDGE_SIGNS)
    behind = " ".join(behind.split()).rstrip(_EDGE_SIGNS)
    if not behind.strip(_EDGE_SIGNS):
        before = _trim_end(before, cutter)
    joint = " " if cutter.spaced else ""
    title = re.sub(r"\s+([,.;:!?،؛])", r"\1", f"{before}{joint}{behind}")
    title = _balance(title.strip(_EDGE_SIGNS))
    place = len(before)
    if cutter.opening and (found := cutter.opening.match(title)) and found.end() < len(title):
        title = title[found.end() :]
        place -= found.end()
    title = _shorten(title, max(0, place), cutter)
    return capitalise(title)


def capitalise(title: str) -> str:
    """Begin a title with a capital, if its first letter has one of its own (µ and ß have none)."""
    large = title[:1].upper()
    return large + title[1:] if large.lower() == title[:1] else title


def _trim_end(title: str, cutter: _Cutter) -> str:
    while True:
        title = title.rstrip(_EDGE_SIGNS)
        found = cutter.closing.search(title) if cutter.closing else None
        if not found or not found.start():
            return title
        title = title[: found.start()]


def _balance(title: str) -> str:
    """Take off brackets that lost their other half."""
    for opening, closing in _BRACKETS.items():
        if title.count(opening) != title.count(closing):
            title = title.replace(opening, "").replace(closing, "")
    return title.strip(_EDGE_SIGNS)


def _says_enough(title: str, cutter: _Cutter) -> bool:
    if cutter.spaced:
        return len(title.split()) >= _FEWEST_WORDS
    return len(title.strip(_EDGE_SIGNS)) >= _FEWEST_SIGNS


def _shorten(title: str, place: int, cutter: _Cutter) -> str:
    """Cut a title that is too long; what stands at `place`, where the date was, is kept."""
    if _fit(title) == len(title):
        return title
    cuts = [0, *(cut.end() for cut in cutter.soft.finditer(title))]
    start = max(cut for cut in cuts if cut <= place)
    if len(title) - start >= _SHORTEST_SHARE * MAX_WIDTH:
        title, place = title[start:], place - start
        if cutter.opening and (found := cutter.opening.match(title)):
            title = title[found.end() :]
    fits = _fit(title)
    if fits == len(title):
        return title
    ends = [cut.start() for cut in cutter.soft.finditer(title, 0, fits)]
    ends = [end for end in ends if end >= max(place, _SHORTEST_SHARE * fits)]
    if ends:
        return title[: ends[-1]].rstrip(_EDGE_SIGNS)
    short = title[: fits - 1]
    if cutter.spaced and " " in short:
        short = short[: short.rindex(" ")]
    return f"{_trim_end(short, cutter)}…"


def _fit(title: str) -> int:
    """Give how many characters fit into the width of a title."""
    width = 0
    for place, sign in enumerate(title):
        width += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if width > MAX_WIDTH:
            return place
    return len(title)
