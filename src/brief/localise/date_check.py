"""Compare the dates in the text of a translation with those of its source.

A wrong day is a small number, and small numbers are not compared by themselves. Days and months
are found beside the names that months have in each language (CLDR), in figures (`19.6.2024`,
`2024-06-19`) and in the way of Chinese, Japanese and Korean (`6月19日`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, takewhile

from brief.localise.cldr import LocaleError, load_locale
from brief.localise.glossary import INSIDE_WORDS

_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?\d{4}(?!\d)")
_ISO = re.compile(r"(?<!\d)\d{4}-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?![\d/])")  # in either order
_CHARACTERS = re.compile(
    r"(?<!\d)(\d{1,2})\s?[月월]"
    r"((?:\s?(?:[至到~～〜–、,和与與及와과및と-]|から|부터)?\s?\d{1,2}\s?[日일号])*)"
)
_FIGURE = re.compile(r"\d")
_UNSEEN = re.compile(r"[\u2060\u200b\u200e\u200f\u2066-\u2069]")
_NUMBER = re.compile(r"\d+")
_DAY_BEFORE = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:\.|er|re|[ºª]|-?(?:го|е|st|nd|rd|th))?\s*(?:of|de|del|ב)?\s*\Z"
)
_JOINED_BEFORE = re.compile(
    r"(?:[–—-]|,|/|\b(?:und|bis|oder|and|to|or|et|au|ou|y|al|a|o|и|по|до|или)\b|و|إلى|حتى|أو)"
    r"\s*(?:the|le|el|den|dem|zum)?\s*\Z"
)
_DAY_AFTER = re.compile(r"\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d.:%]|\s?%)")
_YEAR_AFTER = re.compile(r"\s*(?:of|de|del|,)?\s*\d{4}(?!\d)")
_REACH = 40  # characters before a month in which its days stand
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day of a month, or 0 for the month alone, with the words that say so."""

    day: int
    month: int
    words: str
    either: bool = False  # whether day and month may stand in the other order


def find_lost_dates(source: str, language: str, translation: str, tag: str) -> tuple[str, ...]:
    """List the dates of `source` that `translation` lacks, as they stand in the source.

    A month without a day counts where a year stands by it.
    """
    if not _FIGURE.search(source):
        return ()  # every date that is looked for has one
    there = _list_dates(translation, tag)
    days = {(found.day, found.month) for found in there}
    months = {found.month for found in there}

    def is_there(found: FoundDate) -> bool:
        if not found.day:
            return found.month in months
        turned = found.either and (found.month, found.day) in days
        return turned or (found.day, found.month) in days

    lost = [found.words for found in _list_dates(source, language) if not is_there(found)]
    return tuple(dict.fromkeys(lost))


@lru_cache(maxsize=2048)  # every locale asks for those of the source
def _list_dates(text: str, language: str) -> tuple[FoundDate, ...]:
    return tuple(_find_dates(text, language))


def _find_dates(text: str, language: str) -> Iterator[FoundDate]:
    text = _UNSEEN.sub("", text)
    for pattern, day, month in ((_NUMERIC, 1, 2), (_ISO, 2, 1), (_SLASHED, 1, 2)):
        for found in pattern.finditer(text):
            either = pattern is _SLASHED
            yield FoundDate(int(found[day]), int(found[month]), found[0], either=either)
            if either:
                yield FoundDate(int(found[month]), int(found[day]), found[0], either=either)
    for found in _CHARACTERS.finditer(text):
        for number in _NUMBER.findall(found[2]) or ("0",):
            yield FoundDate(int(number), int(found[1]), found[0])
    names, numbers = _month_names(language)
    for found in names.finditer(text) if names else ():
        month = next(number for group, number in numbers.items() if found[group] is not None)
        yield from _find_named(text, found, month, language)


def _find_named(text: str, name: re.Match[str], month: int, language: str) -> Iterator[FoundDate]:
    """Yield what is said by the name of a month: days before it, a day behind it, or its year."""
    start, days = _read_days(text, name.start())
    after = _DAY_AFTER.match(text, name.end()) if _puts_month_first(language) else None
    if after is not None and not days:
        days = [int(after[1])]
    end = after.end() if after else name.end()
    for day in days:
        if 1 <= day <= _LONGEST:
            yield FoundDate(day, month, text[start:end].strip())
    year = _YEAR_AFTER.match(text, name.end())
    if not days and year is not None:
        yield FoundDate(0, month, text[name.start() : year.end()].strip())


def _read_days(text: str, end: int) -> tuple[int, list[int]]:
    """Read the days that stand before a month, from the last to the first."""
    begin = max(0, end - _REACH)
    days: list[int] = []
    position = end
    while found := _DAY_BEFORE.search(text, begin, position):
        days.append(int(found[1]))
        end = found.start()
        joined = _JOINED_BEFORE.search(text, begin, end)
        if joined is None:
            break
        position = joined.start()
    return end, days


@lru_cache(maxsize=64)
def _month_names(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """Give a pattern for the names of months in a language, and the number of each group."""
    try:
        months = load_locale(language).months
    except LocaleError:
        return None, {}
    names: dict[int, set[str]] = {number: set() for number in range(1, 13)}
    for context, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
        for number, name in months[context][width].items():
            names[number] |= {re.escape(form) for form in _list_cases(str(name).rstrip("."))}
    for number, name in months["format"]["wide"].items():
        stem = _find_stem(str(name), str(months["stand-alone"]["wide"][number]))
        if stem != name and len(stem) > 1:  # a language that inflects them
            names[number] |= {rf"{re.escape(form)}\w{{0,3}}" for form in _list_cases(stem)}
    groups = (
        f"(?P<m{number}>{'|'.join(sorted(forms, key=len, reverse=True))})"
        for number, forms in names.items()
        if not any(char.isdigit() for form in forms for char in form.replace("{0,3}", ""))
    )
    edge = "" if language.partition("-")[0] in INSIDE_WORDS else r"\w"
    whole = "|".join(groups)
    if not whole:
        return None, {}
    whole = f"(?<!{edge})(?:{whole})\\.?(?!{edge})" if edge else f"(?:{whole})"
    return re.compile(whole), {f"m{n}": n for n in names}


def _find_stem(one: str, other: str) -> str:
    """Give the letters that two forms of a word begin with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(letter for letter, _ in same)


def _list_cases(name: str) -> tuple[str, str]:
    """Give a name as it is, and as it begins a sentence."""
    return name, name[:1].upper() + name[1:]


@lru_cache(maxsize=64)
def _puts_month_first(language: str) -> bool:
    """Tell whether a day may stand behind the name of its month."""
    pattern = str(load_locale(language).date_formats["long"].pattern)
    return pattern.find("M") < pattern.find("d")
