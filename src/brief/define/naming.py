"""Name blocks: by the ids that authors give, or by kind and number.

A name has two forms. The id is unique in the document and becomes that of an HTML element; the
key is the path in catalogues. What stands inside a block adds a dot and its number to both.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from brief.define.attributes import Attributes
from brief.define.desk import Desk
from brief.define.passage import Passage


class Name(NamedTuple):
    """How a block is called: its id in the document, and its key in catalogues."""

    id: str
    key: str

    def part(self, number: int | str) -> Name:
        """Name something inside the block."""
        return Name(f"{self.id}.{number}", f"{self.key}.{number}")


@dataclass(slots=True)
class Namer:
    """Names the blocks of one section, or of the summary."""

    desk: Desk
    section: str
    counts: Counter[str] = field(default_factory=Counter)

    def name(self, attributes: Attributes | None, letter: str, what: str, line: Passage) -> Name:
        """Name a block that stands in the section itself."""
        if attributes is not None and attributes.id.text:
            return self.declare(attributes, what)
        self.counts[letter] += 1
        name = f"{letter}{self.counts[letter]}"
        self.desk.unnamed.setdefault(self.section, []).append(line.place(0, len(line.text)))
        return Name(f"{self.section}.{name}", f"{self.section}/{name}")

    def declare(self, attributes: Attributes, what: str) -> Name:
        """Name a block by the id that its author gave."""
        text = attributes.id.text
        self.desk.elements.declare_in_text(text, what, attributes.id.place())
        return Name(text, f"{self.section}/{text}")
