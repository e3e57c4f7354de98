"""Keys: digests over everything that a variant depends on.

Two variants with the same key come out with the same bytes; only content counts, never the
time of a file. A key covers the definition's files, the catalogue of the variant's locale, the
design's files, the fonts, this program's own code and data, and the versions of the engines.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from brief.build.project import Project
from brief.model.variant import Variant

CATALOGUES = "locale"
_COMPILED = "__pycache__"
_INSTALLED = ".dist-info"
_ENGINES = (
    "babel", "jinja2", "markdown-it-py", "matplotlib", "pikepdf", "pillow", "pydyf",
    "pyphen", "pyyaml", "uharfbuzz", "weasyprint",
)  # fmt: skip
_EXTRAS = ("openpyxl",)
_LIBRARIES = (
    ("pango-1.0", "pango_version_string"),
    ("harfbuzz", "hb_version_string"),
    ("harfbuzz-subset", None),
)


def digest_definition(folder: Path) -> str:
    """Digest the files of a definition apart from its catalogues; links are not followed."""
    files = (f for f in _files(folder) if f.parts[0] != CATALOGUES)
    return digest_files(folder, (f for f in files if not (folder / f).is_symlink()))


def digest_folder(folder: Path) -> str:
    """Digest all files of a definition with its catalogues; links are not followed."""
    return digest_files(folder, (f for f in _files(folder) if not (folder / f).is_symlink()))


def digest_variant(
    project: Project, variant: Variant, definition: str, environment: str, design: str
) -> str:
    """Give the key of a variant from its parts."""
    catalogue = project.definition_folder(variant.briefing) / CATALOGUES / f"{variant.locale}.po"
    parts = (
        environment,
        design,
        definition,
        hashlib.sha256(catalogue.read_bytes()).hexdigest() if _is_own(catalogue) else "-",
        variant.briefing,
        variant.locale,
        variant.design,
        variant.profile,
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def digest_design(project: Project, name: str) -> str:
    """Digest the files of a design in all folders that hold it."""
    folders = [folder / name for folder in project.template_folders]
    return _join(digest_files(folder, _files(folder)) for folder in folders if folder.is_dir())


def digest_own_fonts(project: Project) -> str:
    """Digest the typefaces that a project has added; nothing if there are none."""
    folders = project.own_fonts
    return _join(f"{f.name} {digest_files(f, _files(f))}" for f in folders) if folders else ""


@lru_cache(maxsize=4)
def digest_environment(*folders: Path) -> str:
    """Digest what is the same for all variants: our code, assets, engines, libraries."""
    package = Path(__file__).parent.parent
    code = (f for f in _files(package) if _COMPILED not in f.parts and f.parts[0] != "_house")
    return _join(
        (
            f"{sys.platform} {sys.version_info[0]}.{sys.version_info[1]}",
            digest_files(package, code),
            *(digest_files(folder, _files(folder)) for folder in folders),
            *(f"{name} {_find_version(name)}" for name in (*_ENGINES, *_EXTRAS)),
            *(f"{name} {library_version(name, call)}" for name, call in _LIBRARIES),
        )
    )


def _find_version(name: str) -> str:
    """Give the version of an installed package, `absent` without it.

    The names of the folders that tell it (Recording installed projects, 2020) are enough; asking
    the library means to read and parse all of them.
    """
    known = _list_versions().get(name.replace("-", "_"))
    if known is not None:
        return known
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


@lru_cache(maxsize=1)
def _list_versions() -> dict[str, str]:
    """Give the versions of all packages that the names of their folders tell, by module-like name.

    Of two with the same name, the one in the folder that is searched first is imported.
    """
    versions: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  # a third of the time
        except OSError:
            continue
        for found in names:
            if found.endswith(_INSTALLED):
                name, _, version = found.removesuffix(_INSTALLED).partition("-")
                versions.setdefault(re.sub(r"[-.]", "_", name).lower(), version)
    return versions


def library_version(name: str, call: str | None) -> str:
    """Ask a native library for its version; `present` where it tells none, `absent` without it."""
    path = _find_by_soname(name) or _search(name)
    try:
        library = ctypes.CDLL(path) if path else None
    except OSError:
        library = None
    if library is None:
        return "absent"
    if call is None:
        return "present"
    function = getattr(library, call)
    function.restype = ctypes.c_char_p
    return str(function().decode())


def _search(name: str) -> str | None:
    """Look for a library where the system keeps them, which takes a program of its own."""
    from ctypes.util import find_library

    return find_library(name)


def digest_files(folder: Path, files: Iterable[Path]) -> str:
    """Digest files with their paths relative to `folder`."""
    lines = [f"{file.as_posix()}\0{_digest_file(folder / file)}" for file in sorted(files)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _digest_file(path: Path) -> str:
    """Digest a file piece by piece: room for all typefaces at once takes longer than to read."""
    with path.open("rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Give the files below a folder, relative to it; hidden ones are passed over.

    Links to files count as files, links to folders are not followed.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(place).relative_to(folder)
        for name in names:
            if not name.startswith(".") and os.path.isfile(os.path.join(place, name)):  # noqa: PTH113, PTH118  # quicker
                yield inside / name


def _is_own(path: Path) -> bool:
    """Tell whether a path is a file itself and no link to one."""
    return path.is_file() and not path.is_symlink()


def _find_by_soname(name: str) -> str | None:
    for pattern in (f"lib{name}.so.0", f"lib{name}.0.dylib"):
        try:
            ctypes.CDLL(pattern)
        except OSError:
            continue
        return pattern
    return None


def _join(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
