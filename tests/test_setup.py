"""The set-up brings in what is missing by the machine's package manager, or says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MANAGERS = {
    "apt-get": "install -y -qq --no-install-recommends libpango-1.0-0",
    "dnf": "install -y -q pango",
    "apk": "add -q pango",
}


class Machine:
    """A machine with nothing but the programs that it is given; what they are called with is kept.

    `said` is what the set-up told, `calls` are the commands that it gave.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "calls"
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.log.touch()
        self.said = ""
        for name in ("cmp", "cp", "env", "rm", "tail"):
            (self.bin / name).symlink_to(shutil.which(name) or "")

    def give(self, name: str, *, prints: str = "", fails: bool = False) -> None:
        """Put a program there that notes how it was called, prints something and may fail."""
        path = self.bin / name
        lines = ["#!/bin/sh", f'echo "{name} $*" >> "{self.log}"', f"echo '{prints}'"]
        path.write_text("\n".join([*lines, f"exit {int(fails)}"]) + "\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, script: str) -> int:
        """Run a script after reading the set-up, and give its exit code."""
        shell = shutil.which("dash") or "/bin/sh"
        text = f'root="{self.folder}"; want=use; . "{ROOT}/setup/prepare.sh"; {script}'
        environment = {"PATH": str(self.bin), "HOME": str(self.folder)}
        done = subprocess.run(
            [shell, "-euc", text],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stderr
        return done.returncode

    @property
    def calls(self) -> str:
        """Give what was called, a line each."""
        return self.log.read_text(encoding="utf-8")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Linux machine, used as root."""
    made = Machine(tmp_path)
    made.give("uname", prints="Linux")
    made.give("id", prints="0")
    return made


@pytest.mark.parametrize("manager", MANAGERS)
def test_packages_come_from_the_package_manager(machine: Machine, manager: str) -> None:
    """Debian, Ubuntu, Fedora and Alpine each by their own."""
    machine.give(manager)
    assert machine.run("install_packages") == 0
    assert f"{manager} {MANAGERS[manager]}" in machine.calls


def test_macos_takes_homebrew(machine: Machine) -> None:
    """What is there is left alone, the rest is installed."""
    machine.give("uname", prints="Darwin")
    machine.give("brew", fails=True)
    assert machine.run("install_packages") == 69
    assert "brew install -q pango" in machine.calls
    machine.give("brew")
    assert machine.run("install_packages") == 0


def test_without_homebrew_its_site_is_named(machine: Machine) -> None:
    """A Mac without Homebrew is told where it comes from."""
    machine.give("uname", prints="Darwin")
    assert machine.run("install_packages") == 69
    assert "brew.sh" in machine.said


def test_without_rights_the_command_is_shown(machine: Machine) -> None:
    """Nothing is tried; the whole command that needs the right can be copied."""
    machine.give("id", prints="1000")
    machine.give("apk")
    assert machine.run("install_packages") == 69
    assert "no right to install" in machine.said
    assert "\n  apk add pango" in machine.said
    assert "apk" not in machine.calls


def test_without_rights_one_command_is_enough(machine: Machine) -> None:
    """Where lists of packages are fetched first, the command that is shown does both."""
    machine.give("id", prints="1000")
    machine.give("apt-get")
    assert machine.run("install_packages") == 69
    assert "apt-get update && apt-get install -y" in machine.said
    assert "libharfbuzz-subset0" in machine.said


def test_with_sudo_it_is_taken(machine: Machine) -> None:
    """A user who may use sudo without a password need do nothing."""
    machine.give("id", prints="1000")
    machine.give("dnf")
    machine.give("sudo")
    assert machine.run("install_packages") == 0
    assert "sudo dnf install -y -q pango" in machine.calls


def test_without_network_system_packages_are_told(machine: Machine) -> None:
    """What the package manager could not fetch ends the set-up with a remedy."""
    machine.give("apt-get", prints="noise\nnoise\nE: one\nE: two\nE: three", fails=True)
    assert machine.run("install_packages") == 69
    assert "connect once and call this again" in machine.said
    assert "E: one\nE: two\nE: three\n" in machine.said
    assert "noise" not in machine.said


def test_without_network_python_packages_are_told(machine: Machine) -> None:
    """What uv could not fetch ends the set-up, and the next call tries again."""
    machine.give("uv", fails=True)
    machine.give("python3", prints="")
    assert machine.run("find_uv; python=python3; install_requirements") == 69
    assert "UV_INDEX_URL" in machine.said
    assert not (machine.folder / ".venv" / ".installed-use").exists()


@pytest.mark.parametrize("system", ["Windows_NT", "FreeBSD"])
def test_other_systems_are_told(machine: Machine, system: str) -> None:
    """Windows is pointed to WSL."""
    machine.give("uname", prints=system)
    assert machine.run("install_packages") == 69
    assert "WSL" in machine.said


def test_a_finished_set_up_starts_at_once(machine: Machine) -> None:
    """When the requirement file is the one installed, nothing is looked for."""
    for folder in ("requirements", ".venv/bin"):
        (machine.folder / folder).mkdir(parents=True)
    (machine.folder / "requirements" / "use.txt").write_text("a==1\n", encoding="utf-8")
    shutil.copy(
        machine.folder / "requirements" / "use.txt", machine.folder / ".venv/.installed-use"
    )
    python = machine.folder / ".venv" / "bin" / "python"
    python.touch()
    python.chmod(0o755)
    assert machine.run("prepare") == 0
    assert machine.calls == "uname -s\n"
    assert machine.said == ""


def test_both_commands_are_posix_sh() -> None:
    """Fresh machines have no bash; the scripts are checked by the strictest shell at hand."""
    shell = shutil.which("dash") or "/bin/sh"
    for name in ("brief", "test", "setup/prepare.sh", "benchmarks/run"):
        path = ROOT / name
        subprocess.run([shell, "-n", path], check=True)
        text = path.read_text(encoding="utf-8")
        assert "[[" not in text
        assert os.access(path, os.X_OK) or name == "setup/prepare.sh"
