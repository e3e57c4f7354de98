"""The fields of timelines; see `fields.py` for what their docstrings are for."""

# ruff: noqa: RUF012  # pydantic copies the defaults of fields
from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator

from brief.define.values import Day, FieldModel, Moment, Name, Rank, Words, make_list, read_word


class CategoryFields(FieldModel):
    """A kind of entry, with its label in the legend."""

    label: Words
    """The label in the legend."""
    shape: (
        Annotated[
            Literal["circle", "square", "triangle", "diamond", "hexagon", "cross"],
            BeforeValidator(read_word),
        ]
        | None
    ) = None
    """The marker; without it the next shape in order that is free. Shapes differ in print
    without colour."""


Sources: TypeAlias = Annotated[
    list[Name], BeforeValidator(make_list, json_schema_input_type=Name | list[Name])
]


class EraFields(FieldModel):
    """A background period, drawn as a band behind the entries."""

    id: Name
    """The id of the era within its timeline."""
    when: Moment
    """The period, such as `1945/1991` or `1991/..`."""
    title: Words
    """The name of the era."""
    short: Words | None = None
    """A shorter name for where room is scarce."""
    date_text: Words | None = None
    """The date in words, where the words made from `when` are not right."""
    source: Sources = []
    """The id of the source that the entry rests on, or a list of ids."""


class EntryFields(EraFields):
    """An event or a span of a timeline."""

    id: Name
    """The id of the entry within its timeline; translations hang on it."""
    when: Moment
    """The date as precisely as the source gives it, and no more: `1991`, `2024-06-18`,
    `late 194X`, `1945~`, `1950/1953`, `2000/..`."""
    title: Words
    """What happened, in a few words."""
    category: Name | None = None
    """The category, by its id under `categories`."""
    rank: Rank = 1
    """How much the entry matters: 0 most, 2 is left out first where room is scarce."""
    short: Words | None = None
    """A shorter title for where room is scarce."""


class UndatedFields(FieldModel):
    """A statement without any date, printed below the timeline."""

    id: Name
    """The id of the entry within its timeline."""
    title: Words
    """The statement."""
    category: Name | None = None
    """The category, by its id under `categories`."""
    rank: Rank = 1
    """How much the entry matters: 0 most, 2 is left out first."""
    short: Words | None = None
    """A shorter title for where room is scarce."""
    date_text: Words | None = None
    """What is known of the time, in words, such as “in recent years”."""
    source: Sources = []
    """The id of the source that the entry rests on, or a list of ids."""


class TimelineFields(FieldModel):
    """A timeline, drawn to scale and placed by a section or by `![](#id)`."""

    title: Words
    """The title above the timeline."""
    subtitle: Words | None = None
    """A line below the title, such as what is shown and how."""
    note: Words | None = None
    """A remark below the timeline."""
    credit: Words | None = None
    """Where the data come from, below the timeline."""
    form: Annotated[Literal["auto", "horizontal", "vertical"], BeforeValidator(read_word)] = "auto"
    """`horizontal` or `vertical`; `auto` takes the list when the figure would be too tall."""
    calendar: Annotated[Literal["juche", "minguo"], BeforeValidator(read_word)] | None = None
    """A second calendar, whose year follows in parentheses: 2024 (Juche 113). `juche` counts
    from 1912 as North Korea does, `minguo` as Taiwan; earlier years have none."""
    now: Day | None = None
    """Until when spans without an end are drawn: the day of the state of knowledge."""
    range: Moment | None = None
    """The stretch of time that is shown; without it, all entries."""
    categories: dict[Name, CategoryFields] = {}
    """Kinds of entries with their labels, by id."""
    eras: list[EraFields] = []
    """Background periods."""
    spans: list[EntryFields] = []
    """What lasted: entries with a beginning and an end."""
    events: list[EntryFields] = []
    """What happened at a time."""
    undated: list[UndatedFields] = []
    """What belongs here but has no date."""
