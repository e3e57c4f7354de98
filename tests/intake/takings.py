"""Take documents in and read what became of them, as tests need it."""

from __future__ import annotations

from pathlib import Path

from brief.build.intake import IntakeOptions, take_in, write_definition
from brief.define import read_definition
from brief.diag.collector import Collector
from brief.intake.definition import DefinitionWriter
from brief.intake.options import ReadingOptions
from brief.intake.reading import read_document
from brief.model.briefing import Briefing
from brief.model.document import Document, Grid, Head, Listing, Para, Part, Picture, Quotation
from brief.model.proposal import Origin
from brief.model.text import CodeSpan, Emphasis, FootnoteMark, Foreign, Inline, Link, Str, Strong

ORIGIN = Origin("document.txt", "0" * 64, "2024-06-19")
TODAY = "2024-06-19"


def read(name: str, data: bytes | str, encoding: str = "") -> Document:
    """Read a document in this process."""
    content = data.encode() if isinstance(data, str) else data
    return read_document(name, content, ReadingOptions(encoding))


def outline(parts: tuple[Part, ...]) -> list[object]:
    """Give parts as plain values: paragraphs are strings, all others begin with their kind."""
    return [_outline(part) for part in parts]


def _outline(part: Part) -> object:
    match part:
        case Para(spans):
            return show(spans)
        case Head(level, spans):
            return (f"h{level}", show(spans))
        case Listing(ordered, items, start):
            kind = f"ol{start}" if ordered else "ul"
            return (kind, *(_alone(outline(item)) for item in items))
        case Quotation(inner, attribution):
            return ("quote", *outline(inner), *([f"— {show(attribution)}"] if attribution else []))
        case Grid(head, rows, caption):
            shown = [[show(cell) for cell in row] for row in (*([head] if head else []), *rows)]
            return ("grid" if head else "headless", show(caption), *shown)
        case Picture(name, alt, caption):
            return ("picture", name, alt, show(caption))


def _alone(parts: list[object]) -> object:
    return parts[0] if len(parts) == 1 else parts


def show(spans: tuple[Inline, ...]) -> str:
    """Give inline text with its marks as simple signs."""
    return "".join(_show(span) for span in spans)


def _show(span: Inline) -> str:
    match span:
        case Str(text):
            return text
        case CodeSpan(text):
            return f"`{text}`"
        case Emphasis(children):
            return f"/{show(children)}/"
        case Strong(children):
            return f"*{show(children)}*"
        case Link(target, children):
            return f"<{show(children)}|{target}>"
        case Foreign(language, children):
            return f"<{language}:{show(children)}>"
        case FootnoteMark(name):
            return f"^{name}"
    raise AssertionError(span)


def notes_of(document: Document) -> dict[str, str]:
    """Give the footnotes of a document by name."""
    return {name: " ".join(map(str, outline(parts))) for name, parts in document.notes.items()}


def define(document: Document, root: Path) -> tuple[Briefing | None, Collector]:
    """Write a document as a definition called `taken` below `root` and read that."""
    files = DefinitionWriter("taken", "schema.json", document, ORIGIN).write()
    return lay_out(files, root)


def lay_out(files: dict[str, bytes], root: Path) -> tuple[Briefing | None, Collector]:
    """Write the files of a definition called `taken` and read it."""
    folder = root / "briefings" / "taken"
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    collector = Collector()
    return read_definition(folder, "briefings/taken", collector), collector


def take(
    path: Path, root: Path, options: IntakeOptions | None = None
) -> tuple[Briefing | None, Collector]:
    """Take a file in, through the confined reader, as a definition called `taken`."""
    collector = Collector()
    taken = take_in(path, options or IntakeOptions(TODAY), collector)
    if taken is None:
        return None, collector
    briefing, found = lay_out(write_definition(taken, "taken", "schema.json"), root)
    collector.extend(found.diagnostics)
    return briefing, collector
