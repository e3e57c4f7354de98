"""Build briefings: plan each, build what has changed, and record what lies in the folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from brief.build.pipeline import report_unwritable
from brief.build.plan import BriefingPlan, Job, Selection, plan_briefing
from brief.build.pool import are_few, run_jobs
from brief.build.project import Project
from brief.build.renderer import HERE, Renderer
from brief.build.standby import Standby
from brief.diag.collector import Collector
from brief.diag.diagnostic import Diagnostic
from brief.model.variant import Artefact, Status
from brief.publish.files import remove_leftovers
from brief.publish.manifest import Manifest, write_manifest


class UnknownLocaleError(ValueError):
    """A locale was asked for that none of the chosen briefings has; `known` are those they have."""

    def __init__(self, locale: str, known: tuple[str, ...]) -> None:
        """Name the locale and those that could have been meant."""
        super().__init__(f"no briefing has the locale `{locale}`")
        self.locale = locale
        self.known = known


@dataclass(slots=True)
class Report:
    """What a run did; `mistakes` are those that kept a definition from being planned."""

    artefacts: list[Artefact] = field(default_factory=list)
    mistakes: tuple[Diagnostic, ...] = ()
    refused: list[str] = field(default_factory=list)


def build_briefings(
    project: Project,
    names: Sequence[str],
    selection: Selection,
    workers: int,
    tell: Callable[[Artefact], None],
    begin: Callable[[int], None] = lambda total: None,
) -> Report:
    """Build the named briefings; `tell` hears of every variant as soon as it is settled.

    `begin` hears how many variants have to be built. One that fails does not stop the others.
    """
    with Standby() as standby:
        return _build_all(
            project, names, selection, workers, tell, begin, standby if workers > 1 else HERE
        )


def _build_all(
    project: Project,
    names: Sequence[str],
    selection: Selection,
    workers: int,
    tell: Callable[[Artefact], None],
    begin: Callable[[int], None],
    renderer: Renderer,
) -> Report:
    report, collector = Report(), Collector()
    plans: list[BriefingPlan] = []

    def expect(variants: int) -> None:
        if len(names) == 1 and variants and are_few(variants):
            renderer.get_ready()

    for name in names:
        mine = Collector()
        plan = plan_briefing(project, name, selection, mine, expect)
        collector.extend(mine.diagnostics if plan is None else ())
        if plan is None:
            report.refused.append(name)
        else:
            plans.append(plan)
    _refuse_unknown_locales(plans, selection)
    jobs = [job for plan in plans for job in plan.jobs]
    begin(len(jobs))
    _settle_unchanged(plans, report, tell)
    _build(project, plans, jobs, selection, workers, report, tell, collector, renderer)
    report.mistakes = collector.diagnostics
    return report


def _refuse_unknown_locales(plans: Sequence[BriefingPlan], selection: Selection) -> None:
    """Raise `UnknownLocaleError` for a locale that was asked for and that no briefing has."""
    known = {variant.locale for plan in plans for variant in plan.variants}
    for locale in selection.locales:
        if plans and locale not in known:
            raise UnknownLocaleError(locale, tuple(sorted(known)))


def _settle_unchanged(
    plans: Sequence[BriefingPlan], report: Report, tell: Callable[[Artefact], None]
) -> None:
    for plan in plans:
        for artefact in plan.unchanged:
            report.artefacts.append(artefact)
            tell(artefact)


def _build(
    project: Project,
    plans: Sequence[BriefingPlan],
    jobs: Sequence[Job],
    selection: Selection,
    workers: int,
    report: Report,
    tell: Callable[[Artefact], None],
    collector: Collector,
    renderer: Renderer,
) -> None:
    by_name = {plan.name: plan for plan in plans}
    for name in dict.fromkeys(job.variant.briefing for job in jobs):
        remove_leftovers(project.output_folder(name))
    built: dict[str, list[Artefact]] = {}
    try:
        for artefact in run_jobs(project, jobs, workers, renderer, strict=selection.strict):
            built.setdefault(artefact.variant.briefing, []).append(artefact)
            report.artefacts.append(artefact)
            tell(artefact)
    finally:
        for name, artefacts in built.items():
            _record(project, by_name[name], artefacts, collector)


def _record(
    project: Project, plan: BriefingPlan, built: Sequence[Artefact], collector: Collector
) -> None:
    """Write the manifest: what was built now, and what lay there and is still asked for."""
    fresh = {artefact.variant: artefact for artefact in built if artefact.status is Status.BUILT}
    former = plan.manifest.artefacts if plan.manifest else ()
    kept = {artefact.variant: artefact for artefact in (*former, *plan.unchanged)}
    merged = {**kept, **fresh}
    manifest = Manifest(
        plan.definition,
        plan.variants,
        tuple(merged[variant] for variant in sorted(merged)),
    )
    try:
        write_manifest(project.output_folder(plan.name), manifest)
    except OSError as error:
        report_unwritable(error, collector)
