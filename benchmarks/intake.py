"""Take in a hundred documents in one run: seconds for each kind, and the memory that grows.

python benchmarks/intake.py FOLDER
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from pathlib import Path

from brief.build.intake import IntakeOptions, take_in, write_definition
from brief.diag.collector import Collector

SENTENCE = "Der Hafen ist im Winter geschlossen, und die Boote liegen an der Mole. "
EACH = 25


def main(folder: Path) -> None:
    """Print the median and the longest time of each kind, and the memory after each."""
    for kind in ("txt", "md", "html", "eml"):
        path = folder / f"document.{kind}"
        path.write_text(write_text(kind), encoding="utf-8")
        times = []
        for _ in range(EACH):
            began = time.perf_counter()
            taken = take_in(path, IntakeOptions("2024-06-19", language="de"), Collector())
            assert taken is not None
            write_definition(taken, "document", "schema.json")
            times.append(time.perf_counter() - began)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{kind:5} {statistics.median(times):.2f} s median, {max(times):.2f} s at most, "
            f"{most} MB after {EACH}"
        )


def write_text(kind: str) -> str:
    """Write a document of some ten pages."""
    paragraphs = [SENTENCE * 6 for _ in range(60)]
    if kind == "html":
        inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return f"<html lang=de><title>Hafen</title><article>{inner}</article></html>"
    head = "From: a@example.org\nTo: b@example.org\nSubject: Hafen\n\n" if kind == "eml" else ""
    return head + "\n\n".join(["Der Hafen", *paragraphs])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
