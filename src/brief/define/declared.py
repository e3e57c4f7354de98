"""Names that a timeline declares for its entries: none is missing, and none is left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief.define.desk import Desk
from brief.define.hints import closest, suggest_or_list
from brief.define.nodes import Scalar
from brief.diag.diagnostic import Code


def check_declared(
    desk: Desk,
    declared: Iterable[Scalar],
    named: Sequence[Scalar | None],
    words: tuple[str, str],
    codes: tuple[Code, Code],
    *,
    complete: bool,
) -> None:
    """Report what entries name and nobody declares, and the other way round.

    `words` are what one such name is called, and the field that declares them; `codes` are those
    of an unknown and of an unused name. Unless all entries are known, none is called unused.
    """
    (word, field), (unknown, unused) = words, codes
    names = tuple(declared)
    known = [name.text for name in names]
    used: set[str | None] = set()
    for given in named:
        if given is None:
            continue
        used |= {given.text, closest(given, known)}
        if given not in known and not given.excused:
            message = f"the timeline has no {word} `{given}`"
            hints = suggest_or_list(given, known) or (f"add it under `{field}`",)
            desk.collector.report(unknown, message, given.place, *hints)
    for name in names if complete else ():
        if name.text not in used:
            message = f"no entry has the {word} `{name}`"
            desk.collector.report(unused, message, name.place, "remove it, or use it")
