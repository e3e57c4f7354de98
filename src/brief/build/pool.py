"""Work on jobs in this process or in several; a worker that dies costs its own job only.

Workers are forked from a server that has imported the engines once (`forkserver`), and live as
long as the pool: the standard library's `max_tasks_per_child` hangs on the Python versions that
we support. When a worker dies, its pool is broken; the jobs that were not finished are then
worked on one by one, each in a pool of its own, so that only the guilty one fails.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from brief.build.memory import collect_between_variants, collect_rarely, with_room
from brief.build.pipeline import build_variant, report_death
from brief.build.plan import Job
from brief.build.project import Project
from brief.build.renderer import HERE, Renderer
from brief.diag.collector import Collector
from brief.model.variant import Artefact, Status

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

PRELOADED = "brief.build.worker"
_WORTH_A_POOL = 3  # variants that are built sooner by several processes


def run_jobs(
    project: Project, jobs: Sequence[Job], workers: int, renderer: Renderer, *, strict: bool
) -> Iterator[Artefact]:
    """Build the jobs' variants and yield each as it is finished.

    A few are built here, with the `renderer`.
    """
    if workers <= 1 or are_few(len(jobs)):
        if jobs:
            renderer.get_ready()
        for job in jobs:
            yield _build(project, job, renderer, strict=strict)
        return
    unfinished = list(jobs)
    for job, artefact in _run_in_pool(project, jobs, workers, strict=strict):
        unfinished.remove(job)
        yield artefact
    for job in unfinished:
        yield _run_alone(project, job, strict=strict)


def are_few(variants: int) -> bool:
    """Tell whether variants are so few that they are built in this process."""
    return variants < _WORTH_A_POOL


def default_workers() -> int:
    """Give the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _run_in_pool(
    project: Project, jobs: Sequence[Job], workers: int, *, strict: bool
) -> Iterator[tuple[Job, Artefact]]:
    from concurrent.futures import as_completed  # only for many variants
    from concurrent.futures.process import BrokenProcessPool

    with _open_pool(min(workers, len(jobs))) as pool:
        futures: dict[Future[Artefact], Job] = {}
        try:
            for job in jobs:
                futures[pool.submit(_build, project, job, HERE, strict=strict)] = job
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool:
            return
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _run_alone(project: Project, job: Job, *, strict: bool) -> Artefact:
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _open_pool(1) as pool:
            return pool.submit(_build, project, job, HERE, strict=strict).result()
    except BrokenProcessPool:
        path = f"{job.variant.briefing}/{job.variant.file_name}"
        collector = Collector()
        report_death(job.variant, collector)
        said = collector.diagnostics
        return Artefact(job.variant, path, Status.FAILED, key=job.key, diagnostics=said)


@with_room
def _build(project: Project, job: Job, renderer: Renderer, *, strict: bool) -> Artefact:
    collect_between_variants()
    return build_variant(project, job.variant, job.key, strict=strict, renderer=renderer)


def _open_pool(workers: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    if sys.platform == "darwin":
        context = multiprocessing.get_context("spawn")
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([PRELOADED])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=collect_rarely)
