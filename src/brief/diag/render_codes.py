"""Codes of what is found while the stage `render` works."""

from __future__ import annotations

from brief.diag.diagnostic import Code

ALL: tuple[Code, ...] = ()
