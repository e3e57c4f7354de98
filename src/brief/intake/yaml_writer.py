"""Write scalars and folded text of YAML 1.2 as people would."""

from __future__ import annotations

import re
import textwrap

_PLAIN = re.compile(r"[^\W_][^\x00-\x1f]*")
_SPECIAL = re.compile(r":(?:\s|$)|\s#|[\[\]{},\"'`\\]|^\S*:$")
_WORDS = frozenset("true false null yes no on off y n ~".split())
_NUMBER = re.compile(r"[-+.\d][\d.,:_eExXoO+-]*")


def scalar(text: str) -> str:
    """Write a text on one line: plain where that is safe, else in quotation marks."""
    text = " ".join(text.split())
    if (
        _PLAIN.fullmatch(text)
        and not _SPECIAL.search(text)
        and text.lower() not in _WORDS
        and not _NUMBER.fullmatch(text)
    ):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = re.sub(r"\{(?=[{%])", r"\\x7b", escaped)  # which templates begin with
    return f'"{escaped}"'


def block(text: str, indent: int) -> str:
    """Write lines of text after `|`, each indented."""
    return "|\n" + textwrap.indent(text.rstrip("\n"), " " * indent)


def comment(text: str, indent: int = 0) -> str:
    """Write a remark for the author, wrapped, as lines that begin with `#`."""
    harmless = re.sub(r"(?<=\{)(?=[{%])", " ", " ".join(text.split()))
    lines = textwrap.wrap(harmless, 96 - indent, break_long_words=False)
    return "\n".join(f"{' ' * indent}# {line}" for line in lines)
