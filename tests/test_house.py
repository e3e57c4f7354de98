"""The rules of the house that no tool knows: sizes, names, circles, and what may not be said."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "brief").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "core", "base"}
HOSTS = re.compile(r"(https?|file)://")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_files_are_short(path: Path) -> None:
    """A file has at most 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_functions_are_short_and_public_things_are_described(path: Path) -> None:
    """A function has at most forty lines, and everything public has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a module says what comes in and what goes out"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 55, f"{node.name} is too long"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_names_say_something(path: Path) -> None:
    """No module is called after nothing in particular."""
    assert not FORBIDDEN_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_files_are_opened_with_an_encoding(path: Path) -> None:
    """Text is read and written with an explicit encoding, never with the machine's."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="read_text" | "write_text")):
                assert any(word.arg == "encoding" for word in node.keywords), ast.unparse(node)


def test_modules_do_not_import_each_other_in_circles() -> None:
    """No chain of imports leads back to where it began."""
    graph = {_module(path): _imports(path) for path in SOURCES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name in done:
            return
        for target in graph.get(name, ()):
            visit(target, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def test_no_module_imports_a_package_that_contains_it() -> None:
    """What a package's `__init__` offers is not asked for from inside the package."""
    for path in SOURCES:
        if path.name == "__init__.py":
            continue
        package = _module(path).rpartition(".")[0]
        assert package not in _imports(path), f"{_name(path)} imports {package}"


def test_lock_files_and_ci_name_no_hosts() -> None:
    """Requirement files pin by version and hash alone."""
    for path in [*(ROOT / "requirements").iterdir(), ROOT / ".ci" / "run"]:
        assert not HOSTS.search(path.read_text(encoding="utf-8")), path


def test_tracked_files_name_no_machine() -> None:
    """No path of the machine that the work was done on is in a tracked file."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    needles = (str(ROOT) + "/", str(Path.home()) + "/")
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if not path.is_file():
            continue
        data = path.read_bytes()
        assert not any(needle.encode() in data for needle in needles), name


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> set[str]:
    known = {_module(source) for source in SOURCES}
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("brief"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in known else node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name in known}
    return found
