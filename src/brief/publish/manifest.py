"""The manifest of a briefing's output folder: what lies there and what it was made from.

`manifest.json` is written beside the PDFs. It is the record that a later run compares with;
one that cannot be read, or is of another version, only means that everything is built again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brief.diag.codes import CODES
from brief.diag.diagnostic import Diagnostic, Place
from brief.model.variant import Artefact, Status, Variant
from brief.publish.files import write_whole

NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lies in an output folder; `variants` are those that the definition asked for."""

    definition: str
    variants: tuple[Variant, ...]
    artefacts: tuple[Artefact, ...]


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest of an output folder, or nothing when there is no usable one."""
    try:
        record = json.loads((folder / NAME).read_bytes())
        if record["version"] != VERSION:
            return None
        return _manifest_from(record)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of an output folder."""
    record = {
        "version": VERSION,
        "definition": manifest.definition,
        "variants": [variant_record(variant) for variant in manifest.variants],
        "artefacts": [artefact_record(artefact) for artefact in manifest.artefacts],
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    write_whole(folder / NAME, text.encode() + b"\n")


def variant_record(variant: Variant) -> dict[str, str]:
    """Give a variant as JSON."""
    return {
        "briefing": variant.briefing,
        "locale": variant.locale,
        "design": variant.design,
        "profile": variant.profile,
    }


def artefact_record(artefact: Artefact) -> dict[str, Any]:
    """Give an artefact as JSON, as `brief build --json` prints it."""
    return {
        **variant_record(artefact.variant),
        "path": artefact.path,
        "sha256": artefact.sha256,
        "pages": artefact.pages,
        "status": artefact.status.value,
        "key": artefact.key,
        "diagnostics": [diagnostic_record(item) for item in artefact.diagnostics],
    }


def diagnostic_record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Give a diagnostic as JSON."""
    place = diagnostic.place
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hints": list(diagnostic.hints),
        "place": None
        if place is None
        else {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
        },
    }


def _manifest_from(record: dict[str, Any]) -> Manifest:
    return Manifest(
        record["definition"],
        tuple(_variant_from(item) for item in record["variants"]),
        tuple(_artefact_from(item) for item in record["artefacts"]),
    )


def _variant_from(record: dict[str, str]) -> Variant:
    return Variant(record["briefing"], record["locale"], record["design"], record["profile"])


def _artefact_from(record: dict[str, Any]) -> Artefact:
    return Artefact(
        variant=_variant_from(record),
        path=record["path"],
        status=Status(record["status"]),
        sha256=record["sha256"],
        pages=record["pages"],
        key=record["key"],
        diagnostics=tuple(_diagnostic_from(item) for item in record["diagnostics"]),
    )


def _diagnostic_from(record: dict[str, Any]) -> Diagnostic:
    place = record["place"]
    return Diagnostic(
        code=CODES[record["code"]],
        message=record["message"],
        place=Place(**place) if place else None,
        hints=tuple(record["hints"]),
    )
