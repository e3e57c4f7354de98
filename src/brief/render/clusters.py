"""Characters behind glyphs, where one glyph does not stand for one letter.

A font's character map names each glyph once. That does not do where letters are drawn together
(a cluster): Devanagari sets a vowel before the consonant that it follows, an Arabic stroke is
drawn after many letters and a mark above many, and two hyphens share a glyph. Glyphs get their
name where they stand alone, else from the font itself; a cluster that its names do not spell says
itself what it stands for, by `ActualText` (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

from brief.render.fillers import Filler, Outline, is_high_mark, list_fillers, measure_rise
from brief.render.hyphens import HYPHEN
from brief.render.mending import change_line

_UNDRAWN = 0x0FFFFFFF  # from here on, Pango's glyphs are none of the font's
_SHARED = {"\u2010": "-", "\u2011": "-", "\u00ad": "-"}  # fonts draw them with one glyph


def mend_clusters() -> None:
    """Put the changed function in place of the engine's, once."""
    from weasyprint.draw import text  # after the engine is set up
    from weasyprint.pdf.stream import Stream

    Stream.show_text = show_text
    module: Any = text
    module.plan_run = plan_run
    module.open_cluster, module.close_cluster = open_cluster, close_cluster
    module.measure_rise = measure_rise
    head = "        for i, glyph_info in enumerate(glyphs_info[0:num_glyphs]):\n"
    opened = change_line(
        text,
        module.draw_first_line,
        head,
        "        plan = plan_run(textbox, glyph_item, font, font_size)\n" + head,
        "            glyph_id = glyph_info.glyph\n",
        "            glyph_id = glyph_info.glyph\n"
        "            string = open_cluster(stream, string, plan, i)\n",
        "offset = glyph_info.geometry.x_offset / font_size",
        "offset = glyph_info.geometry.x_offset * 1000 * FROM_UNITS / font_size",
        "rise = glyph_info.geometry.y_offset / 1000",
        "rise = measure_rise(glyph_info, font_size)",
        "x_advance += (logical_width + offset - kerning) / 1000",
        "x_advance += (logical_width + offset - kerning) / 1000\n"
        "            string = close_cluster(stream, string, plan, i)",
    )
    module.draw_first_line = opened


@dataclass(slots=True)
class Plan:
    """Before which glyphs of a run marked content begins, and with what; after which it ends.

    Fillers are drawn after a glyph, before the content ends.
    """

    begins: dict[int, str] = field(default_factory=dict)
    ends: set[int] = field(default_factory=set)
    fillers: dict[int, Filler] = field(default_factory=dict)

    def name(self, first: int, last: int, characters: str) -> None:
        """Let glyphs stand for characters."""
        self.begins[first] = characters
        self.ends.add(last)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Glyphs with their indexes in a run, as drawn from left to right, and their characters."""

    glyphs: tuple[tuple[int, int], ...]
    characters: str
    mirrored: bool

    @property
    def named(self) -> dict[int, str]:
        """The names of single glyphs by their index, where each is that of one character."""
        if len(self.glyphs) == 1:
            return {self.glyphs[0][0]: self.characters}
        if not self.mirrored or len(self.glyphs) != len(self.characters):
            return {}
        drawn = zip(self.glyphs, reversed(self.characters), strict=True)
        return {index: character for (index, _), character in drawn}


def plan_run(textbox: Any, item: Any, font: Any, size: float) -> Plan:
    """Name the glyphs of a run in the character map of its font, and plan what that cannot say."""
    start, length = item.item.offset, item.item.length
    text = textbox.pango_layout.text.encode()[start : start + length]
    mirrored = item.item.analysis.level % 2 == 1
    if not mirrored and _is_plain(text, item, font):
        return Plan()
    clusters = list(_list_clusters(text, item, mirrored))
    plan = Plan()
    for cluster in clusters:
        if len(cluster.glyphs) == 1:
            name = _SHARED.get(cluster.characters, cluster.characters)
            font.to_unicode.setdefault(cluster.glyphs[0][1], name)
    for cluster in clusters:
        _plan_cluster(cluster, plan, font)
    if not mirrored:
        _take_spaces(clusters, plan)
    if mirrored or any(len(cluster.glyphs) > 1 for cluster in clusters):
        _plan_fillers(clusters, plan, item, font, size)
    if textbox.pango_layout.text.endswith(HYPHEN) and clusters:
        last = clusters[-1].glyphs[-1][0]
        if plan.begins.pop(last, None):  # `hyphens` has a name for that
            plan.ends.discard(last)
    return plan


def _is_plain(text: bytes, item: Any, font: Any) -> bool:
    """Tell whether every character of a run has a glyph of its own that is named by it.

    That is so in most runs, and is found in a third of the time.
    """
    characters = text.decode()
    glyphs, edges = item.glyphs.glyphs, item.glyphs.log_clusters
    if len(characters) != item.glyphs.num_glyphs:
        return False
    drawn = []
    offset = 0
    for place, character in enumerate(characters):
        glyph = glyphs[place].glyph
        if edges[place] != offset or glyph >= _UNDRAWN:
            return False
        if not character.isascii() and unicodedata.category(character) == "Mn":
            return False
        drawn.append(glyph)
        offset += 1 if character.isascii() else len(character.encode())
    names = font.to_unicode
    for glyph, character in zip(drawn, characters, strict=True):
        names.setdefault(glyph, _SHARED.get(character, character))
    return all(
        names[glyph] == character or _fold(names[glyph]) == _fold(character)
        for glyph, character in zip(drawn, characters, strict=True)
    )


def _plan_cluster(cluster: _Cluster, plan: Plan, font: Any) -> None:
    _name_parts(cluster, font)
    if cluster.mirrored and len(cluster.glyphs) > 1 and cluster.named:
        for index, character in cluster.named.items():
            plan.name(index, index, character)
    elif not _is_spelt(cluster, font):
        plan.name(cluster.glyphs[0][0], cluster.glyphs[-1][0], cluster.characters)


def _take_spaces(clusters: list[_Cluster], plan: Plan) -> None:
    """Put the space behind marked content into it, since pdfium drops one that stands alone."""
    for cluster, space in itertools.pairwise(clusters):
        first, last = cluster.glyphs[0][0], cluster.glyphs[-1][0]
        if first in plan.begins and space.characters == " " and space.glyphs[0][0] == last + 1:
            plan.ends.discard(last)
            plan.name(first, last + 1, f"{plan.begins[first]} ")


def _plan_fillers(clusters: list[_Cluster], plan: Plan, item: Any, font: Any, size: float) -> None:
    """Fill the gaps of words behind glyphs that end a cluster or are characters of their own."""
    outline, glyphs = _open_outline(font), item.glyphs.glyphs
    owners = {index: cluster for cluster in clusters for index, _ in cluster.glyphs}
    if any(cluster.mirrored for cluster in clusters) and any(
        is_high_mark(glyphs[index], size, outline) for index in owners
    ):
        return  # PDFium puts such a run in order only if it is left alone
    for index, filler in list_fillers(glyphs, size, _list_words(clusters), outline):
        character = owners[index].named.get(index, "")
        if index not in plan.ends and len(character) == 1:
            plan.name(index, index, character)
        if index in plan.ends:
            plan.fillers[index] = filler
            font.to_unicode.setdefault(filler.glyph, " ")
            font.widths.setdefault(filler.glyph, round(filler.width))


def _list_words(clusters: list[_Cluster]) -> Iterator[tuple[int, int]]:
    """List the first and the last glyph of each word of a run, from left to right."""
    words = [[clusters[0]]] if clusters else []
    for before, cluster in itertools.pairwise(clusters):
        touches = before.glyphs[-1][0] + 1 == cluster.glyphs[0][0]
        if touches and not before.characters.isspace() and not cluster.characters.isspace():
            words[-1].append(cluster)
        else:
            words.append([cluster])
    for word in words:
        yield word[0].glyphs[0][0], word[-1].glyphs[-1][0]


def show_text(stream: Any, string: str) -> None:
    """Draw an array of glyphs and offsets, without strings that hold no glyph.

    PDFium leaves out the last offset of an array that has one: what follows marked content in
    the middle of a word would stand beside its place.
    """
    pydyf.Stream.show_text(stream, string.replace("<>", " "))


def open_cluster(stream: Any, string: str, plan: Plan, index: int) -> str:
    """Begin marked content before a glyph if that is planned.

    `string` are the glyphs since the last that were shown; gives those that are left.
    """
    characters = plan.begins.get(index)
    if characters is None:
        return string
    _show(stream, string)
    name = characters.encode("utf-16-be").hex().upper()
    stream.stream.append(f"/Span <</ActualText <FEFF{name}>>> BDC".encode())
    return "<"


def close_cluster(stream: Any, string: str, plan: Plan, index: int) -> str:
    """End marked content after a glyph if that is planned."""
    if index not in plan.ends:
        return string
    if index in plan.fillers:
        string += plan.fillers[index].write()
    _show(stream, string)
    stream.stream.append(b"EMC")
    return "<"


def _list_clusters(text: bytes, item: Any, mirrored: bool) -> Iterator[_Cluster]:
    """List the clusters of a run that draw anything, from left to right."""
    number = item.glyphs.num_glyphs
    edges = [item.glyphs.log_clusters[index] for index in range(number)]
    first = 0
    for index in range(1, number + 1):
        if index < number and (
            edges[index] == edges[first] or (not mirrored and _is_mark(text, edges[index]))
        ):
            continue
        before = edges[first - 1] if first else len(text)
        after = edges[index] if index < number else len(text)
        part = text[edges[first] : before if mirrored else after]
        ids = [(place, item.glyphs.glyphs[place].glyph) for place in range(first, index)]
        drawn = tuple((place, glyph) for place, glyph in ids if glyph < _UNDRAWN)
        if drawn:
            yield _Cluster(drawn, part.decode(), mirrored)
        first = index


def _is_mark(text: bytes, start: int) -> bool:
    """Tell whether a character is one that stands above or below the one before it."""
    return unicodedata.category(text[start : start + 4].decode(errors="ignore")[0]) == "Mn"


def _name_parts(cluster: _Cluster, font: Any) -> None:
    """Name glyphs that were not met alone so far."""
    for index, glyph in cluster.glyphs:
        if glyph not in font.to_unicode:
            own = cluster.named.get(index) or _find_nominal(font).get(glyph)
            font.to_unicode[glyph] = own or cluster.characters


def _is_spelt(cluster: _Cluster, font: Any) -> bool:
    """Tell whether the names of a cluster's glyphs give its characters; spaces are alike.

    Several glyphs from left to right never do: a mark that stands over a letter looks to readers
    like the beginning of another word.
    """
    if len(cluster.glyphs) > 1 and not cluster.mirrored:
        return False
    spelling = "".join(font.to_unicode[glyph] for _, glyph in cluster.glyphs)
    return spelling == cluster.characters or _fold(spelling) == _fold(cluster.characters)


def _fold(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if char.isspace() else char for char in composed)


def _find_nominal(font: Any) -> dict[int, str]:
    """Give the characters of glyphs as the font itself maps them, read once for a document."""
    known: dict[int, str] | None = getattr(font, "nominal", None)
    if known is None:
        known = font.nominal = _open_outline(font).map_glyphs()
    return known


def _open_outline(font: Any) -> Outline:
    known: Outline | None = getattr(font, "outline", None)
    if known is None:
        known = font.outline = Outline(font)
    return known


def _show(stream: Any, string: str) -> None:
    shown = string[:-1] if string.endswith("<") else f"{string}>"
    if shown:
        stream.show_text(shown)
