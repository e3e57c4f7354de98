"""The strings of PO files: in quotation marks, with the escape sequences of C."""

from __future__ import annotations

import re

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_NAMES = {ord(char): f"\\{name}" for name, char in _NAMED.items()}
_WRITTEN = {**_NAMES, ord('"'): '\\"', ord("\\"): "\\\\"}
_ASCII = 0x80


class PoStringError(ValueError):
    """A string cannot be read; `offset` is where, from its quotation mark on."""

    def __init__(self, message: str, offset: int = 0) -> None:
        """Say what is wrong, and where."""
        super().__init__(message)
        self.offset = offset


def read_string(value: str) -> str:
    """Read a string with its quotation marks."""
    match = _STRING.match(value)
    if match is None:
        raise PoStringError("this string is not closed by a quotation mark")
    return _ESCAPE.sub(_read_escape, match[1])


def write_string(text: str) -> str:
    """Write a string, on one line."""
    return f'"{text.translate(_WRITTEN)}"'


def _read_escape(found: re.Match[str]) -> str:
    octal, hexadecimal, char = found.groups()
    if char is not None:
        if char in '"\\':
            return str(char)
        if char in _NAMED:
            return _NAMED[char]
        raise PoStringError(f"`{found[0]}` is no escape sequence", found.start() + 1)
    code = int(octal, 8) if octal else int(hexadecimal, 16)
    if code >= _ASCII:  # half a character of some encoding
        raise PoStringError(f"`{found[0]}` is no character", found.start() + 1)
    return chr(code)
