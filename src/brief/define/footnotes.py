"""Read footnotes: `[^1]: text`, whose ids are local to their section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.define.desk import Desk
from brief.define.passage import Passage, join_lines
from brief.define.text_checks import Marks
from brief.diag.define_codes import DUPLICATE_ID, EMPTY_FIELD
from brief.model.briefing import Footnote

_BEGINNING = re.compile(r"[\s>*+-]*\[\^(?P<id>[^\s\[\]]+)\]:[ ]*")


def read_footnote(desk: Desk, lines: Sequence[Passage], section: str) -> None:
    """Add a footnote to the briefing; one with an id that the section has already is reported."""
    found = _BEGINNING.match(lines[0].text)
    if found is None:
        return
    name = f"{section}/{found['id']}"
    place = lines[0].place(found.start("id") - 2, found.end("id") + 1)
    words = join_lines([lines[0].cut(found.end()), *lines[1:]])
    if not words.text:
        hint = "write its text after the colon"
        desk.collector.report(EMPTY_FIELD, f"the footnote `{found['id']}` is empty", place, hint)
    if name in desk.footnote_places:
        line = desk.footnote_places[name].line
        message = f"the footnote `{found['id']}` is given twice, first on line {line}"
        desk.collector.report(DUPLICATE_ID, message, place, "choose another id")
        return
    desk.footnote_places[name] = place
    text = desk.make_text(words, f"{section}/^{found['id']}", "footnote", Marks.CITATIONS)
    desk.footnotes.append(Footnote(name, text))
