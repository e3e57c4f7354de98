"""Turn inline elements into HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from gettext import NullTranslations

from markupsafe import Markup, escape

from brief.compose.han import bind_last, bind_units, breaks_between_characters
from brief.compose.numbering import Numbering
from brief.compose.superior import raise_letters
from brief.model.digits import Digits
from brief.model.languages import find_direction
from brief.model.text import (
    Citation,
    CitedSource,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Freshness,
    Inline,
    Link,
    Quantity,
    Reference,
    Str,
    Strong,
    Text,
    Toponym,
    plain_text,
)

# The terms of CSL locators, as readers find them before a number.
LOCATORS: Mapping[str, str] = {
    "page": "p. {locator}",
    "article": "art. {locator}",
    "paragraph": "para. {locator}",
    "chapter": "ch. {locator}",
    "section": "sec. {locator}",
    "volume": "vol. {locator}",
    "note": "n. {locator}",
    "line": "l. {locator}",
    "figure": "fig. {locator}",
    "table": "tab. {locator}",
}

_JOINER = "\u2060"
_OPENING = ' \u00a0\u202f([«„“‘"'
_ISOLATE, _END = "\u2068", "\u2069"
_HANGUL = "\uac00-\ud7a3"
_IN_WORD = re.compile(rf"(?<=[{_HANGUL}])(?=[^\s\u00ad])|(?<=[^\s\u00ad])(?=[{_HANGUL}])")


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Write texts of one briefing in one locale as HTML; `footnotes` are texts by id.

    A text that fell back to another language, or is older than its source, is marked.
    With `keep_all`, lines do not end between the syllables of Korean words; with
    `small_references`, figures and sections have small letters within a sentence. `superior` is the
    pattern of ordinals in our language whose letters are raised. Numbers of ours have our `digits`.
    """

    language: str
    interface: NullTranslations
    numbering: Numbering
    footnotes: Mapping[str, Text]
    keep_all: bool = False
    small_references: bool = False
    superior: str = ""
    digits: Digits = field(default_factory=Digits)

    def write(self, text: Text) -> Markup:
        """Write a whole text, with its language and a visible sign where that is not ours."""
        spans = _bind_end(text.spans) if breaks_between_characters(text.language) else text.spans
        inner = self._for(text.language).write_spans(spans)
        if text.freshness is Freshness.MISSING:
            mark = text.language.upper()
            return Markup('<span class="untranslated" {}data-mark="{}">{}</span>').format(
                self.language_attributes(text.language), mark, inner
            )
        if text.freshness is Freshness.STALE:
            mark = self.interface.gettext("earlier version")
            return Markup('<span class="stale" data-mark="{}">{}</span>').format(mark, inner)
        return inner

    def write_optional(self, text: Text | None) -> Markup | None:
        """Write a text if there is one."""
        return None if text is None else self.write(text)

    def write_spans(self, spans: tuple[Inline, ...]) -> Markup:
        """Write inline elements."""
        written = []
        for span, before in zip(spans, (None, *spans), strict=False):
            small = self.small_references and isinstance(before, Str) and _goes_on(before.text)
            written.append(self._write_span(span, small=small))
        return Markup("").join(written)

    def _write_span(self, span: Inline, *, small: bool) -> Markup:
        match span:
            case Str(text):
                return self.write_words(text)
            case Emphasis(children):
                return Markup("<em>{}</em>").format(self.write_spans(children))
            case Strong(children):
                return Markup("<strong>{}</strong>").format(self.write_spans(children))
            case CodeSpan(text):
                return Markup("<code>{}</code>").format(text)
            case Link(target, children):
                return Markup('<a href="{}">{}</a>').format(target, self.write_spans(children))
            case Foreign(language, children):
                return self._write_foreign(language, children)
            case Reference(target):
                label = self.numbering.labels.get(target, target)
                label = label[:1].lower() + label[1:] if small else label
                return Markup('<a class="ref" href="#{}">{}</a>').format(
                    target, label.replace(" ", "\u00a0")
                )
            case FootnoteMark(footnote):
                return self._write_footnote(footnote)
            case Quantity() | Toponym():  # in a briefing that was not localised
                return escape(plain_text((span,)))
            case Citation(cited):
                inner = escape(self.interface.gettext("; ")).join(map(self._write_cited, cited))
                return Markup('<span class="cite">[{}]</span>').format(inner)

    def language_attributes(self, language: str) -> Markup:
        """Write the attributes of an element in another language, with its direction if needed."""
        direction = find_direction(language)
        if direction == find_direction(self.language):
            return Markup('lang="{}" ').format(language)
        return Markup('lang="{}" dir="{}" ').format(language, direction)

    def keep_apart(self, text: str) -> Markup:
        """Write words of our language that stand among words of the other direction."""
        attributes = Markup('lang="{}" dir="{}"').format(
            self.language, find_direction(self.language)
        )
        return Markup("<span {}>{}{}{}</span>").format(attributes, _ISOLATE, text, _END)

    def _for(self, language: str) -> InlineWriter:
        """Give the writer for a language: what is peculiar to ours stays away from others."""
        return self if language == self.language else replace(self, superior="")

    def write_words(self, text: str) -> Markup:
        """Write words of our own language that hold no inline elements, such as dates."""
        return raise_letters(escape(self.set_characters(text)), self.superior)

    def set_characters(self, text: str) -> str:
        """Keep together what the engine would part at the end of a line."""
        if breaks_between_characters(self.language):
            text = bind_units(text)
        if self.keep_all:
            text = _IN_WORD.sub(_JOINER, text)
        # Pango takes a no-break space at the end of a run for one that may hang.
        return f"{text}{_JOINER}" if text.endswith("\u00a0") else text

    def _write_foreign(self, language: str, children: tuple[Inline, ...]) -> Markup:
        """Write words of another language; against our direction, they are kept apart.

        The engine orders the letters of one text node rightly when isolating characters (UAX 9)
        stand around them, and several nodes only inside a block of their own.
        """
        attributes = self.language_attributes(language)
        inner = self._for(language).write_spans(children)
        if find_direction(language) == find_direction(self.language):
            return Markup("<span {}>{}</span>").format(attributes, inner)
        if all(isinstance(child, Str) for child in children):
            return Markup("<span {}>{}{}{}</span>").format(attributes, _ISOLATE, inner, _END)
        return Markup('<span {}class="apart">{}</span>').format(attributes, inner)

    def print_solid(self, span: Inline) -> str:
        """Give the characters of a citation, reference or note number as they are printed."""
        if isinstance(span, FootnoteMark):
            return self.digits.write(8)  # numbers of one digit are all as wide
        return self.write_spans((span,)).striptags()

    def _write_footnote(self, footnote: str) -> Markup:
        text = self.footnotes.get(footnote)
        return Markup('<span class="fn">{}</span>').format(self.write(text)) if text else Markup("")

    def _write_cited(self, item: CitedSource) -> Markup:
        number = self.numbering.sources.get(item.source, 0)
        link = Markup('<a href="#source-{}">{}</a>').format(item.source, self.digits.write(number))
        if not item.locator:
            return link
        known = LOCATORS.get(item.label)
        pattern = self.interface.gettext(known) if known else "{locator}"
        locator = pattern.format(locator=self.digits.write(item.locator)).replace(" ", "\u00a0")
        comma = self.interface.gettext(", ").replace(" ", "\u00a0")
        return Markup("{}{}{}").format(link, comma, locator)


def _bind_end(spans: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Bind the last character before the citations, note numbers and marks at the end of a text."""
    for number, span in reversed(list(enumerate(spans))):
        match span:
            case Citation() | FootnoteMark():
                continue
            case Str(text) if not any(map(str.isalnum, text)):
                continue
            case Str(text):
                return (*spans[:number], Str(bind_last(text)), *spans[number + 1 :])
            case _:
                break
    return spans


def _goes_on(before: str) -> bool:
    """Tell whether a sentence goes on after these words; brackets and quotes do not count."""
    words = before.rstrip(_OPENING)
    return bool(words) and words[-1] not in ".!?…"


WriteText = Callable[[Text], Markup]
