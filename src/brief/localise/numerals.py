"""Compare the numbers of a translation with those of its source.

A wrong year or sum is the mistake that costs most and is seen least. Numbers up to twenty are
often words in one language and figures in another, as months are in dates; decades and millions
are counted differently in Chinese and Korean. These are not compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,\u066b]\d+)?")
_DATE = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_GROUPS = re.compile(r"[.,\u066c\u00a0\u202f' ](?=\d{3}(?!\d))")
_MILLIONS = re.compile(r"[\s\u00a0\u202f]+(?:Mill|Mrd|Mio|bill|mill|тыс|млн|млрд|mil\b)")
_SMALL = 20


def find_lost_numbers(source: str, translation: str) -> tuple[str, ...]:
    """List the numbers of `source` that `translation` lacks, as they stand in the source."""
    source = _DATE.sub(_leave_out_month, source)
    translation = _DATE.sub(_leave_out_month, translation)
    there = Counter[str](_value(found[0]) for found in _NUMBER.finditer(_latin(translation)))
    lost = []
    for found in _NUMBER.finditer(_latin(source)):
        value = _value(found[0])
        if _is_small(value) or _is_scaled(source, found.end()):
            continue
        if there[value] > 0:
            there[value] -= 1
        else:
            lost.append(found[0])
    return tuple(lost)


def _leave_out_month(date: re.Match[str]) -> str:
    return f"{date[1]} {date[3]}".ljust(len(date[0]))


def _latin(text: str) -> str:
    """Give a text with the digits of all scripts as Latin ones, each in its place."""
    table = {
        ord(char): str(unicodedata.digit(char))
        for char in set(text)
        if char.isdigit() and not char.isascii()
    }
    return text.translate(table) if table else text


def _value(number: str) -> str:
    """Write a number in one way: no groups, a point before decimals."""
    whole = _GROUPS.sub("", number)
    return re.sub(r"[,\u066b]", ".", whole)


def _is_small(value: str) -> bool:
    return value.isdecimal() and int(value) <= _SMALL


def _is_scaled(source: str, end: int) -> bool:
    """Tell whether letters stand right behind a number, as in `1940er`, or a million."""
    if source[end : end + 1].isalpha():
        return True
    return _MILLIONS.match(source, end) is not None
