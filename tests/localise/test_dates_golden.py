"""The wording of every form in every language is kept in files that people have reviewed."""

from __future__ import annotations

import os
import re

import pytest

from tests.localise.golden import ALL, FOLDER, TAGS, write_wordings

UPDATE = "BRIEF_UPDATE_WORDINGS"


@pytest.mark.parametrize("tag", TAGS)
def test_wordings_are_those_that_were_reviewed(tag: str) -> None:
    """A date reads as in the file of its language; a change of wording changes the file."""
    path, now = FOLDER / f"{tag}.txt", write_wordings(tag)
    if os.environ.get(UPDATE):
        path.write_text(now, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == now, f"read what {UPDATE}=1 changes"


@pytest.mark.parametrize("tag", TAGS)
def test_wordings_have_no_gap(tag: str) -> None:
    """No wording has a placeholder, a double space, or a space at its ends or inside brackets."""
    for line in write_wordings(tag).splitlines():
        if line and line[0] != "#":
            text = line[36:]
            assert text == text.strip() and not re.search(r"[{}]|[ ␣˽]{2}|\( | \)", text), line


def test_every_date_stands_once() -> None:
    """No case of the files says the same as another."""
    assert len(set(ALL)) == len(ALL)
