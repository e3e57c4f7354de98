"""Check what only the whole definition can tell: references, citations, what is never used."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from brief.define.desk import Desk
from brief.define.hints import closest, suggest_or_list
from brief.define.register import Aim, Register, Use
from brief.diag.define_codes import DUPLICATE_ID
from brief.diag.define_text_codes import (
    BLOCK_WITHOUT_ID,
    FOOTNOTE_TWICE,
    NOT_PLACEABLE,
    UNKNOWN_FOOTNOTE,
    UNKNOWN_REFERENCE,
    UNKNOWN_SOURCE,
    UNNUMBERED_REFERENCE,
    UNUSED_ELEMENT,
    UNUSED_FOOTNOTE,
    UNUSED_SOURCE,
)
from brief.diag.diagnostic import Place

_NUMBERED = frozenset({"section", "heading", "figure", "table", "timeline"})


def check_uses(desk: Desk, sources: Register, *, translated: bool) -> None:
    """Check every use of an id, then every id for its use."""
    called: dict[tuple[str, str], Place] = {}
    for use in desk.uses:
        if use.excused:
            continue
        match use.aim:
            case Aim.SOURCE:
                _check_source(desk, use, sources)
            case Aim.FOOTNOTE:
                _check_footnote(desk, use, called)
            case _:
                _check_element(desk, use)
    _check_anchors(desk)
    _report_unused(desk, sources)
    if translated:
        _report_unnamed(desk)


def _check_source(desk: Desk, use: Use, sources: Register) -> None:
    if use.id not in sources.known:
        hints = suggest_or_list(use.id, tuple(sources.known)) or ("list it under `sources`",)
        message = f"there is no source `{use.id}`"
        desk.collector.report(UNKNOWN_SOURCE, message, use.place, *hints)


def _check_footnote(desk: Desk, use: Use, called: dict[tuple[str, str], Place]) -> None:
    if f"{use.scope}/{use.id}" not in desk.footnote_places:
        known = [name.partition("/")[2] for name in _notes_of(desk, use.scope)]
        hints = suggest_or_list(use.id, known) or (f"add a line `[^{use.id}]: …`",)
        message = f"there is no footnote `{use.id}` in this section"
        desk.collector.report(UNKNOWN_FOOTNOTE, message, use.place, *hints)
    elif (use.scope, use.id) in called:
        line = called[use.scope, use.id].line
        message = f"the footnote `{use.id}` is called already, on line {line}"
        desk.collector.report(FOOTNOTE_TWICE, message, use.place, "give it a footnote of its own")
    called.setdefault((use.scope, use.id), use.place)


def _notes_of(desk: Desk, scope: str) -> list[str]:
    return [name for name in desk.footnote_places if name.startswith(f"{scope}/")]


def _check_element(desk: Desk, use: Use) -> None:
    known = desk.elements.known.get(use.id)
    if use.aim is Aim.LINK and use.id in desk.anchors:
        return
    if known is None:
        wanted = _suggested(desk, use.aim)
        hints = suggest_or_list(use.id, wanted) or ("give the id to what is meant",)
        message = f"nothing has the id `{use.id}`"
        desk.collector.report(UNKNOWN_REFERENCE, message, use.place, *hints)
    elif use.aim is Aim.PLACEMENT and known.what not in ("figure", "table", "timeline"):
        hint = f"write `[](#{use.id})` to refer to it"
        message = f"`{use.id}` is a {known.what}, which is not placed"
        desk.collector.report(NOT_PLACEABLE, message, use.place, hint)
    elif use.id in desk.placeable and use.id not in desk.placed:
        message = f"`{use.id}` is a {known.what} that no text shows"
        hint = f"write `![](#{use.id})` alone in a paragraph where it should stand"
        desk.collector.report(UNKNOWN_REFERENCE, message, use.place, hint)
    elif use.aim is Aim.NUMBER and known.what not in _NUMBERED:
        hint = f"give the link its words: `[as shown](#{use.id})`"
        message = f"`{use.id}` is a {known.what}, which has no number"
        desk.collector.report(UNNUMBERED_REFERENCE, message, use.place, hint)


def _suggested(desk: Desk, aim: Aim) -> Sequence[str]:
    if aim is Aim.PLACEMENT:
        return tuple(desk.placeable)
    return tuple(desk.elements.known)


def _check_anchors(desk: Desk) -> None:
    """Report ids that are the address of a timeline's entry in the document."""
    for name, what in desk.anchors.items():
        if name in desk.elements.known:
            message = f"`{name}` is the address of an entry ({what}) of a timeline"
            place = desk.elements.known[name].place
            desk.collector.report(DUPLICATE_ID, message, place, "choose another id")


def _report_unused(desk: Desk, sources: Register) -> None:
    used = _used(desk, {Aim.SOURCE}, sources.known)
    for name, known in sources.known.items():
        if name not in used:
            message = f"nothing cites the source `{name}`"
            hint = f"cite it as `[@{name}]`, or remove it"
            desk.collector.report(UNUSED_SOURCE, message, known.place, hint)
    called = {f"{use.scope}/{use.id}" for use in desk.uses if use.aim is Aim.FOOTNOTE}
    for name, place in desk.footnote_places.items():
        if name not in called:
            short = name.partition("/")[2]
            message = f"nothing calls the footnote `{short}`"
            hint = f"put `[^{short}]` into the text, or remove it"
            desk.collector.report(UNUSED_FOOTNOTE, message, place, hint)
    placed = _used(desk, {Aim.PLACEMENT, Aim.LINK, Aim.NUMBER}, desk.placeable)
    for name in desk.placeable:
        if name not in placed:
            known = desk.elements.known[name]
            message = f"no text shows the {known.what} `{name}`"
            hint = f"write `![](#{name})` alone in a paragraph, or remove it"
            desk.collector.report(UNUSED_ELEMENT, message, known.place, hint)


def _used(desk: Desk, aims: set[Aim], known: Collection[str]) -> set[str]:
    """Give the ids that are used; a misspelt one stands for the one that was meant."""
    names = {use.id for use in desk.uses if use.aim in aims}
    return names | {closest(name, known) or name for name in names if name not in known}


def _report_unnamed(desk: Desk) -> None:
    """Report all blocks without an id at once: one remark is help, one for each is noise."""
    places = [place for found in desk.unnamed.values() for place in found]
    if not places:
        return
    counts = ", ".join(f"{len(found)} in `{section}`" for section, found in desk.unnamed.items())
    message = f"translations of blocks without an id hang on their order: {counts}"
    hint = "put `{#id}` on the line before each block that will stay"
    if "key-points" in desk.unnamed:
        hint += ", and write key points with `id` and `text`"
    desk.collector.report(BLOCK_WITHOUT_ID, message, places[0], hint)
