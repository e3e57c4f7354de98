"""Read the Markdown files that a definition names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.define.decoding import decode_file
from brief.define.desk import Desk
from brief.define.nodes import Scalar
from brief.define.passage import Passage
from brief.define.problems import Problem, report_problems
from brief.define.sources import RefusedError, read_file
from brief.diag.collector import Collector
from brief.diag.define_file_codes import FILE_KIND, TEMPLATE_EXPRESSION

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%")


def read_text_file(desk: Desk, name: Scalar) -> Passage | None:
    """Read a Markdown file; None if it is not read, which is reported where it is named."""
    path = name.text
    if not path.lower().endswith(".md") and "://" not in path:
        message = f"`{path}` is not a Markdown file"
        desk.collector.report(FILE_KIND, message, name.place, "name a file that ends in `.md`")
        return None
    try:
        data = read_file(desk.folder, path)
    except RefusedError as error:
        desk.collector.report(error.code, error.message, name.place, *error.hints)
        return None
    desk.files[path] = data
    text = decode_file(data, f"{desk.shown}/{path}", desk.collector)
    if text is not None:
        refuse_templates(text, desk.collector)
    return text


def refuse_templates(text: Passage, collector: Collector) -> None:
    """Report template expressions: content is never program."""
    report_problems(find_templates(text.text), text, collector)


def find_templates(text: str) -> Iterator[Problem]:
    """Find template expressions."""
    for found in _TEMPLATE.finditer(text):
        message = f"`{found[0]}` is a template expression"
        yield Problem(TEMPLATE_EXPRESSION, message, *found.span(), ("write the text itself",))
