"""Designs: the templates, styles and tokens of one kind of product, read into memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from brief.model.composition import Stylesheet


@dataclass(frozen=True, slots=True)
class FontFace:
    """One font file under its private family name; `weight` is that of CSS, 100 to 900."""

    family: str
    file: str
    path: Path
    weight: int = 400
    style: str = "normal"


@dataclass(frozen=True, slots=True)
class FontSource:
    """Where a font file that does not ship is found: the path in a package, and its digest."""

    family: str
    package: str
    version: str
    path: str
    sha256: str
    weight: int = 400
    style: str = "normal"

    @property
    def name(self) -> str:
        """The name of the file, as it will lie in a project."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class FontSet:
    """Typefaces for one script (ISO 15924) that a project can add, called after a locale."""

    id: str
    name: str
    script: str
    files: tuple[FontSource, ...]

    @property
    def families(self) -> frozenset[str]:
        """The families that the files belong to."""
        return frozenset(file.family for file in self.files)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The values that a design repeats, by group and name, as CSS writes them.

    Style sheets say `var(--colour-house)`; figures ask `tokens.get("colour", "house")`.
    `scripts` are the values that differ for a script, by its code in ISO 15924.
    """

    values: Mapping[str, Mapping[str, str]]
    scripts: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def get(self, group: str, name: str) -> str:
        """Give one value; a name that the design lacks is a `KeyError`."""
        return self.values[group][name]


@dataclass(frozen=True, slots=True)
class Design:
    """A design whose files have been read: those of the user's project come before ours.

    `stylesheets` still contain `var(--…)`; `templates` are Jinja2 sources by name. `sets` are
    the typefaces that a project could have besides its `fonts`.
    """

    name: str
    tokens: Tokens
    templates: Mapping[str, str]
    stylesheets: tuple[Stylesheet, ...]
    fonts: tuple[FontFace, ...]
    sets: tuple[FontSet, ...] = ()
