"""Time the reading of dates beside the library `edtf`, on the same dates in turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

ROUNDS = 9
DATES = (
    *("1985", "1985-04", "1985-04-12", "2001-21", "1984~", "2004-06-11%", "201X", "2004-XX"),
    *("1964/2008", "2004-02-01/2005-02", "1985/..", "../1985", "1985-04/", "Y170000002"),
    *(
        "1950S2",
        "2001-34",
        "[1667,1668,1670..1672]",
        "{1960,1961-12}",
        "?2004-06-~11",
        "156X-12-25",
    ),
)  # both readers know these
OURS_ONLY = ("late 194X", "late 194X/197X", "mid-2024")


def main() -> None:
    """Print microseconds a date for both, without any cache of ours."""
    from edtf import parse_edtf

    from brief.model.dates import parse_when

    uncached = parse_when.__wrapped__
    times: dict[str, list[float]] = {"library edtf": [], "brief": [], "brief, own forms": []}
    for _ in range(ROUNDS):
        times["library edtf"].append(_time(parse_edtf, DATES, 1))
        times["brief"].append(_time(uncached, DATES, 100))
        times["brief, own forms"].append(_time(uncached, OURS_ONLY, 100))
    reference = statistics.median(times["library edtf"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:<22} {median:9.1f} µs a date   {reference / median:7.0f} × as fast")
    slowest = max((_time(uncached, (date,), 200), date) for date in DATES + OURS_ONLY)
    print(f"slowest of ours: `{slowest[1]}` in {slowest[0]:.1f} µs")


def _time(read: Callable[[str], object], dates: tuple[str, ...], rounds: int) -> float:
    """Give the microseconds that reading takes for one date."""
    began = time.perf_counter()
    for _ in range(rounds):
        for date in dates:
            read(date)
    return (time.perf_counter() - began) / rounds / len(dates) * 1e6


if __name__ == "__main__":
    main()
