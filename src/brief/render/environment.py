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


def open_font_folder(fallback: bytes) -> Path:
    """Give a folder for font files, with one font in it where fontconfig finds it.

    There is one in a process, and it goes with the process.
    """
    return _open(os.getpid(), fallback)


@lru_cache(maxsize=1)
def _open(process: int, fallback: bytes) -> Path:
    """Open the folder of one process: a forked worker needs one of its own."""
    folder = Path(tempfile.mkdtemp(prefix="brief-fonts-"))
    Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=10)
    found = folder / "fallback"
    found.mkdir()
    (found / "fallback.ttf").write_bytes(fallback)
    configuration = folder / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folder=found), encoding="utf-8")
    os.environ[VARIABLE] = str(configuration)
    return folder
