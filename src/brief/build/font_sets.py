"""Put typefaces that do not ship into a project: fetch or read them, compare, install whole.

A set lies in a folder of its own, `fonts/<id>/`, with a `fonts.toml` like that of ours. It is
written beside its place and moved there in one step, after every file was found to be the one
that our table names, so that a project has a set whole or not at all.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from brief.build.packages import fetch_package, read_archive
from brief.build.project import FONTS, Project
from brief.model.design import FontSet, FontSource
from brief.publish.files import replace_folder

LICENCE = "LICENSE.md"


class FontError(Exception):
    """Files are not those of a set; nothing was installed."""


def list_sets(project: Project) -> tuple[FontSet, ...]:
    """List the typefaces that a project can add."""
    from brief.compose.design import load_sets  # templates come with it

    return load_sets(project.font_folder)


def find_set(sets: Iterable[FontSet], tag: str) -> FontSet | None:
    """Find the set for a locale: its own, or that of the script that it is written in."""
    from brief.localise.typography import load_typography  # Babel comes with it

    by_id = {fonts.id: fonts for fonts in sets}
    script = load_typography(tag).script
    by_script = {fonts.script: fonts for fonts in by_id.values()}
    return by_id.get(tag) or by_script.get(script)


def set_folder(project: Project, fonts: FontSet) -> Path:
    """Give the folder that a set lies in, or will lie in."""
    return project.root / FONTS / fonts.id


def is_installed(project: Project, fonts: FontSet) -> bool:
    """Tell whether a project has a set as our table describes it."""
    folder = set_folder(project, fonts)
    files = [(folder / file.name, file.sha256) for file in fonts.files]
    return (folder / "fonts.toml").is_file() and all(
        path.is_file() and _digest(path.read_bytes()) == digest for path, digest in files
    )


def add_set(
    project: Project, fonts: FontSet, given: Iterable[Path], say: Callable[[str], None]
) -> None:
    """Install a set from files and packages that are given, or else from its packages.

    `say` is told what is fetched. Raises `PackageError` when a package cannot be had, `FontError`
    when a file is another than the table names, and `OSError` when the folder cannot be written.
    """
    paths = list(given)
    folder = set_folder(project, fonts)
    folder.parent.mkdir(parents=True, exist_ok=True)
    found = _read_given(fonts, paths) if paths else _fetch_all(fonts, say)
    contents = {name: data for name, data in found.items() if name == LICENCE}
    contents |= {file.name: _pick(file, found, given=bool(paths)) for file in fonts.files}
    contents["fonts.toml"] = "".join(_describe(file) for file in fonts.files).encode()
    replace_folder(folder, contents)


def _fetch_all(fonts: FontSet, say: Callable[[str], None]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="brief-fonts-") as place:
        for number, (package, version) in enumerate(_packages(fonts)):
            say(f"fetching   {package} {version}")
            folder = Path(place) / str(number)
            folder.mkdir()
            found |= _name_files(read_archive(fetch_package(package, version, folder)))
    return found


def _packages(fonts: FontSet) -> Iterator[tuple[str, str]]:
    yield from dict.fromkeys((file.package, file.version) for file in fonts.files)


def _read_given(fonts: FontSet, paths: list[Path]) -> dict[str, bytes]:
    """Read files and packages; a font file may have any name, since its digest tells what it is."""
    wanted = {file.sha256: file.name for file in fonts.files}
    found: dict[str, bytes] = {}
    for path in paths:
        inside = read_archive(path)
        data = b"" if inside else path.read_bytes()
        found |= _name_files(inside) or {wanted.get(_digest(data), path.name): data}
    return found


def _name_files(inside: dict[str, bytes]) -> dict[str, bytes]:
    """Name the files of a package as they lie in a set; the licence of the typeface comes along."""
    names = {path: path.rpartition("/")[2] for path in inside}
    licences = sorted(path for path, name in names.items() if name.startswith("LICENSE"))
    kept = {names[path]: data for path, data in inside.items() if path not in licences}
    return kept | ({LICENCE: inside[licences[-1]]} if licences else {})


def _pick(file: FontSource, found: dict[str, bytes], *, given: bool) -> bytes:
    data = found.get(file.name)
    origin = f"`{file.path}` of `{file.package}` {file.version}"
    if data is None:
        where = "is not among the given files" if given else "is not in it"
        raise FontError(f"{origin} {where}")
    if _digest(data) != file.sha256:
        raise FontError(f"{origin} has the digest {_digest(data)}, expected is {file.sha256}")
    return data


def _describe(file: FontSource) -> str:
    style = "" if file.style == "normal" else f'style = "{file.style}"\n'
    return f'[["{file.family}"]]\nfile = "{file.name}"\nweight = {file.weight}\n{style}\n'


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
