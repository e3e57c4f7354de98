"""Turn bytes into text: by their byte order mark, as UTF-8, or by a guess that is told."""

from __future__ import annotations

import codecs

from brief.diag.intake_codes import DAMAGED
from brief.intake.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Give the text of bytes, and the name of its encoding if that was guessed.

    With an `encoding`, that one is taken; bytes that it does not have are an `UnreadableError`.
    """
    if encoding:
        return _decode_as(data, encoding), ""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data.removeprefix(codecs.BOM_UTF8), name), ""
    try:
        return data.decode(), ""
    except UnicodeDecodeError:
        return _guess(data)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        hint = "try `utf-8`, `windows-1252` or `windows-1251`"
        message = f"there is no encoding `{encoding}`"
        raise UnreadableError(DAMAGED, message, hint) from None
    except UnicodeDecodeError as error:
        message = f"it is not {encoding}: byte {error.start} is not a character"
        raise UnreadableError(
            DAMAGED, message, "leave `--encoding` out to have it guessed"
        ) from None


def _guess(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # only texts that are not UTF-8 wait for it

    best = from_bytes(data).best()
    if best is None:
        message = "it is not text in any known encoding"
        raise UnreadableError(DAMAGED, message, "is it the right file?")
    return str(best), best.encoding.replace("_", "-")
