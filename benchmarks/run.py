"""Measure what users wait for, side by side in one run, and print a table.

    ./benchmarks/run [cold] [locales] [warm] [idle] [pool] [pages] [catalogues] [dates] [mentions]
                     [timeline] [intake]

Figures are wall-clock seconds on the machine at hand; only the ratios mean anything elsewhere.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLAGSHIP = "russia-north-korea"
PYTHON = sys.executable
SHOWN = tuple(
    f"{name}.py"
    for name in ("catalogues", "dates", "intake", "memory", "mentions", "timeline", "warm")
)


def main(wanted: list[str]) -> None:
    """Run the wanted measurements, or all."""
    table: dict[str, Callable[[Path], None]] = {
        "cold": measure_cold,
        "locales": measure_locales,
        "warm": measure_warm,
        "idle": measure_idle,
        "pool": measure_pool,
        "pages": measure_pages,
        "catalogues": measure_catalogues,
        "dates": measure_dates,
        "mentions": measure_mentions,
        "timeline": measure_timeline,
        "intake": measure_intake,
    }
    for name, measure in table.items():
        if not wanted or name in wanted:
            with tempfile.TemporaryDirectory() as folder:
                print(f"\n== {name} ==", flush=True)
                measure(Path(folder))


def measure_cold(folder: Path) -> None:
    """Build one variant in a new process, beside a plain script that does the same."""
    project = copy_project(folder, [FLAGSHIP])
    plain = plain_command(folder, project)
    ours = [PYTHON, "-P", "-m", "brief", "build", FLAGSHIP, "--locale", "de", "--force"]
    results = alternate(
        {"plain script": lambda: run(plain, project), "brief build": lambda: run(ours, project)}, 5
    )
    compare(results, "plain script")


def plain_command(folder: Path, project: Path) -> list[str]:
    """Give the command of the script that does the same with nothing of ours."""
    return [
        PYTHON,
        str(ROOT / "benchmarks" / "plain_script.py"),
        str(project / "briefings" / FLAGSHIP),
        str(ROOT / "assets" / "fonts"),
        str(folder / "plain.pdf"),
    ]


def measure_locales(folder: Path) -> None:
    """Build the flagship in each of its languages, beside a plain script in German.

    The bar is two seconds on a machine on which the plain script takes 2.2.
    """
    project = copy_project(folder, [FLAGSHIP])
    catalogues = sorted((project / "briefings" / FLAGSHIP / "locale").glob("*.po"))
    sides = {"plain script": lambda: run(plain_command(folder, project), project)}
    for locale in ("de", *(path.stem for path in catalogues)):
        command = [PYTHON, "-P", "-m", "brief", "build", FLAGSHIP, "--locale", locale, "--force"]
        sides[locale] = lambda command=command: run(command, project)
    compare(alternate(sides, 5), "plain script")


def measure_warm(folder: Path) -> None:
    """Build a variant in a worker that has built it before, beside bare WeasyPrint."""
    project = copy_project(folder, [FLAGSHIP])
    run([PYTHON, str(ROOT / "benchmarks" / "warm.py"), str(project), FLAGSHIP], project)


def measure_idle(folder: Path) -> None:
    """Find that nothing has changed in 100 briefings of two locales each."""
    project = copy_project(folder, [])
    for number in range(100):
        copy_briefing(project, f"copy-{number:03}")
    command = [PYTHON, "-P", "-m", "brief", "build"]
    began = time.perf_counter()
    run(command, project)
    print(f"first build of 200 variants: {time.perf_counter() - began:.1f} s")
    times = [timed(lambda: run(command, project)) for _ in range(7)]
    print(f"nothing to do: {min(times):.3f} s best, {statistics.median(times):.3f} s median")
    listing = subprocess.run(
        [PYTHON, "-X", "importtime", *command[1:]],
        cwd=project, env=environment(), capture_output=True, text=True, check=True,
    ).stderr  # fmt: skip
    heavy = [name for name in ("weasyprint", "matplotlib", "pydantic") if f" {name}\n" in listing]
    print(f"heavy imports: {', '.join(heavy) or 'none'}")


def measure_pool(folder: Path) -> None:
    """Build 200 variants with one worker and with two."""
    project = copy_project(folder, [])
    for number in range(100):
        copy_briefing(project, f"copy-{number:03}")
    times = {}
    for workers in (1, 2):
        command = [PYTHON, "-P", "-m", "brief", "build", "--force", "--jobs", str(workers)]
        times[workers] = timed(lambda command=command: run(command, project))
        print(f"{workers} worker(s): {times[workers]:.1f} s, {200 / times[workers]:.1f} variants/s")
    print(f"throughput of two beside one: {times[1] / times[2]:.2f} ×")
    run([PYTHON, str(ROOT / "benchmarks" / "memory.py"), str(project)], project)


def measure_pages(folder: Path) -> None:
    """Build long briefings with footnotes and contents: time must grow with the pages."""
    project = copy_project(folder, [])
    for pages in (50, 100, 200, 300):
        write_long(project, pages)
        command = [PYTHON, "-P", "-m", "brief", "build", f"long-{pages}"]
        seconds = timed(lambda command=command: run(command, project))
        got = page_count(project / "out" / f"long-{pages}")
        print(f"{got} pages: {seconds:.1f} s, {1000 * seconds / got:.0f} ms a page")


def measure_catalogues(folder: Path) -> None:
    """Bring a large catalogue up to date, beside GNU msgmerge."""
    run([PYTHON, str(ROOT / "benchmarks" / "catalogues.py")], folder)


def measure_dates(folder: Path) -> None:
    """Read dates, beside the library `edtf`."""
    run([PYTHON, str(ROOT / "benchmarks" / "dates.py")], folder)


def measure_mentions(folder: Path) -> None:
    """Find dates in running text: how many are right, how many are found, and how fast."""
    run([PYTHON, str(ROOT / "benchmarks" / "mentions.py")], folder)


def measure_timeline(folder: Path) -> None:
    """Lay out and draw the flagship's figure in every language, and crowds of sixty entries."""
    project = copy_project(folder, [FLAGSHIP])
    run([PYTHON, str(ROOT / "benchmarks" / "timeline.py"), str(project), FLAGSHIP], project)


def measure_intake(folder: Path) -> None:
    """Take in a hundred documents, of four kinds of text, one after another in one process."""
    run([PYTHON, str(ROOT / "benchmarks" / "intake.py"), str(folder)], folder)


def write_long(project: Path, pages: int) -> None:
    """Write a definition of about so many pages, with a footnote on every other one."""
    folder = project / "briefings" / f"long-{pages}"
    folder.mkdir()
    sentence = "Die Kommission prüfte den Bericht, vertagte die Frage und bat um neue Zahlen. "
    lines = [
        f"id: long-{pages}", "language: de", "title: Ein langer Bericht",
        "date: 2024-06-19", "sections:",
    ]  # fmt: skip
    for number in range(round(pages / 2.79)):
        lines += [f"  - id: s{number}", f"    title: Abschnitt {number}", f"    file: s{number}.md"]
        paragraphs = [sentence * 9 for _ in range(12)]
        paragraphs[2] += "[^1]"
        paragraphs[7] += "[^2]"
        notes = ["[^1]: Siehe den Bericht.", "[^2]: Ebenda, zweiter Teil."]
        text = "\n\n".join([*paragraphs, *notes])
        (folder / f"s{number}.md").write_text(text, encoding="utf-8")
    (folder / "briefing.yaml").write_text("\n".join(lines), encoding="utf-8")


def copy_project(folder: Path, names: list[str]) -> Path:
    """Make a project with copies of the given briefings."""
    project = folder / "project"
    (project / "briefings").mkdir(parents=True)
    for name in names:
        shutil.copytree(ROOT / "briefings" / name, project / "briefings" / name)
    return project


def copy_briefing(project: Path, name: str) -> None:
    """Copy the flagship under another id, in German and English."""
    target = project / "briefings" / name
    shutil.copytree(ROOT / "briefings" / FLAGSHIP, target)
    for path in [target / "briefing.yaml", *target.glob("locale/*.po")]:
        text = path.read_text(encoding="utf-8").replace(FLAGSHIP, name)
        text = re.sub(r"^locales: .*$", "locales: [en]", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")


def page_count(folder: Path) -> int:
    """Read the pages of the first artefact from the manifest."""
    import json  # only here

    record = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return int(record["artefacts"][0]["pages"])


def alternate(runs: dict[str, Callable[[], None]], rounds: int) -> dict[str, list[float]]:
    """Time several things in turns, so that a busy moment of the machine hits all of them."""
    results: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, function in runs.items():
            results[name].append(timed(function))
    return results


def compare(results: dict[str, list[float]], beside: str) -> None:
    """Print medians and their ratio to the one named."""
    reference = statistics.median(results[beside])
    for name, times in results.items():
        median = statistics.median(times)
        print(f"{name:<22} {median:6.2f} s   {median / reference:4.2f} ×   (best {min(times):.2f})")


def timed(function: Callable[[], None]) -> float:
    """Give the seconds that a call takes."""
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


def run(command: list[str], folder: Path) -> None:
    """Run a command in a folder; its failure ends the benchmark."""
    done = subprocess.run(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}")
    if command[1].endswith(SHOWN):
        print(done.stdout, end="")


def environment() -> dict[str, str]:
    """Give the environment in which both sides run."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


if __name__ == "__main__":
    main(sys.argv[1:])
