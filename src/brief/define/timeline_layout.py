"""How a timeline is to be laid out: actors and lanes, its scale, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from brief.define.declared import check_declared
from brief.define.desk import Desk
from brief.define.figures import show_block
from brief.define.nodes import Scalar
from brief.define.register import Aim, Use
from brief.define.timeline_fields import (
    ActorFields,
    CategoryFields,
    EntryFields,
    ScaleFields,
    TimelineFields,
)
from brief.diag.define_codes import (
    BAD_BESIDE,
    BAD_SCALE,
    NO_LANES,
    NOW_MISSING,
    SHAPES_ALIKE,
    UNKNOWN_ACTOR,
    UNUSED_ACTOR,
)
from brief.model.timeline import Actor, Lanes, Scaling, Shape

MOST_BREAKS = 3
_WHOLE = 0.005  # shares that are written with two or three places may lack so much


def make_layout(desk: Desk, key: str, fields: TimelineFields) -> dict[str, Any]:
    """Give what a timeline says of its layout, as the model names it."""
    given = fields.scale if isinstance(fields.scale, ScaleFields) else None
    return {
        "actors": _make_actors(desk, key, fields.actors),
        "lanes": None if fields.lanes is None else Lanes(fields.lanes),
        "beside": tuple(name.text for name in fields.beside),
        "today": fields.today,
        "height_mm": fields.height_mm,
        "scale": Scaling.GIVEN if given else Scaling(fields.scale),
        "breaks": tuple(each.when for each in given.breaks) if given else (),
        "shares": tuple(given.shares) if given else (),
    }


def _make_actors(desk: Desk, key: str, actors: Mapping[Scalar, ActorFields]) -> tuple[Actor, ...]:
    return tuple(
        Actor(name.text, desk.make_field(fields.label, f"{key}/actor/{name}", "label"))
        for name, fields in actors.items()
    )


def check_layout(desk: Desk, fields: TimelineFields) -> None:
    """Report what cannot be laid out as it is asked for."""
    _check_actors(desk, fields)
    _check_lanes(desk, fields)
    _check_shapes(desk, fields.categories)
    if isinstance(fields.scale, ScaleFields):
        _check_scale(desk, fields.scale)


def check_today(desk: Desk, name: Scalar, fields: TimelineFields) -> None:
    """Report a line of today in a timeline without one."""
    if fields.today and fields.now is None:
        message = f"`{name}` asks for a line at `now`, but does not say when that is"
        hint = "add `now:` to the timeline, most often with the date of the briefing"
        desk.collector.report(NOW_MISSING, message, name.place, hint)


def check_beside(desk: Desk, timelines: Mapping[Scalar, TimelineFields]) -> None:
    """Check what stands beside timelines, and note that it is shown there."""
    for name, fields in timelines.items():
        for other in fields.beside:
            message = _find_obstacle(desk, name, other, timelines)
            use = Use(Aim.PLACEMENT, other.text, other.place, excused=bool(message))
            desk.uses.append(use)
            if message:
                hint = "list the other timelines under `beside` of one of them"
                desk.collector.report(BAD_BESIDE, message, other.place, hint)
            else:
                show_block(desk, other.text, other.place)


def _find_obstacle(
    desk: Desk, name: Scalar, other: Scalar, timelines: Mapping[Scalar, TimelineFields]
) -> str:
    """Say why something cannot stand beside a timeline; nothing if it can, or is not there."""
    if other == name:
        return f"`{other}` cannot stand beside itself"
    found = next((fields for key, fields in timelines.items() if key == other), None)
    if found is None:
        return f"`{other}` is no timeline" if other.text in desk.placeable else ""
    return f"`{other}` has timelines beside it in turn" if found.beside else ""


def _entries(fields: TimelineFields) -> Sequence[EntryFields]:
    return (*fields.spans, *fields.events)


def _check_actors(desk: Desk, fields: TimelineFields) -> None:
    check_declared(
        desk,
        fields.actors,
        [entry.actor for entry in _entries(fields)],
        ("actor", "actors"),
        (UNKNOWN_ACTOR, UNUSED_ACTOR),
        complete=not fields.unread,
    )


def _check_lanes(desk: Desk, fields: TimelineFields) -> None:
    if fields.lanes is None or fields.unread:
        return
    entries = _entries(fields)
    if entries and not any(getattr(entry, fields.lanes) for entry in entries):
        message = f"the timeline has lanes by {fields.lanes}, but no entry has one"
        hint = f"give entries a field `{fields.lanes}`, or remove `lanes`"
        desk.collector.report(NO_LANES, message, entries[0].id.place, hint)


def _check_shapes(desk: Desk, categories: Mapping[Scalar, CategoryFields]) -> None:
    taken: dict[str, Scalar] = {}
    for name, fields in categories.items():
        if fields.shape in taken:
            message = f"`{name}` has the shape `{fields.shape}`, as `{taken[fields.shape]}` has"
            hint = f"choose another of {', '.join(f'`{shape.value}`' for shape in Shape)}"
            desk.collector.report(SHAPES_ALIKE, message, name.place, hint)
        elif fields.shape is not None:
            taken[fields.shape] = name
    for name in list(categories)[len(Shape) :]:
        message = f"there are {len(Shape)} shapes, and `{name}` is one category too many"
        hint = "join categories that belong together"
        desk.collector.report(SHAPES_ALIKE, message, name.place, hint)


def _check_scale(desk: Desk, scale: ScaleFields) -> None:
    breaks, place = scale.breaks, scale.breaks[0].scalar.place if scale.breaks else None
    if any(each.scalar.excused for each in breaks):
        return
    for dated in breaks:
        if dated.when.first is None:
            message = f"`{dated.scalar}` has no beginning at which the scale could change"
            desk.collector.report(BAD_SCALE, message, dated.scalar.place, "write a date")
            return
    for before, after in pairwise(breaks):
        assert before.when.first is not None and after.when.first is not None  # as checked above
        if before.when.first >= after.when.first:
            message = f"`{after.scalar}` does not come after `{before.scalar}`"
            desk.collector.report(
                BAD_SCALE, message, after.scalar.place, "write breaks in the order of time"
            )
    if len(breaks) > MOST_BREAKS:
        message = f"an axis with {len(breaks)} breaks cannot be read"
        hint = f"keep {MOST_BREAKS} at most"
        desk.collector.report(BAD_SCALE, message, breaks[MOST_BREAKS].scalar.place, hint)
    if scale.shares and len(scale.shares) != len(breaks) + 1:
        message = f"{len(breaks) + 1} stretches have {len(scale.shares)} shares"
        desk.collector.report(BAD_SCALE, message, place, "give each stretch a share")
    elif scale.shares and abs(sum(scale.shares) - 1) > _WHOLE:
        message = f"the shares make {sum(scale.shares):.2f} together"
        desk.collector.report(BAD_SCALE, message, place, "let them make 1")
