"""Pictures: PNG and JPEG files of the definition, shown as figures.

The header of every picture is read before anything else trusts it; Pillow is imported only
when there is a picture.
"""

from __future__ import annotations

import io
import warnings
from pathlib import PurePosixPath

from brief.define.desk import Desk
from brief.define.sources import PICTURE_LIMIT, RefusedError, read_file
from brief.diag.collector import Collector
from brief.diag.define_file_codes import FILE_KIND, PICTURE_TOO_LARGE, PICTURE_UNREADABLE
from brief.diag.diagnostic import Place

SUFFIXES = (".png", ".jpg", ".jpeg")
MAX_PIXELS = 40_000_000


def read_picture(desk: Desk, name: str, place: Place) -> bool:
    """Read a picture into the files of the briefing; what is wrong with it is reported."""
    if name in desk.files:
        return True
    if not name.lower().endswith(SUFFIXES) and "://" not in name:
        message = f"`{PurePosixPath(name).name}` is not a PNG or JPEG file"
        desk.collector.report(FILE_KIND, message, place, "export the picture as PNG or JPEG")
        return False
    try:
        data = read_file(desk.folder, name, PICTURE_LIMIT)
    except RefusedError as error:
        desk.collector.report(error.code, error.message, place, *error.hints)
        return False
    if not _is_sound(data, name, place, desk.collector):
        return False
    desk.files[name] = data
    return True


def _is_sound(data: bytes, name: str, place: Place, collector: Collector) -> bool:
    from PIL import Image  # only definitions with pictures wait for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the number of pixels is checked below
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                width, height = picture.size
    except Exception:  # any fault of a decoder means that the file is not trusted
        message = f"`{name}` is neither a PNG nor a JPEG picture, or is damaged"
        hint = "open it in an image program and export it anew"
        collector.report(PICTURE_UNREADABLE, message, place, hint)
        return False
    if width * height > MAX_PIXELS:
        message = f"`{name}` has {width} × {height} pixels"
        hint = "save it with at most 40 million pixels; 2500 across fill a page"
        collector.report(PICTURE_TOO_LARGE, message, place, hint)
        return False
    return True
