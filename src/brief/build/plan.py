"""Plan a run: which variants there are, which of them lie finished in the output folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from brief.build.key import (
    digest_definition,
    digest_design,
    digest_environment,
    digest_own_fonts,
    digest_variant,
)
from brief.build.pipeline import list_locales, read_briefing
from brief.build.project import Project
from brief.diag.collector import Collector
from brief.diag.diagnostic import Diagnostic, Severity
from brief.model.variant import Artefact, Status, Variant
from brief.publish.manifest import Manifest, read_manifest

if TYPE_CHECKING:
    from brief.model.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user asked for; empty means everything that the definition names."""

    locales: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    design: str | None = None
    strict: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A variant that has to be built, with its key."""

    variant: Variant
    key: str


@dataclass(frozen=True, slots=True)
class BriefingPlan:
    """The plan for one briefing: what is finished already, and what has to be built."""

    name: str
    definition: str
    variants: tuple[Variant, ...]
    unchanged: tuple[Artefact, ...]
    jobs: tuple[Job, ...]
    manifest: Manifest | None


def plan_briefing(
    project: Project,
    name: str,
    selection: Selection,
    collector: Collector,
    expect: Callable[[int], None] = lambda variants: None,
) -> BriefingPlan | None:
    """Plan one briefing; nothing when its definition has errors, which are reported.

    As soon as it is clear that there is work, `expect` hears of how many variants, as far as that
    is known by then.
    """
    definition = digest_definition(project.definition_folder(name))
    manifest = read_manifest(project.output_folder(name))
    variants = _known_variants(manifest, definition)
    if variants is None or selection.force:
        expect(_guess_number(manifest, selection))
    if variants is None:
        briefing = read_briefing(project, name, collector)
        if briefing is None or collector.failed():
            return None
        variants = list_variants(briefing)
    chosen = _choose(variants, selection)
    environment = digest_environment(project.font_folder, project.colour_folder)
    environment += digest_own_fonts(project)
    design = cache(lambda design_name: digest_design(project, design_name))
    jobs = [
        Job(v, digest_variant(project, v, definition, environment, design(v.design)))
        for v in chosen
    ]
    unchanged = [] if selection.force else _unchanged(project, jobs, manifest, selection)
    done = {artefact.variant for artefact in unchanged}
    return BriefingPlan(
        name=name,
        definition=definition,
        variants=variants,
        unchanged=tuple(unchanged),
        jobs=tuple(job for job in jobs if job.variant not in done),
        manifest=manifest,
    )


def list_variants(briefing: Briefing) -> tuple[Variant, ...]:
    """List the variants that a definition asks for: every locale in every profile."""
    return tuple(
        Variant(briefing.id, locale, briefing.design, profile)
        for locale in list_locales(briefing)
        for profile in briefing.profiles
    )


def _known_variants(manifest: Manifest | None, definition: str) -> tuple[Variant, ...] | None:
    if manifest is None or manifest.definition != definition:
        return None
    return manifest.variants


def _guess_number(manifest: Manifest | None, selection: Selection) -> int:
    """Guess how many variants are wanted of a definition that has not been read; 0 if unknown."""
    if manifest is not None:
        return len(_choose(manifest.variants, selection))
    return len(selection.locales) * max(1, len(selection.profiles))


def _choose(variants: Iterable[Variant], selection: Selection) -> list[Variant]:
    chosen = [
        variant
        for variant in variants
        if not selection.locales or variant.locale in selection.locales
    ]
    if selection.profiles:
        chosen = [
            replace(variant, profile=profile)
            for variant in chosen
            for profile in selection.profiles
        ]
    if selection.design:
        chosen = [replace(variant, design=selection.design) for variant in chosen]
    return list(dict.fromkeys(chosen))


def _unchanged(
    project: Project, jobs: Iterable[Job], manifest: Manifest | None, selection: Selection
) -> list[Artefact]:
    """Give the artefacts that are as they would be built: same key, and the file unharmed."""
    known = {artefact.variant: artefact for artefact in manifest.artefacts} if manifest else {}
    found = []
    for job in jobs:
        artefact = known.get(job.variant)
        if artefact is None or artefact.key != job.key or artefact.status is Status.FAILED:
            continue
        if selection.strict and any(map(_is_doubt, artefact.diagnostics)):
            continue
        path = project.output / artefact.path
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == artefact.sha256:
            found.append(replace(artefact, status=Status.UNCHANGED))
    return found


def _is_doubt(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not Severity.NOTE
