"""Keep the engine away from the fonts of the machine.

Fontconfig reads one file of ours instead of the system's and the user's. It names a folder with
a single font, since Pango ends the process when there is none at all; everything that is printed
comes from the font files of the composition.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path

VARIABLE = "FONTCONFIG_FILE"
_EMPTY = Path(__file__).with_name("fonts.conf")
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def hide_system_fonts() -> None:
    """Point fontconfig to an empty configuration; to be called before the engine is imported."""
    os.environ[VARIABLE] = str(_EMPTY)


def provide_fallback(font: bytes) -> None:
    """Put one font where fontconfig finds it, once in a process; its folder goes with it."""
    _provide(os.getpid(), font)


@lru_cache(maxsize=1)
def _provide(process: int, font: bytes) -> None:
    """Do so for one process: a forked worker needs a folder of its own."""
    folder = tempfile.mkdtemp(prefix="brief-fonts-")
    Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=10)
    path = Path(folder)
    (path / "fallback.ttf").write_bytes(font)
    configuration = path / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    os.environ[VARIABLE] = str(configuration)
