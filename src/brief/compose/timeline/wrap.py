"""Break the words of a label into lines, as few and as even as its measure allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from brief.compose.fonts import TextStyle
from brief.compose.hyphenation import find_divisions
from brief.compose.timeline.style import Style

HYPHEN = "\u2010"  # what the engine itself prints where it divides a word
_BISECTIONS = 6
_POOR_LINE = 0.6  # a line that is filled less than this may divide the next word


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text with the width of the longest; a divided word ends its line with `HYPHEN`."""

    lines: tuple[str, ...]
    width: float


class Wrapper:
    """Break text of one style and language; what was broken once is remembered."""

    def __init__(self, style: Style, face: TextStyle, language: str) -> None:
        """Begin with a style and the language of the text."""
        self._measure = style.text
        self._face = face
        self._language = language
        self.wrap = lru_cache(maxsize=2000)(self._wrap)

    def width(self, text: str) -> float:
        """Give the width of a text on one line."""
        return self._measure.width(text, self._face)

    def _wrap(self, text: str, measure: float) -> Lines:
        """Break `text` for a measure; a word that is wider than it and indivisible sticks out."""
        words = [word for word in text.split(" ") if word]  # no-break spaces bind
        if not words:
            return Lines((), 0.0)
        best = self._fill(words, measure)
        if len(best) > 1:
            best = self._balance(words, best, measure)
        lines = tuple(best)
        return Lines(lines, max(self.width(line) for line in lines))

    def _balance(self, words: list[str], best: list[str], measure: float) -> list[str]:
        """Find the narrowest measure with as few lines and no more divisions."""
        low, high = measure * 0.4, measure
        divisions = _count_divisions(best)
        for _ in range(_BISECTIONS):
            middle = (low + high) / 2
            tried = self._fill(words, middle)
            fits = max(self.width(line) for line in tried) <= high
            if fits and len(tried) <= len(best) and _count_divisions(tried) <= divisions:
                best, high = tried, middle
            else:
                low = middle
        return best

    def _fill(self, words: list[str], measure: float) -> list[str]:
        """Fill lines one after the other."""
        lines: list[str] = []
        line = ""
        for word in words:
            rest = word
            while rest:
                joined = f"{line} {rest}" if line else rest
                if self.width(joined) <= measure:
                    line, rest = joined, ""
                    continue
                head, tail = self._divide(line, rest, measure)
                if head:
                    line, rest = (f"{line} {head}" if line else head), tail
                elif not line:
                    line, rest = rest, ""
                if line:
                    lines.append(line)
                line = ""
        return [*lines, line] if line else lines

    def _divide(self, line: str, word: str, measure: float) -> tuple[str, str]:
        """Divide a word where the line would stay poor or the word is too wide for any line."""
        if self.width(word) <= measure and self.width(line) >= measure * _POOR_LINE:
            return "", word
        for head, tail in self._list_cuts(word):
            if self.width(f"{line} {head}" if line else head) <= measure:
                return head, tail
        return "", word

    def _list_cuts(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the divisions of a word, the longest beginning first."""
        places = {index + 1: "" for index, char in enumerate(word[:-1]) if char in "-/" and index}
        for index, _ in find_divisions(word, self._language):
            places.setdefault(index, HYPHEN)
        for index, mark in sorted(places.items(), reverse=True):
            yield word[:index] + mark, word[index:]


def _count_divisions(lines: list[str]) -> int:
    return sum(line.endswith(HYPHEN) for line in lines)
