"""Apply the policy of a catalogue: what stands in for a translation that is missing or stale."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from brief.diag.collector import Collector
from brief.diag.localise_codes import (
    MISSING_TRANSLATION,
    STALE_TRANSLATION,
    TRANSLATION_REQUIRED,
)
from brief.localise.catalogue import Catalogue
from brief.localise.po import PoEntry
from brief.model.policy import Remedy
from brief.model.text import Freshness, Text

_SHOWN = 60  # characters of a passage that has changed
# Words, and in scripts that do not part them, characters.
_TOKEN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|\w+|\s+|.", re.DOTALL)
_SAID = {
    Remedy.SOURCE: "; the original is printed",
    Remedy.OMIT: "; it is left out",
    Remedy.OLDER: "",
    Remedy.FAIL: "",
}


def report_missing(
    text: Text, entry: PoEntry | None, catalogue: Catalogue, collector: Collector
) -> Text:
    """Report a text without translation, and give what stands in for one."""
    remedy = catalogue.policy.missing
    code = TRANSLATION_REQUIRED if remedy is Remedy.FAIL else MISSING_TRANSLATION
    place = catalogue.place_of(entry, "msgid") if entry else text.place
    message = f"`{text.key}` is not translated in `{catalogue.file}`{_SAID[remedy]}"
    collector.report(code, message, place, "translate the entry")
    return _stand_in(text, remedy)


def report_stale(
    text: Text, older: Text, entry: PoEntry, catalogue: Catalogue, collector: Collector
) -> Text:
    """Report a translation that is `older` than its text, and give what stands in for it."""
    remedy = catalogue.policy.stale
    code = TRANSLATION_REQUIRED if remedy is Remedy.FAIL else STALE_TRANSLATION
    message = f"the translation of `{text.key}` is older than its source text{_SAID[remedy]}"
    known = entry.previous_source if entry.source == text.source else entry.source
    changed = known and known != text.source
    hints = (f"in its source, {describe_change(str(known), text.source)}",) if changed else ()
    advice = "translate it anew, and take the flag `fuzzy` away"
    if entry.source != text.source:
        advice = f"run `brief translate update`, {advice}"
    collector.report(code, message, catalogue.place_of(entry, "msgid"), advice, *hints)
    if remedy is Remedy.OLDER:
        return replace(older, freshness=Freshness.STALE)
    return _stand_in(text, remedy)


@lru_cache(maxsize=1024)  # every locale asks the same
def describe_change(before: str, after: str) -> str:
    """Say in a few words how a text has changed, at the first place and how often besides."""
    import difflib  # for what is stale only

    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    changes = [
        ("".join(old[a:b]).strip(), "".join(new[c:d]).strip())
        for what, a, b, c, d in matcher.get_opcodes()
        if what != "equal"
    ]
    lost, added = next(((one, two) for one, two in changes if one or two), ("", ""))
    if not lost and not added:
        return "only spaces have changed"
    if lost and added:
        said = f"`{_cut(lost)}` became `{_cut(added)}`"
    else:
        said = f"`{_cut(lost)}` is gone" if lost else f"`{_cut(added)}` is new"
    more = len(changes) - 1
    return f"{said}; {more} more change{'s' * (more != 1)}" if more else said


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _stand_in(text: Text, remedy: Remedy) -> Text:
    omitted = remedy is Remedy.OMIT
    return replace(text, freshness=Freshness.OMITTED if omitted else Freshness.MISSING)
