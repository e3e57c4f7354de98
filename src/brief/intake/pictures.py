"""Take pictures over: as PNG or JPEG, upright, without metadata, each under one name.

What cameras, phones and programs write into pictures (places, names, serial numbers) is dropped:
the points are stored anew.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_to_bytes

from brief.model.document import Listing, Part, Picture, Quotation

FetchPicture = Callable[[str], bytes | None]

MAX_BYTES = 30_000_000
MAX_PIXELS = 40_000_000
_KINDS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")  # decoders of others are not trusted
_MOST = 500
_DATA = re.compile(r"data:image/[a-z.+-]+(?:;[a-z]+=[^;,]*)*(;base64)?,", re.IGNORECASE)
_SMALLEST = 3  # points: what is smaller counts visits


def _nothing(address: str) -> bytes | None:
    return None


@dataclass(slots=True)
class PictureStore:
    """The pictures of one document; `fetch` gives those that came with it by their address."""

    fetch: FetchPicture = _nothing
    files: dict[str, bytes] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def settle(self, parts: Iterable[Part]) -> list[Part]:
        """Give parts whose pictures have names of files; those that are not there are told."""
        settled: list[Part] = []
        for part in parts:
            match part:
                case Picture(address):
                    name = self._take(address, part.alt)
                    if name is not None:
                        settled.append(replace(part, name=name))
                case Listing(_, items):
                    kept = tuple(tuple(self.settle(item)) for item in items)
                    settled.append(replace(part, items=tuple(item for item in kept if item)))
                case Quotation(inner):
                    settled.append(replace(part, parts=tuple(self.settle(inner))))
                case _:
                    settled.append(part)
        return settled

    def _take(self, address: str, alt: str) -> str | None:
        """Store a picture and give its name; None if it is not there, or no picture."""
        data = _decode(address) or self.fetch(address)
        shown = alt or (address if len(address) <= 60 else address[:57] + "…")
        if data is None:
            if not address.lower().startswith("data:") or alt:
                self.remarks.append(f"the picture “{shown}” did not come with the document")
            return None
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._names:
            if len(self.files) >= _MOST:
                self.remarks.append(f"the picture “{shown}” is one too many ({_MOST})")
                return None
            try:
                clean = clean_picture(data)
            except ValueError as error:
                self.remarks.append(f"the picture “{shown}” was left out: {error}")
                return None
            if clean is None:
                return None
            suffix, stored = clean
            name = f"picture-{len(self.files) + 1}.{suffix}"
            self._names[digest] = name
            self.files[name] = stored
        return self._names[digest]


def clean_picture(data: bytes) -> tuple[str, bytes] | None:
    """Store a picture anew without metadata, and give its suffix with its bytes.

    None stands for a picture that is too small to show anything. One that cannot be read, or is
    too large, is a `ValueError` with a reason.
    """
    from PIL import Image, ImageOps  # only documents with pictures wait for it

    if len(data) > MAX_BYTES:
        raise ValueError(f"it has {len(data) // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the number of pixels is checked below
            picture = Image.open(io.BytesIO(data), formats=_KINDS)
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise ValueError(f"it has {width} × {height} pixels")
            if max(width, height) < _SMALLEST:
                return None
            jpeg = picture.format == "JPEG"
            upright = ImageOps.exif_transpose(picture)
            target = io.BytesIO()
            if jpeg:
                upright.convert("RGB" if upright.mode != "L" else "L").save(
                    target, "JPEG", quality=92, subsampling=0, exif=b"", icc_profile=None
                )
            else:
                kept = (
                    upright
                    if upright.mode in ("L", "LA", "RGB", "RGBA")
                    else (upright.convert("RGBA"))
                )
                Image.frombytes(kept.mode, kept.size, kept.tobytes()).save(target, "PNG")
    except ValueError:
        raise
    except Image.DecompressionBombError as error:
        raise ValueError("it has too many pixels") from error
    except Exception as error:  # any fault of a decoder means that it is not trusted
        raise ValueError("it is no picture of a known kind, or damaged") from error
    return ("jpg" if jpeg else "png"), target.getvalue()


def _decode(address: str) -> bytes | None:
    """Give the bytes that an address of the scheme `data:` holds."""
    found = _DATA.match(address)
    if found is None:
        return None
    content = address[found.end() :]
    try:
        return base64.b64decode(content) if found[1] else unquote_to_bytes(content)
    except (binascii.Error, ValueError):
        return None
