"""Where things are: the user's project folder, and the templates and assets that we ship."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFINITIONS = "briefings"
FONTS = "fonts"
_PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one run. Template folders are searched in order, the user's own first.

    `font_folder` holds the typefaces that we ship.
    """

    root: Path
    output: Path
    template_folders: tuple[Path, ...]
    font_folder: Path
    colour_folder: Path

    @property
    def own_fonts(self) -> tuple[Path, ...]:
        """The folders of typefaces that the project has added, each with its `fonts.toml`."""
        lists = (self.root / FONTS).glob("[!.]*/fonts.toml")
        return tuple(sorted(path.parent for path in lists))

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """All folders of typefaces in the order in which they are searched, ours last."""
        return (*self.own_fonts, self.font_folder)

    @property
    def definitions(self) -> Path:
        """The folder in which every folder is a definition."""
        return self.root / DEFINITIONS

    def definition_folder(self, name: str) -> Path:
        """The folder of one definition."""
        return self.definitions / name

    def output_folder(self, name: str) -> Path:
        """The folder that a briefing's PDFs are written to."""
        return self.output / name


def find_project(start: Path, output: Path | None = None) -> Project:
    """Find the project that `start` lies in: the nearest folder upwards that has `briefings/`."""
    start = start.resolve()
    candidates = (start, *start.parents)
    root = next((folder for folder in candidates if (folder / DEFINITIONS).is_dir()), start)
    house = find_house()
    own_templates = root / "templates"
    folders = [folder for folder in (own_templates, house / "templates") if folder.is_dir()]
    return Project(
        root=root,
        output=(output or root / "out").resolve(),
        template_folders=tuple(dict.fromkeys(folder.resolve() for folder in folders)),
        font_folder=house / "assets" / "fonts",
        colour_folder=house / "assets" / "colour",
    )


def find_house() -> Path:
    """Find the folder that holds the `templates` and `assets` that we ship.

    A wheel carries them inside the package; a checkout has them at its root.
    """
    installed = _PACKAGE / "_house"
    return installed if installed.is_dir() else _PACKAGE.parent.parent


def list_designs(project: Project) -> tuple[str, ...]:
    """Name the designs of a project, its own and those that ship, in alphabetical order."""
    found = {
        child.name
        for folder in project.template_folders
        for child in folder.iterdir()
        if child.is_dir() and not child.name.startswith((".", "_"))
    }
    return tuple(sorted(found))


def list_definitions(project: Project) -> tuple[str, ...]:
    """Name all definitions of a project in alphabetical order."""
    if not project.definitions.is_dir():
        return ()
    return tuple(
        sorted(
            folder.name
            for folder in project.definitions.iterdir()
            if folder.is_dir() and not folder.name.startswith((".", "_"))
        )
    )
