"""Dates made at random: sound ones of all kinds, and some that are none."""

from __future__ import annotations

from hypothesis import strategies as st

from brief.model.dates import MAX_LENGTH


def _masked(year: str, places: tuple[int, ...]) -> str:
    return "".join("X" if place in places else digit for place, digit in enumerate(year))


_NUMBERS = st.sampled_from(
    ["0000", "0001", "0044", "1066", "1899", "1900", "1945", "2000", "2004", "2024", "9999"]
)
_SIGNS = st.sampled_from(["", "", "", "-"])
_MARKS = st.sampled_from(["", "", "", "", "?", "~", "%"])
_YEARS = st.one_of(
    st.builds("{}{}".format, _SIGNS, _NUMBERS),
    st.builds(
        lambda sign, year, places: sign + _masked(year, places),
        _SIGNS,
        _NUMBERS,
        st.sampled_from([(3,), (2, 3), (1, 2, 3), (0, 1, 2, 3), (2,), (0,)]),
    ),
    st.sampled_from(["Y17000", "Y-17000", "Y170000002", "Y2024", "Y17E2", "Y17E7", "Y-17E7"]),
    st.sampled_from(["1950S2", "-1950S3", "Y171010000S3", "Y3388E2S3"]),
)
_MONTHS = st.sampled_from(
    "01 02 04 06 12 12 00 13 XX XX 1X 0X 21 24 25 30 32 33 36 37 39 40 41 42".split()
)
_DAYS = st.sampled_from("01 11 28 29 30 31 32 00 XX XX 1X 3X".split())


@st.composite
def _single(draw: st.DrawFn) -> str:
    parts = [draw(_YEARS)]
    if draw(st.booleans()):
        parts.append(draw(_MONTHS))
        if draw(st.booleans()):
            parts.append(draw(_DAYS))
    if draw(st.booleans()):
        parts = [f"{draw(_MARKS)}{part}{draw(_MARKS)}" for part in parts]
    return "-".join(parts)


_ENDS = st.one_of(_single(), _single(), st.sampled_from(["", ".."]))
_INTERVALS = st.builds("{}/{}".format, _ENDS, _ENDS)
_MEMBERS = st.one_of(_single(), _single(), st.builds("{}..{}".format, _single(), _single()))


@st.composite
def _sets(draw: st.DrawFn) -> str:
    members = draw(st.lists(_MEMBERS, min_size=1, max_size=3))
    members[0] = draw(st.sampled_from(["", "", ".."])) + members[0]
    members[-1] += draw(st.sampled_from(["", "", ".."]))
    brackets = draw(st.sampled_from(["[]", "{}"]))
    return f"{brackets[0]}{','.join(members)}{brackets[1]}"


EXPRESSIONS = st.one_of(_single(), _INTERVALS, _sets()).filter(lambda text: len(text) <= MAX_LENGTH)
