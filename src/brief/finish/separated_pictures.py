"""Turn the pictures of a PDF into the four process colours."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Name

from brief.finish.colours import ColourTable

_KEPT = (Name.DeviceGray, Name.DeviceCMYK)


def separate_picture(picture: Any, table: ColourTable) -> None:
    """Turn a picture into inks; grey ones, masks and those in inks already stay as they are.

    It is stored without loss, so that no ink is added by compression.
    """
    if Name.Interpolate in picture:
        del picture.Interpolate
    space = picture.get(Name.ColorSpace)
    if picture.get(Name.ImageMask, False) or space in _KEPT:
        return
    if isinstance(space, Array) and space[0] == Name.ICCBased and int(space[1].N) != 3:
        return
    opened = pikepdf.PdfImage(picture).as_pil_image().convert("RGB")
    printed = table.convert_picture(opened)
    picture.write(zlib.compress(printed.tobytes(), 9), filter=Name.FlateDecode)
    for key in (Name.DecodeParms, Name.Decode):
        if key in picture:
            del picture[key]
    picture.ColorSpace = Name.DeviceCMYK
    picture.BitsPerComponent = 8
