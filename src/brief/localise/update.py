"""Bring a catalogue up to the present texts of a briefing, losing nothing that was translated.

Entries are found by the key of their text, then by the same text elsewhere, then by likeness
within the section. What is no longer asked for becomes obsolete and comes back when its text
does. An entry whose source has changed is marked `fuzzy` with the text that was really
translated (`#| msgid`), however often the source changes after that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from babel.messages.plurals import get_plural

from brief.localise.cldr import load_locale
from brief.localise.po import PoEntry, PoFile
from brief.localise.units import Unit, find_part

_ALIKE = 0.55  # share of common words from which a text is taken for a new form of another
_FUZZY = frozenset({"fuzzy"})


@dataclass(slots=True)
class Update:
    """An updated catalogue and the keys of what was `added`, `changed`, `moved` or `dropped`."""

    file: PoFile
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def make_catalogue(tag: str, source_language: str) -> PoFile:
    """Make a catalogue that holds nothing but its header; no date is in it."""
    plural = get_plural(str(load_locale(tag)))
    fields = (
        f"Language: {tag}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plural.plural_forms}",
        f"X-Brief-Source-Language: {source_language}",
        "X-Brief-Review: no native reader yet",
    )
    header = "".join(f"{line}\n" for line in fields)
    return PoFile((PoEntry(source="", targets=(header,)),))


def update_catalogue(old: PoFile, units: Sequence[Unit], state: str) -> Update:
    """Give the catalogue for `units`; `state` names the present edition to translators."""
    header = [entry for entry in old.entries if _is_header(entry)]
    stock = _Stock(entry for entry in old.entries if not _is_header(entry))
    update = Update(old)
    entries: dict[str, PoEntry] = {}
    for unit in units:
        known = stock.take_key(unit.key)
        if known is not None:
            entries[unit.key] = _renew(known, unit, state, update)
    for unit in units:
        if unit.key not in entries:
            entries[unit.key] = _adopt(stock, unit, state, update)
    gone = (_bury(entry, update) for entry in stock.left)
    kept = [entry for entry in gone if entry.target or entry.translator_comments]
    made = (*header, *(entries[unit.key] for unit in units), *kept)
    update.file = replace(old, entries=made, mark="")  # `msgfmt` refuses files with the mark
    return update


class _Stock:
    """The entries of a catalogue that no text has claimed yet."""

    def __init__(self, entries: Iterable[PoEntry]) -> None:
        self._left = dict(enumerate(entries))
        self._keys: dict[str, int] = {}
        for number, entry in self._left.items():
            if entry.context is not None and (
                not entry.obsolete or entry.context not in self._keys
            ):
                self._keys[entry.context] = number

    @property
    def left(self) -> tuple[PoEntry, ...]:
        """What nobody has taken, in the order of the file."""
        return tuple(self._left.values())

    def take_key(self, key: str) -> PoEntry | None:
        """Take the entry with a key, a live one before an obsolete one."""
        return self._take(self._keys.get(key))

    def take_text(self, unit: Unit) -> PoEntry | None:
        """Take a translated entry with the very same source, from the same part if there is one."""
        same = [n for n, entry in self._translated() if entry.source == unit.source]
        near = [n for n in same if find_part(self._left[n].context or "") == unit.part]
        return self._take(next(iter(near or same), None))

    def take_alike(self, unit: Unit) -> PoEntry | None:
        """Take the entry of the same part that is most alike, if one is enough so."""
        words = _count_words(unit.source)
        rated = [
            (_likeness(words, _count_words(entry.source)), -number)
            for number, entry in self._translated()
            if find_part(entry.context or "") == unit.part
        ]
        likeness, number = max(rated, default=(0.0, 0))
        return self._take(-number) if likeness >= _ALIKE else None

    def _translated(self) -> Iterator[tuple[int, PoEntry]]:
        return ((number, entry) for number, entry in self._left.items() if entry.target)

    def _take(self, number: int | None) -> PoEntry | None:
        return None if number is None else self._left.pop(number, None)


def _is_header(entry: PoEntry) -> bool:
    return entry.source == "" and entry.context is None and not entry.obsolete


def _renew(entry: PoEntry, unit: Unit, state: str, update: Update) -> PoEntry:
    """Give an entry whose key is still asked for."""
    comments = _comments(unit, entry, state if entry.source != unit.source else "")
    if entry.source == unit.source:
        same = comments == entry.extracted_comments and not entry.obsolete
        return entry if same else _write(entry, extracted_comments=comments, obsolete=False)
    update.changed.append(unit.key)
    if not entry.target:
        return _write(entry, source=unit.source, extracted_comments=comments, obsolete=False)
    translated = entry.previous_source if entry.fuzzy else None
    translated = entry.source if translated is None else translated
    back = translated == unit.source
    return _write(
        entry,
        source=unit.source,
        extracted_comments=comments,
        flags=entry.flags - _FUZZY if back else entry.flags | _FUZZY,
        previous_source=None if back else translated,
        previous_context=None,
        obsolete=False,
    )


def _adopt(stock: _Stock, unit: Unit, state: str, update: Update) -> PoEntry:
    """Give an entry for a new key, with the translation of a text that has lost its key."""
    found = stock.take_text(unit) or stock.take_alike(unit)
    if found is None:
        update.added.append(unit.key)
        return PoEntry(unit.source, unit.key, extracted_comments=_comments(unit, None, state))
    update.moved.append(unit.key)
    same = found.source == unit.source
    return _write(
        found,
        source=unit.source,
        context=unit.key,
        extracted_comments=_comments(unit, found, "" if same else state),
        flags=found.flags if same else found.flags | _FUZZY,
        previous_source=found.previous_source if same else found.source,
        previous_context=None if same else found.context,
        obsolete=False,
    )


def _bury(entry: PoEntry, update: Update) -> PoEntry:
    if entry.obsolete:
        return entry
    update.dropped.append(entry.context or entry.source)
    return _write(entry, obsolete=True)


def _write(entry: PoEntry, **changes: object) -> PoEntry:
    return replace(entry, raw=(), **changes)  # type: ignore[arg-type]  # named fields of its own


def _comments(unit: Unit, entry: PoEntry | None, state: str) -> tuple[str, ...]:
    """Give the comments of the program; a state is that in which the source came to be."""
    known = entry.extracted_comments if entry else ()
    since = [f"since: {state}"] if state else [c for c in known if c.startswith("since: ")]
    section = [f"in: {unit.section}"] if unit.section and unit.section != unit.source else []
    return (f"type: {unit.kind}", *section, *since)


def _count_words(text: str) -> Counter[str]:
    return Counter(text.lower().split())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words that two texts have in common (Dice's coefficient)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
