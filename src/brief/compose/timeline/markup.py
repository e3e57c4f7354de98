"""HTML that both forms of a timeline share: drawings as backgrounds, legend, undated line, CSS.

Drawings are backgrounds, so that a reader of the tagged PDF meets words only, in time order.
Class names begin with `tl-`; no other style sheet is relied on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from gettext import NullTranslations
from html import escape
from itertools import groupby

from brief.compose.fonts import TextStyle
from brief.compose.timeline.baseline import AXIS
from brief.compose.timeline.draw import draw_svg
from brief.compose.timeline.legend_lines import GAP, SIGN_GAP
from brief.compose.timeline.scene import Scene, Words, mirror_scene
from brief.compose.timeline.statements import Dated, Wording
from brief.compose.timeline.style import Style
from brief.model.composition import BASE_URL, Drawing, Resource

HEADINGS = ("group", "lane")


class Drawings:
    """Collect the drawings of a figure; equal scenes share one address."""

    def __init__(self) -> None:
        """Begin without a drawing."""
        self.made: dict[str, Drawing] = {}

    def add(self, scene: Scene) -> str:
        """Take a scene to be drawn and give its address, which depends on nothing but the scene."""
        digest = hashlib.sha256(repr(scene).encode()).hexdigest()
        address = f"{BASE_URL}timelines/{digest[:20]}.svg"
        self.made[address] = partial(_draw, scene)
        return address


def _draw(scene: Scene) -> Resource:
    return Resource(draw_svg(scene), "image/svg+xml")


def write_note(note: str) -> str:
    """Write a sentence on how the figure is to be read."""
    return f'<p class="tl-note">{escape(note)}</p>\n' if note else ""


def write_further(entries: Sequence[Dated], interface: NullTranslations) -> str:
    """Write the entries that found no room in the drawing as a list, in the order of time."""
    if not entries:
        return ""
    label = escape(interface.gettext("Further events"))
    items = "".join(
        f'<li id="{escape(entry.anchor)}"><span class="tl-date" style="color:{entry.look.colour}">'
        f"{link(escape(entry.words.date), entry.words.target)}</span> <span{lang_of(entry.words)}>"
        f"{escape(entry.words.title)}</span></li>\n"
        for entry in entries
    )
    return f'<div class="tl-further"><p class="tl-label">{label}</p><ol>{items}</ol></div>\n'


def write_undated(undated: tuple[Wording, ...], interface: NullTranslations) -> str:
    """Write what has no date as a list below the figure, beside its label."""
    if not undated:
        return ""
    label = escape(interface.gettext("Without an exact date"))
    pattern = escape(interface.gettext("{title} ({date})"))
    items = "".join(
        f"<li{lang_of(words)}>{_write_statement(words, pattern)}</li>" for words in undated
    )
    return f'<div class="tl-undated"><p class="tl-label">{label}</p><ul>{items}</ul></div>\n'


def _write_statement(words: Wording, pattern: str) -> str:
    """Write a statement with what is known of its time; the last of both leads to its passage."""
    title, date = escape(words.title), escape(words.date)
    if not date:
        return link(title, words.target)
    return pattern.format(title=title, date=link(date, words.target))


def link(inner: str, target: str) -> str:
    """Let words lead to a place in the document, if there is one."""
    return f'<a href="{escape(target)}">{inner}</a>' if target else inner


def lang_of(words: Wording) -> str:
    """Give the `lang` attribute of words in another language than the page's."""
    return f' lang="{escape(words.language)}"' if words.language else ""


def write_figure(
    scene: Scene,
    drawings: Drawings,
    direction: str,
    targets: Mapping[str, str],
    spoken: str | None = None,
) -> str:
    """Write a scene as its drawing with the words in their places, entry by entry.

    The drawing is a background, which a page clips before it is turned. With `spoken` words it is
    a picture that they describe, or with empty ones a mere decoration. `targets` lead from the
    anchors of entries to what they rest on.
    """
    shown = scene if direction == "ltr" else mirror_scene(scene)
    address = drawings.add(replace(shown, words=()))
    size = f"width:{shown.width:g}px;height:{shown.height:g}px"
    entries = [words for words in shown.words if words.ref != AXIS]
    ticks = "".join(_write_words(word, direction) for word in shown.words if word.ref == AXIS)
    picture, image = "", f";background-image:url({address})"
    if spoken is not None:
        picture, image = f'<img class="tl-picture" src="{address}" alt="{escape(spoken)}">', ""
    if spoken:  # what is spoken has no items that links could lead to
        picture += "".join(f'<span id="{escape(anchor)}"></span>' for anchor in targets)
    return (
        f'<div class="tl-scene" style="{size}{image}">{picture}\n'
        f"{''.join(_write_lists(entries, direction, targets))}"
        f'<div class="tl-axis" aria-hidden="true">{ticks}</div></div>\n'
    )


def _write_lists(
    words: Sequence[Words], direction: str, targets: Mapping[str, str]
) -> Iterator[str]:
    """Write the entries as a list, or as one below each heading."""
    for is_heading, run in groupby(words, key=lambda word: word.role in HEADINGS):
        if is_heading:
            yield "".join(
                f'<p class="tl-heading">{_write_words(word, direction)}</p>\n' for word in run
            )
            continue
        items = [
            _write_entry(anchor, tuple(own), direction, targets.get(anchor, ""))
            for anchor, own in groupby(run, key=lambda word: word.ref)
        ]
        yield f'<ol class="tl-entries">\n{"".join(items)}</ol>\n'


def _write_entry(anchor: str, words: tuple[Words, ...], direction: str, target: str) -> str:
    """Write the words of an entry; a date and the title below or beside it share one box."""
    if len(words) == 2:
        between = " " if words[0].top == words[1].top else "\n"
        inner = _write_pair(words[0], words[1], between, direction, target)
    else:
        inner = "".join(_write_words(word, direction, target) for word in words)
    return f'<li id="{escape(anchor)}">{inner}</li>\n'


def _write_pair(date: Words, title: Words, between: str, direction: str, target: str) -> str:
    """Write two words into the box of both; `between` is a line break or a space.

    Only the title may be in another language than the page. Eras have their name before the date;
    it is the date that leads to the target.
    """
    left, right = min(date.left, title.left), max(date.right, title.right)
    box = replace(title, left=left, top=date.top, width=right - left, language="")
    first, text = escape("\n".join(date.lines)), escape("\n".join(title.lines))
    if title.style == "era-date":
        text = link(text, target)
    else:
        first = link(first, target)
    if title.language:
        text = f'<span lang="{escape(title.language)}">{text}</span>'
    head = f'<span class="tl-{date.style}" style="color:{date.colour}">{first}</span>'
    return _write_box(box, f"{head}{between}{text}", direction)


def _write_words(words: Words, direction: str, target: str = "") -> str:
    return _write_box(words, link(escape("\n".join(words.lines)), target), direction)


def _write_box(words: Words, inner: str, direction: str) -> str:
    """Write lines as they are broken; one pixel more than measured keeps them from wrapping."""
    flush_right = (words.align == "end") == (direction == "ltr")
    left = words.left - (0.5 if words.align == "centre" else 1.0 if flush_right else 0.0)
    place = f"left:{left:.2f}px;top:{words.top:.2f}px;width:{words.width + 1:.2f}px"
    align = {"start": "", "centre": ";text-align:center", "end": ";text-align:end"}[words.align]
    lang = f' lang="{escape(words.language)}"' if words.language else ""
    return (
        f'<span class="tl-words tl-{words.style}"{lang} '
        f'style="{place}{align};color:{words.colour}">{inner}</span>'
    )


def write_css(style: Style, direction: str) -> str:
    """Write the style sheet of timelines in one reading direction."""
    start, end = ("left", "right") if direction == "ltr" else ("right", "left")
    title, small = style.title_leading, style.small_leading
    return "\n".join(
        [
            f"/* Timelines, {direction}. */",
            f".tl {{ direction: {direction}; text-align: {start}; text-indent: 0; hyphens: manual;",
            f"{_font(style.title, title)}; color: {style.ink}; background-repeat: no-repeat }}",
            ".tl p, .tl ol, .tl ul, .tl li { margin: 0; padding: 0; text-indent: 0;",
            f"list-style: none; text-align: {start} }}",
            ".tl li::marker { content: none }",
            ".tl a { color: inherit; text-decoration: none }",
            ".tl-scene { position: relative; break-inside: avoid; background-repeat: no-repeat }",
            ".tl-picture { position: absolute; left: 0; top: 0; width: 100%; height: 100% }",
            ".tl-words { position: absolute; white-space: pre }",
            f".tl-words .tl-date {{ {_font(style.date, title)} }}",
            f".tl-words .tl-span-date {{ {_font(style.span_date, title)}; margin-{end}: 3px }}",
            f".tl-words.tl-title {{ {_font(style.title, title)} }}",
            f".tl-words.tl-span-title {{ {_font(style.title, title)} }}",
            f".tl-words.tl-era {{ {_font(style.era, small)} }}",
            f".tl-words .tl-era {{ {_font(style.era, small)}; margin-{end}: 5px }}",
            f".tl-words.tl-strip {{ {_font(style.legend, small)} }}",
            f".tl-words.tl-lane, .tl-words.tl-group {{ {_font(style.era, small)} }}",
            f".tl-words.tl-era-date {{ {_font(style.era_date, small)} }}",
            f".tl-words.tl-tick {{ {_font(style.axis, small)};",
            "font-variant-numeric: lining-nums tabular-nums }",
            f".tl .tl-legend {{ {_font(style.legend, small)}; margin-top: 9px;",
            "break-before: avoid }",
            f".tl .tl-key {{ display: inline-block; margin-{end}: {GAP:g}px; color: {style.ink};",
            "background-repeat: no-repeat }",
            f".tl .tl-note {{ margin-top: 9px; padding-{start}: {style.offset:g}px;",
            f"color: {style.muted}; {_font(style.legend, small)} }}",
            f".tl-further .tl-date {{ {_font(style.date, title)} }}",
            f".tl-sign {{ vertical-align: top; margin-{end}: {SIGN_GAP:g}px }}",
            ".tl .tl-undated, .tl .tl-further { position: relative; margin-top: 9px;",
            "overflow-wrap: anywhere;",
            f"padding-{start}: {style.offset:g}px; {_font(style.title, title)} }}",
            f".tl .tl-label {{ position: absolute; {start}: 0; top: 0; font-weight: 600 }}",
            *_list_rules(style, start, end),
        ]
    )


def _list_rules(style: Style, start: str, end: str) -> tuple[str, ...]:
    """Give the rules of the vertical list."""
    title, small = style.title_leading, style.small_leading
    return (
        f".tl-list .tl-entry {{ position: relative; padding-{start}: {style.offset:g}px;",
        "break-inside: avoid; background-repeat: no-repeat }",
        ".tl-list .tl-entry:last-child { break-before: avoid }",
        ".tl-list .tl-entry:first-child, .tl-list .tl-entry.tl-era { break-after: avoid }",
        f".tl-list .tl-when {{ position: absolute; {start}: 0; text-align: {end};",
        f"white-space: pre; {_font(style.date, title)} }}",
        f".tl-list .tl-title {{ display: block; {_font(style.title, title)};",
        f"max-width: {style.column:g}px; overflow-wrap: anywhere }}",
        f".tl-list .tl-who {{ color: {style.muted} }}",
        f".tl-list .tl-age {{ font-weight: 600; color: {style.muted} }}",
        f".tl-list .tl-gap {{ display: block; margin-{start}: -{style.offset:g}px;",
        f"padding: 4px 0; padding-{start}: {style.offset:g}px;",
        f"{_font(style.axis, small)}; color: {style.muted};",
        "background-repeat: no-repeat }",
    )


def _font(style: TextStyle, leading: float) -> str:
    families = ", ".join(f'"{family}"' for family in style.families)
    return (
        f"font-family: {families}; font-size: {style.size:g}px; line-height: {leading:g}px; "
        f"font-weight: {style.weight}; font-variant-numeric: lining-nums"
    )
