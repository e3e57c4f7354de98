"""Dates as a text gives them: perhaps without a year, perhaps two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_REPUBLIC = 1911  # the year before the first of the Republic of China
_LONGEST_STEP = 40  # years between a year and a second one of two digits


@dataclass(frozen=True, slots=True)
class Moment:
    """The components of one date of EDTF; what the text does not say is empty.

    `year` is `1991`, `194X` or `18XX`; `inner` a month, season, quarter or half by its number;
    `part` is `early`, `mid` or `late`, and `mark` one of `~`, `?` and `%`.
    """

    year: str = ""
    inner: str = ""
    day: str = ""
    part: str = ""
    mark: str = ""

    @property
    def text(self) -> str:
        """Write the date; a year that is not known is `XXXX`."""
        digits = "-".join(filter(None, (self.year or "XXXX", self.inner, self.day)))
        mark = self.mark
        if self.part:
            mark = {"~": "", "%": "?"}.get(mark, mark)  # a part is approximate already
        return f"{self.part} {digits}{mark}".lstrip()

    @property
    def is_partial(self) -> bool:
        """Tell whether the year is missing."""
        return not self.year

    def doubt(self, mark: str) -> Moment:
        """Add a mark; `~` and `?` together are `%`."""
        both = bool(self.mark) and self.mark != mark
        return replace(self, mark="%" if both else mark)


def read_moments(values: Mapping[str, str]) -> tuple[Moment, Moment | None]:
    """Read what a pattern found: one date, or the two ends of a stretch.

    What one end leaves out is that of the other: `18.–19. Juni 2024` says month and year once.
    """
    first = _read_moment(values, "")
    if "season" in values or not any(role.endswith("2") for role in values):
        return first, None
    last = _read_moment(values, "2")
    if "y2" in values:
        year = _widen(first.year, int(values["y2"]))
        if not year:
            return first, None
        last = replace(last, year=year)
    if not last.year:
        last = replace(last, year=first.year)
    if not last.inner and last.day:
        last = replace(last, inner=first.inner)
    if not first.year:
        first = replace(first, year=last.year)
    return first, last


def _read_moment(values: Mapping[str, str], end: str) -> Moment:
    day = values.get(f"d{end}", "")
    return Moment(
        year=_read_year(values, end),
        inner=_read_inner(values, end),
        day=f"{int(day):02}" if day else "",
        part=values.get(f"part{end}", ""),
    )


def _read_year(values: Mapping[str, str], end: str) -> str:
    if year := values.get(f"Y{end}"):
        number = int(year)
        if "bce" in values:
            return f"{'-' if number > 1 else ''}{number - 1:04}"
        return f"{number:04}"
    if year := values.get(f"R{end}"):
        return f"{int(year) + _REPUBLIC:04}"
    if decade := values.get(f"T{end}"):
        return f"{int(decade):03}X"
    century = values.get(f"C{end}")
    if tens := values.get(f"t{end}"):
        before = int(century) - 1 if century else 20 if int(tens) < 20 else 19
        return f"{before:02}{int(tens) // 10}X"
    return f"{int(century) - 1:02}XX" if century else ""


def _read_inner(values: Mapping[str, str], end: str) -> str:
    if season := values.get(f"season{end}"):
        return str(_SEASONS[season])
    for role, base in (("month", 0), ("m", 0), ("Q", 32), ("H", 39)):
        if number := values.get(f"{role}{end}"):
            return f"{int(number) + base:02}"
    return ""


def _widen(year: str, last: int) -> str:
    """Give the year that two digits stand for behind another: `1998–02` ends in 2002."""
    if not year.isdigit():
        return ""
    century, tens = divmod(int(year), 100)
    widened = 100 * (century + (last <= tens)) + last
    return f"{widened:04}" if widened - int(year) <= _LONGEST_STEP else ""
