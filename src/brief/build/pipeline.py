"""The stages in their order: read this first.

    define → localise → compose → render → finish → publish

Only this module knows the order. The engines are imported where they are used, since a check
or an unchanged build must not wait for them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from brief.build.key import digest_folder
from brief.build.project import DEFINITIONS, Project, list_designs
from brief.build.renderer import HERE, Renderer, WorkerDiedError
from brief.diag.build_codes import PROGRAM_FAULT, UNKNOWN_DESIGN, WORKER_DIED
from brief.diag.collector import Collector
from brief.diag.diagnostic import Diagnostic
from brief.diag.publish_codes import CANNOT_WRITE
from brief.model.profile import PROFILES
from brief.model.variant import Artefact, Status, Variant
from brief.publish.files import write_whole

if TYPE_CHECKING:  # a run that finds nothing to do needs none of these
    from brief.model.briefing import Briefing
    from brief.model.localised import LocalisedBriefing
    from brief.model.pdf import FinishedPdf

CONTENTS_FROM_PAGE = 6
_UNCERTAIN = CONTENTS_FROM_PAGE - 1  # pages that contents may turn into enough for contents


def read_briefing(project: Project, name: str, collector: Collector) -> Briefing | None:
    """Read the definition `name`; the same files are read only once in a process."""
    digest = digest_folder(project.definition_folder(name))
    briefing, diagnostics = _read_once(project, name, digest)
    collector.extend(diagnostics)
    return briefing


def check_briefing(project: Project, name: str, collector: Collector) -> Briefing | None:
    """Read a definition and put it into all its locales, without making a PDF."""
    briefing = read_briefing(project, name, collector)
    if briefing is not None:
        check_design(project, briefing, briefing.design, collector)
        for tag in list_locales(briefing):
            localise(briefing, tag, collector, typeset=False)
    return briefing


def list_locales(briefing: Briefing) -> tuple[str, ...]:
    """Give the tags of all locales of a briefing, its own language first."""
    return (briefing.language, *(tag for tag in briefing.locales if tag != briefing.language))


def localise(
    briefing: Briefing, tag: str, collector: Collector, *, typeset: bool = True
) -> LocalisedBriefing | None:
    """Put a briefing into one locale; its texts get the characters of fine typesetting."""
    from brief.define.markdown import parse_inline  # the Markdown parser is heavy
    from brief.define.translations import find_faults
    from brief.localise import localise_briefing  # so is Babel

    return localise_briefing(briefing, tag, parse_inline, collector, find_faults, typeset=typeset)


def build_variant(
    project: Project, variant: Variant, key: str, *, strict: bool, renderer: Renderer = HERE
) -> Artefact:
    """Build one variant from its definition to the file in the output folder.

    A variant with errors (or doubts, in strict runs) leaves the file that is there untouched.
    Nothing is raised, so that the variants after this one are built whatever happens.
    """
    collector = Collector()
    path = f"{variant.briefing}/{variant.file_name}"
    made = _try_to_make(project, variant, collector, renderer, strict=strict)
    if made is not None and not collector.failed(strict=strict):
        _write(project.output / path, made.data, collector)
    if made is None or collector.failed(strict=strict):
        return Artefact(variant, path, Status.FAILED, key=key, diagnostics=collector.diagnostics)
    digest = hashlib.sha256(made.data).hexdigest()
    return Artefact(
        variant, path, Status.BUILT, digest, made.pages, key, collector.diagnostics, made.notes
    )


def check_design(project: Project, briefing: Briefing, name: str, collector: Collector) -> bool:
    """Tell whether a design exists; one that does not is reported at its field."""
    known = list_designs(project)
    if name in known:
        return True
    import difflib  # for a mistake only

    close = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean `{close[0]}`?" if close else f"known: `{'`, `'.join(known)}`"
    collector.report(
        UNKNOWN_DESIGN, f"there is no design `{name}`", briefing.places.get("design"), hint
    )
    return False


def _write(path: Path, data: bytes, collector: Collector) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        report_unwritable(error, collector)


def report_unwritable(error: OSError, collector: Collector) -> None:
    """Report that a result could not be written."""
    message = f"`{error.filename}` could not be written: {error.strerror or error}"
    collector.report(CANNOT_WRITE, message, None, "choose another folder with `--out`")


def _try_to_make(
    project: Project, variant: Variant, collector: Collector, renderer: Renderer, *, strict: bool
) -> FinishedPdf | None:
    """Make a PDF; a fault of our own is reported and, with BRIEF_DEBUG, shown whole."""
    try:
        return _make_pdf(project, variant, collector, renderer, strict=strict)
    except WorkerDiedError:
        report_death(variant, collector)
        return None
    except Exception as error:
        if os.environ.get("BRIEF_DEBUG"):
            import traceback  # for a fault only

            traceback.print_exception(error)
        message = f"`{variant.file_name}` met a fault of the program: {error!r}"
        hint = "set BRIEF_DEBUG=1 and build again for a full report"
        collector.report(PROGRAM_FAULT, message, None, hint)
        return None


def report_death(variant: Variant, collector: Collector) -> None:
    """Report that the process that worked on a variant has died."""
    message = f"the worker that built `{variant.file_name}` died"
    hint = "run `brief doctor`; if nothing is wrong there, please report the definition"
    collector.report(WORKER_DIED, message, None, hint)


def _make_pdf(
    project: Project, variant: Variant, collector: Collector, renderer: Renderer, *, strict: bool
) -> FinishedPdf | None:
    briefing = read_briefing(project, variant.briefing, collector)
    if briefing is None or collector.failed():
        return None
    localised = localise(briefing, variant.locale, collector)
    if localised is None or collector.failed(strict=strict):
        return None
    if not check_design(project, briefing, variant.design, collector):
        return None
    return _set_pages(project, variant, localised, collector, renderer)


def _set_pages(
    project: Project,
    variant: Variant,
    localised: LocalisedBriefing,
    collector: Collector,
    renderer: Renderer,
) -> FinishedPdf | None:
    """Compose, render, finish; a briefing that has six pages with contents gets contents."""
    from brief.compose import compose_briefing, compose_specimen
    from brief.compose.design import load_design
    from brief.compose.length import guess_pages

    design = load_design(variant.design, project.template_folders, project.font_folders)
    profile = PROFILES[variant.profile]
    renderer.rehearse(lambda: compose_specimen(localised, design), profile)

    def set_with(contents: bool) -> FinishedPdf | None:
        composition = compose_briefing(localised, design, collector, contents=contents)
        rendering = composition and renderer.start(composition, profile)
        from brief.finish import finish_pdf, finish_press  # while another process renders
        from brief.finish.conditions import load_condition

        rendered = rendering and rendering(collector)
        if not composition or not rendered:
            return None
        if profile.exchange:
            condition = load_condition(project.colour_folder)
            finished = finish_press(rendered, composition, profile, condition, collector)
        else:
            finished = finish_pdf(rendered, composition.metadata, profile, collector)
        return finished and replace(finished, notes=composition.notes)

    return _decide_contents(set_with, guess_pages(localised.briefing))


def _decide_contents(
    set_with: Callable[[bool], FinishedPdf | None], guess: float
) -> FinishedPdf | None:
    """Set pages with contents if they are six or more with them, else without.

    The guess decides what is tried first and never what comes out.
    """
    contents = guess >= CONTENTS_FROM_PAGE - 0.5
    made = set_with(contents)
    if made is None:
        return None
    enough = made.pages >= CONTENTS_FROM_PAGE
    if contents:
        return made if enough else set_with(False)
    if not enough and made.pages != _UNCERTAIN:
        return made
    other = set_with(True)
    return other if other is None or other.pages >= CONTENTS_FROM_PAGE else made


@lru_cache(maxsize=8)
def _read_once(
    project: Project, name: str, digest: str
) -> tuple[Briefing | None, tuple[Diagnostic, ...]]:
    """Read a definition whose files have the given digest; the digest is the cache's key."""
    from brief.define import read_definition  # pydantic and YAML are heavy

    collector = Collector()
    shown = f"{DEFINITIONS}/{name}"
    briefing = read_definition(project.definition_folder(name), shown, collector)
    return briefing, collector.diagnostics
