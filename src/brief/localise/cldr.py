"""Babel's locales, each with data of its own.

Babel writes what it resolves for one locale into dictionaries that all locales share: after
Chinese, German months may come out in Chinese (python-babel issue 1234, still in 2.18). A copy
of a locale's data before its first use prevents that. Whoever needs a locale takes it from here.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import babel
from babel import Locale, UnknownLocaleError, localedata

TRIED_VERSION = "2.18"  # the copy replaces an entry of a private table of this version

_EXTENSION = re.compile(r"[-_][a-z0-9][-_]", re.IGNORECASE)
_lock = threading.RLock()
_isolated: set[str] = set()


class LocaleError(LookupError):
    """No data are known for a language tag."""


@lru_cache(maxsize=256)
def load_locale(tag: str) -> Locale:
    """Give Babel's locale for a BCP 47 tag, or for the nearest tag that Babel knows.

    Extensions and private use (`-u-nu-arab`, `-x-…`) do not count. A tag whose language Babel
    does not know raises `LocaleError`.
    """
    parts = _EXTENSION.split(tag, maxsplit=1)[0].replace("_", "-").split("-")
    while parts:
        try:
            locale = Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
            continue
        assert locale is not None  # Babel gives None for an empty tag only
        _isolate(str(locale))
        return locale
    raise LocaleError(f"no locale data for `{tag}`")


def read_data(locale: Locale, name: str) -> Mapping[str, Any]:
    """Read a part of a locale's data that Babel has no access to, such as `unit_patterns`."""
    data: Mapping[str, Any] = locale._data[name]
    return data


def _isolate(name: str) -> None:
    with _lock:
        if name in _isolated:
            return
        if not babel.__version__.startswith(TRIED_VERSION):
            raise RuntimeError(
                f"the isolation of locales is untried with Babel {babel.__version__}"
            )
        localedata._cache[name] = _copy(localedata.load(name))
        _isolated.add(name)


def _copy(value: Any) -> Any:
    """Copy all that can be changed in a locale's data: dictionaries and lists, however deep.

    Everything else in them is never changed (`copy.deepcopy` looks at each and takes five times
    as long).
    """
    if isinstance(value, dict):  # most hold nothing but words
        return {key: item if type(item) is str else _copy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_copy(item) for item in value]
    if type(value) is tuple:
        return tuple(_copy(item) for item in value)
    return value
