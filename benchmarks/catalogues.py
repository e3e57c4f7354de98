"""Bring a catalogue of 2,000 paragraphs up to date after 50 changes, beside GNU msgmerge."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from brief.localise.po import PoFile, format_po, parse_po
from brief.localise.units import Unit
from brief.localise.update import make_catalogue, update_catalogue

WORDS = (
    "Vertrag Gipfel Sanktionen Rat Staat Bericht Mittwoch Veto Reise Hilfe Handel Grenze "
    "unterzeichnete forderte prüfte vertagte lehnte billigte der die das ein kein nach vor mit"
).split()


def main() -> None:
    """Print the times of both, and how many of the changes were found."""
    chance = random.Random(7)
    units = [
        Unit(f"b/s{number // 20}/p{number}", " ".join(chance.choices(WORDS, k=110)), "paragraph")
        for number in range(2000)
    ]
    file = update_catalogue(make_catalogue("en", "de"), units, "1").file
    file = PoFile(tuple(replace(entry, targets=(entry.target or f"T {number}",), raw=())
                        for number, entry in enumerate(file.entries)))  # fmt: skip
    text = format_po(file)
    changed = list(units)
    for number in chance.sample(range(2000), 50):
        unit = units[number]
        key = unit.key if number % 2 else f"{unit.key}-new"
        changed[number] = replace(unit, key=key, source=f"{unit.source} und mehr")
    began = time.perf_counter()
    made = update_catalogue(parse_po(text), changed, "2")
    written = format_po(made.file)
    seconds = time.perf_counter() - began
    right = sum(
        entry.target == file.entries[number + 1].target
        for number, entry in enumerate(parse_po(written).entries[1:2001])
    )
    print(f"brief              {1000 * seconds:7.0f} ms   {len(made.changed)} changed, "
          f"{len(made.moved)} moved, {right} of 2000 translations in their places")  # fmt: skip
    _merge(text, format_po(update_catalogue(make_catalogue("en", "de"), changed, "2").file))


def _merge(old: str, new: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "old.po"), Path(folder, "new.pot")
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        began = time.perf_counter()
        try:
            subprocess.run(
                ["msgmerge", "-q", "--previous", *paths], capture_output=True, check=True
            )
        except FileNotFoundError:
            print("msgmerge is not installed")
            return
        print(f"msgmerge           {1000 * (time.perf_counter() - began):7.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
