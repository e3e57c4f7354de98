"""Write one story in each format that is read, with everything that a text is made of."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx

from tests.intake.hostile import odt

_TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
)
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


@dataclass(frozen=True, slots=True)
class Story:
    """A text in one language: its pieces, in the order in which they are printed."""

    title: str
    lead: str
    heads: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    items: tuple[str, ...]
    quote: str
    third: tuple[str, ...]
    note: str
    cells: tuple[str, ...]

    def sentences(self) -> Iterator[str]:
        """Yield every sentence of the text, without its note."""
        yield from (self.lead, *self.first, *self.second, *self.items, self.quote, *self.third)


def load_story(tag: str) -> Story:
    """Give the story in a language."""
    table = _TABLE[tag].items()
    return Story(**{key: tuple(v) if isinstance(v, list) else v for key, v in table})


def write_text(story: Story, blank: str) -> bytes:
    """Write it as plain text; sentences are parted by `blank`."""
    bullets = "\n".join(f"- {item}" for item in story.items)
    blocks = [
        story.title, story.lead, story.heads[0], blank.join(story.first), story.heads[1],
        blank.join(story.second), bullets, f"> {story.quote}", story.heads[2],
        blank.join(story.third),
    ]  # fmt: skip
    return ("\n\n".join(blocks) + "\n").encode()


def write_markdown(story: Story, blank: str) -> bytes:
    """Write it as Markdown, with its note and table."""
    bullets = "\n".join(f"- {item}" for item in story.items)
    head, *rows = _rows(story)
    table = [f"| {' | '.join(row)} |" for row in (head, ["---"] * 2, *rows)]
    blocks = [
        f"# {story.title}", story.lead, f"## {story.heads[0]}", f"{blank.join(story.first)}[^a]",
        f"[^a]: {story.note}", f"## {story.heads[1]}", blank.join(story.second), bullets,
        f"> {story.quote}", "\n".join(table), f"## {story.heads[2]}", blank.join(story.third),
    ]  # fmt: skip
    return ("\n\n".join(blocks) + "\n").encode()


def write_page(story: Story, blank: str) -> bytes:
    """Write it as a page of the web."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _rows(story)[1:]
    )
    head = "".join(f"<th>{cell}</th>" for cell in _rows(story)[0])
    bullets = "".join(f"<li>{item}</li>" for item in story.items)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{story.title}</title></head><body>"
        f"<nav><a href=/>1</a></nav><article><h1>{story.title}</h1><p>{story.lead}</p>"
        f"<h2>{story.heads[0]}</h2><p>{blank.join(story.first)}<sup id=r1><a href='#n1'>1</a></sup>"
        f"</p><h2>{story.heads[1]}</h2><p>{blank.join(story.second)}</p><ul>{bullets}</ul>"
        f"<blockquote><p>{story.quote}</p></blockquote><table><thead><tr>{head}</tr></thead>{rows}"
        f"</table><h2>{story.heads[2]}</h2><p>{blank.join(story.third)}</p>"
        f"<section class=footnotes><ol><li id=n1>{story.note} <a href='#r1'>↑</a></li></ol>"
        f"</section></article></body></html>"
    ).encode()


def write_word(story: Story, blank: str) -> bytes:
    """Write it as a Word document, without its note."""
    made = docx.Document()
    made.add_heading(story.title, 0)
    made.add_paragraph(story.lead)
    made.add_heading(story.heads[0], 1)
    made.add_paragraph(blank.join(story.first))
    made.add_heading(story.heads[1], 1)
    made.add_paragraph(blank.join(story.second))
    for item in story.items:
        made.add_paragraph(item, style="List Bullet")
    made.add_paragraph(story.quote, style="Quote")
    table = made.add_table(3, 2)
    for row, texts in zip(table.rows, _rows(story), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_heading(story.heads[2], 1)
    made.add_paragraph(blank.join(story.third))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def write_open(story: Story, blank: str) -> bytes:
    """Write it as an OpenDocument text, with its note."""
    names = " ".join(f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "text", "table"))
    note = (
        '<text:note text:note-class="footnote"><text:note-body><text:p>'
        f"{story.note}</text:p></text:note-body></text:note>"
    )
    bullets = "".join(
        f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in story.items
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in _rows(story)
    )
    heads = [f'<text:h text:outline-level="1">{head}</text:h>' for head in story.heads]
    body = (
        f'<text:p text:style-name="Title">{story.title}</text:p><text:p>{story.lead}</text:p>'
        f"{heads[0]}<text:p>{blank.join(story.first)}{note}</text:p>{heads[1]}"
        f"<text:p>{blank.join(story.second)}</text:p><text:list>{bullets}</text:list>"
        f'<text:p text:style-name="Quotations">{story.quote}</text:p>'
        f"<table:table>{rows}</table:table>{heads[2]}<text:p>{blank.join(story.third)}</text:p>"
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return odt(content.encode())


WRITERS = {
    "txt": write_text, "md": write_markdown, "html": write_page, "docx": write_word,
    "odt": write_open,
}  # fmt: skip


def _rows(story: Story) -> list[list[str]]:
    return [list(story.cells[at : at + 2]) for at in (0, 2, 4)]
