"""Name sections and blocks by their words, so that ids can be read and outlive a new order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from brief.model.document import Grid, Head, Listing, Para, Part, Picture, Quotation, Spans
from brief.model.text import plain_text

_LONGEST = 32
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "ł": "l"}
)
_COUNTED = re.compile(r"[a-z]\d+")
_KINDS: dict[type, str] = {
    Para: "paragraph", Head: "heading", Listing: "list", Quotation: "quotation", Grid: "table",
    Picture: "picture",
}  # fmt: skip


@dataclass(slots=True)
class Names:
    """The ids of one definition; `taken` are those that cannot be given any more."""

    taken: set[str] = field(default_factory=set)
    given: dict[int, str] = field(default_factory=dict)
    _held: list[Part] = field(default_factory=list)  # so that no other block is taken for one

    def take(self, part: Part) -> str:
        """Give the id of a block; the same block keeps it."""
        known = self.given.get(id(part))
        if known is None:
            self._held.append(part)
            known = self.given[id(part)] = self.take_for(_words_of(part), _KINDS[type(part)])
        return known

    def pass_on(self, part: Part, other: Part) -> Part:
        """Give `other` the id of a block that it stands for, and give it back."""
        self._held.append(other)
        self.given[id(other)] = self.take(part)
        return other

    def take_for(self, words: str, otherwise: str) -> str:
        """Give an id made of words; `otherwise` with a number where they have no letters of it."""
        stem = make_stem(words) or otherwise
        bare = stem == otherwise
        number = 1
        while (name := f"{stem}-{number}" if bare or number > 1 else stem) in self.taken or (
            _COUNTED.fullmatch(name)
        ):
            number += 1
        self.taken.add(name)
        return name


def make_stem(words: str) -> str:
    """Give up to five words in the letters of ids, at most 32 of them; perhaps nothing."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    found = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    letters = sum(char.isalpha() for char in words)
    if sum(map(len, found)) * 2 < letters:
        return ""  # words in another script, of which nothing but a name would be left
    stem = ""
    for word in found[:5]:
        longer = f"{stem}-{word}" if stem else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        stem = longer
    return stem if stem[:1].isalpha() else f"n{stem}" if stem else ""


def _words_of(part: Part) -> str:
    match part:
        case Para(spans) | Head(_, spans):
            return _text(spans)
        case Listing(_, items):
            return _words_of(items[0][0]) if items and items[0] else ""
        case Quotation(parts):
            return _words_of(parts[0]) if parts else ""
        case Grid(head, _, caption):
            return _text(caption) or " ".join(_text(cell) for cell in head)
        case Picture(_, alt, caption):
            return _text(caption) or alt


def _text(spans: Spans) -> str:
    return plain_text(spans)
