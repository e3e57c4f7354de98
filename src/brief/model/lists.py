"""How a language lists things in words, after the list patterns of CLDR (UTS #35, part 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True, slots=True)
class Euphony:
    """A pattern that another replaces where the last item is like `before`: `y` before `Italia`."""

    pattern: str
    before: Pattern[str]
    instead: str


@dataclass(frozen=True, slots=True)
class ListPatterns:
    """The patterns of one language, in which `{0}` and `{1}` are what they join.

    `two` joins exactly two items; of more, `start` joins the first two, `end` the last, and
    `middle` all others.
    """

    two: str = "{0}, {1}"
    start: str = "{0}, {1}"
    middle: str = "{0}, {1}"
    end: str = "{0}, {1}"
    euphonies: tuple[Euphony, ...] = ()

    def join(self, items: Sequence[str]) -> str:
        """List items as the language lists them; nothing is listed as nothing."""
        if len(items) <= 2:
            return self._fill(self.two, *items) if len(items) == 2 else "".join(items)
        listed = _put(self.start, items[0], items[1])
        for item in items[2:-1]:
            listed = _put(self.middle, listed, item)
        return self._fill(self.end, listed, items[-1])

    def _fill(self, pattern: str, listed: str, last: str) -> str:
        """Join the last item, with the conjunction that sounds well before it."""
        for euphony in self.euphonies:
            if euphony.pattern == pattern and euphony.before.match(last):
                return _put(euphony.instead, listed, last)
        return _put(pattern, listed, last)


def _put(pattern: str, listed: str, item: str) -> str:
    """Fill a pattern; braces in what is listed stay as they are."""
    return pattern.format(listed, item)
