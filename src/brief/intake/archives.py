"""Open documents that are archives (DOCX, ODT), within limits: no bombs, no ways out."""

from __future__ import annotations

import io
import zipfile
import zlib

from brief.diag.intake_codes import DAMAGED, ENCRYPTED, TOO_LARGE
from brief.intake.errors import UnreadableError

MAX_UNPACKED = 300_000_000
_MOST_MEMBERS = 10_000
_LOCKED = 0x1  # of the general purpose flags


class Archive:
    """The members of an archive; each is read whole, and counted."""

    def __init__(self, data: bytes) -> None:
        """Open an archive; one that is broken, locked or too large is an `UnreadableError`."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError(DAMAGED, "the archive inside is damaged") from error
        members = self._zip.infolist()
        if any(member.flag_bits & _LOCKED for member in members):
            raise UnreadableError(ENCRYPTED, "it is locked with a password")
        unpacked = sum(member.file_size for member in members)
        if unpacked > MAX_UNPACKED or len(members) > _MOST_MEMBERS:
            message = f"it would unpack to {unpacked // 1_000_000} MB in {len(members)} parts"
            raise UnreadableError(TOO_LARGE, message, "take large pictures out of it")
        self.names = frozenset(member.filename for member in members)
        self._left = MAX_UNPACKED

    def read(self, name: str) -> bytes:
        """Give the bytes of a member, or nothing if there is none of that name."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as member:
                data = member.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableError(DAMAGED, f"its part `{name}` is damaged") from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(TOO_LARGE, "it unpacks to more than it says")
        return data

    def repack(self, changed: dict[str, bytes]) -> bytes:
        """Give the archive anew with some members changed."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
            for name in self._zip.namelist():
                made.writestr(name, changed[name] if name in changed else self.read(name))
        return target.getvalue()
