"""Let pandoc, where it is installed, make HTML of the formats that nothing here reads.

It runs with its own sandbox (no files, no network), an empty environment and limits of time,
memory and files.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile

from brief.diag.intake_codes import DAMAGED, NO_READER, TOO_LARGE
from brief.intake.errors import UnreadableError

FORMATS = {
    ".rtf": "rtf", ".epub": "epub", ".tex": "latex", ".latex": "latex", ".rst": "rst",
    ".org": "org", ".textile": "textile", ".mediawiki": "mediawiki", ".wiki": "mediawiki",
    ".dbk": "docbook", ".docbook": "docbook", ".jats": "jats", ".fb2": "fb2", ".ipynb": "ipynb",
    ".typ": "typst", ".opml": "opml", ".adoc": "asciidoc", ".muse": "muse", ".t2t": "t2t",
}  # fmt: skip
_SECONDS = 60
_MEMORY = 2_000_000_000
_LARGEST = 100_000_000  # bytes of a page
_SMALLER = "split it, or take out what is not needed"
_ANEW = "save it anew, or as DOCX, ODT, HTML or text"


def convert(data: bytes, suffix: str) -> bytes:
    """Give a document of one of `FORMATS` as a page of HTML."""
    program = shutil.which("pandoc")
    if program is None:
        hint = "install pandoc, or save the document as DOCX, ODT, HTML or text"
        message = f"documents `*{suffix}` are read by pandoc, which is not installed"
        raise UnreadableError(NO_READER, message, hint)
    command = [
        program, "--sandbox", "-f", FORMATS[suffix], "-t", "html5", "-s", "--wrap=none",
        "+RTS", f"-M{_MEMORY}", "-RTS",
    ]  # fmt: skip
    with tempfile.TemporaryFile() as page, tempfile.TemporaryFile() as said:
        try:
            done = subprocess.run(  # noqa: S603  # a fixed command
                command, input=data, stdout=page, stderr=said, timeout=_SECONDS,
                env={"LC_ALL": "C.UTF-8"}, preexec_fn=_limit, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            message = f"pandoc did not finish within {_SECONDS} seconds"
            raise UnreadableError(TOO_LARGE, message, _SMALLER) from error
        except OSError as error:
            message = f"pandoc cannot be started: {(error.strerror or str(error)).lower()}"
            raise UnreadableError(NO_READER, message, "install it anew") from error
        said.seek(0)
        complaint = said.read(1000).decode("utf-8", "replace").strip().split("\n")[0][:200]
        if page.tell() >= _LARGEST or done.returncode < 0:
            message = f"pandoc needed too much time, or made more than {_LARGEST // 10**6} MB of it"
            raise UnreadableError(TOO_LARGE, message, _SMALLER)
        if done.returncode:
            raise UnreadableError(DAMAGED, f"pandoc cannot read it: {complaint}", _ANEW)
        page.seek(0)
        return page.read()


def _limit() -> None:
    """Limit what the program may use; what a system does not limit is left to its time."""
    import resource  # of Unix alone, like everything that is limited here

    for kind, most in ((resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_FSIZE, _LARGEST)):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))
