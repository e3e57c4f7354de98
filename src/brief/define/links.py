"""Where links may lead: to web and mail addresses, and to ids within the briefing."""

from __future__ import annotations

import re

from brief.define.problems import Problem
from brief.diag.define_text_codes import BAD_LINK

_ALLOWED = re.compile(r"(?:https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+)\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def check_target(target: str, start: int, end: int) -> Problem | None:
    """Say what is wrong with the target of a link, if anything is."""
    if target.startswith("#"):
        if len(target) > 1:
            return None
        return Problem(BAD_LINK, "the link names no id", start, end, ("write the id after `#`",))
    if _ALLOWED.match(target):
        return None
    found = _SCHEME.match(target)
    if not target:
        message = "the link leads nowhere"
    elif target.startswith("//"):
        message = f"`{target}` has no scheme"
    elif found is None:
        message = f"`{target}` is not an address"
    elif found[1].lower() in ("http", "https", "mailto"):
        message = f"`{target}` is not a complete address"
    else:
        message = f"links to `{found[1]}:` are not allowed"
    hint = "write an address that begins with `https://` or `mailto:`, or `#id`"
    return Problem(BAD_LINK, message, start, end, (hint,))
