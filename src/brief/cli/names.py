"""The briefings that a command is for: ids, folders, or all."""

from __future__ import annotations

from pathlib import Path

import click

from brief.build.project import DEFINITIONS, Project, list_definitions


def choose_briefings(project: Project, given: tuple[str, ...]) -> tuple[str, ...]:
    """Give the ids of the briefings that the user named, or all; a wrong one is a usage error."""
    known = list_definitions(project)
    if not known and not given:
        raise click.UsageError(
            f"there is no definition under `{DEFINITIONS}/` here; `brief new NAME` writes one"
        )
    return tuple(dict.fromkeys(_resolve(name, known) for name in given)) or known


def check_names(kind: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    """Raise a usage error for a name that is not among the known ones."""
    for name in given:
        if name not in known:
            raise click.UsageError(f"there is no {kind} `{name}`; {suggest(name, known)}")


def check_locales(given: tuple[str, ...], known: tuple[str, ...]) -> None:
    """Raise a usage error for a locale that the definition does not name, and say how it could."""
    for tag in given:
        if tag not in known:
            hint = suggest(tag, known)
            remedy = "" if hint.endswith("?") else "; `locales` in `briefing.yaml` names others"
            raise click.UsageError(f"there is no locale `{tag}`; {hint}{remedy}")


def suggest(name: str, known: tuple[str, ...]) -> str:
    """Say what may have been meant, or what there is."""
    import difflib  # for a mistake only

    small = {item.lower(): item for item in known}
    close = difflib.get_close_matches(name.lower(), small, 1)
    return f"did you mean `{small[close[0]]}`?" if close else f"known: {', '.join(known) or 'none'}"


def _resolve(given: str, known: tuple[str, ...]) -> str:
    name = Path(given).name if given.rstrip("/") not in known else given.rstrip("/")
    if name == "briefing.yaml":
        name = Path(given).resolve().parent.name
    if name in known:
        return name
    raise click.UsageError(f"there is no briefing `{given}`; {suggest(name, known)}")
