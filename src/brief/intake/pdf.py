"""Read the text of a PDF, as well as it goes: a PDF knows places of letters, and no paragraphs.

Larger type makes headings, gaps and indents part paragraphs, bullets and numbers make lists.
Tables are not recognised: their cells stay words, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from brief.diag.intake_codes import DAMAGED, ENCRYPTED, NO_READER, NO_TEXT
from brief.intake.errors import UnreadableError
from brief.intake.inline import clean_characters, tidy
from brief.intake.pdf_lines import LARGER, Line, Lines, find_leading, read_lines
from brief.intake.plain import join_lines, looks_like_head, take_lead
from brief.model.document import Document, Head, Listing, Para, Part
from brief.model.text import Str, plain_text

Edges: TypeAlias = dict[tuple[int, int], float]

_HYPHENS = "\ufffe\x02\u00ad"
_GAP = 1.35  # of the usual distance of lines
_COLUMN = 20  # points within which lines begin in the same column
_ENDS = (".", "!", "?", "”", "“", "»", "。", "؟")
_BULLET = re.compile(r"[•‣◦▪▫●○■□\uf0a7\uf0b7\uf0d8]\s+(?=\S)")
_COUNTED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_CALLS = re.compile(r"(?:\s*\[\d+(?:,\s*\d+)*\]|(?<=[.!?”“»])\d{1,3})+\s*$")
_LETTERS_PER_PAGE = 40
_SHOWN = 5  # texts that were left out, to be named


def read_pdf(data: bytes) -> Document:
    """Read the text of a PDF into a document."""
    pdf = _open(data)
    try:
        lines = read_lines(pdf)
        pages = len(pdf)
        said = pdf.get_metadata_dict()
    finally:
        pdf.close()
    if sum(len(line.text) for line in lines.text) < min(_LETTERS_PER_PAGE * pages, 200):
        message = "its pages hold hardly any text; they may be pictures of text"
        raise UnreadableError(NO_TEXT, message, "run text recognition (OCR) first")
    parts = _make_parts(lines.text, lines.usual)
    title, parts = _take_title(parts, said.get("Title", ""))
    lead, parts = take_lead(parts)
    author = " ".join(said.get("Author", "").split())
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", said.get("CreationDate", ""))
    return Document(
        (*parts, *_make_parts(lines.notes, lines.usual)),
        title=title,
        lead=lead,
        authors=(author,) if author else (),
        date="-".join(found.groups()) if found else "",
        remarks=tuple(_remark(lines)),
    )


def _remark(lines: Lines) -> Iterator[str]:
    """Say what was guessed, moved and left out."""
    yield "a PDF knows no paragraphs: headings, lists, tables and notes are guesses"
    if lines.notes:
        yield "small type at the foot of pages was put at the end"
    if lines.left_out:
        shown = ", ".join(f"“{each[:60]}”" for each in lines.left_out[:_SHOWN])
        more = f" and {len(lines.left_out) - _SHOWN} more" if lines.left_out[_SHOWN:] else ""
        yield f"what comes again at the edges of pages was left out: {shown}{more}"


def _open(data: bytes) -> Any:
    try:
        import pypdfium2  # an extra
    except ImportError:
        hint = "install `brief[pdf]`, or save the document as text"
        raise UnreadableError(NO_READER, "the reader of PDF is missing", hint) from None
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(ENCRYPTED, "it is locked with a password") from error
        raise UnreadableError(DAMAGED, "it is not a PDF that can be opened") from error


def _make_parts(lines: Sequence[Line], usual: float) -> list[Part]:
    """Put lines together to paragraphs, headings and lists."""
    leading = find_leading(lines, usual)
    edges: Edges = {}
    for line in lines:
        column = _find_column(line)
        edges[column] = max(edges.get(column, 0), line.right)
    sizes = sorted({round(line.size) for line in lines if line.size > usual * LARGER}, reverse=True)
    held: list[list[Line]] = []
    for line in lines:
        if not held or _begins_anew(held[-1], line, leading, edges):
            held.append([])
        held[-1].append(line)
    return list(_make_lists([_make_part(each, usual, sizes) for each in held]))


def _find_column(line: Line) -> tuple[int, int]:
    return line.page, round(line.left / _COLUMN)


def _begins_anew(held: Sequence[Line], line: Line, leading: float, edges: Edges) -> bool:
    """Tell whether a line begins a part of its own, after the lines that are held."""
    above = held[-1]
    if abs(above.size - line.size) > 0.12 * above.size:
        return True
    ended = _CALLS.sub("", above.text).rstrip().endswith(_ENDS)
    gap = above.bottom - line.bottom
    if _BULLET.match(line.text):
        return True
    if above.page != line.page or gap < -0.5 * line.size:
        return ended or above.text.rstrip().endswith(":")
    if gap > _GAP * leading:
        return True
    short = above.right < edges[_find_column(above)] - 6 * above.size
    if _COUNTED.match(line.text) and (ended or short or _COUNTED.match(held[0].text)):
        return True
    indented = line.left > above.left + 0.6 * line.size and line.left < above.left + 4 * line.size
    hanging = _BULLET.match(held[0].text) or _COUNTED.match(held[0].text)
    return ended and (short or (indented and not hanging))


def _make_part(lines: Sequence[Line], usual: float, sizes: Sequence[int]) -> Part:
    words = _join(lines)
    spans = tidy((Str(words),))
    larger = lines[0].size > usual * LARGER
    if larger and len(words) <= 200:
        return Head(min(1 + sizes.index(round(lines[0].size)), 6), spans)
    return Para(spans)


def _make_lists(parts: Sequence[Part]) -> Iterator[Part]:
    """Make lists of paragraphs with bullets, and of those that count on from one another."""
    marked: list[tuple[tuple[str, int], Part]] = []
    for at, part in enumerate(parts):
        words = plain_text(part.spans) if isinstance(part, Para) else ""
        counted = _COUNTED.match(words)
        if _BULLET.match(words):
            marked.append((("bullet", 0), part))
        elif counted:  # those that count on have the same distance to their place
            marked.append((("count", int(counted[1]) - at), part))
        else:
            marked.append((("", at), part))
    for (kind, _), group in groupby(marked, key=lambda each: each[0]):
        items = [part for _, part in group]
        if kind == "bullet" or (kind == "count" and len(items) > 1):
            yield _make_list(items, _BULLET if kind == "bullet" else _COUNTED)
        else:
            yield from items


def _make_list(items: Sequence[Part], mark: re.Pattern[str]) -> Part:
    words = [plain_text(item.spans) if isinstance(item, Para) else "" for item in items]
    counted = _COUNTED.match(words[0])
    bare = tuple((Para(tidy((Str(mark.sub("", each, count=1)),))),) for each in words)
    return Listing(counted is not None, bare, int(counted[1]) if counted else 1)


def _join(lines: Sequence[Line]) -> str:
    """Join lines; a word that was divided for the end of a line is one word again."""
    joined = ""
    above: Line | None = None
    for line in lines:
        text = line.text.strip()
        marked = bool(joined) and joined[-1] in _HYPHENS
        if above is not None and above.page == line.page and above.bottom == line.bottom:
            joined += " " * line.text[:1].isspace() + text  # a piece of the same line
        elif marked or (joined.endswith(("-", "\u2010")) and text[:1].islower()):
            joined = joined[:-1] + text
        else:
            joined = join_lines([joined, text]) if joined else text
        above = line
    return clean_characters(re.sub(f"[{_HYPHENS}]", "", joined))


def _take_title(parts: list[Part], said: str) -> tuple[str, list[Part]]:
    heads = [part for part in parts[:4] if isinstance(part, Head)]
    if (
        heads
        and heads[0].level == min(part.level for part in parts if isinstance(part, Head))
        and sum(isinstance(part, Head) and part.level == heads[0].level for part in parts) == 1
    ):
        return plain_text(heads[0].spans), [part for part in parts if part is not heads[0]]
    said = " ".join(said.split())
    if said and looks_like_head(said, 200):
        return said, parts
    return "", parts
