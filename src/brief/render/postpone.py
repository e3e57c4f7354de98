"""Modules that the engine imports at once but needs on few machines, imported when first used.

The engine subsets fonts with HarfBuzz, and with fontTools where that library is missing; loading
fontTools' part takes a tenth of a cold start.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

MODULES = ("fontTools.subset", "fontTools.varLib.instancer")


class Postponed(ModuleType):
    """Stands in for a module; its names are functions that import the real one when called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Give a function that calls the real one."""
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: Any, **named: Any) -> Any:
            return getattr(load(self.__name__), name)(*arguments, **named)

        return call


def postpone() -> None:
    """Put stand-ins for the modules that have not been imported yet."""
    for name in MODULES:
        sys.modules.setdefault(name, Postponed(name))


def load(name: str) -> ModuleType:
    """Import the real module."""
    if isinstance(sys.modules.get(name), Postponed):
        del sys.modules[name]
    return importlib.import_module(name)


def restore() -> None:
    """Take the stand-ins away again, so that nobody else meets them."""
    for name in MODULES:
        if isinstance(sys.modules.get(name), Postponed):
            del sys.modules[name]
