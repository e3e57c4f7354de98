"""Turn a document into a definition: read it confined, set it right, find its dates, write it."""

from __future__ import annotations

import datetime
import difflib
import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from brief.build.confinement import read_confined
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.diag.intake_codes import (
    COMMENT,
    DAMAGED,
    LANGUAGE_GUESSED,
    LANGUAGE_UNKNOWN,
    LEFT_OUT,
    TOO_LARGE,
)
from brief.intake.definition import DefinitionWriter
from brief.intake.errors import ForeignFormatError, UnreadableError
from brief.intake.languages import guess_language
from brief.intake.mending import mend_document
from brief.intake.options import ReadingOptions
from brief.intake.pandoc import convert
from brief.intake.proposals import list_texts, propose
from brief.model.calendar import CivilDay
from brief.model.document import Document, Head, Para
from brief.model.proposal import Origin, Proposal
from brief.model.text import plain_text
from brief.model.typewriter import set_characters

MAX_BYTES = 50_000_000
BASE = ".intake"  # in a definition: the text as it was taken in, which updates compare with
_WORDS = Path(__file__).parent.parent / "locale" / "languages.toml"


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """What the author says of a document; `day` is the day of reading, in ISO 8601."""

    day: str
    language: str = ""
    encoding: str = ""
    accept_changes: bool = True
    keep_characters: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A document that has been read, and where it comes from."""

    document: Document
    origin: Origin


def take_in(path: Path, options: IntakeOptions, collector: Collector) -> TakenIn | None:
    """Read a document and set it right; mistakes and losses are reported."""
    place = Place(path.name)
    try:
        data = _read_file(path)
        document = _read(path.name, data, options)
    except UnreadableError as error:
        collector.report(error.code, f"`{path.name}` cannot be read: {error.message}", place,
                         *error.hints)  # fmt: skip
        return None
    for remark in document.remarks:
        collector.report(LEFT_OUT, f"`{path.name}`: {remark}", place)
    for comment in document.comments:
        by = f" by {comment.author}" if comment.author else ""
        collector.report(COMMENT, f"comment{by}: {comment.text}", place)
    settled = _settle_language(document, options, place, collector)
    if settled is None:
        return None
    if not options.keep_characters:
        settled = _set_characters(settled)
    origin = Origin(path.name, hashlib.sha256(data).hexdigest(), options.day)
    return TakenIn(settled, origin)


def write_definition(taken: TakenIn, name: str, schema: str) -> dict[str, bytes]:
    """Give the files of a new definition, with a copy of its texts for later updates."""
    writer = DefinitionWriter(name, schema, taken.document, taken.origin)
    writer.proposals = find_proposals(writer)
    files = writer.write()
    return files | keep_base(files)


def keep_base(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give copies of the texts among files, where updates look for them."""
    return {
        f"{BASE}/{path}": data for path, data in files.items() if path.endswith((".md", ".yaml"))
    }


def find_proposals(writer: DefinitionWriter) -> tuple[Proposal, ...]:
    """Find what the text of a definition dates, as proposals for its timeline.

    The text is searched as a whole, so that “the year after” is counted from the date before it.
    """
    from brief.localise.date_mentions import load_date_phrases  # Babel is heavy

    phrases = load_date_phrases(writer.document.language)
    if phrases is None:
        return ()
    blocks = [*writer.lead, *(part for section in writer.sections for part in section.parts)]
    pieces = [(part, text) for part in blocks for text in list_texts(part)]
    return propose(pieces, phrases, _read_day(writer.document.date))


def _read_day(date: str) -> CivilDay | None:
    """Read the day of a document; a year or month alone anchors nothing."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return None
    return CivilDay(day.year, day.month, day.day)


def _read_file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _describe_missing(path)
        if path.stat().st_size > MAX_BYTES:
            message = f"it has {path.stat().st_size // 1_000_000} MB"
            raise UnreadableError(TOO_LARGE, message, "take large pictures out of it")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)[:MAX_BYTES]
    except OSError as error:
        message = (error.strerror or str(error)).lower()
        raise UnreadableError(DAMAGED, message, "see to it that you may read it") from error


def _describe_missing(path: Path) -> UnreadableError:
    """Say what stands in the place of a file, and which file may be meant."""
    if path.is_dir():
        return UnreadableError(DAMAGED, "it is a folder", "name the document in it")
    if path.exists():
        return UnreadableError(DAMAGED, "it is a device or pipe, and no file", "save it as a file")
    folder = path.parent
    names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    near = difflib.get_close_matches(path.name, names, 3, 0.6)
    if not folder.is_dir():
        return UnreadableError(DAMAGED, f"there is no folder `{folder}`", "look at its path")
    hints = [f"did you mean `{name}`?" for name in near] or ["look at its path and its ending"]
    return UnreadableError(DAMAGED, "it does not exist", *hints)


def _read(name: str, data: bytes, options: IntakeOptions) -> Document:
    reading = ReadingOptions(options.encoding, options.accept_changes)
    try:
        return read_confined(name, data, reading)
    except ForeignFormatError as foreign:
        page = convert(data, foreign.suffix)
    return read_confined(f"{name}.html", page, reading)


def _settle_language(
    document: Document, options: IntakeOptions, place: Place, collector: Collector
) -> Document | None:
    """Give the document the tag of a language that is shipped, or report that there is none."""
    from brief.localise.typography import list_shipped  # Babel is heavy

    shipped = list_shipped()
    if options.language:
        if named := fit_language(options.language, shipped):
            return replace(document, language=named)
        near = difflib.get_close_matches(options.language, shipped, 1, 0.4)
        hints = [f"did you mean `{tag}`?" for tag in near]
        message = f"the language `{options.language}` is not shipped"
        hint = f"name one of {', '.join(shipped)}"
        collector.report(LANGUAGE_UNKNOWN, message, place, *hints, hint)
        return None
    said = fit_language(document.language, shipped)
    words = " ".join(plain_text(p.spans) for p in document.parts if isinstance(p, Para | Head))
    guessed = guess_language(f"{document.title} {words}", load_words())
    if guessed and guessed.partition("-")[0] != said.partition("-")[0]:
        if said:
            message = f"the document says that it is `{said}`; its words are `{guessed}`"
            collector.report(LANGUAGE_GUESSED, message, place, "say `--language` if that is wrong")
        elif guessed not in shipped:
            hint = f"name one with `--language`; known: {', '.join(shipped)}"
            message = f"the text seems to be in `{guessed}`, which is not shipped"
            collector.report(LANGUAGE_UNKNOWN, message, place, hint)
            return None
        said = guessed
    if not said:
        hint = f"name it with `--language`; known: {', '.join(shipped)}"
        message = "the language of the text could not be found out"
        collector.report(LANGUAGE_UNKNOWN, message, place, hint)
        return None
    return replace(document, language=said)


def fit_language(tag: str, shipped: Sequence[str]) -> str:
    """Give the shipped tag that stands for a language tag, or nothing."""
    tag = tag.replace("_", "-")
    if tag in shipped:
        return tag
    language, _, rest = tag.partition("-")
    if language.lower() == "zh" and tag:
        traditional = any(part in rest for part in ("Hant", "TW", "HK", "MO"))
        return "zh-Hant" if traditional else "zh-Hans"
    return language.lower() if language.lower() in shipped else ""


@lru_cache(maxsize=1)
def load_words() -> dict[str, tuple[str, ...]]:
    """Give the small words of the languages that share a script."""
    table: dict[str, str] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {tag: tuple(words.split()) for tag, words in table.items()}


def _set_characters(document: Document) -> Document:
    """Put the characters of print in place of those of the typewriter."""
    return mend_document(document, lambda text: set_characters(text, document.language))
