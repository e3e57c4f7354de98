"""A composition: everything that the renderer needs, with no file or network behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from brief.diag.diagnostic import Place
from brief.model.ink import Inks

BASE_URL = "https://brief.invalid/"


@dataclass(frozen=True, slots=True)
class Resource:
    """Bytes that a composition refers to by address."""

    data: bytes
    media_type: str


Drawing: TypeAlias = Callable[[], Resource]
"""Something that is drawn when it is asked for, which takes longer than to ask for all others."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A style sheet with the name that diagnostics show."""

    name: str
    css: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF; `relationship` is an AFRelationship of ISO 32000-2 (`Source`, …)."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: str = "Source"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the PDF says of itself; `date` is the state of knowledge, in UTC, never the clock."""

    title: str
    language: str
    date: datetime
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    description: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """HTML with its style sheets; the renderer may fetch `resources` and `drawings` alone.

    Both are known by address; a drawing is made when the renderer comes to it.

    `places` leads from the id of an HTML element to the author's text behind it. With
    `cut_below`, pages end where the element with that id does. `notes` say what was chosen and
    why, for those who ask. `inks` are what a press prints for the colours of the design.
    """

    html: str
    stylesheets: tuple[Stylesheet, ...]
    resources: Mapping[str, Resource]
    metadata: Metadata
    attachments: tuple[Attachment, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    cut_below: str = ""
    notes: tuple[str, ...] = ()
    inks: Inks = field(default_factory=dict)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
