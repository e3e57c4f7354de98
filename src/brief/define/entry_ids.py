"""Give ids to entries of tables that have none, the same ones as long as their words stay.

An id is made of the title; of the date where the title has no letters a to z; of both where two
titles make the same. The order of rows has no part in it, so that rows can be sorted and added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.define.entry_table import Draft
from brief.define.nodes import Scalar, stand_in
from brief.diag.collector import Collector
from brief.diag.define_table_codes import TABLE_WITHOUT_ID
from brief.model.ids import make_id

_LONGEST = 38


def give_ids(drafts: Sequence[Draft], collector: Collector) -> None:
    """Add the missing ids to the fields of entries, and say once that they were missing."""
    missing = [draft for draft in drafts if "id" not in draft.fields]
    taken = Counter(str(draft.fields["id"]) for draft in drafts if "id" in draft.fields)
    taken.update(_by_title(draft) for draft in missing)
    used: Counter[str] = Counter()
    for draft in missing:
        name = _by_title(draft)
        if taken[name] > 1:
            name = "-".join(filter(None, (_by_date(draft), name)))
        used[name] += 1
        if used[name] > 1:  # two rows with the same date and title
            name = f"{name}-{used[name]}"
        draft.fields[stand_in(draft.place, "id")] = stand_in(draft.place, name)
    if missing:
        _report(missing, collector)


def _by_title(draft: Draft) -> str:
    title = draft.fields.get("title")
    made = make_id(title)[:_LONGEST].strip("-") if isinstance(title, Scalar) else ""
    return made or _by_date(draft) or "entry"


def _by_date(draft: Draft) -> str:
    when = draft.fields.get("when")
    return make_id(when)[:_LONGEST].strip("-") if isinstance(when, Scalar) else ""


def _report(missing: Sequence[Draft], collector: Collector) -> None:
    count = f"{len(missing)} rows have" if len(missing) > 1 else "this row has"
    first = missing[0].fields["id"]
    message = f"{count} no id, and translations hang on ids"
    hint = f"write ids into a column `id`; here, `{first}` is used"
    collector.report(TABLE_WITHOUT_ID, message, missing[0].place, hint)
