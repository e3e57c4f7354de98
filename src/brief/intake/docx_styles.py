"""Settle what the styles of a Word document mean, before mammoth matches them by name.

A style of an office is based on one that everybody knows (“heading 1” whatever the language of
Word), or says its level of outline. Runs in another language get a style that says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 20
_KNOWN = re.compile(
    r"title|subtitle|heading [1-9]|(?:intense )?quote|quotations|block text|caption"
    r"|list (?:bullet|number) [23]|toc (?:heading|\d)|(?:foot|end)note text",
    re.IGNORECASE,
)
_RARE = 1 / 3  # of the letters: what is marked more often is a slip, and no passage
_PREFIX = "language-"


def settle_names(styles: Element) -> None:
    """Give paragraph styles that are based on known ones the names of those."""
    found = {style.get(f"{_W}styleId") or "": style for style in styles.iter(f"{_W}style")}
    names = {name: _find_known(style, found) for name, style in found.items()}
    for name, known in names.items():
        element = found[name].find(f"{_W}name")
        if known and element is not None and found[name].get(f"{_W}type") == "paragraph":
            element.set(f"{_W}val", known)


def _find_known(style: Element, styles: Mapping[str, Element]) -> str:
    """Give the known name of a style or of the nearest that it is based on; empty for none."""
    at: Element | None = style
    for _ in range(_DEEPEST):
        if at is None:
            break
        name = _value(at, "name")
        if _KNOWN.fullmatch(name):
            return name
        level = _value(at, "pPr/outlineLvl")
        if level.isdigit() and int(level) < 9:
            return f"heading {int(level) + 1}"
        at = styles.get(_value(at, "basedOn"))
    return ""


def mark_languages(body: Element, styles: Element, language: str) -> tuple[str, ...]:
    """Give runs in another language than the text a style of their own, and name the languages.

    Word marks what is typed with the keyboard of another language as well; a language of more
    than a third of the letters is not taken for one of passages.
    """
    runs = [(run, _find_language(run)) for run in body.iter(f"{_W}r")]
    letters = Counter[str]()
    for run, tag in runs:
        letters[tag] += sum(map(str.isalpha, "".join(run.itertext())))
    most = letters.total() * _RARE
    usual = language.partition("-")[0].lower()
    foreign = {tag for tag in letters if tag and tag.partition("-")[0].lower() != usual}
    foreign = {tag for tag in foreign if usual and 0 < letters[tag] <= most}
    for run, tag in runs:
        properties = run.find(f"{_W}rPr")
        if tag in foreign and properties is not None and properties.find(f"{_W}rStyle") is None:
            SubElement(properties, f"{_W}rStyle", {f"{_W}val": _PREFIX + tag})
    for tag in sorted(foreign):
        made = SubElement(styles, f"{_W}style")
        made.attrib.update({f"{_W}type": "character", f"{_W}styleId": _PREFIX + tag})
        SubElement(made, f"{_W}name", {f"{_W}val": _PREFIX + tag})
    return tuple(sorted(foreign))


def map_languages(tags: tuple[str, ...]) -> str:
    """Give the lines of a style map that make passages of the marked runs."""
    return "".join(f"r[style-name='{_PREFIX}{tag}'] => span.{_PREFIX}{tag}\n" for tag in tags)


def name_languages(html: str) -> str:
    """Let passages in the page that mammoth made say their language."""
    return re.sub(rf'<span class="{_PREFIX}([A-Za-z0-9-]+)">', r'<span lang="\1">', html)


def _find_language(run: Element) -> str:
    """Give the language that a run is marked with; Arabic and Hebrew have one of their own."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return ""
    element = properties.find(f"{_W}lang")
    if element is None:
        return ""
    turned = properties.find(f"{_W}rtl") is not None
    tag = element.get(f"{_W}bidi" if turned else f"{_W}val") or ""
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) else ""


def _value(element: Element, path: str) -> str:
    found = element.find("/".join(_W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{_W}val") or ""
