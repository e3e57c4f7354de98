"""The schema and the page on fields say what the models say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from brief.cli.new import STARTERS
from brief.cli.schema import format_schema
from brief.define.fields import BriefingFields
from brief.define.passage import whole_file
from brief.define.reference import write_reference
from brief.define.schema import make_schema
from brief.define.yaml_text import read_yaml
from brief.diag.collector import Collector
from tests.cases.case_files import read_case
from tests.define.definitions import CASES, codes, read_files, write_definition
from tests.define.json_schema import find_errors, plain_value

ROOT = Path(__file__).parent.parent.parent
REFERENCE = ROOT / "docs" / "reference"


def test_the_kept_schema_is_current() -> None:
    """`brief schema > docs/reference/briefing.schema.json` would change nothing."""
    kept = (REFERENCE / "briefing.schema.json").read_text(encoding="utf-8")
    assert kept == format_schema(make_schema())


def test_the_page_on_fields_is_current() -> None:
    """`brief schema --reference > docs/reference/definition.md` would change nothing."""
    assert (REFERENCE / "definition.md").read_text(encoding="utf-8") == write_reference()


def models() -> list[tuple[str, dict[str, Any]]]:
    """Give the schema of the briefing and of each model in it."""
    schema = make_schema()
    return [("briefing", schema), *schema["$defs"].items()]


@pytest.mark.parametrize(("name", "model"), models(), ids=[name for name, _ in models()])
def test_every_field_is_described(name: str, model: dict[str, Any]) -> None:
    """Each field has a sentence, since that is what an editor shows."""
    assert model["description"].endswith(".")
    assert model["additionalProperties"] is False
    for field, value in model["properties"].items():
        assert value["description"].strip()[-1] in ".,", (name, field)


def test_every_field_is_in_the_schema() -> None:
    """The schema has the fields of the model, by the names that definitions use."""
    wanted = {info.alias or name for name, info in BriefingFields.model_fields.items()}
    assert set(make_schema()["properties"]) == wanted


def test_references_lead_somewhere() -> None:
    """Every `$ref` names a definition that is there."""
    schema = make_schema()
    names = re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema))
    assert set(names) == set(schema["$defs"])


def judge(text: str) -> list[str]:
    """Give what the schema has against a definition."""
    node = read_yaml(whole_file(text, "briefing.yaml"), Collector())
    assert node is not None
    schema = make_schema()
    return list(find_errors(plain_value(node), schema, schema))


GOOD = {
    "good": next(file.text for file in read_case(CASES / "good.md").files if file.name[0] == "b"),
    **{
        path.parent.name: path.read_text(encoding="utf-8").replace("NAME", "name")
        for folder in (ROOT / "briefings", STARTERS)
        for path in sorted(folder.glob("*/briefing.yaml"))
    },
}


@pytest.mark.parametrize("name", GOOD)
def test_the_schema_takes_good_definitions(name: str) -> None:
    """What `brief check` takes, an editor takes as well."""
    assert judge(GOOD[name]) == []


@pytest.mark.parametrize("path", sorted(CASES.glob("field-*.md")), ids=lambda path: path.stem)
def test_the_schema_refuses_wrong_fields(path: Path) -> None:
    """An editor marks wrong fields before `brief check` does."""
    (text,) = (file.text for file in read_case(path).files)
    assert judge(text)


def test_the_page_on_texts_tells_the_truth(tmp_path: Path) -> None:
    """Every example of the page on texts is read without a mistake of form."""
    page = (REFERENCE / "text.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```markdown\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(examples) >= 10
    expected = {
        "define.unknown-reference", "define.unknown-source", "define.missing-file",
    }  # fmt: skip  # what examples refer to stands elsewhere
    for number, text in enumerate(examples):
        yaml = (
            "id: e\nlanguage: en\ntitle: T\ndate: 2024-06-19\n"
            "sections:\n  - {id: one, title: One, file: one.md}\n"
        )
        folder = tmp_path / str(number) / "e"
        write_definition(folder, {"briefing.yaml": yaml, "one.md": text})
        _, collector = read_files(folder)
        assert set(codes(collector)) <= expected, (text, codes(collector))
