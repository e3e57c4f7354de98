"""The strings of templates in one locale, from the catalogues that ship with `brief`.

A catalogue lies at `brief/locale/<tag>.po`; English is the language of the `msgid`s and needs
none. The result is what Jinja2's i18n extension installs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from gettext import NullTranslations, c2py
from pathlib import Path

from brief.localise.po import PoEntry, PoFile, parse_po

FOLDER = Path(__file__).parent.parent / "locale"
SOURCE_LANGUAGE = "en"
_GERMANIC = "nplurals=2; plural=(n != 1);"


class CatalogueTranslations(NullTranslations):
    """Translations taken from a parsed PO file, with the plural rule of its header."""

    def __init__(self, file: PoFile) -> None:
        """Index the messages of `file` by context and source."""
        super().__init__()
        live = [entry for entry in file.entries if not entry.obsolete and not entry.fuzzy]
        self._messages: dict[tuple[str | None, str], PoEntry] = {
            (entry.context, entry.source): entry for entry in live if entry.target
        }
        self._plural = _plural_rule(file.header.get("Plural-Forms", _GERMANIC))

    def gettext(self, message: str) -> str:
        """Translate a message without context."""
        return self.pgettext(None, message)  # type: ignore[arg-type]  # None is "no context"

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message in a context."""
        entry = self._messages.get((context, message))
        return entry.target if entry else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a message that depends on a number."""
        entry = self._messages.get((None, msgid1))
        if entry is None:
            return msgid1 if n == 1 else msgid2
        return entry.targets[self._plural(n)]


@lru_cache(maxsize=64)
def load_interface(tag: str) -> NullTranslations:
    """Load the interface strings of a locale; those of the source language need no catalogue."""
    if tag == SOURCE_LANGUAGE:
        return NullTranslations()
    return CatalogueTranslations(parse_po((FOLDER / f"{tag}.po").read_text(encoding="utf-8")))


def _plural_rule(header: str) -> Callable[[int], int]:
    expression = header.partition("plural=")[2].rstrip("; ")
    return c2py(expression)
