"""Write inline text as the Markdown of definitions: every character is read as what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from brief.intake.languages import settle_tag
from brief.intake.marks import fit_marks
from brief.model.document import Spans
from brief.model.text import (
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Str,
    Strong,
    plain_text,
)

_SPECIAL = re.compile(r"[\\`*_\[\]<>{}|#@^]|&(?=#?\w+;)|(?<=\{)%|~(?=~)|(?<=~)~")
_ADDRESS = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+)\Z")
BAR = "\\|"
_UNSAFE = re.compile(r"[\s()<>\\{}|`\"]|&(?=#?\w+;)")

Call = Callable[[str], str]


def escape(text: str) -> str:
    """Write characters so that none of them is taken for a mark."""
    return _SPECIAL.sub(r"\\\g<0>", text)


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes inline text on one line; `call` writes the call of a footnote, or nothing.

    Where `links` or passages in another language may not stand, their words stand alone.
    What stands in a cell of a table has its bars escaped.
    """

    call: Call | None = None
    links: bool = True
    passages: bool = True
    in_cell: bool = False

    def write(self, spans: Spans) -> str:
        """Write inline text without blanks at its ends."""
        allowed = tuple(self._leave_out(spans))
        return self._write_all(fit_marks(allowed)).strip(" ")

    def _leave_out(self, spans: Iterable[Inline]) -> Iterable[Inline]:
        """Take out what cannot stand here, or cannot be written, and leave its words."""
        for span in spans:
            match span:
                case FootnoteMark() if self.call is None:
                    pass
                case Link(target, children) if not self.links or not is_address(target):
                    yield from self._leave_out(children)
                case Foreign(language, children) if not self.passages or not settle_tag(language):
                    yield from self._leave_out(children)
                case Link(target, children):
                    yield Link(target, tuple(self._leave_out(children)))
                case Foreign(language, children):
                    yield Foreign(settle_tag(language), tuple(self._leave_out(children)))
                case Emphasis(children):
                    yield Emphasis(tuple(self._leave_out(children)))
                case Strong(children):
                    yield Strong(tuple(self._leave_out(children)))
                case CodeSpan(text) if re.search(r"`|\{\{|\{%", text) or not text.strip():
                    yield Str(text)
                case _:
                    yield span

    def _write_all(self, spans: Iterable[Inline]) -> str:
        written = ""
        for span in spans:
            piece = self._write_span(span)
            if written.endswith("!") and piece.startswith("["):
                written = f"{written[:-1]}\\!"  # else a link would be a picture
            written += piece
        return written

    def _write_span(self, span: Inline) -> str:
        match span:
            case Str(text):
                return escape(text)
            case CodeSpan(text):
                return f"`{text.replace('|', BAR) if self.in_cell else text}`"
            case Emphasis(children):
                return f"*{self._write_all(children)}*"
            case Strong(children):
                return f"**{self._write_all(children)}**"
            case Link(target, children):
                return self._write_link(target, children)
            case Foreign(language, children):
                return f"[{self._write_all(children)}]{{lang={language}}}"
            case FootnoteMark(name) if self.call is not None:
                return self.call(name)
        return escape(plain_text((span,)))

    def _write_link(self, target: str, children: Spans) -> str:
        bare = target.removeprefix("mailto:")
        plain = all(isinstance(child, Str) for child in children)
        if plain and plain_text(children) in (target, bare) and not _UNSAFE.search(target):
            return f"<{plain_text(children)}>"
        return f"[{self._write_all(children)}]({_encode(target)})"


def is_address(target: str) -> bool:
    """Tell whether a link may lead there: a web or mail address."""
    return _ADDRESS.match(target) is not None


def _encode(target: str) -> str:
    """Write an address so that nothing in it ends it."""
    return _UNSAFE.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode())
        if found[0] != "&" else "&amp;",
        target,
    )  # fmt: skip
