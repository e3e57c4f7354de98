"""What an author probably meant by something that is not a date of ours."""

from __future__ import annotations

import re
from collections.abc import Callable

EXAMPLES = "write a date such as `1991`, `2024-06`, `2024-06-18`, `194X` or `1950/1953`"

_Match = re.Match[str]


def _day_first(found: _Match) -> str:
    return f"write year, month and day: `{found[3]}-{int(found[2]):02}-{int(found[1]):02}`"


def _month_first(found: _Match) -> str:
    return f"write the year before the month: `{found[2]}-{int(found[1]):02}`"


def _short_parts(found: _Match) -> str:
    parts = [found[1], *(f"{int(part):02}" for part in found[2].split("-") if part)]
    return f"write month and day with two digits: `{'-'.join(parts)}`"


def _two_years(found: _Match) -> str:
    century = found[1][:2] if int(found[2]) > int(found[1][2:]) else f"{int(found[1][:2]) + 1}"
    return f"write a period with a slash: `{found[1]}/{century}{found[2]}`"


def _bce(found: _Match) -> str:
    year = int(found[1]) - 1
    return f"count the years before Christ from 0: `{'-' if year else ''}{year:04}`"


def _in_capitals(found: _Match) -> str:
    return f"write `{found[0].upper().replace('U', 'X')}`"


_MEANT: tuple[tuple[re.Pattern[str], Callable[[_Match], str]], ...] = (
    (re.compile(r".*\d[T ]\d\d:\d\d"), lambda m: "leave out the time of day"),
    (re.compile(r"(?i)(now|today|heute)\Z"), lambda m: "write the day itself, `2024-06-18`"),
    (re.compile(r"\d{4}-?W\d\d"), lambda m: "write the days of the week, `2024-06-17/2024-06-23`"),
    (re.compile(r"(?i)(.+)/(?:open|now|today|heute)\Z"), lambda m: f"write `{m[1]}/..`"),
    (re.compile(r"(?i)(.+)/(?:unknown|unk|\?)\Z"), lambda m: f"write `{m[1]}/`"),
    (re.compile(r"(?i)(?:open)/(.+)\Z"), lambda m: f"write `../{m[1]}`"),
    (re.compile(r"(?i)(?:unknown|unk|\?)/(.+)\Z"), lambda m: f"write `/{m[1]}`"),
    (re.compile(r"(?=.*[ux])-?\d[\dux]{3}(?:-[\dux]{2}){0,2}\Z"), _in_capitals),
    (re.compile(r"(?:[yY]-?[1-9]\d*(?:[eE]\d+)?|\d{4})(?:[sS][1-9])?\Z"), _in_capitals),
    (re.compile(r"(-?\d+)[eE](\d+)\Z"), lambda m: f"write `Y{m[1]}E{m[2]}`"),
    (
        re.compile(r"(\d{4}(?:-\d\d){0,2}) ([?~%])\Z"),
        lambda m: f"write the mark without a blank: `{m[1]}{m[2]}`",
    ),
    (re.compile(r"(\d\d?)[./] ?(\d\d?)[./] ?(\d{4})\Z"), _day_first),
    (re.compile(r"(\d\d?)[./](\d{4})\Z"), _month_first),
    (re.compile(r"(\d{4})-(4[2-9]|[5-9]\d)\Z"), _two_years),
    (re.compile(r"-?[\dX]{4}-(\d\d)\Z"), lambda m: "write a month from `01` to `12`"),
    (re.compile(r"-?[\dX]{4}-[\dX]{2}-[\dX]{2}\Z"), lambda m: "look the day up in a calendar"),
    (re.compile(r"(\d{4})(\d\d)(\d\d)\Z"), lambda m: f"write `{m[1]}-{m[2]}-{m[3]}`"),
    (re.compile(r"(\d{4})((?:-\d\d?){1,2})\Z"), _short_parts),
    (
        re.compile(r"(\d{4}) ?(?:-|–|—|bis|to|\.\.\.?|…) ?(\d{4})\Z"),
        lambda m: f"write a period with a slash: `{m[1]}/{m[2]}`",
    ),
    (re.compile(r"(\d{3})0 ?(?:s|er|er Jahre)\Z"), lambda m: f"write a decade as `{m[1]}X`"),
    (re.compile(r"(?i)(\d{1,4}) ?(?:BCE?|v\. ?Chr\.)\Z"), _bce),
    (
        re.compile(r"(?i)(?:c\.?|ca\.?|circa|um|about) ?(\d{4}(?:-\d\d){0,2})\Z"),
        lambda m: f"write a circa date as `{m[1]}~`",
    ),
    (
        re.compile(r"(?i)(?:since|seit|ab|from) (\d{4}(?:-\d\d){0,2})\Z"),
        lambda m: f"write an open end as `{m[1]}/..`",
    ),
    (
        re.compile(r"(?i)(?:until|bis|to) (\d{4}(?:-\d\d){0,2})\Z"),
        lambda m: f"write an open beginning as `../{m[1]}`",
    ),
    (
        re.compile(r"(Early|Mid|Late|EARLY|MID|LATE)\b(.*)\Z"),
        lambda m: f"write `{m[1].lower()}{m[2]}`",
    ),
    (re.compile(r"(\d{1,3})\Z"), lambda m: f"write years with four digits: `{int(m[1]):04}`"),
    (re.compile(r"(\d{5,})\Z"), lambda m: f"write years beyond 9999 as `Y{m[1]}`"),
)


def suggest_date(text: str) -> str:
    """Say what to write instead of `text`, or show how dates look."""
    for pattern, answer in _MEANT:
        if found := pattern.match(text):
            return answer(found)
    return EXAMPLES
