"""The stages in their order: read this first.

    define → localise → compose → render → finish → publish

Only this module knows the order. The engines are imported where they are used, since a check
or an unchanged build must not wait for them.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from brief.build.key import digest_definition
from brief.build.project import DEFINITIONS, Project
from brief.diag.collector import Collector
from brief.diag.diagnostic import Diagnostic
from brief.model.briefing import Briefing
from brief.model.localised import LocalisedBriefing
from brief.model.profile import PROFILES
from brief.model.variant import Artefact, Status, Variant

CONTENTS_FROM_PAGE = 6


def read_briefing(project: Project, name: str, collector: Collector) -> Briefing | None:
    """Read the definition `name`; the same files are read only once in a process."""
    digest = digest_definition(project.definition_folder(name))
    briefing, diagnostics = _read_once(project, name, digest)
    collector.extend(diagnostics)
    return briefing


def check_briefing(project: Project, name: str, collector: Collector) -> Briefing | None:
    """Read a definition and put it into all its locales, without making a PDF."""
    briefing = read_briefing(project, name, collector)
    if briefing is not None:
        for tag in list_locales(briefing):
            localise(briefing, tag, collector)
    return briefing


def list_locales(briefing: Briefing) -> tuple[str, ...]:
    """Give the tags of all locales of a briefing, its own language first."""
    return (briefing.language, *(tag for tag in briefing.locales if tag != briefing.language))


def localise(briefing: Briefing, tag: str, collector: Collector) -> LocalisedBriefing | None:
    """Put a briefing into one locale."""
    from brief.define.markdown import parse_inline  # the Markdown parser is heavy
    from brief.define.translations import find_faults
    from brief.localise import localise_briefing  # so is Babel

    return localise_briefing(briefing, tag, parse_inline, collector, find_faults)


def build_variant(project: Project, variant: Variant, key: str, *, strict: bool) -> Artefact:
    """Build one variant from its definition to the file in the output folder.

    A variant with errors (or doubts, in strict runs) leaves the file that is there untouched.
    """
    collector = Collector()
    data, pages = _make_pdf(project, variant, collector, strict=strict)
    path = f"{variant.briefing}/{variant.file_name}"
    if data is None or collector.failed(strict=strict):
        return Artefact(variant, path, Status.FAILED, key=key, diagnostics=collector.diagnostics)
    from brief.publish.files import write_whole

    write_whole(project.output / path, data)
    digest = hashlib.sha256(data).hexdigest()
    return Artefact(variant, path, Status.BUILT, digest, pages, key, collector.diagnostics)


def _make_pdf(
    project: Project, variant: Variant, collector: Collector, *, strict: bool
) -> tuple[bytes | None, int]:
    briefing = read_briefing(project, variant.briefing, collector)
    if briefing is None or collector.failed():
        return None, 0
    localised = localise(briefing, variant.locale, collector)
    if localised is None or collector.failed(strict=strict):
        return None, 0
    return _typeset(project, variant, localised, collector)


def _typeset(
    project: Project, variant: Variant, localised: LocalisedBriefing, collector: Collector
) -> tuple[bytes | None, int]:
    """Compose, render and finish; a briefing of six pages or more is composed with contents."""
    from brief.compose import compose_briefing
    from brief.compose.design import load_design
    from brief.finish import finish_pdf
    from brief.render import render_composition

    design = load_design(variant.design, project.template_folders, project.font_folder)
    profile = PROFILES[variant.profile]
    composition = compose_briefing(localised, design, collector)
    if composition is None:
        return None, 0
    rendered = render_composition(composition, profile, collector)
    if rendered is not None and rendered.pages >= CONTENTS_FROM_PAGE:
        composition = compose_briefing(localised, design, collector, contents=True) or composition
        rendered = render_composition(composition, profile, collector)
    if rendered is None or collector.failed():
        return None, 0
    finished = finish_pdf(rendered, composition.metadata, profile, collector)
    return (None, 0) if finished is None else (finished.data, finished.pages)


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
