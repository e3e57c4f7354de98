"""The dates whose wording is kept for review in `wordings/`, one file a language.

Every form stands with every precision and part of a period, by itself, in doubt, and in each
place of a sentence; then come intervals, sets, eras, masks and doubts about single components.
"""

from __future__ import annotations

from pathlib import Path

from brief.localise.dates import word_when
from brief.model.dates import parse_when
from brief.model.second_calendar import SecondCalendar

FOLDER = Path(__file__).parent / "wordings"
TAGS = (
    *("ar", "de", "en-GB", "es", "fr", "he", "hi", "it", "ja", "ko", "pt", "ru", "tr", "uk"),
    *("zh-Hans", "zh-Hant"),
)

DATES = (
    *("2024-06-18", "2024-03-01", "2024-06", "2024-08", "2024"),
    *("194X", "200X", "201X", "19XX", "00XX", "1XXX"),
    *("2024-21", "2024-22", "2024-23", "2024-24", "2024-30"),
    *("2024-34", "2024-39", "2024-40", "2024-41", "1984-1X", "1984-12-1X"),
    *("-0099", "-0043-03", "-0043-03-15", "-01XX"),
)
PARTS = tuple(
    f"{part} {period}"
    for period in ("2024-05", "2024", "194X", "200X", "18XX", "1XXX")
    for part in ("early", "mid", "late")
)
FRAMES = (
    *("{}", "{}?", "{}~", "{}%", "{}/..", "../{}", "{}/", "[{}..2100]"),
    *("{}~/..", "../{}~", "{}%/..", "../{}?"),
)
FRAMES_OF_PARTS = tuple(frame for frame in FRAMES if "~" not in frame and "%" not in frame)

INTERVALS = (
    *("2024-06-18/2024-06-19", "2022-02-28/2022-03-01", "2023-12-30/2024-01-02"),
    *("2024-04/2024-06", "2003-08/2009-04", "1950/1953", "1945/1991-12-26", "2024-06/2024-06-18"),
    *("late 194X/197X", "194X/195X", "199X/200X", "200X/201X", "early 194X/late 194X"),
    *("18XX/19XX", "197X/1991", "2024-21/2024-23", "2024-33/2024-35", "early 1945/late 1946"),
    *("1945~/1950", "1945?/1950~", "194X?/195X", "/1985", "2024-01/2024-04"),
    *("-0099/-0043", "-0043/0014", "-0043-03-15/-0043-03-19", "-0043-03/0014-08", "-01XX/00XX"),
)
SETS = (
    *("[1948,1949]", "[1667,1668,1670..1672]", "[1946..1949]", "[1946-05..1949-06]"),
    *("[194X..196X]", "[..1760-12-03]", "[1760-12..]", "[1760-01,1760-02,1760-12..]"),
    *("{1994,2003,2018}", "{1960,1961-12}", "{2018-04-27,2018-05-26,2018-09-18}", "{..1984}"),
    *("{1950..1953,1969}", "[2024-07,2024-08]", "[2024-09,2024-10]", "{2024-10-07,2024-10-08}"),
    *("{2024-21,2024-24}", "{-0043,0014}", "[-0043..0014]", "[1984?,1985~]"),
)
MASKS = (
    *("000X", "-019X", "19X4", "XXXX", "XXXX-12-25", "XXXX-12", "156X-12-25", "15XX-12-25"),
    *("1XXX-12", "19X4-12", "156X-12-1X", "156X-1X", "19XX-21", "XXXX-34", "19XX-40"),
    *("2004-XX-12", "2004-1X-12", "156X-XX-12", "XXXX-XX-12", "../XXXX-12-25"),
    *("156X-12-25/..", "../2004-XX-12"),
)
FAR = (
    *("0044", "0000", "Y12000", "Y170000002", "Y17E7", "Y-17E7", "Y-12345", "-9999"),
    *("1950S2", "-1950S2", "Y3388E2S3", "1950S2/..", "../1950S2", "1950S2?", "-0043-24", "0000-24"),
    *("late -01XX", "-0043-34", "-0043-40", "early -0043"),
)
DOUBTS = (
    *("2004?-06-11", "2004-06?-11", "?2004-06-~11", "2004-%06-11", "2004-06~-11", "2004-?06"),
    *("2004?-21", "2004-~21", "?2004-06-?11", "2004-06-~01/2004-06-~20", "2004?-06-11/.."),
)
SECOND = (
    *("2024", "2024-06-18", "2024-06", "1912", "1911", "1950/1953", "1905/1913", "2000/.."),
    *("2024-06-18/2024-06-19", "1948-09/2024-06", "early 2024", "2024-21", "2024-24", "2024-34"),
    *("194X", "1945~", "{1994,2003}", "[1946..1949]", "2024-40"),
)
ALL = (
    *(frame.format(date) for date in DATES for frame in FRAMES),
    *(frame.format(date) for date in PARTS for frame in FRAMES_OF_PARTS),
    *INTERVALS,
    *SETS,
    *MASKS,
    *FAR,
    *DOUBTS,
)
_SHOWN = str.maketrans({"\u00a0": "␣", "\u202f": "˽", "\u2060": "⁀", "\u2009": "¦"})
_LEGEND = "# ␣ no-break space, ˽ narrow no-break space, ⁀ word joiner\n"


def write_wordings(tag: str) -> str:
    """Give the file of one language: a date and its wording on each line."""
    lines = [f"{text:<36}{_show(word_when(parse_when(text), tag))}" for text in ALL]
    for calendar in SecondCalendar:
        lines += ["", f"# with the second calendar {calendar.value}"]
        for text in SECOND:
            lines.append(f"{text:<36}{_show(word_when(parse_when(text), tag, calendar))}")
    return _LEGEND + "\n".join(lines) + "\n"


def _show(text: str) -> str:
    return text.translate(_SHOWN)
