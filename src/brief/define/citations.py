"""Read citations: `[@kremlin-2024, p. 3; @un-1718]`.

After the id and a comma stands the place in the source. Its label is understood in many
languages, since texts and their translations each have their own; it becomes a term of CSL.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from brief.define.problems import Problem
from brief.diag.define_text_codes import BAD_CITATION
from brief.model.text import CitedSource

_LABELS = {
    "page": "p pp pg pgs page pages s seite seiten str стр с págs pág pp página páginas ص 页 頁 쪽",
    "article": "art arts article articles artikel artículo artigo ст статья 条 條 조 المادة",
    "paragraph": "para paras par paragraph paragraphs abs absatz ziff ziffer ziffern rn nr párr "
    "párrafo párrafos п пункт 段 항 الفقرة",
    "chapter": "ch chap chaps chapter chapters kap kapitel cap capítulo chapitre "
    "гл глава 章 장 الفصل",
    "section": "sec sect section sections § §§ abschn abschnitt secc sección разд раздел 节 節 절",
    "volume": "vol vols volume volumes bd bde band bände t tome tomo т том 卷 권 المجلد",
    "note": "n nn note notes fn anm anmerkung fußnote nota прим 注 주",
    "line": "l ll line lines z zeile zeilen ligne línea строка 行 줄",
    "figure": "fig figs figure figures abb abbildung ilustración рис 图 圖 그림 الشكل",
    "table": "tab tabs table tables tabelle tabellen tableau tabla табл 表 표 الجدول",
}
LABELS = {word: term for term, words in _LABELS.items() for word in words.split()}

_ONE = re.compile(r"\s*@(?P<id>[^\s,;@]+)\s*(?P<comma>,)?\s*(?P<rest>.*?)\s*\Z", re.DOTALL)
_LABELLED = re.compile(
    r"(?P<label>[^\W\d_]+|§§?)\.?[\s\u00a0\u202f]*(?P<locator>\S.*)\Z", re.DOTALL
)
_BARE = re.compile(r"[0-9]")
_RANGE = re.compile(r"(?<=[0-9]) ?-{1,2} ?(?=[0-9])")
_SHAPE = "write `[@id]` or `[@id, p. 3]`, with semicolons between several"


class Cited(NamedTuple):
    """A cited source with the offsets of its id."""

    source: CitedSource
    start: int
    end: int


def read_citation(text: str, start: int) -> tuple[list[Cited], list[Problem]]:
    """Read what stands between the brackets of a citation; `start` is its offset."""
    cited: list[Cited] = []
    problems: list[Problem] = []
    for part in text.split(";"):
        end = start + len(part)
        found = _ONE.match(part)
        if found is None or (found["rest"] and not found["comma"]):
            message = f"`{part.strip()}` is not a source with its place"
            problems.append(Problem(BAD_CITATION, message, start, end, (_hint(part),)))
        elif found["comma"] and not found["rest"]:
            message = "after the comma, the place in the source is missing"
            problems.append(Problem(BAD_CITATION, message, start, end, (_SHAPE,)))
        else:
            label, locator = read_locator(found["rest"])
            at = start + found.start("id")
            item = CitedSource(found["id"], label, locator)
            cited.append(Cited(item, at - 1, start + found.end("id")))
        start = end + 1
    return cited, problems


def read_locator(text: str) -> tuple[str, str]:
    """Part a place in a source into the CSL term of its label and the rest."""
    plain = _RANGE.sub("–", text)
    if _BARE.match(plain):
        return "page", plain
    found = _LABELLED.match(plain)
    term = LABELS.get(found["label"].casefold()) if found else None
    if found is None or term is None:
        return "", plain
    return term, found["locator"]


def _hint(part: str) -> str:
    found = re.match(r"\s*@([\w-]+)\s+(\S.*)", part, re.DOTALL)
    return f"write a comma after the id: `@{found[1]}, {found[2].strip()}`" if found else _SHAPE
