"""The same input gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.projects import FLAGSHIP, ROOT, run_brief, write_definition

pytestmark = pytest.mark.slow


def _digests(folder: Path, *options: str, **environment: str) -> dict[str, str]:
    done = run_brief(folder, "build", "--json", "--force", *options, environment=environment)
    assert done.returncode == 0, done.stderr + done.stdout
    return {
        Path(item["path"]).name: item["sha256"] for item in json.loads(done.stdout)["artefacts"]
    }


def test_nothing_of_the_machine_is_in_a_file(tmp_path: Path) -> None:
    """Hash seeds, workers, folders, locale, time zone and home make no difference."""
    first = tmp_path / "first"
    shutil.copytree(ROOT / "briefings" / FLAGSHIP, first / "briefings" / FLAGSHIP)
    write_definition(first)
    write_definition(first, "second")
    reference = _digests(first, "--jobs", "1", PYTHONHASHSEED="0")
    assert len(reference) == 12
    other = tmp_path / "a folder with another name" / "deeper"
    shutil.copytree(first / "briefings", other / "briefings")
    surroundings = {
        "PYTHONHASHSEED": "12345", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8",
        "HOME": str(tmp_path), "SOURCE_DATE_EPOCH": "1", "XDG_CONFIG_HOME": str(tmp_path),
    }  # fmt: skip
    assert _digests(other, "--jobs", "4", **surroundings) == reference


def test_settings_of_the_machine_are_not_obeyed(tmp_path: Path) -> None:
    """A `matplotlibrc` in the folder and a fontconfig of the user change nothing."""
    write_definition(tmp_path)
    reference = _digests(tmp_path)
    (tmp_path / "matplotlibrc").write_text(
        "text.usetex: True\nbackend: module://evil\nlines.linewidth: 9\n", encoding="utf-8"
    )
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/usr/share/fonts</dir></fontconfig>", encoding="utf-8")
    surroundings = {"FONTCONFIG_FILE": str(fonts), "MPLCONFIGDIR": str(tmp_path)}
    assert _digests(tmp_path, **surroundings) == reference
