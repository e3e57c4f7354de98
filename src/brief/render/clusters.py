"""Characters behind glyphs, where a letter is drawn with several glyphs.

A font's character map names each glyph once. In Arabic that does not do: a lengthening stroke is
drawn after many letters, and a mark above many. Such clusters say themselves what they stand for,
by `ActualText` (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from brief.render.mending import change_line


def mend_clusters() -> None:
    """Put the changed function in place of the engine's, once."""
    from weasyprint.draw import text  # after the engine is set up

    module: Any = text
    module.open_cluster, module.close_cluster = open_cluster, close_cluster
    opened = change_line(
        text,
        module.draw_first_line,
        "            glyph_id = glyph_info.glyph\n",
        "            glyph_id = glyph_info.glyph\n"
        "            string = open_cluster(stream, string, textbox, glyph_item, i)\n",
        "x_advance += (logical_width + offset - kerning) / 1000",
        "x_advance += (logical_width + offset - kerning) / 1000\n"
        "            string = close_cluster(stream, string, textbox, glyph_item, i)",
    )
    module.draw_first_line = opened


def open_cluster(stream: Any, string: str, textbox: Any, item: Any, index: int) -> str:
    """Begin marked content before the first glyph of a cluster that needs it.

    `string` are the glyphs since the last that were shown; gives those that are left.
    """
    cluster = _find_cluster(textbox, item, index)
    if cluster is None or index not in cluster.starts:
        return string
    _show(stream, string)
    name = cluster.name_at(index).encode("utf-16-be").hex().upper()
    stream.stream.append(f"/Span <</ActualText <FEFF{name}>>> BDC".encode())
    return "<"


def close_cluster(stream: Any, string: str, textbox: Any, item: Any, index: int) -> str:
    """End marked content after the last glyph of such a cluster."""
    cluster = _find_cluster(textbox, item, index)
    if cluster is None or not (cluster.parted or index == cluster.last):
        return string
    _show(stream, string)
    stream.stream.append(b"EMC")
    return "<"


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Glyphs `first` to `last` with their characters; `parted` says that each glyph is one."""

    first: int
    last: int
    characters: str

    @property
    def parted(self) -> bool:
        return len(self.characters) == self.last - self.first + 1

    @property
    def starts(self) -> range:
        return range(self.first, self.last + 1 if self.parted else self.first + 1)

    def name_at(self, index: int) -> str:
        """Give the characters of a glyph; from right to left, the last glyph is the first."""
        return self.characters[self.last - index] if self.parted else self.characters


def _find_cluster(textbox: Any, item: Any, index: int) -> _Cluster | None:
    """Give the cluster of a glyph if the character map cannot name its glyphs."""
    if item.item.analysis.level % 2 == 0:
        return None
    clusters, number = item.glyphs.log_clusters, item.glyphs.num_glyphs
    first = last = index
    while first and clusters[first - 1] == clusters[index]:
        first -= 1
    while last + 1 < number and clusters[last + 1] == clusters[index]:
        last += 1
    start = item.item.offset + clusters[index]
    end = item.item.offset + (clusters[first - 1] if first else item.item.length)
    characters = str(textbox.pango_layout.text.encode()[start:end].decode())
    return _Cluster(first, last, characters) if last > first else None


def _show(stream: Any, string: str) -> None:
    shown = string[:-1] if string.endswith("<") else f"{string}>"
    if shown:
        stream.show_text(shown)
