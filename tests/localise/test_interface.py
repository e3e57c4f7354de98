"""The interface catalogues hold every string that templates and code ask for, and no others."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from brief.compose.inline import LOCATORS
from tests.projects import ROOT

_PLACEHOLDER = re.compile(r"\{\w+\}")
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
CATALOGUES = sorted((ROOT / "src" / "brief" / "locale").glob("*.po"))


@lru_cache(maxsize=1)
def find_asked() -> set[str]:
    """Give the ids of all strings in the templates of our designs and in the code."""
    sources = [("python", path) for path in (ROOT / "src" / "brief").rglob("*.py")]
    sources += [("jinja2.ext:babel_extract", path) for path in (ROOT / "templates").rglob("*.html")]
    asked = {name for method, path in sources for name in _extract(method, path)}
    return asked | set(LOCATORS.values())


def _extract(method: str, path: Path) -> set[str]:
    found = extract_from_file(method, path, keywords=_KEYWORDS, options={"encoding": "utf-8"})
    ids = (message for _, message, _, _ in found)
    return {name if isinstance(name, str) else name[0] for name in ids}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_catalogues_are_complete(path: Path) -> None:
    """Nothing is missing, unused, unfinished or empty."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    entries = {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in catalogue
        if message.id
    }
    asked = find_asked()
    assert asked - set(entries) == set()
    assert set(entries) - asked == set()
    unfinished = [
        name for name, message in entries.items() if message.fuzzy or not all(_strings(message))
    ]
    assert unfinished == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translations_keep_their_placeholders(path: Path) -> None:
    """A translation asks for nothing that is not given; plural forms may leave out the number."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        given = set(_PLACEHOLDER.findall(" ".join(ids)))
        for string in _strings(message) if message.id else ():
            asked = set(_PLACEHOLDER.findall(string))
            assert asked == given or (message.pluralizable and asked <= given), string


def _strings(message: object) -> tuple[str, ...]:
    string = message.string  # type: ignore[attr-defined]
    return (string,) if isinstance(string, str) else tuple(string)
