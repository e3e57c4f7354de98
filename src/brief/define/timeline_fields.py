"""The fields of timelines; see `fields.py` for what their docstrings are for."""

# ruff: noqa: RUF012  # pydantic copies the defaults of fields
from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Tag

from brief.define.nodes import Scalar
from brief.define.values import (
    Day,
    FieldModel,
    Height,
    Moment,
    Name,
    Rank,
    Share,
    Truth,
    Words,
    make_list,
    read_word,
)


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


class ActorFields(FieldModel):
    """Who acts in a timeline; with `lanes: actor`, each has a lane of its own."""

    label: Words
    """The heading of the lane."""


class ScaleFields(FieldModel):
    """Where the axis changes its rate. The drawing shows it: double strokes, notches in bars,
    what a centimetre means on either side, and a strip to true scale."""

    breaks: Annotated[
        list[Moment], BeforeValidator(make_list, json_schema_input_type=Moment | list[Moment])
    ]
    """From when on another rate applies: up to three dates in order, such as `[1956, 2022]`."""
    shares: list[Share] = []
    """How much of the axis each stretch takes, one number more than breaks, together 1;
    without them, all stretches are equally long."""


def _kind_of_scale(value: object) -> str:
    return "<text>" if isinstance(value, Scalar) else "<fields>"


ScaleWord: TypeAlias = Annotated[Literal["auto", "linear"], BeforeValidator(read_word)]
Scale: TypeAlias = Annotated[
    Annotated[ScaleWord, Tag("<text>")] | Annotated[ScaleFields, Tag("<fields>")],
    Discriminator(_kind_of_scale),
]
FormWord: TypeAlias = Annotated[
    Literal["auto", "horizontal", "vertical", "landscape", "strip"], BeforeValidator(read_word)
]
LanesWord: TypeAlias = Annotated[Literal["category", "actor"], BeforeValidator(read_word)]
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
    passage: Name | None = None
    """The id of the paragraph, section or other part of the text that the entry rests on. In the
    PDF its date leads there; without it, to its first source."""
    review: Truth = False
    """`true` for an entry that a program proposed, until a person has looked at it and removes
    the mark. `brief check` counts them, and strict builds refuse them."""


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
    actor: Name | None = None
    """Who acted, by the id under `actors`; lanes and lists show it."""
    rank: Rank = 1
    """How much the entry matters: 0 most, 2 is left out first where room is scarce. What is
    left out of a drawing stands in a list below it."""
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
    passage: Name | None = None
    """The id of the paragraph, section or other part of the text that the entry rests on. In the
    PDF its date leads there; without it, to its first source."""
    review: Truth = False
    """`true` for a statement that a program proposed, until a person has looked at it."""


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
    form: FormWord = "auto"
    """`horizontal` is a figure of up to 120 mm, `vertical` a list over as many pages as it takes,
    `landscape` a page of its own that is turned, `strip` one line for the head of a page. `auto`
    takes the first that suits; `brief build --verbose` says why."""
    height_mm: Height | None = None
    """How high the drawing may be, in millimetres; entries of rank 2, then 1, go to the list."""
    scale: Scale = "auto"
    """`linear`, or `auto` to change the rate where one rate does not do, or `breaks`."""
    lanes: LanesWord | None = None
    """A lane for each `category` or `actor`, one below another on one axis."""
    beside: Sources = []
    """The id of a timeline, or a list, to be drawn below this one on the same axis: two
    countries, or plan and fact."""
    today: Truth = False
    """`true` for a line at `now`, labelled with the date."""
    file: Words | None = None
    """A table with entries, by its path in the folder of the definition: `.csv`, `.tsv` or
    `.xlsx`. They come after those that stand here."""
    calendar: Annotated[Literal["juche", "minguo"], BeforeValidator(read_word)] | None = None
    """A second calendar, whose year follows in parentheses: 2024 (Juche 113). `juche` counts
    from 1912 as North Korea does, `minguo` as Taiwan; earlier years have none."""
    now: Day | None = None
    """Until when spans without an end are drawn: the day of the state of knowledge."""
    back_references: Truth = False
    """`true` to let the passages that entries name refer back to the figure, in the margin."""
    range: Moment | None = None
    """The stretch of time that is shown; without it, all entries."""
    categories: dict[Name, CategoryFields] = {}
    """Kinds of entries with their labels, by id: at most six, for there are six shapes."""
    actors: dict[Name, ActorFields] = {}
    """Who acts, by id; their order is that of the lanes."""
    eras: list[EraFields] = []
    """Background periods."""
    spans: list[EntryFields] = []
    """What lasted: entries with a beginning and an end."""
    events: list[EntryFields] = []
    """What happened at a time."""
    undated: list[UndatedFields] = []
    """What belongs here but has no date."""

    @property
    def unread(self) -> bool:
        """Whether its table could not be read, so that entries are missing; that is reported."""
        return self.file is not None and self.file.excused
