"""Apply the policy of a catalogue: what stands in for a translation that is missing or stale."""

from __future__ import annotations

from dataclasses import replace

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
    hint = "translate it anew and set `msgid` to the present text, without `fuzzy`"
    collector.report(code, message, catalogue.place_of(entry, "msgid"), hint)
    if remedy is Remedy.OLDER:
        return replace(older, freshness=Freshness.STALE)
    return _stand_in(text, remedy)


def _stand_in(text: Text, remedy: Remedy) -> Text:
    omitted = remedy is Remedy.OMIT
    return replace(text, freshness=Freshness.OMITTED if omitted else Freshness.MISSING)
