"""Numbers as dates write them: digits of any script, Roman and Chinese numerals."""

from __future__ import annotations

_HAN_DIGITS = "〇零○一二三四五六七八九"
_HAN = rf"[{_HAN_DIGITS}十廿]"
_ONE, _TWO, _ZERO = "[1١۱１]", "[2٢۲２]", "[0٠۰０]"

NUMBERS = {  # by source: what a pattern may ask for
    "Y": rf"(?:{_ONE}[5-9٥-٩۵-۹５-９]|{_TWO}{_ZERO})\d\d",
    "YYY": r"\d{3,4}",
    "years": r"\d{1,4}",
    "hanY": rf"(?:[1１][5-9５-９]\d\d|[2２][0０]\d\d|[一二][{_HAN_DIGITS}]{{3}})",
    "T": rf"(?:{_ONE}[5-9٥-٩۵-۹５-９]|{_TWO}{_ZERO})\d",
    "t": r"\d0",
    "hant": r"(?:[1-9１-９][0０]|[一二三四五六七八九]?十)",
    "C": r"[12]?\d",
    "hanC": r"(?:[12]?\d|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)",
    "roman": r"X{0,2}(?:IX|IV|V?I{0,3})(?<=[IVX])",
    "R": r"(?:\d{2,3}|[二三四五六七八九]?十[一二三四五六七八九]?)",
    "m": r"(?:1[0-2]|0?[1-9]|[٠۰]?[١-٩۱-۹]|[١۱][٠-٢۰-۲])",
    "hanm": r"(?:1[0-2]|0?[1-9]|[１-９]|十[一二]?|[一二三四五六七八九])",
    "d": r"(?:[12١٢۱۲]\d|[3٣۳][01٠١۰۱]|[0٠۰]?[1-9١-٩۱-۹])",
    "hand": (
        r"(?:[12]\d|3[01]|0?[1-9]|[１-９]|[二三]?十[一二三四五六七八九]?"
        r"|廿[一二三四五六七八九]?|[一二三四五六七八九])"
    ),
    "y": r"\d\d",
    "q": r"[1-4]",
    "hanq": r"[1-4一二三四]",
    "h": r"[12]",
    "n": r"\d{1,3}",
}
LEADS = {"roman": "IVX"}  # what a number can begin with, if not a digit
_ROMAN = {"I": 1, "V": 5, "X": 10}
_HAN_VALUES = {sign: max(0, place - 2) for place, sign in enumerate(_HAN_DIGITS)}


def find_lead(source: str) -> str:
    """Give the inside of a character class for the first sign of a number."""
    return (
        rf"\d{_HAN_DIGITS}十廿"
        if source.startswith("han") or source == "R"
        else LEADS.get(source, r"\d")
    )


def read_number(text: str, source: str) -> int:
    """Read the number that the pattern `NUMBERS[source]` found."""
    if source == "roman":
        return _read_roman(text)
    if source.startswith("han") or source == "R":
        return _read_han(text)
    return int(text)


def _read_roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _read_han(text: str) -> int:
    """Read `1991`, `一九九一`, sign by sign, and numbers with a ten, `二十一`."""
    text = text.replace("廿", "二十")
    if text.isdecimal():
        return int(text)
    if "十" not in text:
        return int("".join(str(_HAN_VALUES[sign]) for sign in text))
    tens, _, units = text.partition("十")
    return 10 * (_HAN_VALUES[tens] if tens else 1) + (_HAN_VALUES[units] if units else 0)
