"""Where lines of Chinese and Japanese may end: between characters, but not at all of them.

The rules are those of UAX 14 for ideographs with closing and opening punctuation, which Chinese
standards (GB/T 15834) and Japanese ones (JIS X 4051) share: no line begins with a mark that
closes, and none ends with one that opens. In Japanese no line begins with small kana either, nor
with a mark that lengthens or repeats a character. A number and its unit, as in a date, stay
together, and the last line of a paragraph has more than one character (W3C, CLREQ and JLREQ).
"""

from __future__ import annotations

import re

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_OPENING = "“‘（《〈「『【〔［｛"
_SMALL = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ・"
_CLOSING = "，。、；：？！”’）》〉」』】〕］｝…—·～〜" + _SMALL
_JOINER = "\u2060"
_BREAK = re.compile(
    rf"(?<=[{_HAN}{re.escape(_CLOSING)}])(?=[^\s{_JOINER}{re.escape(_CLOSING)}])"
    rf"|(?<=[^\s{_JOINER}{re.escape(_OPENING)}])(?![{_SMALL}])(?=[{_HAN}{re.escape(_OPENING)}])"
)
_UNITS = "年月日号时分秒世"
_UNIT = re.compile(rf"(?<=\d)(?=[{_UNITS}])")
_LANGUAGES = ("zh", "ja")


def breaks_between_characters(language: str) -> bool:
    """Tell whether a language is written without spaces between words."""
    return language.partition("-")[0] in _LANGUAGES


def list_han_breaks(text: str) -> list[int]:
    """List the places in a text without spaces where a line may end, as characters before."""
    return [
        found.start()
        for found in _BREAK.finditer(text)
        if 0 < found.start() < len(text)
        and text[found.start() - 1] not in _OPENING
        and not _UNIT.match(text, found.start())
    ]


def bind_units(text: str) -> str:
    """Keep the engine from ending a line between a number and its unit."""
    return _UNIT.sub(_JOINER, text)


def bind_last(text: str) -> str:
    """Keep the last character of a paragraph, with the marks behind it, from a line of its own."""
    place = max(list_han_breaks(text), default=0)
    if place and sum(character.isalnum() for character in text[place:]) == 1:
        return f"{text[:place]}{_JOINER}{text[place:]}"
    return text
