"""Catch everything that the engine says, with the style sheet it was reading at the time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_ENGINE_LOGS = ("weasyprint", "fontTools")


@dataclass(frozen=True, slots=True)
class Remark:
    """One message of the engine; `sheet` is the style sheet that it was said about, or empty."""

    message: str
    sheet: str = ""
    arguments: tuple[str, ...] = ()


class RemarkHandler(logging.Handler):
    """Keep remarks in their order, each only once."""

    def __init__(self, sheet: str) -> None:
        """Begin to listen while `sheet` is read; empty for the document."""
        super().__init__(logging.WARNING)
        self._sheet = sheet
        self._remarks: dict[Remark, None] = {}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was said so far."""
        return tuple(self._remarks)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        given = record.args if isinstance(record.args, tuple) else ()
        arguments = tuple(str(argument) for argument in given)
        self._remarks[Remark(record.getMessage(), self._sheet, arguments)] = None


@contextmanager
def listen(sheet: str = "") -> Iterator[RemarkHandler]:
    """Listen to the engine; nothing that it says reaches the terminal meanwhile."""
    handler = RemarkHandler(sheet)
    loggers = [logging.getLogger(name) for name in _ENGINE_LOGS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield handler
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagate
