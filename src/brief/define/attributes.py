"""Read the line that names a block: `{#votes caption="…" note="…"}`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from brief.define.hints import suggest_or_list
from brief.define.passage import Passage
from brief.diag.collector import Collector
from brief.diag.define_text_codes import BAD_ATTRIBUTE

_LINE = re.compile(r"\{#(?P<id>[^\s{}\"=]*)(?P<rest>[^{}]*)\}")
_PAIR = re.compile(r"(?P<name>[\w-]+)\s*=\s*\"(?P<value>[^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Attributes:
    """The id of a block and the texts given with it, each with its place."""

    line: Passage
    id: Passage
    values: dict[str, Passage] = field(default_factory=dict)


def read_attributes(line: Passage, collector: Collector) -> Attributes:
    """Read the line; what is not understood is reported."""
    found = _LINE.search(line.text)
    if found is None:
        message = f"`{line.text.strip()}` is not understood"
        hint = 'write `{#id}`, with values in quotation marks: `{#id caption="…"}`'
        collector.report(BAD_ATTRIBUTE, message, line.strip().place(), hint)
        return Attributes(line, line.cut(0, 0))
    values: dict[str, Passage] = {}
    rest = list(found["rest"])
    for pair in _PAIR.finditer(found["rest"]):
        start = found.start("rest") + pair.start("value")
        values[pair["name"]] = line.cut(start, start + len(pair["value"]))
        rest[slice(*pair.span())] = " " * len(pair[0])
    unread = "".join(rest)
    if unread.strip():
        start = found.start("rest") + len(unread) - len(unread.lstrip())
        message = f"`{unread.strip()}` is not understood"
        place = line.place(start, start + len(unread.strip()))
        hint = 'put values in straight quotation marks: `caption="…"`'
        collector.report(BAD_ATTRIBUTE, message, place, hint)
    return Attributes(line, line.cut(*found.span("id")), values)


def refuse_values(
    attributes: Attributes | None, known: tuple[str, ...], what: str, collector: Collector
) -> None:
    """Report the values that a block of this kind does not take."""
    for name, value in (attributes.values if attributes else {}).items():
        if name not in known:
            message = f"a {what} takes no `{name}`"
            hints = suggest_or_list(name, known) or ("give the id alone: `{#id}`",)
            collector.report(BAD_ATTRIBUTE, message, value.place(), *hints)
