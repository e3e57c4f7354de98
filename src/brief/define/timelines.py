"""Make the timelines of a briefing and check what their entries say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from brief.define.declared import check_declared
from brief.define.desk import Desk
from brief.define.nodes import Scalar
from brief.define.register import Aim, Register, Use
from brief.define.text_checks import Marks
from brief.define.timeline_fields import (
    CategoryFields,
    EntryFields,
    EraFields,
    TimelineFields,
    UndatedFields,
)
from brief.define.timeline_layout import check_layout, check_today, make_layout
from brief.define.values import Dated
from brief.diag.define_codes import (
    EMPTY_TIMELINE,
    NO_PASSAGES,
    NOW_MISSING,
    OUTSIDE_RANGE,
    TO_REVIEW,
    UNKNOWN_CATEGORY,
    UNUSED_CATEGORY,
)
from brief.model.blocks import TimelinePlacement
from brief.model.dates import Bound, When
from brief.model.second_calendar import SecondCalendar
from brief.model.timeline import Category, Entry, Form, Shape, Timeline

AnyEntry: TypeAlias = EraFields | EntryFields | UndatedFields


def make_timeline(desk: Desk, name: Scalar, fields: TimelineFields) -> Timeline:
    """Make one timeline and let texts place it."""
    desk.elements.declare(name.text, "timeline", name.place)
    desk.placeable[name.text] = TimelinePlacement(name.text)
    key = f"timeline/{name}"
    made = Timeline(
        id=name.text,
        title=desk.make_field(fields.title, key, "title"),
        subtitle=desk.make_optional(fields.subtitle, f"{key}.subtitle", "subtitle"),
        note=desk.make_optional(fields.note, f"{key}.note", "note", Marks.CITATIONS),
        credit=desk.make_optional(fields.credit, f"{key}.credit", "credit", Marks.CITATIONS),
        form=Form(fields.form),
        calendar=None if fields.calendar is None else SecondCalendar(fields.calendar),
        now=None if fields.now is None else fields.now.when,
        range=None if fields.range is None else fields.range.when,
        categories=_make_categories(desk, key, fields.categories),
        eras=_make_entries(desk, name, fields.eras),
        spans=_make_entries(desk, name, fields.spans),
        events=_make_entries(desk, name, fields.events),
        undated=_make_entries(desk, name, fields.undated),
        place=name.place,
        back_references=fields.back_references,
        **make_layout(desk, key, fields),
    )
    _check_timeline(desk, name, fields)
    return made


def _make_categories(
    desk: Desk, key: str, categories: dict[Scalar, CategoryFields]
) -> tuple[Category, ...]:
    """Make the categories; those without a shape take the next that is free."""
    taken = [fields.shape for fields in categories.values() if fields.shape]
    free = [shape for shape in Shape if shape.value not in taken]
    free += list(Shape) * len(categories)
    made = []
    for name, fields in categories.items():
        label = desk.make_field(fields.label, f"{key}/category/{name}", "label")
        shape = Shape(fields.shape) if fields.shape else free.pop(0)
        made.append(Category(name.text, label, shape))
    return tuple(made)


def _make_entries(desk: Desk, timeline: Scalar, entries: Sequence[AnyEntry]) -> tuple[Entry, ...]:
    return tuple(_make_entry(desk, timeline, fields) for fields in entries)


def _make_entry(desk: Desk, timeline: Scalar, fields: AnyEntry) -> Entry:
    key = f"timeline/{timeline}/{fields.id}"
    for source in fields.source:
        desk.uses.append(Use(Aim.SOURCE, source.text, source.place))
    if fields.passage is not None:
        passage = fields.passage
        desk.uses.append(Use(Aim.LINK, passage.text, passage.place, excused=passage.excused))
    ranked = fields if isinstance(fields, EntryFields | UndatedFields) else None
    category = ranked.category if ranked else None
    return Entry(
        id=fields.id.text,
        title=desk.make_field(fields.title, key, "entry"),
        when=None if isinstance(fields, UndatedFields) else fields.when.when,
        category=None if category is None else category.text,
        rank=ranked.rank if ranked else 1,
        short=desk.make_optional(fields.short, f"{key}.short", "entry"),
        date_text=desk.make_optional(fields.date_text, f"{key}.date", "date"),
        sources=tuple(source.text for source in fields.source),
        place=fields.id.place,
        passage=None if fields.passage is None else fields.passage.text,
        actor=_actor_of(fields),
    )


def _actor_of(fields: AnyEntry) -> str | None:
    actor = fields.actor if isinstance(fields, EntryFields) else None
    return None if actor is None else actor.text


def _check_timeline(desk: Desk, name: Scalar, fields: TimelineFields) -> None:
    entries = Register(desk.collector)
    for group, what in ((fields.eras, "era"), (fields.spans, "span"), (fields.events, "event")):
        for entry in group:
            entries.declare(entry.id.text, what, entry.id.place)
            desk.anchors[f"{name}-{entry.id}"] = what
    for statement in fields.undated:
        entries.declare(statement.id.text, "undated statement", statement.id.place)
    if not fields.spans and not fields.events and not fields.beside and not fields.unread:
        hint = "add `events:` or `spans:`, or remove the timeline"
        message = f"the timeline `{name}` has no events and no spans"
        desk.collector.report(EMPTY_TIMELINE, message, name.place, hint)
    _check_categories(desk, fields)
    _check_back_references(desk, name, fields)
    _count_proposals(desk, name, fields)
    check_layout(desk, fields)
    check_today(desk, name, fields)
    _check_dates(desk, fields)


def _check_categories(desk: Desk, fields: TimelineFields) -> None:
    ranked: list[EntryFields | UndatedFields] = [*fields.spans, *fields.events, *fields.undated]
    check_declared(
        desk,
        fields.categories,
        [entry.category for entry in ranked],
        ("category", "categories"),
        (UNKNOWN_CATEGORY, UNUSED_CATEGORY),
        complete=not fields.unread,
    )


def _check_back_references(desk: Desk, name: Scalar, fields: TimelineFields) -> None:
    entries: list[AnyEntry] = [*fields.eras, *fields.spans, *fields.events, *fields.undated]
    if fields.back_references and not fields.unread and not any(entry.passage for entry in entries):
        message = f"no entry of `{name}` names a passage, so nothing can refer back to it"
        hint = "add `passage:` to entries, or remove `back_references`"
        desk.collector.report(NO_PASSAGES, message, name.place, hint)


def _count_proposals(desk: Desk, name: Scalar, fields: TimelineFields) -> None:
    """Report once how many entries still wait for a person to look at them."""
    entries: list[AnyEntry] = [*fields.eras, *fields.spans, *fields.events, *fields.undated]
    waiting = [entry for entry in entries if entry.review]
    if waiting:
        message = f"{len(waiting)} of {len(entries)} entries of `{name}` wait for your review"
        hint = "compare each with its passage, then remove its `review: true`"
        desk.collector.report(TO_REVIEW, message, waiting[0].id.place, hint)


def _check_dates(desk: Desk, fields: TimelineFields) -> None:
    for entry in (*fields.eras, *fields.spans, *fields.events):
        if fields.now is None and entry.when.when.end is Bound.OPEN:
            message = f"`{entry.when.scalar}` goes on, but the timeline does not say until when"
            hint = "add `now:` to the timeline, most often with the date of the briefing"
            desk.collector.report(NOW_MISSING, message, entry.when.scalar.place, hint)
        if fields.range is not None:
            _check_range(desk, entry.when, fields.range.when)


def _check_range(desk: Desk, dated: Dated, shown: When) -> None:
    when = dated.when
    early = when.after is not None and shown.first is not None and when.after <= shown.first
    late = when.first is not None and shown.after is not None and when.first >= shown.after
    if (early or late) and not dated.scalar.excused:
        side = "before" if early else "after"
        message = f"`{dated.scalar}` lies {side} the range `{shown.text}` of the timeline"
        hint = "widen `range`, or remove the entry"
        desk.collector.report(OUTSIDE_RANGE, message, dated.scalar.place, hint)
