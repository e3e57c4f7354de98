"""Compare a translation with its source: what stands in one has to stand in the other.

Notes, citations, references, links, quantities and names are compared always; numbers, dates and
emphasis only where the translation is that of the present source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.diag.collector import Collector
from brief.diag.diagnostic import Code
from brief.diag.localise_codes import (
    DATES_DIFFER,
    EMPHASIS_DIFFERS,
    MARKS_DIFFER,
    NUMBERS_DIFFER,
)
from brief.localise.catalogue import Catalogue
from brief.localise.date_check import find_lost_dates
from brief.localise.numerals import find_lost_numbers
from brief.localise.po import PoEntry
from brief.model.text import (
    Citation,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Measure,
    Quantity,
    Reference,
    Str,
    Strong,
    Text,
    Toponym,
    plain_text,
)

_PLACEHOLDER = re.compile(r"\{[A-Za-z_][\w.-]*\}")
_ASTERISK = "*"


def compare_texts(
    text: Text, translation: Text, entry: PoEntry, catalogue: Catalogue, collector: Collector
) -> None:
    """Report at an entry what its translation loses or adds."""
    for code, message, hint in _list_differences(text, translation, entry):
        collector.report(code, message, catalogue.place_of(entry), hint)


def _list_differences(
    text: Text, translation: Text, entry: PoEntry
) -> Iterator[tuple[Code, str, str]]:
    """Give a code, a message and a hint for each thing that differs."""
    if said := _compare_marks(text, translation):
        hint = "keep notes, citations and references as they are in the source text"
        yield MARKS_DIFFER, said, hint
    if entry.source != text.source:
        return  # numbers and words may be those of an older source
    source, target = plain_text(text.spans), plain_text(translation.spans)
    if lost := find_lost_numbers(source, target):
        message = f"the translation of `{text.key}` lacks {_list(lost)}"
        yield NUMBERS_DIFFER, message, "compare it with its source"
    if dates := find_lost_dates(source, text.language, target, translation.language):
        message = f"the translation of `{text.key}` lacks the date {_list(dates)}"
        yield DATES_DIFFER, message, "compare it with its source"
    if said := _compare_emphasis(text, translation):
        hint = "put `*` or `**` around the words that are emphasised in the source text"
        yield EMPHASIS_DIFFERS, said, hint


def _compare_marks(text: Text, translation: Text) -> str:
    wanted, found = sorted(_marks(text.spans)), sorted(_marks(translation.spans))
    if wanted == found:
        return ""
    lost = [mark for mark in wanted if mark not in found]
    added = [mark for mark in found if mark not in wanted]
    parts = [f"loses {', '.join(lost)}"] if lost else []
    parts += [f"adds {', '.join(added)}"] if added else []
    return f"the translation of `{text.key}` {' and '.join(parts) or 'repeats marks'}"


def _compare_emphasis(text: Text, translation: Text) -> str:
    """Tell what is wrong with the emphasis of a translation, if anything is."""
    source, target = plain_text(text.spans), plain_text(translation.spans)
    if target.count(_ASTERISK) > source.count(_ASTERISK):
        return f"`*` stands among the words of the translation of `{text.key}`"
    wanted, found = _count_emphasis(text.spans), _count_emphasis(translation.spans)
    if wanted == found:
        return ""
    return f"{found} of {wanted} emphasised passages are so in the translation of `{text.key}`"


def _count_emphasis(spans: tuple[Inline, ...]) -> int:
    count = 0
    for span in spans:
        match span:
            case Emphasis() | Strong():
                count += 1
            case Link(_, children) | Foreign(_, children):
                count += _count_emphasis(children)
            case _:
                pass
    return count


def _list(items: tuple[str, ...]) -> str:
    return ", ".join(f"`{item}`" for item in items)


def _marks(spans: tuple[Inline, ...]) -> list[str]:
    marks: list[str] = []
    for span in spans:
        match span:
            case Str(words):
                marks += [f"`{found}`" for found in _PLACEHOLDER.findall(words)]
            case FootnoteMark(footnote):
                marks.append(f"`[^{footnote.rpartition('/')[2]}]`")
            case Reference(target):
                marks.append(f"`[](#{target})`")
            case Citation(cited):
                marks += [f"`@{item.source}`" for item in cited]
            case Quantity(value, measure, of):
                kind = "number=words" if measure is Measure.WORDS else measure.value
                marks.append(f"`[{value:f}]{{{kind}{'=' if of else ''}{of}}}`")
            case Toponym(code, form):
                marks.append(f"`[{code}]{{{'name' if form == 'short' else f'name={form}'}}}`")
            case Link(target, children):
                marks += [f"`{target}`", *_marks(children)]
            case Emphasis(children) | Strong(children) | Foreign(_, children):
                marks += _marks(children)
            case _:
                pass
    return marks
