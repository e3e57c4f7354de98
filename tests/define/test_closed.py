"""A definition is closed: whatever it asks for, nothing outside its folder is opened."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from brief.build.key import digest_definition
from brief.build.pipeline import check_briefing
from brief.build.project import find_project
from brief.cli.report import FORMS, report_diagnostics
from brief.diag.collector import Collector
from tests.define.definitions import HEAD, codes, read_files, write_definition

SECRET = "the canary sings"
SEEN: list[tuple[str, str]] = []
WATCHING = threading.Event()


def make_hook() -> Callable[[str, tuple[object, ...]], None]:
    """Make an audit hook that holds all it needs, since it outlives the names of this module."""
    watching, seen = WATCHING, SEEN

    def watch(event: str, args: tuple[object, ...]) -> None:
        """Note every file that is opened and every socket that is used while a test watches."""
        if watching.is_set() and (event == "open" or event.startswith("socket.")):
            seen.append((event, str(args[0]) if args else ""))

    return watch


sys.addaudithook(make_hook())


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A canary outside the definition, with links and a pipe inside that lead to it."""
    (tmp_path / "canary.md").write_text(SECRET, encoding="utf-8")
    (tmp_path / "canary.png").write_bytes(SECRET.encode())
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "linked.md").symlink_to("../canary.md")
    (folder / "linked.png").symlink_to(tmp_path / "canary.png")
    (folder / "around").symlink_to("..")
    (folder / "inside.md").symlink_to("briefing.yaml")
    (folder / "locale").mkdir()
    (folder / "locale" / "de.po").symlink_to("../../canary.md")
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(folder / "pipe.png")
    return tmp_path


@pytest.fixture
def opened() -> Iterator[list[tuple[str, str]]]:
    """The files and sockets that are opened while the test runs."""
    SEEN.clear()
    WATCHING.set()
    yield SEEN
    WATCHING.clear()


def names(root: Path, suffix: str) -> list[str]:
    """Every way to ask for the canary."""
    return [
        f"../canary.{suffix}",
        f"inner/../../canary.{suffix}",
        f"{root}/canary.{suffix}",
        f"file://{root}/canary.{suffix}",
        f"//localhost/canary.{suffix}",
        f"~/canary.{suffix}",
        f"linked.{suffix}",
        f"around/canary.{suffix}",
        f"pipe.{suffix}",
        f"./linked.{suffix}",
        f"..\\canary.{suffix}",
        f"C:/canary.{suffix}",
    ]


def test_nothing_outside_is_opened(world: Path, opened: list[tuple[str, str]]) -> None:
    """Links, pipes, absolute and climbing paths are refused before they are opened."""
    texts, pictures = names(world, "md"), names(world, "png")
    sections = "".join(
        f"  - {{id: s{number}, title: T, file: '{name}'}}\n" for number, name in enumerate(texts)
    )
    figures = "".join(f"      ![A map]({name})\n\n" for name in pictures if "\\" not in name)
    declared = "".join(
        f"  f{number}: {{file: '{name}', alt: A map}}\n" for number, name in enumerate(pictures)
    )
    yaml = (
        f"{HEAD}sections:\n{sections}  - id: pictures\n    title: T\n    text: |\n{figures}"
        f"figures:\n{declared}"
    )
    write_definition(world / "case", {"briefing.yaml": yaml})
    briefing, collector = read_files(world / "case")
    assert briefing is None
    refused = (
        "define.file-outside",
        "define.bad-path",
        "define.file-kind",
        "define.unused-element",
    )
    assert set(codes(collector)) <= set(refused), codes(collector)
    assert len(collector.diagnostics) >= len(texts) + 2 * len(pictures) - 1
    touched = [name for event, name in opened if event == "open"]
    assert not any(word in name for name in touched for word in ("canary", "linked", "pipe"))
    for form in FORMS:
        assert SECRET not in report_diagnostics(collector.diagnostics, world, form)


def test_catalogues_are_no_way_out(world: Path, opened: list[tuple[str, str]]) -> None:
    """A catalogue that is a link is not read."""
    yaml = f"{HEAD}locales: [de]\nsections:\n  - {{id: one, title: One, text: Words.}}\n"
    write_definition(world / "case", {"briefing.yaml": yaml})
    briefing, _ = read_files(world / "case")
    assert briefing is not None
    assert briefing.catalogues == ()
    assert not any(name.endswith(".po") for _, name in opened)


def test_digests_are_no_way_out(world: Path, opened: list[tuple[str, str]]) -> None:
    """Telling whether a definition has changed reads no links either."""
    yaml = f"{HEAD}locales: [de]\nsections:\n  - {{id: one, title: One, text: Words.}}\n"
    write_definition(world / "case", {"briefing.yaml": yaml})
    digest_definition(world / "case")
    (world / "briefings").mkdir()
    (world / "case").rename(world / "briefings" / "case")
    check_briefing(find_project(world), "case", Collector())
    touched = [name for event, name in opened if event == "open"]
    touched = [name for name in touched if name.startswith(str(world)) or "/" not in name]
    ends = ("linked.md", "linked.png", "inside.md", ".po", "canary.md", "canary.png")
    assert not [name for name in touched if name.endswith(ends)]


def test_the_definition_itself_is_no_way_out(world: Path, opened: list[tuple[str, str]]) -> None:
    """A `briefing.yaml` that is a link is not read either."""
    (world / "case" / "briefing.yaml").symlink_to("../canary.md")
    briefing, collector = read_files(world / "case")
    assert briefing is None
    assert codes(collector) == ["define.file-outside"]
    assert not any(name.endswith("briefing.yaml") for _, name in opened)


def test_nothing_is_fetched(tmp_path: Path, opened: list[tuple[str, str]]) -> None:
    """No address that a definition names is ever contacted."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        WATCHING.set()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        opened.clear()
        text = f"A [link]({address}), <{address}>.\n\n![A map]({address}.png)\n"
        yaml = (
            f"# yaml-language-server: $schema={address}\n$schema: {address}\n{HEAD}sections:\n"
            f"  - {{id: one, title: One, file: one.md}}\n"
            f"  - {{id: two, title: Two, file: '{address}.md'}}\n"
            f"sources:\n  - {{id: s, title: A source, url: '{address}'}}\n"
        )
        write_definition(tmp_path / "case", {"briefing.yaml": yaml, "one.md": text})
        read_files(tmp_path / "case")
        with pytest.raises(TimeoutError):
            server.accept()
    used = [event for event, _ in opened if event in ("socket.connect", "socket.getaddrinfo")]
    assert not used


def test_content_is_never_program(tmp_path: Path) -> None:
    """YAML tags make nothing, and template expressions are refused wherever they stand."""
    trap = tmp_path / "trap"
    yaml = (
        f"{HEAD}subtitle: !!python/object/apply:os.system ['touch {trap}']\n"
        "keywords: ['{{ 7*7 }}']\nsections:\n"
        "  - {id: one, title: One, text: \"{% include '/etc/passwd' %}\"}\n"
    )
    write_definition(tmp_path / "case", {"briefing.yaml": yaml})
    briefing, collector = read_files(tmp_path / "case")
    assert briefing is None
    assert not trap.exists()
    found = [name for name in codes(collector) if name != "define.typewriter-character"]
    assert found == ["define.yaml-tag", "define.template-expression", "define.template-expression"]
