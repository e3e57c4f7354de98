"""Read the glossary beside a definition: terms that every translation has to use, or to avoid."""

# ruff: noqa: RUF012  # pydantic copies the defaults of fields
from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator

from brief.define.decoding import decode_file
from brief.define.sources import RefusedError, read_file
from brief.define.validate import validate_fields
from brief.define.values import FieldModel, Language, Words, make_list
from brief.define.yaml_text import read_yaml
from brief.diag.collector import Collector
from brief.diag.diagnostic import Place
from brief.model.briefing import Term

NAME = "glossary.yaml"

Forms: TypeAlias = Annotated[
    list[Words], BeforeValidator(make_list, json_schema_input_type=Words | list[Words])
]


class TranslationFields(FieldModel):
    """How a term stands in one language."""

    use: Forms = []
    """What is to be written: one form or several, of which one must stand there; `*` stands for
    any letters."""
    avoid: Forms = []
    """What must not be written."""


class TermFields(FieldModel):
    """A term of the definition with its translations."""

    term: Words
    """The term as it stands in the definition; `*` stands for any letters."""
    translations: dict[Language, TranslationFields] = {}
    """What is said for it, by the tag of the language."""


class GlossaryFields(FieldModel):
    """A glossary."""

    terms: list[TermFields]
    """The terms."""


def read_glossary(folder: Path, shown: str, collector: Collector) -> tuple[Term, ...]:
    """Read `glossary.yaml`, if there is one; its mistakes are reported like all others."""
    if not (folder / NAME).exists():
        return ()
    file = f"{shown}/{NAME}"
    try:
        data = read_file(folder, NAME)
    except RefusedError as error:
        collector.report(error.code, error.message, Place(file), *error.hints)
        return ()
    text = decode_file(data, file, collector)
    if text is None:
        return ()
    mine = Collector()
    root = read_yaml(text, mine)
    collector.extend(mine.diagnostics)
    if root is None and mine.failed():
        return ()
    fields = validate_fields(root, file, collector, GlossaryFields, "terms")
    return tuple(_make_term(each) for each in fields.terms) if fields else ()


def _make_term(fields: TermFields) -> Term:
    said = fields.translations.items()
    return Term(
        source=fields.term.text,
        use={tag.text: tuple(form.text for form in each.use) for tag, each in said},
        avoid={tag.text: tuple(form.text for form in each.avoid) for tag, each in said},
    )
