"""Break the words of a label into lines: for every number of lines the narrowest setting.

A label may be low and wide or high and narrow; which one suits is for others to choose. Lines
are as even as the words allow, and a hyphen must earn its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from brief.compose.fonts import TextStyle
from brief.compose.han import breaks_between_characters, list_han_breaks
from brief.compose.hyphenation import JOINT, find_divisions
from brief.compose.timeline.style import Style

HYPHEN = "\u2010"  # what the engine itself prints where it divides a word
_MOST_LINES = 14
_WIDEST = 330.0  # no line of several is wider
_DIVIDED = 70.0  # only words wider than this are divided between syllables

# What a poor place for a break costs, in pixels by which the label must become narrower for it.
_AT_JOINT = 9.0
_IN_WORD = 44.0
_AFTER_STUB = 26.0  # after the hyphen of a short first part, as in `UN-Charta`
_ANYWHERE = 60.0  # in a word without end
_BOUND = 90.0  # between words that belong together
_WEAK = 5.0  # after an article or a preposition
_SHORT_LINE, _SHORT_SHARE = 0.3, 0.45
_LAST_WORD, _LAST_SHARE = 8.0, 0.2
_STUB = 4
_STUTTER = 2
_ENDLESS, _PART = 200.0, 40.0  # a word wider than this is cut into parts of this width


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text with the width of the longest; a divided word ends its line with `HYPHEN`.

    `flaw` says in pixels how poor the breaks are.
    """

    lines: tuple[str, ...]
    width: float
    flaw: float = 0.0


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text that stays together, and how a line may end after it: with a mark, at a cost.

    `space` is the width between it and the next piece when they share a line.
    """

    text: str
    width: float
    joint: str
    space: float
    mark: str
    mark_width: float
    cost: float


_Way = tuple[float, float, tuple[int, ...]]  # widest line, cost of breaks, ends of lines


class Wrapper:
    """Break text of one style and language; what was broken once is remembered."""

    def __init__(
        self,
        style: Style,
        face: TextStyle,
        language: str,
        weak: frozenset[str] = frozenset(),
        weak_cost: float = _WEAK,
    ) -> None:
        """Begin with a style, the language of the text, and words that should not end a line.

        `weak_cost` is how much narrower a text must become for such a line end.
        """
        self._measure = style.text
        self._face = face
        self._language = language
        self._weak, self._weak_cost = weak, weak_cost
        self.settings = lru_cache(maxsize=2000)(self._list_settings)

    def width(self, text: str) -> float:
        """Give the width of a text on one line."""
        return self._measure.width(text, self._face)

    def wrap(self, text: str, measure: float, most: int = _MOST_LINES) -> Lines:
        """Break `text` into as few lines as fit the measure; else into the narrowest."""
        if not text or self.width(text) <= measure:
            return Lines((text,) if text else (), self.width(text))
        settings = self.settings(text, most)
        fitting = (lines for lines in settings if lines.width <= measure)
        return next(fitting, min(settings, key=lambda lines: lines.width))

    def _list_settings(self, text: str, most: int) -> tuple[Lines, ...]:
        """Give the narrowest setting for one line, two lines, and so on up to `most`."""
        pieces = list(self._cut(text))
        found = []
        for ways in _list_ways(pieces, most):
            settings = [self._write(pieces, way) for way in ways]
            if settings:
                found.append(min(settings, key=lambda lines: (lines.width + lines.flaw, lines)))
        return tuple(found)

    def _write(self, pieces: list[_Piece], way: _Way) -> Lines:
        _, cost, ends = way
        starts = (0, *ends[:-1])
        lines = tuple(_join(pieces[start:end]) for start, end in zip(starts, ends, strict=True))
        widths = [self.width(line) for line in lines]
        widest = max(widths)
        lacking = max(0.0, _SHORT_SHARE * widest - min(widths[:-1], default=widest))
        lonely = _LAST_WORD if len(lines) > 1 and widths[-1] < _LAST_SHARE * widest else 0.0
        return Lines(lines, widest, cost + _SHORT_LINE * lacking + lonely)

    def _cut(self, text: str) -> Iterator[_Piece]:
        """Cut a text at all places where a line may end."""
        space, hyphen = self.width(" "), self.width(HYPHEN)
        for word in text.split(" "):
            start = 0
            for end, mark, cost in self._list_cuts(word):
                part = word[start:end]
                width = hyphen if mark else 0.0
                yield _Piece(part, self.width(part), "", 0.0, mark, width, cost)
                start = end
            weak = self._weak_cost if word.lower() in self._weak else 0.0
            yield _Piece(word[start:], self.width(word[start:]), " ", space, "", 0.0, weak)

    def _list_cuts(self, word: str) -> list[tuple[int, str, float]]:
        """List the places inside a word, with the mark that a line needs there and its cost."""
        places: dict[int, tuple[str, float]] = {}
        for index, char in enumerate(word[1:-1], start=2):
            if char in "-/–":
                stub = min(index, len(word) - index) <= _STUB
                places[index] = ("", _AFTER_STUB if stub else _AT_JOINT)
            elif char == "\u00a0":
                places[index] = ("", _BOUND)
        # Between other characters of Chinese there may be a name, which nobody can see.
        for index in self._list_han_breaks(word):
            if not word[index - 1].isalnum():
                places[index] = ("", 0.0)
        start = 0
        for part in word.split("-"):
            if self.width(part) > _DIVIDED:
                for index, penalty in _drop_doubtful(find_divisions(part, self._language)):
                    cost = _AT_JOINT if penalty <= JOINT else _IN_WORD
                    places.setdefault(start + index, (HYPHEN, cost))
            start += len(part) + 1
        places.update(self._list_last_resorts(word, sorted(places)))
        return [(index, *places[index]) for index in sorted(places)]

    def _list_han_breaks(self, word: str) -> list[int]:
        return list_han_breaks(word) if breaks_between_characters(self._language) else []

    def _list_last_resorts(self, word: str, known: list[int]) -> dict[int, tuple[str, float]]:
        """Cut what is wider than any label and has no place to be cut."""
        found: dict[int, tuple[str, float]] = {}
        between = self._list_han_breaks(word)
        for start, end in pairwise((0, *known, len(word))):
            width = self.width(word[start:end])
            if width > _ENDLESS and between:
                found.update({n: ("", _ANYWHERE) for n in between if start < n < end})
            elif width > _ENDLESS:
                step = max(1, int((end - start) * _PART / width))
                found.update(dict.fromkeys(range(start + step, end, step), ("", _ANYWHERE)))
        return found


def _drop_doubtful(divisions: Sequence[tuple[int, float]]) -> Iterator[tuple[int, float]]:
    """Of two places a letter or two apart only the better is right, or else the later one."""
    for index, penalty in divisions:
        near = [other for other in divisions if 0 < abs(other[0] - index) <= _STUTTER]
        better = [p for i, p in near if p < penalty or (p == penalty and i > index)]
        if not better:
            yield index, penalty


def _list_ways(pieces: list[_Piece], most: int) -> Iterator[list[_Way]]:
    """Yield for one line, two lines, and so on, the ways that are narrow or cheap."""
    count = len(pieces)
    widths = _measure_runs(pieces)
    ends: list[list[_Way]] = [[] for _ in range(count + 1)]
    ends[0] = [(0.0, 0.0, ())]
    for number in range(min(most, count)):
        further: list[list[_Way]] = [[] for _ in range(count + 1)]
        for start, ways in enumerate(ends[:count]):
            if not ways:
                continue
            for end in range(start + 1, count + 1):
                width = widths[start][end - start - 1]
                if width > _WIDEST and number:
                    break
                cost = pieces[end - 1].cost if end < count else 0.0
                for widest, spent, before in ways:
                    _keep(further[end], (max(widest, width), spent + cost, (*before, end)))
        ends = further
        yield ends[count]


def _keep(ways: list[_Way], way: _Way) -> None:
    """Add a way unless another is both narrower and cheaper; drop those that it beats."""
    width, cost, _ = way
    for other in ways:
        if other[0] <= width and other[1] <= cost:
            return
    ways[:] = [other for other in ways if other[0] < width or other[1] < cost]
    ways.append(way)


def _measure_runs(pieces: list[_Piece]) -> list[list[float]]:
    """Give the width of a line from every piece to every later one."""
    runs = []
    for start in range(len(pieces)):
        filled = 0.0
        run = []
        for piece in pieces[start:]:
            run.append(filled + piece.width + piece.mark_width)
            filled += piece.width + piece.space
        runs.append(run)
    return runs


def _join(pieces: list[_Piece]) -> str:
    """Write the pieces of one line, with the mark that its end needs."""
    text = "".join(piece.text + piece.joint for piece in pieces[:-1])
    return f"{text}{pieces[-1].text}{pieces[-1].mark}".strip("\u00a0")
