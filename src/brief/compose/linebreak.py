"""Choose the ends of ragged lines, by the least total cost over a whole paragraph.

The engine breaks greedily: it fills every line as far as it goes. A better paragraph shortens
some lines so that others need no hyphen. Widths come in, chosen breaks go out; how they are
written into the text is left to `ragged`. The costs follow Knuth and Plass, "Breaking Paragraphs
into Lines" (1981), with the penalties of ragged setting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_SHORTFALL = 900.0  # times the cube of the share of the measure that stays empty
_LINE = 0.55
_HYPHEN = 3.4
_HYPHENS_IN_A_ROW = 9.0
_STUMP = 45.0
_LAST_LINE = 0.24
_WEAK_END = 0.12
_BISECTIONS = 8


@dataclass(frozen=True, slots=True)
class Cut:
    """A place inside a word at which a line may end.

    `width` is that of the word up to here, with the hyphen; `rest` that of what follows.
    `index` counts characters; `penalty` is 1 for an ordinary place and less for a good one.
    """

    index: int
    width: float
    rest: float
    penalty: float


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text between two spaces; `weak` words should not end a line.

    `bound` says that the space before it is no place to break, `glued` that there is no space.
    """

    width: float
    cuts: tuple[Cut, ...] = ()
    weak: bool = False
    bound: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A line ends before word `word`, or inside it at its cut number `cut` (else -1)."""

    word: int
    cut: int = -1


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    hyphenated: bool
    before: Break | None


def choose_breaks(
    words: Sequence[Word], measure: float, space: float, indent: float = 0.0
) -> tuple[Break, ...] | None:
    """Choose where lines of `measure` end; the last break is the end of the paragraph.

    Gives None when the words cannot be set in the measure.
    """
    start, end = Break(0), Break(len(words))
    best: dict[Break, _Path] = {start: _Path(0.0, False, None)}
    queue = [start]
    while queue:
        here = min(queue)
        queue.remove(here)
        if here == end:
            break
        room = measure - (indent if here == start else 0.0)
        for there, width in _line_ends(words, here, room, space):
            path = _extend(best[here], here, there, width / measure, words)
            if there not in best:
                queue.append(there)
            if there not in best or path.cost < best[there].cost:
                best[there] = path
    return _trace(best, end) if end in best else None


def balance_breaks(
    words: Sequence[Word], measure: float, space: float
) -> tuple[list[Word], tuple[Break, ...] | None]:
    """Choose breaks for lines of equal length: the narrowest measure with as few lines.

    A weak word is bound to the next, as an article belongs to its noun, unless that would take
    one more line. Gives the words as they are bound, with the breaks.
    """
    loose = [replace(word, bound=False) for word in words]
    bound = [
        replace(word, bound=number > 0 and words[number - 1].weak)
        for number, word in enumerate(words)
    ]
    best, fewest = choose_breaks(bound, measure, space), choose_breaks(loose, measure, space)
    if fewest is not None and (best is None or len(fewest) < len(best)):
        bound, best = loose, fewest
    if best is None or len(best) == 1:
        return bound, best
    low, high = max(min(word.width, measure) for word in bound), measure
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        found = choose_breaks(bound, middle, space)
        if found is not None and len(found) <= len(best):
            best, high = found, middle
        else:
            low = middle
    return bound, best


def _line_ends(
    words: Sequence[Word], here: Break, room: float, space: float
) -> list[tuple[Break, float]]:
    """List where a line that begins at `here` may end, with its width."""
    ends: list[tuple[Break, float]] = []
    filled = 0.0
    for number in range(here.word, len(words)):
        word = words[number]
        inside = here.cut if number == here.word else -1
        filled += space if number > here.word and not word.glued else 0.0
        skipped = word.width - word.cuts[inside].rest if inside >= 0 else 0.0
        for position, cut in enumerate(word.cuts):
            width = filled + cut.width - skipped
            if position > inside and width <= room:
                ends.append((Break(number, position), width))
        filled += word.width - skipped
        if filled > room:
            break
        if number + 1 == len(words) or not words[number + 1].bound:
            ends.append((Break(number + 1), filled))
    return ends


def _extend(path: _Path, here: Break, there: Break, filled: float, words: Sequence[Word]) -> _Path:
    cost = path.cost + _LINE
    if there.word == len(words):
        stump = max(0.0, _LAST_LINE - filled) * _STUMP
        after_hyphen = _HYPHEN if path.hyphenated else 0.0
        return _Path(cost + stump + after_hyphen, False, here)
    cost += max(0.0, 1.0 - filled) ** 3 * _SHORTFALL
    if there.cut >= 0:
        cost += words[there.word].cuts[there.cut].penalty * _HYPHEN
        cost += _HYPHENS_IN_A_ROW if path.hyphenated else 0.0
        return _Path(cost, True, here)
    cost += _WEAK_END if words[there.word - 1].weak else 0.0
    return _Path(cost, False, here)


def _trace(best: dict[Break, _Path], end: Break) -> tuple[Break, ...]:
    breaks = [end]
    while True:
        before = best[breaks[-1]].before
        if before is None or before == Break(0):
            return tuple(reversed(breaks))
        breaks.append(before)
