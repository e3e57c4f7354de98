"""Build the variants of a project one after another, as a worker does, and print its memory."""

from __future__ import annotations

import sys
from pathlib import Path

from brief.build.memory import collect_rarely
from brief.build.plan import Job
from brief.build.pool import run_jobs
from brief.build.project import find_project
from brief.build.renderer import HERE
from brief.model.variant import Variant

SHOWN = (1, 20, 50, 100, 150, 200)


def main(root: Path) -> None:
    """Print the resident memory after some of the variants."""
    collect_rarely()
    project = find_project(root)
    names = sorted(folder.name for folder in (root / "briefings").iterdir())
    jobs = [
        Job(Variant(name, locale, "policy-brief", "digital"), "")
        for name in names
        for locale in ("de", "en")
    ]
    for number, _ in enumerate(run_jobs(project, jobs, 1, HERE, strict=False), start=1):
        if number in SHOWN:
            print(f"worker after {number:>3} variants: {resident():.0f} MB", flush=True)


def resident() -> float:
    """Give the resident memory of this process in megabytes (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
