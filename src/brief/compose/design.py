"""Read a design from its folders; a file in the user's project stands in for ours."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from brief.model.composition import Stylesheet
from brief.model.design import Design, FontFace, FontSet, FontSource, Tokens

TOKENS = "tokens.toml"
FONTS = "fonts.toml"
INKS = "ink"
SETS = "sets.toml"
OWN = "own/"  # begins the addresses of typefaces that a project has added
SCRIPTS = "script"


def load_design(
    name: str, template_folders: Iterable[Path], font_folders: Iterable[Path]
) -> Design:
    """Read the design `name`: every file from the first of the folders that has it.

    Tokens are merged value by value, so that a project can change one colour and nothing else.
    Of typefaces with the same family, weight and style, that of the first font folder counts; the
    last folder is ours.
    """
    *own_fonts, font_folder = font_folders
    folders = [folder / name for folder in template_folders if (folder / name).is_dir()]
    files = _overlay(folders)
    return Design(
        name=name,
        tokens=_merge_tokens(folders),
        templates={path: _read(file) for path, file in files.items() if path.endswith(".html")},
        stylesheets=tuple(
            Stylesheet(f"{name}/{path}", _read(file))
            for path, file in sorted(files.items())
            if path.endswith(".css")
        ),
        fonts=_merge_fonts(own_fonts, font_folder),
        sets=load_sets(font_folder),
    )


def load_sets(folder: Path) -> tuple[FontSet, ...]:
    """Read what typefaces a project can add."""
    table: dict[str, dict[str, Any]] = tomllib.loads(_read(folder / SETS))
    return tuple(
        FontSet(name, entry["name"], entry["script"], tuple(_source(f) for f in entry["files"]))
        for name, entry in table.items()
    )


def _source(file: Mapping[str, Any]) -> FontSource:
    return FontSource(**file)


def _merge_fonts(own: list[Path], shipped: Path) -> tuple[FontFace, ...]:
    faces = [face for folder in own for face in load_fonts(folder, f"{OWN}{folder.name}/")]
    merged: dict[tuple[str, int, str], FontFace] = {}
    for face in (*faces, *load_fonts(shipped)):
        merged.setdefault((face.family, face.weight, face.style), face)
    return tuple(merged.values())


def load_fonts(folder: Path, prefix: str = "") -> tuple[FontFace, ...]:
    """Read the list of typefaces that lie in `folder`; `prefix` begins their addresses."""
    table: dict[str, list[dict[str, Any]]] = tomllib.loads(_read(folder / FONTS))
    return tuple(
        FontFace(
            family=family,
            file=prefix + face["file"],
            path=folder / face["file"],
            weight=face.get("weight", 400),
            style=face.get("style", "normal"),
        )
        for family, faces in table.items()
        for face in faces
    )


def _overlay(folders: list[Path]) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for folder in reversed(folders):
        for file in folder.rglob("*"):
            if file.suffix in {".html", ".css"} and file.is_file():
                files[file.relative_to(folder).as_posix()] = file
    return files


def _merge_tokens(folders: list[Path]) -> Tokens:
    merged: dict[str, dict[str, str]] = {}
    scripts: dict[str, dict[str, dict[str, str]]] = {}
    for folder in reversed(folders):
        if not (folder / TOKENS).is_file():
            continue
        groups = tomllib.loads(_read(folder / TOKENS))
        for script, changed in groups.pop(SCRIPTS, {}).items():
            _merge_groups(scripts.setdefault(script, {}), changed)
        _forget_inks(merged.get(INKS, {}), groups)
        _merge_groups(merged, groups)
    return Tokens(merged, scripts)


def _forget_inks(inks: dict[str, str], groups: Mapping[str, Any]) -> None:
    """Drop the inks of colours that are given another value without an ink of their own."""
    for name in groups.get("colour", {}):
        inks.pop(name, None)


def _merge_groups(merged: dict[str, dict[str, str]], groups: Mapping[str, Any]) -> None:
    for group, values in groups.items():
        merged.setdefault(group, {}).update({name: str(value) for name, value in values.items()})


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
