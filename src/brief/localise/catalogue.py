"""The catalogue of a briefing: its translations into one locale, by the keys of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.diag.localise_codes import (
    CATALOGUE_ENCODING,
    CATALOGUE_MISSING,
    CATALOGUE_SYNTAX,
    DUPLICATE_ENTRY,
    UNKNOWN_ENTRY,
)
from brief.localise.po import PoEntry, PoFile, find_line, parse_po
from brief.model.briefing import Briefing, DefinitionFile
from brief.model.policy import Policy
from brief.model.walk import iterate_texts

REVIEW, NOT_YET = "X-Brief-Review", "no "


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The live entries of a PO file by their context; `file` is the path as authors know it.

    `reviewed` tells whether a native reader has read it, which its header says; `policy`, what
    stands in for translations that are missing or stale.
    """

    file: str
    entries: Mapping[str, PoEntry]
    reviewed: bool = True
    policy: Policy = field(default_factory=Policy)

    def place_of(self, entry: PoEntry, keyword: str = "msgstr") -> Place:
        """The place of an entry's translation, or of its source text, the `msgid`."""
        return Place(self.file, find_line(entry, keyword))


def read_catalogue(briefing: Briefing, tag: str, collector: Collector) -> Catalogue | None:
    """Read `locale/<tag>.po` of a briefing; what is wrong with it is reported, not raised."""
    path = f"locale/{tag}.po"
    shown = f"{briefing.folder}/{path}".lstrip("/")
    file = next((file for file in briefing.catalogues if file.path == path), None)
    if file is None:
        collector.report(
            CATALOGUE_MISSING,
            f"there is no catalogue `{path}`, so everything stays in `{briefing.language}`",
            briefing.places.get(f"locales/{tag}"),
            f"create `{shown}`, or remove `{tag}` from `locales`",
        )
        return None
    text = _decode(file, shown, collector)
    if text is None:
        return None
    made = _index(parse_po(text), shown, briefing, collector)
    return replace(made, policy=briefing.policies.get(tag, Policy()))


def _decode(file: DefinitionFile, shown: str, collector: Collector) -> str | None:
    try:
        return file.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        hint = "save the catalogue as UTF-8"
        collector.report(CATALOGUE_ENCODING, "this is not UTF-8 text", Place(shown, line), hint)
        return None


def _index(file: PoFile, shown: str, briefing: Briefing, collector: Collector) -> Catalogue:
    for problem in file.problems:
        place = Place(shown, problem.line, problem.column)
        collector.report(CATALOGUE_SYNTAX, problem.message, place)
    entries: dict[str, PoEntry] = {}
    for entry in file.entries:
        if entry.obsolete or entry.context is None:
            continue
        if entry.context in entries:
            first = entries[entry.context].line
            message = f"`{entry.context}` is translated twice, first on line {first}"
            hint = "keep one of the two entries"
            collector.report(DUPLICATE_ENTRY, message, Place(shown, entry.line), hint)
        entries.setdefault(entry.context, entry)
    _report_unknown(entries, shown, briefing, collector)
    reviewed = not file.header.get(REVIEW, "").startswith(NOT_YET)
    return Catalogue(shown, entries, reviewed)


def _report_unknown(
    entries: Mapping[str, PoEntry], shown: str, briefing: Briefing, collector: Collector
) -> None:
    known = {text.key for text in iterate_texts(briefing)}
    for key, entry in entries.items():
        if key not in known:
            message = f"the definition has no text `{key}` any more"
            hint = "mark the entry obsolete (`#~`), or correct its `msgctxt`"
            collector.report(UNKNOWN_ENTRY, message, Place(shown, entry.line), hint)
