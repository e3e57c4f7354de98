"""Read the text of a PDF, as well as it goes: a PDF knows places of letters, and no paragraphs.

Lines are put together by their places: running heads that come again on other pages are left out,
larger type makes headings, and gaps part paragraphs. Tables and notes are not recognised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from brief.diag.intake_codes import DAMAGED, ENCRYPTED, NO_READER, NO_TEXT
from brief.intake.errors import UnreadableError
from brief.intake.inline import clean_characters, tidy
from brief.intake.plain import join_lines, looks_like_head, take_lead
from brief.model.document import Document, Head, Para, Part
from brief.model.text import Str, plain_text

_HYPHENS = "\ufffe\x02\u00ad"
_LARGER = 1.12
_GAP = 1.35  # of the usual distance of lines
_NUMBERS = re.compile(r"\d+")
_LETTERS_PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its place in points from below, and the size of its type."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float


def read_pdf(data: bytes) -> Document:
    """Read the text of a PDF into a document."""
    pdf = _open(data)
    try:
        pages = [list(_list_lines(pdf[number], number)) for number in range(len(pdf))]
        said = pdf.get_metadata_dict()
    finally:
        pdf.close()
    lines = _drop_repeated(pages)
    if sum(len(line.text) for line in lines) < min(_LETTERS_PER_PAGE * len(pages), 200):
        message = "its pages hold hardly any text; they may be pictures of text"
        raise UnreadableError(NO_TEXT, message, "run text recognition (OCR) first")
    parts = _make_parts(lines)
    title, parts = _take_title(parts, said.get("Title", ""))
    lead, parts = take_lead(parts)
    author = " ".join(said.get("Author", "").split())
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", said.get("CreationDate", ""))
    return Document(
        tuple(parts),
        title=title,
        lead=lead,
        authors=(author,) if author else (),
        date="-".join(found.groups()) if found else "",
        remarks=("a PDF knows no paragraphs: headings, lists, tables and notes are guesses",),
    )


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


def _list_lines(page: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of its content."""
    text = page.get_textpage()
    try:
        start = 0
        whole = text.get_text_range()
        for piece in re.split(r"(\r\n|\n|\r)", whole):
            if piece.strip():
                yield from _place(text, number, piece, start)
            start += len(piece)
    finally:
        text.close()
        page.close()


def _place(text: Any, page: int, piece: str, start: int) -> Iterator[Line]:
    boxes = []
    for at in range(start, min(start + len(piece), text.count_chars())):
        box = text.get_charbox(at, loose=True)
        if box[2] > box[0]:
            boxes.append(box)
    if not boxes:
        return
    size = median(box[3] - box[1] for box in boxes)
    yield Line(
        page, piece, min(box[0] for box in boxes), max(box[2] for box in boxes),
        median(box[1] for box in boxes), size,
    )  # fmt: skip


def _drop_repeated(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Leave out lines that stand in the same place on several pages, numbers aside."""
    keys = Counter(key for page in pages for key in {_key(line) for line in page})
    least = max(2, len(pages) // 3)
    return [
        line
        for page in pages
        for line in page
        if len(pages) < 2 or keys[_key(line)] < least
        if not _NUMBERS.fullmatch(line.text.strip())
    ]


def _key(line: Line) -> tuple[str, int]:
    return _NUMBERS.sub("0", line.text.strip()), round(line.bottom / 4)


def _make_parts(lines: Sequence[Line]) -> list[Part]:
    """Put lines together to paragraphs and headings."""
    letters = Counter[float]()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    usual = letters.most_common(1)[0][0]
    gaps = [
        above.bottom - line.bottom
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < above.bottom - line.bottom < 4 * usual
    ]
    leading = median(gaps) if gaps else usual * 1.3
    width = max((line.right for line in lines), default=0)
    sizes = sorted(
        {round(line.size) for line in lines if line.size > usual * _LARGER}, reverse=True
    )
    parts: list[Part] = []
    held: list[Line] = []
    for line in lines:
        if held and _begins_anew(held[-1], line, leading, width):
            parts.append(_make_part(held, usual, sizes))
            held = []
        held.append(line)
    return [*parts, _make_part(held, usual, sizes)] if held else parts


def _begins_anew(above: Line, line: Line, leading: float, width: float) -> bool:
    if abs(above.size - line.size) > 0.12 * above.size:
        return True
    gap = above.bottom - line.bottom
    if above.page != line.page or gap < 0:
        return above.text.rstrip().endswith((".", "!", "?", ":", "。"))
    if gap > _GAP * leading:
        return True
    ended = above.text.rstrip().endswith((".", "!", "?", "”", "“", "»", "。"))
    short = above.right < width - 6 * above.size
    indented = line.left > above.left + 0.6 * line.size and line.left < above.left + 4 * line.size
    return ended and (short or indented)


def _make_part(lines: Sequence[Line], usual: float, sizes: Sequence[int]) -> Part:
    words = _join(lines)
    spans = tidy((Str(words),))
    larger = lines[0].size > usual * _LARGER
    if larger and len(words) <= 200:
        return Head(min(1 + sizes.index(round(lines[0].size)), 6), spans)
    return Para(spans)


def _join(lines: Sequence[Line]) -> str:
    """Join lines; a word that was divided for the end of a line is one word again."""
    joined = ""
    for line in lines:
        text = line.text.strip()
        marked = bool(joined) and joined[-1] in _HYPHENS
        if marked or (joined.endswith(("-", "\u2010")) and text[:1].islower()):
            joined = joined[:-1] + text
        else:
            joined = join_lines([joined, text]) if joined else text
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
