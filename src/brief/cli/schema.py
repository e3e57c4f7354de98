"""`brief schema`: print the JSON Schema of definitions, or the page on their fields."""

from __future__ import annotations

import json

import click


@click.command()
@click.option("--reference", is_flag=True, help="Print the reference page on all fields instead.")
def command(reference: bool) -> None:
    """Print the JSON Schema of `briefing.yaml`, for editors."""
    from brief.define.reference import write_reference  # pydantic is heavy
    from brief.define.schema import make_schema

    if reference:
        click.echo(write_reference(), nl=False)
    else:
        click.echo(format_schema(make_schema()), nl=False)


def format_schema(schema: dict[str, object]) -> str:
    """Write a schema as the file that the repository keeps."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
